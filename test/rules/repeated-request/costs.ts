import OpenAI from 'openai';

const client = new OpenAI();
const style = 'Describe the style of a friendly support assistant in five words.';

export async function forEachCustomer(customers: string[]) {
  for (const customer of customers) {
    const reply = await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 60, input: style });
                     // ~~~~~~~~~~~~~~~~~~~~~~~ repeated-request: Ask once, before the loop
    console.log(customer, reply.output_text);
  }
}

export async function aboutTheCustomer(customers: string[]) {
  for (const customer of customers) {
    await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 60, input: `${style} For ${customer}.` });
  }
}
