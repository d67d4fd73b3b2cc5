import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequestLine } from '../../../server/core/languages/request/line.ts';
import { readRequestFile } from '../../../server/core/languages/request/read.ts';
import type { RequestFile } from '../../../server/core/module/request-file.ts';

const read = (text: string): RequestFile | null => readRequestFile({ file: 'requests.json', text });
const summary = (reading: RequestFile | null) => reading?.entries.map(({ customId, line, model }) => [customId, line, model]);
const body = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }] };
const line = (value: unknown): string => JSON.stringify(value);

describe('one saved body', () => {
  it.each([
    ['chat', body, 'gpt-4o'],
    ['responses', { model: 'gpt-4o', input: 'Hi' }, 'gpt-4o'],
    ['gemini', { contents: [{ parts: [{ text: 'Hi' }] }] }, null],
    ['converse', { modelId: 'amazon.nova-micro-v1:0', messages: [] }, 'amazon.nova-micro-v1:0'],
    ['embeddings', { model: 'text-embedding-3-small', input: ['a'] }, 'text-embedding-3-small'],
  ])('%s', (_, value, model) => {
    for (const text of [line(value), JSON.stringify(value, null, 2), `\ufeff${line(value)}\r\n`]) {
      const reading = read(text);
      expect(reading).toMatchObject({ form: 'body', problems: [] });
      expect(reading?.entries).toMatchObject([{ customId: null, line: 1, method: null, url: null, body: value, usage: null, model }]);
    }
  });

  it('keeps the usage that stands beside the request', () => {
    const usage = { input_tokens: 3, output_tokens: 1 };
    expect(read(line({ request: body, response: { usage } }))?.entries[0]).toMatchObject({ body, usage, model: 'gpt-4o' });
    expect(read(line({ ...body, usage }))?.entries[0]).toMatchObject({ usage });
  });
});

describe('many requests', () => {
  const anthropic = { custom_id: 'a', params: { model: 'claude-sonnet-4-5', max_tokens: 5, messages: [] } };

  it('in an array', () => {
    const text = JSON.stringify([body, anthropic], null, 1);
    const reading = read(text);
    expect(reading?.form).toBe('array');
    expect(summary(reading)).toEqual([
      [null, 2, 'gpt-4o'],
      ['a', 11, 'claude-sonnet-4-5'],
    ]);
    expect(reading?.entries.map(({ span }) => JSON.parse(text.slice(span.start, span.end)))).toEqual([body, anthropic]);
  });

  it('under `requests`', () => {
    expect(summary(read(JSON.stringify({ note: '"requests": [', requests: [anthropic] }, null, 2)))).toEqual([
      ['a', 4, 'claude-sonnet-4-5'],
    ]);
  });

  it('one a line, of every vendor', () => {
    const text = [
      line({ custom_id: 'o', method: 'POST', url: '/v1/chat/completions', body }),
      line(anthropic),
      line({ key: 'g', request: { contents: [] } }),
      line({ recordId: 'b', modelInput: { messages: [] } }),
      '',
      line({ custom_id: 'done', response: { status_code: 200, body: { model: 'gpt-4o-2024-08-06', usage: { prompt_tokens: 9 } } } }),
      line({ custom_id: 'c', result: { type: 'succeeded', message: { model: 'claude-sonnet-4-5', usage: { input_tokens: 9 } } } }),
    ].join('\r\n');
    const reading = read(text);
    expect(reading?.form).toBe('lines');
    expect(reading?.problems).toEqual([]);
    expect(summary(reading)).toEqual([
      ['o', 1, 'gpt-4o'],
      ['a', 2, 'claude-sonnet-4-5'],
      ['g', 3, null],
      ['b', 4, null],
      ['done', 6, 'gpt-4o-2024-08-06'],
      ['c', 7, 'claude-sonnet-4-5'],
    ]);
    expect(reading?.entries[0]).toMatchObject({ method: 'POST', url: '/v1/chat/completions', body });
    expect(reading?.entries[4]).toMatchObject({ body: null, usage: { prompt_tokens: 9 } });
    expect(reading?.entries.map(({ span }) => text.slice(span.start, span.end).at(-1))).toEqual(['}', '}', '}', '}', '}', '}']);
  });
});

