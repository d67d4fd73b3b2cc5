import { CohereClient, CohereClientV2 } from 'cohere-ai';

const client = new CohereClientV2({ token: 'key' });
const old = new CohereClient({ token: 'key' });

export const answer = (text: string) => client.chat({ model: 'command-a-03-2025', maxTokens: 150, messages: [{ role: 'user', content: text }] });
// ^ call chat model=command-a-03-2025 cap=150
export const first = (text: string) => old.chatStream({ model: 'command-r', message: text, preamble: 'Be kind.' });
// ^ call chatStream model=command-r cap=absent parts=system,user
export const vectors = (texts: string[]) => client.embed({ model: 'embed-v4.0', texts, inputType: 'search_document', embeddingTypes: ['float'] });
// ^ embed embed model=embed-v4.0
