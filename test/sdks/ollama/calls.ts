import ollama, { Ollama } from 'ollama';

export const answer = (text: string) => ollama.chat({ model: 'llama3.2', messages: [{ role: 'user', content: text }], options: { num_predict: 128 } });
// ^ call chat model=llama3.2 cap=128 host=local

const client = new Ollama({ host: 'http://127.0.0.1:11434' });
export const generate = (text: string) => client.generate({ model: 'mistral', prompt: text });
// ^ call generate model=mistral cap=absent host=local
export const vector = (text: string) => ollama.embed({ model: 'nomic-embed-text', input: text });
// ^ embed embed model=nomic-embed-text
