import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();

export async function draftsOfAnyPrice() {
  const drafts: Anthropic.ContentBlock[][] = [];
  for (let number = 0; number < 20; number++) {
    const draft = await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 1000,
      messages: [{ role: 'user', content: 'Draft a plan for moving a warehouse.' }],
    });
    drafts.push(draft.content);
  }
  return drafts;
}
