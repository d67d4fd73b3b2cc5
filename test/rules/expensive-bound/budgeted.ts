import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();

export async function budgetedPlan() {
  const drafts: Anthropic.ContentBlock[][] = [];
  for (let number = 0; number < 20; number++) {
// ~~~ expensive-bound: Up to 20 passes of at most $0.0251 make
    const draft = await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 1000,
      messages: [{ role: 'user', content: 'Draft a plan for moving a warehouse.' }],
    });
    drafts.push(draft.content);
  }
  return drafts;
}
