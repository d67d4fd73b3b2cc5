import Instructor from '@instructor-ai/instructor';
import OpenAI from 'openai';

const client = Instructor({ client: new OpenAI(), mode: 'TOOLS' });

export async function asks(text: string, schema: object) {
  return client.chat.completions.create({ model: 'gpt-5', max_retries: 2, messages: [{ role: 'user', content: text }], response_model: { schema, name: 'User' } });
  // ^ call chat.completions.create model=gpt-5 parts=user
}

// Nothing below asks a model.
export const decoys = (users: { create(user: object): unknown }) => users.create({ name: 'a' });
