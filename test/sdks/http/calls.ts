import axios from 'axios';
import got from 'got';

const KEY = process.env.OPENAI_API_KEY;

export async function openai(text: string) {
  const response = await fetch('https://api.openai.com/v1/chat/completions', {
    // ^ call http:/v1/chat/completions model=gpt-4o cap=100 provider=openai parts=system,user text=Be_brief.|{text}
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}` },
    body: JSON.stringify({
      model: 'gpt-4o',
      max_tokens: 100,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: text },
      ],
    }),
  });
  return response.json();
}

export async function anthropic(text: string) {
  const options = { method: 'POST', body: JSON.stringify({ model: 'claude-3-5-haiku-latest', max_tokens: 9, messages: [{ role: 'user', content: text }] }) };
  return fetch('https://api.anthropic.com/v1/messages', options);
  // ^ call http:/v1/messages model=claude-3-5-haiku-latest cap=9 provider=anthropic
}

export const gemini = (text: string, model = 'gemini-2.0-flash') =>
  fetch(`https://generativelanguage.googleapis.com/v1beta/models/${model}:streamGenerateContent`, { method: 'POST', body: JSON.stringify({ contents: [{ parts: [{ text }] }] }) });
// ^ call http::generateContent model=gemini-2.0-flash cap=absent provider=google

export const posted = (text: string) =>
  axios.post('https://api.deepseek.com/v1/chat/completions', { model: 'deepseek-chat', messages: [{ role: 'user', content: text }] }, { headers: {} });
// ^ call http:/v1/chat/completions model=deepseek-chat provider=deepseek

export const configured = (text: string) => axios({ method: 'post', url: 'https://api.x.ai/v1/chat/completions', data: { model: 'grok-4', messages: [{ role: 'user', content: text }], max_tokens: 4 } });
// ^ call http:/v1/chat/completions model=grok-4 cap=4 provider=x-ai

const api = axios.create({ baseURL: 'https://api.mistral.ai/v1' });
export const based = (text: string) => api.post('/chat/completions', { model: 'mistral-small-latest', messages: [{ role: 'user', content: text }] });
// ^ call http:/v1/chat/completions model=mistral-small-latest provider=mistral

export const gotten = (text: string) => got.post('https://api.together.xyz/v1/chat/completions', { json: { model: 'meta-llama/Llama-3-8b-chat-hf', messages: [{ role: 'user', content: text }] } });
// ^ call http:/v1/chat/completions provider=together

export const local = (prompt: string) => fetch(`${process.env.OLLAMA_HOST}/api/generate`, { method: 'POST', body: JSON.stringify({ model: 'llama3', prompt }) });
// ^ call http:/api/generate model=llama3

// The app's own back end pays, and is read where it stands.
export const own = (messages: unknown[]) => fetch('/api/chat', { method: 'POST', body: JSON.stringify({ model: 'gpt-4o', messages }) });
export const proxied = (messages: unknown[]) => fetch('/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'gpt-4o', messages }) });
export const given = (url: string, messages: unknown[]) => fetch(url, { method: 'POST', body: JSON.stringify({ model: 'gpt-4o', messages }) });
export const listed = () => fetch('https://api.openai.com/v1/models');
