import { GoogleGenAI } from '@google/genai';
import { HANDBOOK } from './handbook';

const client = new GoogleGenAI({});

export async function store() {
  return client.caches.create({ model: 'gemini-3.5-flash', config: { systemInstruction: HANDBOOK } });
      // ~~~~~~~~~~~~~~~~~~~~ leaked-cache-storage: What is stored here is kept for 1 hour, the vendor's
}
