import OpenAI from 'openai';

const client = new OpenAI();

export async function ask(question: string) {
  const reply = await client.chat.completions.create({
    model: 'gpt-5.4',
    max_completion_tokens: 300,
    messages: [{ role: 'user', content: question }],
  });
  const total = (reply.usage?.prompt_tokens ?? 0) + (reply.usage?.prompt_tokens_details?.cached_tokens ?? 0);
             //  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ miscounted-usage: counts cached tokens twice
  return { text: reply.choices[0]?.message.content, total };
}

export function right(usage: OpenAI.CompletionUsage, price: number, cachedPrice: number) {
  const cached = usage.prompt_tokens_details?.cached_tokens ?? 0;
  return (usage.prompt_tokens - cached) * price + cached * cachedPrice;
}
