import { ChromaClient } from 'chromadb';
import OpenAI from 'openai';

const client = new OpenAI();
const chroma = new ChromaClient();

export async function everything(question: string, product: string) {
  const collection = await chroma.getCollection({ name: 'manuals' });
  const found = await collection.get({ where: { product } });
                   // ~~~~~~~~~~~~~~ unbounded-retrieval: nothing limits how many
  return client.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    input: `${question}\n\n${found.documents.join('\n')}`,
  });
}

export async function bestFew(question: string) {
  const collection = await chroma.getCollection({ name: 'manuals' });
  const found = await collection.query({ queryTexts: [question], nResults: 3 });
  return client.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    input: `${question}\n\n${found.documents.join('\n')}`,
  });
}
