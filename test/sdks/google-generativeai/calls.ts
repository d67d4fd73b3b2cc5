import { GoogleGenerativeAI } from '@google/generative-ai';

const client = new GoogleGenerativeAI('key');
const model = client.getGenerativeModel({ model: 'gemini-1.5-flash', systemInstruction: 'Be brief.', generationConfig: { maxOutputTokens: 90 } });

export const short = (text: string) => model.generateContent(text);
// ^ call generateContent model=gemini-1.5-flash cap=90 parts=system,history

export const long = (text: string) =>
  model.generateContentStream({ contents: [{ role: 'user', parts: [{ text }] }], generationConfig: { maxOutputTokens: 4000 } });
// ^ call generateContentStream model=gemini-1.5-flash cap=4000 parts=system,user

export async function talk(text: string) {
  const chat = model.startChat({ history: [{ role: 'user', parts: [{ text: 'Hello' }] }] });
  return chat.sendMessage(text);
  // ^ call sendMessage model=gemini-1.5-flash cap=90 parts=system,user,user
}

export const sizes = (text: string) => model.countTokens(text);
// ^ count countTokens model=gemini-1.5-flash
export const vector = (text: string) => client.getGenerativeModel({ model: 'text-embedding-004' }).embedContent(text);
// ^ embed embedContent model=text-embedding-004

// Another library's model: no call of this one.
declare const other: { generateContent(text: string): Promise<string> };
export const silent = () => other.generateContent('x');
