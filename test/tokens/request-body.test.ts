import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountingApi } from '../../server/core/tokens/request.ts';
import { apiOfShape, apiOfUrl, modelOfUrl, readRequestBody } from '../../server/core/tokens/request-body.ts';

const apis: readonly CountingApi[] = [
  'anthropic.messages',
  'openai.chat',
  'openai.responses',
  'openai.embeddings',
  'gemini.generateContent',
  'bedrock.converse',
];

test.each([
  ['/v1/messages', 'anthropic.messages', null],
  ['https://api.anthropic.com/v1/messages/count_tokens?beta=true', 'anthropic.messages', null],
  ['/v1/chat/completions', 'openai.chat', null],
  ['/v1/responses', 'openai.responses', null],
  ['/v1/embeddings', 'openai.embeddings', null],
  ['/v1beta/models/gemini-2.5-flash:generateContent', 'gemini.generateContent', 'gemini-2.5-flash'],
  ['/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse', 'gemini.generateContent', 'gemini-2.5-flash'],
  ['/model/us.amazon.nova-pro-v1%3A0/converse', 'bedrock.converse', 'us.amazon.nova-pro-v1:0'],
  ['/model/us.amazon.nova-pro-v1:0/converse-stream', 'bedrock.converse', 'us.amazon.nova-pro-v1:0'],
  ['/v1/files', null, null],
])('the address %s belongs to %s', (url, api, model) => {
  expect(apiOfUrl(url)).toBe(api);
  expect(modelOfUrl(url)).toBe(model);
});

test.each<[CountingApi | null, unknown]>([
  ['anthropic.messages', { model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] }],
  ['anthropic.messages', { model: 'x', system: 'Be brief.', messages: [] }],
  ['openai.chat', { model: 'gpt-4o', messages: [{ role: 'system', content: 'Be brief.' }] }],
  ['openai.chat', { model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'system', content: 'Through a gateway.' }] }],
  ['openai.responses', { model: 'gpt-5', input: 'Hi' }],
  ['openai.embeddings', { model: 'text-embedding-3-small', input: ['a'] }],
  ['gemini.generateContent', { contents: [{ parts: [{ text: 'Hi' }] }] }],
  ['bedrock.converse', { messages: [], inferenceConfig: { maxTokens: 5 } }],
  [null, { prompt: 'Hi' }],
  [null, 'Hi'],
])('the shape of %s is known', (api, body) => {
  expect(apiOfShape(body)).toBe(api);
});

describe('a body', () => {
  test('of Anthropic is read with tools, results, thinking and images', () => {
    const request = readRequestBody('anthropic.messages', {
      model: 'claude-sonnet-4-5',
      system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
      thinking: { type: 'enabled', budget_tokens: 2_000 },
      tool_choice: { type: 'any' },
      tools: [
        { name: 'look_up', description: 'Looks up.', input_schema: { type: 'object' } },
        { type: 'web_search_20250305', name: 'web_search' },
      ],
      messages: [
        { role: 'user', content: 'What is it?' },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Hm.', signature: 'xyz' },
            { type: 'tool_use', id: 't1', name: 'look_up', input: { key: 'a' } },
          ],
        },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't1', content: [{ type: 'text', text: 'It is.' }] }] },
      ],
    });
    expect(request).toMatchObject({
      system: [{ kind: 'text', text: 'Be brief.' }],
      thinking: 'on',
      toolChoice: 'forced',
      tools: [
        { kind: 'function', name: 'look_up' },
        { kind: 'server', type: 'web_search_20250305' },
      ],
      messages: [
        { role: 'user', pieces: [{ kind: 'text', text: 'What is it?' }] },
        {
          role: 'assistant',
          pieces: [
            { kind: 'thinking', text: 'Hm.' },
            { kind: 'tool-use', name: 'look_up', input: '{"key":"a"}' },
          ],
        },
        { role: 'user', pieces: [{ kind: 'tool-result', pieces: [{ kind: 'text', text: 'It is.' }] }] },
      ],
    });
  });

  test('of OpenAI says which tool an answer belongs to', () => {
    const request = readRequestBody('openai.chat', {
      model: 'gpt-4o',
      messages: [
        { role: 'assistant', content: null, tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look_up', arguments: '{}' } }] },
        { role: 'tool', tool_call_id: 'c1', content: 'It is.' },
      ],
    });
    expect(request?.messages[1]).toMatchObject({ role: 'tool', pieces: [{ kind: 'tool-result', name: 'look_up' }] });
  });

  test('of Responses keeps what stands with the vendor as stored', () => {
    expect(readRequestBody('openai.responses', { model: 'gpt-5', input: 'Go on.', previous_response_id: 'resp_1' })?.stored).toEqual([
      'previous_response_id',
    ]);
  });

  test('of Gemini is read in both spellings', () => {
    const camel = {
      contents: [{ parts: [{ functionCall: { name: 'f', args: { a: 1 } } }] }],
      systemInstruction: { parts: [{ text: 'S' }] },
    };
    const snake = {
      contents: [{ parts: [{ function_call: { name: 'f', args: { a: 1 } } }] }],
      system_instruction: { parts: [{ text: 'S' }] },
    };
    expect(readRequestBody('gemini.generateContent', snake)).toEqual(readRequestBody('gemini.generateContent', camel));
  });

  test('takes the model of the address where it names none', () => {
    expect(readRequestBody('gemini.generateContent', { contents: [] }, 'gemini-2.5-pro')?.model).toBe('gemini-2.5-pro');
  });

  test('shows the pixels of an image that is sent along', () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAUCAIAAAA7jDsBAAAAEElEQVR42mNk+M9AfQAAAwEBANkzVpUAAAAASUVORK5CYII=';
    const content = [{ type: 'image_url', image_url: { url: `data:image/png;base64,${png}`, detail: 'high' } }];
    expect(readRequestBody('openai.chat', { messages: [{ role: 'user', content }] })?.messages[0]?.pieces).toEqual([
      { kind: 'image', size: { width: 10, height: 20 }, detail: 'high' },
    ]);
  });

  test('that is none is refused, and no body makes the reader throw', () => {
    for (const api of apis) expect(readRequestBody(api, 'text')).toBeNull();
    const odd = fc.record({
      messages: fc.array(fc.anything()),
      contents: fc.array(fc.anything()),
      input: fc.anything(),
      tools: fc.anything(),
      system: fc.anything(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...apis), odd, (api, body) => void readRequestBody(api, body)),
      { numRuns: 500, seed: 5 },
    );
  });
});
