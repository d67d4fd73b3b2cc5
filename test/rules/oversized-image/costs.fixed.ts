import OpenAI from 'openai';

const client = new OpenAI();

export function high(url: string) {
  return client.chat.completions.create({
    model: 'gpt-5.1',
    max_completion_tokens: 300,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Is this a bench or a table?' },
          { type: 'image_url', image_url: { url, detail: 'low' } },
        ],
      },
    ],
  });
}

export function noDetail(url: string) {
  return client.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    input: [{ role: 'user', content: [{ type: 'input_image', image_url: url, detail: 'auto' }] }],
  });
}
