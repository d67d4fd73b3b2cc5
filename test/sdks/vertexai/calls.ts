import { VertexAI } from '@google-cloud/vertexai';

const vertex = new VertexAI({ project: 'p', location: 'europe-west1' });
const model = vertex.getGenerativeModel({ model: 'gemini-1.5-pro-002', generationConfig: { maxOutputTokens: 256 } });

export const answer = (text: string) => model.generateContent({ contents: [{ role: 'user', parts: [{ text }] }] });
// ^ call generateContent model=gemini-1.5-pro-002 cap=256 host=vertex
export const preview = (text: string) => vertex.preview.getGenerativeModel({ model: 'gemini-1.5-flash-002' }).generateContentStream(text);
// ^ call generateContentStream model=gemini-1.5-flash-002 cap=absent
