import OpenAI from 'openai';

const client = new OpenAI();

export function needed(question: string) {
  return client.responses.create({ model: 'gpt-5.4', input: question }); // lineitem: ignore LI201 -- essays may be long
}

export function neededByName(question: string) {
  // lineitem: ignore missing-output-cap -- essays may be long
  return client.responses.create({
    model: 'gpt-5.4',
    input: question,
  });
}

export function neededAtTheEnd(question: string) {
  return client.responses.create({
    model: 'gpt-5.4',
    input: question,
  }); // lineitem: ignore LI201
}

export async function needless(messages: any[]) {
  // lineitem: ignore LI301 -- it ends
//~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unused-suppression: Nothing to ignore here for LI301
  for (let step = 0; step < 3; step++) {
    messages.push(await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: messages }));
  }
}
