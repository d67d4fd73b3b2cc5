import OpenAI from 'openai';

const client = new OpenAI();

const rules = `Answer in the language of the customer, and never in more than two short paragraphs.
Never quote a price from memory: look it up, and say so when the tool returns nothing at all.
Refunds above fifty euros go to a person, with the order number on the first line.
`;

export function rulesTwice(question: string) {
  return client.chat.completions.create({
    model: 'gpt-5.4',
    max_completion_tokens: 300,
    messages: [
      { role: 'system', content: `You are a support assistant.\n${rules}` },
      { role: 'user', content: `${rules}\n${question}` },
    ],
  });
}

export function writtenOutTwice(question: string) {
  return client.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    instructions: `You check the answers of a support assistant before they are sent.
Reply with one word, PASS or FAIL, on a line of its own, before anything else.
Give the reason in one sentence behind it, in the words of the rule that was broken.
`,
    input: `${question}
`,
  });
}

export function once(question: string) {
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions: rules, input: question });
}
