import { GoogleGenAI } from '@google/genai';
import { HANDBOOK } from './handbook';

const client = new GoogleGenAI({});

export async function forTenMinutes() {
  return client.caches.create({ model: 'gemini-3.5-flash', config: { systemInstruction: HANDBOOK, ttl: '600s' } });
}
