import { query } from '@anthropic-ai/claude-agent-sdk';

export async function runs(prompt: string) {
  for await (const message of query({ prompt, options: { model: 'claude-sonnet-4-5', maxTurns: 5 } })) {
    // ^ run query model=claude-sonnet-4-5 bound=bounded max=5
    console.log(message);
  }
  for await (const message of query({ prompt })) {
    // ^ run query bound=unbounded
    console.log(message);
  }
}

// Nothing below asks a model.
export function decoys(database: { query(text: string): unknown }) {
  return database.query('select 1');
}
