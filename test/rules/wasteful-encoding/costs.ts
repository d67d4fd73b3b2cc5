import OpenAI from 'openai';

const client = new OpenAI();

const pricePrompt = `The list of today:
                 // ~~~ wasteful-encoding: for the padding of a table

| Article                  | Price        | Where it stands                      |
| ------------------------ | ------------ | ------------------------------------ |
| Larch bench              | 249 euros    | in all stores                        |
| Robinia table            | 899 euros    | in the central store                 |
| Teak chair               | 179 euros    | in Lyon and in Turin                 |
| Steel frame              | 99 euros     | in the central store                 |
| Teak oil, half a litre   | 19 euros     | in all stores                        |
| Cushion, grey            | 39 euros     | in Lyon and in Turin                 |
| Cushion, green           | 39 euros     | in the central store                 |
| Cover for a bench        | 59 euros     | in all stores                        |
| Cover for a table        | 89 euros     | in the central store                 |
| Gas spring               | 24 euros     | in the central store                 |
| Rope, ten metres         | 14 euros     | in all stores                        |
| Feet, set of four        | 9 euros      | in all stores                        |
| Screws, set of fifty     | 6 euros      | in all stores                        |
| Robinia bench            | 349 euros    | in Lyon and in Turin                 |
| Grey oil, one litre      | 29 euros     | in all stores                        |

Never name another price.
`;

export function indentedSource(question: string) {
  return client.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    instructions: `
               // ~~~ wasteful-encoding: for the indentation of the source
        You are the support assistant of a shop for outdoor furniture.
        Answer in the language of the customer.
        Never quote a price from memory.
        Look up orders with your tools before you say anything.

        Refunds above fifty euros go to a person.
        Vouchers are given once for each order.
        Legal questions go to a person as well.
        Rule 1: say what happens next, who does it, and by when.
        Rule 2: say what happens next, who does it, and by when.
        Rule 3: say what happens next, who does it, and by when.
        Rule 4: say what happens next, who does it, and by when.
        Rule 5: say what happens next, who does it, and by when.
        Rule 6: say what happens next, who does it, and by when.
        Rule 7: say what happens next, who does it, and by when.
        Rule 8: say what happens next, who does it, and by when.
        Rule 9: say what happens next, who does it, and by when.
        Rule 10: say what happens next, who does it, and by when.
        Rule 11: say what happens next, who does it, and by when.
        Rule 12: say what happens next, who does it, and by when.
        Rule 13: say what happens next, who does it, and by when.
        Rule 14: say what happens next, who does it, and by when.
        Rule 15: say what happens next, who does it, and by when.
        Rule 16: say what happens next, who does it, and by when.
        Rule 17: say what happens next, who does it, and by when.
        Rule 18: say what happens next, who does it, and by when.
        Rule 19: say what happens next, who does it, and by when.
        Rule 20: say what happens next, who does it, and by when.
        Rule 21: say what happens next, who does it, and by when.
        Rule 22: say what happens next, who does it, and by when.
        Rule 23: say what happens next, who does it, and by when.
        Rule 24: say what happens next, who does it, and by when.
        Rule 25: say what happens next, who does it, and by when.
        Rule 26: say what happens next, who does it, and by when.
        Rule 27: say what happens next, who does it, and by when.
        Rule 28: say what happens next, who does it, and by when.
        Rule 29: say what happens next, who does it, and by when.
        Rule 30: say what happens next, who does it, and by when.
        Rule 31: say what happens next, who does it, and by when.
        Rule 32: say what happens next, who does it, and by when.
        Rule 33: say what happens next, who does it, and by when.
    `,
    input: question,
  });
}

export function indentedDump(orders: unknown[]) {
  return client.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    input: `Sum up: ${JSON.stringify(orders, null, 2)}`,
                    // ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ wasteful-encoding: indented by 2
  });
}

export function prices(question: string) {
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions: pricePrompt, input: question });
}

export function dense(orders: unknown[]) {
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: `Sum up: ${JSON.stringify(orders)}` });
}