describe('the model in the URL', () => {
  it.each([
    ['/v1beta/models/gemini-2.5-flash:generateContent', 'gemini-2.5-flash'],
    [
      'https://x.googleapis.com/v1/projects/p/locations/l/publishers/google/models/gemini-2.5-pro:streamGenerateContent?alt=sse',
      'gemini-2.5-pro',
    ],
    ['/model/us.amazon.nova-micro-v1%3A0/converse', 'us.amazon.nova-micro-v1:0'],
    ['/model/broken%/invoke', 'broken%'],
    ['https://a.openai.azure.com/openai/deployments/mine/chat/completions?api-version=1', null],
    ['/v1/messages', null],
  ])('%s', (url, model) => {
    expect(read(line({ custom_id: 'x', url, body: { messages: [] } }))?.entries[0]?.model).toBe(model);
  });

  it('yields to the body', () => {
    expect(read(line({ url: '/model/a/converse', body }))?.entries[0]?.model).toBe('gpt-4o');
  });
});

describe('broken files', () => {
  it('lose a line and keep the others', () => {
    const text = `${line(body)}\n{"model": gpt}\n${line({ a: 1 })}\n${line(body)}\n`;
    const reading = read(text);
    expect(summary(reading)?.map(([, number]) => number)).toEqual([1, 4]);
    expect(reading?.problems.map(({ line: number, message }) => [number, message.split(':')[0]])).toEqual([
      [2, 'Line 2 is not valid JSON'],
      [3, 'Line 3 is no request'],
    ]);
    expect(text.slice(reading?.problems[0]?.span.start, reading?.problems[0]?.span.end)).toBe('g');
  });

  it('lose an item and keep the others', () => {
    const reading = read(
      `{"requests": [\n${line({ custom_id: 'a', params: body })},\n{"custom_id": b},\n${line({ custom_id: 'c', params: body })}\n]}`,
    );
    expect(summary(reading)?.map(([id]) => id)).toEqual(['a', 'c']);
    expect(reading?.problems).toMatchObject([{ line: 3, message: 'This is not valid JSON: unexpected "b"' }]);
  });

  it.each([
    ['{"messages": [1,]}', 'unexpected "]"', 16],
    ['{"messages": [', 'it ends too early', 14],
    ['{"messages": ["a\n"]}', 'unexpected "\\n"', 16],
    ['{"messages": [tru]}', 'unexpected "t"', 14],
    ['{"messages": [1 2]}', 'unexpected "2"', 16],
    ['{"messages": []}}', 'unexpected "}"', 16],
    ['{"messages": ["\\x"]}', 'unexpected "\\\\"', 15],
  ])('say once where: %j', (text, what, start) => {
    expect(read(text)?.problems).toMatchObject([{ message: `This is not valid JSON: ${what}`, span: { start } }]);
  });

  it.each(['', '[]', '{}', '[1, 2]', 'messages', '{"name": "package", "scripts": {}}', '{"a": 1}\n{"b": 2}\n', '{broken', '"messages"'])(
    'are not ours to speak about: %j',
    (text) => expect(read(text)).toBeNull(),
  );

  it('may hold a line of any length', () => {
    const long = 'x'.repeat(5_000_000);
    expect(readRequestLine(line({ ...body, note: long }), 1).kind).toBe('entry');
    expect(readRequestLine(`{"messages": ["${long}`, 7)).toMatchObject({
      kind: 'problem',
      problem: { line: 7, message: expect.stringContaining('ends too early') },
    });
  });
});

describe('line by line', () => {
  it('says the same as the whole text', () => {
    const lines = [line(body), '', '{"broken"', line({ custom_id: 'x', body }), '  '];
    const whole = read(lines.join('\n'));
    let start = 0;
    const single = lines.map((text, index) => {
      const result = readRequestLine(text, index + 1, start);
      start += text.length + 1;
      return result;
    });
    expect(single.flatMap((one) => (one.kind === 'entry' ? one.entry : []))).toEqual(whole?.entries);
    expect(single.flatMap((one) => (one.kind === 'problem' ? one.problem : []))).toEqual(whole?.problems);
  });
});

it('reads anything without a fault', () => {
  const scraps = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\n',
    '\r\n',
    ' ',
    '1',
    'true',
    '"messages"',
    '"requests"',
    '"body"',
    '"custom_id"',
    line(body),
    '\ufeff',
    '😀',
    '\u0000',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...scraps), fc.json(), fc.string()), { maxLength: 30 }), (parts) => {
      const text = parts.join('').replace(/^\ufeff+/, '');
      for (const { span } of [...(read(text)?.entries ?? []), ...(read(text)?.problems ?? [])]) {
        expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }
      readRequestLine(text, 1);
    }),
    { numRuns: 3000 },
  );
});
