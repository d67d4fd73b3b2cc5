import OpenAI from 'openai';

const openai = new OpenAI();

const instructions = `Read the invoice and answer with JSON:
{"number": string, "date": "YYYY-MM-DD", "supplier": string, "net": number, "tax": number, "currency": string}.
Amounts have a point as decimal mark. Leave out what the invoice does not say.`;

export interface Invoice {
  number: string;
  date: string;
  supplier: string;
  net: number;
  tax: number;
  currency: string;
}

/** Asks again until the answer is valid JSON. */
export async function readInvoice(text: string): Promise<Invoice> {
  while (true) {
    try {
      const response = await openai.responses.create({
        model: 'gpt-5.4',
        instructions,
        input: text,
        max_output_tokens: 600,
      });
      return JSON.parse(response.output_text);
    } catch (error) {
      console.warn('The answer was no JSON, asking again', error);
    }
  }
}
