import { GoogleGenAI, Type } from '@google/genai';

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

export async function answer(question: string) {
  const response = await ai.models.generateContent({
    // ^ call models.generateContent model=gemini-2.5-flash cap=500 provider=google tools=1
    model: 'gemini-2.5-flash',
    contents: question,
    config: {
      systemInstruction: 'Be brief.',
      maxOutputTokens: 500,
      tools: [{ functionDeclarations: [{ name: 'find', description: 'Finds.', parameters: { type: Type.OBJECT } }] }],
    },
  });
  return response.text;
}

export async function* stream(text: string) {
  const parts = await ai.models.generateContentStream({ model: 'gemini-2.5-pro', contents: [{ role: 'user', parts: [{ text: 'Say:' }, { text }] }] });
  // ^ call models.generateContentStream model=gemini-2.5-pro cap=absent parts=user,user text=Say:|{text}
  for await (const part of parts) yield part.text;
}

export async function talk(text: string) {
  const chat = ai.chats.create({ model: 'gemini-2.5-flash', config: { maxOutputTokens: 60 } });
  return chat.sendMessage({ message: text });
  // ^ call sendMessage model=gemini-2.5-flash cap=60
}

export async function sizes(text: string) {
  await ai.models.embedContent({ model: 'gemini-embedding-001', contents: text });
  // ^ embed models.embedContent model=gemini-embedding-001
  return ai.models.countTokens({ model: 'gemini-2.5-flash', contents: text });
  // ^ count models.countTokens model=gemini-2.5-flash
}

// Nothing below asks a model.
export const idle = ai.chats.create({ model: 'gemini-2.5-flash' });
export const listed = ai.models.list();
