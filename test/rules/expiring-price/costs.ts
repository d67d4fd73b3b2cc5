import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({});

export function promotional(question: string) {
  return ai.models.generateContent({
    model: 'gemini-3.6-flash',
        // ~~~~~~~~~~~~~~~~~~ expiring-price: From 2027-01-01 on, a million tokens of input cost $1.50 instead of $0.75
    contents: question,
    config: { maxOutputTokens: 300 },
  });
}

export function standing(question: string) {
  return ai.models.generateContent({ model: 'gemini-3.5-flash', contents: question, config: { maxOutputTokens: 300 } });
}
