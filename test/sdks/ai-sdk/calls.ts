import { anthropic } from '@ai-sdk/anthropic';
import { google } from '@ai-sdk/google';
import { HarnessAgent } from '@ai-sdk/harness/agent';
import { createAgentUIStreamResponse, generateText, stepCountIs, ToolLoopAgent, wrapLanguageModel } from 'ai';
import { cache } from 'react';
import { describe, expect, it, vi } from 'vitest';

const helper = new ToolLoopAgent({ model: anthropic('claude-haiku-4-5'), instructions: 'You help.', maxOutputTokens: 300, stopWhen: stepCountIs(4) });

export async function POST(request: Request) {
  return createAgentUIStreamResponse({ agent: helper, uiMessages: await request.json() });
  // ^ run createAgentUIStreamResponse model=claude-haiku-4-5 cap=300 bound=bounded max=4
}

export const answer = (prompt: string) => helper.generate({ prompt });
// ^ run generate model=claude-haiku-4-5 cap=300 bound=bounded max=4

const coder = new HarnessAgent({ harness: {}, sandbox: {} });
export const edit = (prompt: string) => coder.stream({ prompt });
// ^ run stream bound=unbounded

export const image = () => generateText({ model: google.interactions('gemini-3.1-flash-image-preview'), prompt: 'A hat.' });
// ^ call generateText model=gemini-3.1-flash-image-preview provider=google

export const wrapped = () => generateText({ model: wrapLanguageModel({ model: anthropic('claude-haiku-4-5'), middleware: [] }), prompt: 'Hi' });
// ^ call generateText model=claude-haiku-4-5

// What is remembered is asked where it is called.
const title = cache(async (text: string) => generateText({ model: anthropic('claude-haiku-4-5'), prompt: text }));
// ^ call generateText model=claude-haiku-4-5
export const page = () => title('A long text');
// ^ call generateText model=claude-haiku-4-5 via=1

// A test that looks whether a function was called calls none.
describe('titles', () => {
  it('asks once', () => {
    vi.mocked(generateText).mockResolvedValue({} as never);
    expect(generateText).toHaveBeenCalledOnce();
    expect(vi.mocked(answer).mock.calls).toHaveLength(0);
  });
});
