import { describe, expect, test } from 'vitest';
import type { CountableRequest, CountingApi, Message, Piece } from '../../server/core/tokens/request.ts';
import { readRequestBody } from '../../server/core/tokens/request-body.ts';
import { countRequest, type RequestCount } from '../../server/core/tokens/requests.ts';
import { createTokenizer, isNeeds } from '../../server/core/tokens/tokenizer.ts';
import { namespaceOfTools } from '../../server/core/tokens/tool-namespace.ts';
import { loadedTokenizer } from './ranks.ts';

const tokenizer = loadedTokenizer();

function count(request: CountableRequest): RequestCount {
  const found = countRequest(request, tokenizer);
  if (isNeeds(found)) throw new Error(`needs ${found.needs}`);
  return found;
}

function body(api: CountingApi, value: unknown): RequestCount {
  const request = readRequestBody(api, value);
  if (!request) throw new Error('not read');
  return count(request);
}

const user = (...pieces: Piece[]): Message => ({ role: 'user', name: null, pieces });
const text = (value: string): Piece => ({ kind: 'text', text: value });

function request(api: CountingApi, model: string, extra: Partial<CountableRequest> = {}): CountableRequest {
  return { api, model, system: [], messages: [], tools: [], toolChoice: 'auto', thinking: 'off', output: null, stored: [], ...extra };
}

describe('OpenAI', () => {
  const messages = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Reply with OK.' },
  ];

  test('bills four tokens a message and three to begin the answer, two on reasoning models', () => {
    expect(body('openai.chat', { model: 'gpt-4o', messages }).total).toMatchObject({ floor: 18, likely: 18, ceiling: 18 });
    expect(body('openai.chat', { model: 'gpt-5', messages }).total).toMatchObject({ floor: 17, likely: 17, ceiling: 17 });
  });

  test('bills instructions of Responses as a message', () => {
    const responses = body('openai.responses', { model: 'gpt-4.1', instructions: 'Be brief.', input: 'Reply with OK.' });
    expect(responses.total.likely).toBe(18);
  });

  test('bills embeddings by their text alone', () => {
    expect(body('openai.embeddings', { model: 'text-embedding-3-small', input: ['hello', 'world'] }).total).toMatchObject({
      floor: 2,
      likely: 2,
      ceiling: 2,
    });
  });

  test('shows tools to the model as a TypeScript namespace', () => {
    const schema = {
      type: 'object',
      properties: {
        place: { type: 'string', description: 'A city' },
        unit: { type: 'string', enum: ['c', 'f'] },
        days: { type: 'array', items: { $ref: '#/$defs/Day' } },
      },
      required: ['place'],
      $defs: { Day: { type: 'object', properties: { n: { type: 'integer', description: 'left out' } }, required: ['n'] } },
    };
    expect(
      namespaceOfTools([
        { name: 'forecast', description: 'Says the weather.', schema },
        { name: 'now', description: '', schema: {} },
      ]),
    ).toBe(
      [
        'namespace functions {',
        '',
        '// Says the weather.',
        'type forecast = (_: {',
        '// A city',
        'place: string,',
        'unit?: "c" | "f",',
        'days?: {\nn: number,\n}[],',
        '}) => any;',
        '',
        'type now = () => any;',
        '',
        '} // namespace functions',
      ].join('\n'),
    );
  });

  test('shows the default of a parameter, and many tools cost less than one by one', () => {
    const schema = { type: 'object', properties: { brief: { type: 'boolean', default: false } } };
    expect(namespaceOfTools([{ name: 'f', description: '', schema }])).toContain('brief?: boolean, // default: false');
    const tools = Array.from({ length: 20 }, (_, at) => ({ type: 'function', name: `tool_${at}`, parameters: {} }));
    const { parts } = body('openai.responses', { model: 'gpt-4o', input: 'Hi', tools });
    expect(parts.find(({ role, index }) => role === 'overhead' && index === 1)?.tokens.likely).toBeLessThan(0);
  });

  test('a schema that refers to itself ends', () => {
    const schema = {
      type: 'object',
      properties: { next: { $ref: '#/$defs/Node' } },
      $defs: { Node: { type: 'object', properties: { next: { $ref: '#/$defs/Node' } } } },
    };
    expect(namespaceOfTools([{ name: 'walk', description: '', schema }]).length).toBeLessThan(2_000);
  });

  test('bills images by tiles or by patches', () => {
    const image = (model: string, width: number, height: number): number | null =>
      count(request('openai.chat', model, { messages: [user({ kind: 'image', size: { width, height }, detail: 'high' })] })).total.likely;
    expect(image('gpt-4o', 1_024, 1_024)).toBe(765 + 7);
    expect(image('gpt-5', 1_024, 1_024)).toBe(630 + 6);
    expect(image('gpt-5-mini', 1_024, 1_024)).toBe(1_659 + 6);
    expect(image('gpt-4.1-nano', 1_024, 1_024)).toBe(2_519 + 7);
  });
});

describe('Anthropic', () => {
  test('brings a hidden prompt with the first tool, another where one must be called', () => {
    const tools = [{ name: 'look_up', description: 'Looks up.', input_schema: { type: 'object', properties: {} } }];
    const messages = [{ role: 'user', content: 'Hi' }];
    const likely = (extra: object): number =>
      body('anthropic.messages', { model: 'claude-sonnet-4-5', messages, ...extra }).total.likely ?? 0;
    const alone = likely({});
    expect(alone).toBe(8);
    expect(likely({ tools }) - alone).toBeGreaterThan(496);
    expect(likely({ tools, tool_choice: { type: 'any' } }) - likely({ tools })).toBe(92);
  });

  test('bills thinking as a mode of the request, and old thoughts not at all', () => {
    const first = { role: 'user', content: 'What is it?' };
    const thought = {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'A long thought about it. '.repeat(50) },
        { type: 'text', text: 'It.' },
      ],
    };
    const likely = (messages: unknown[], thinking?: object): number =>
      body('anthropic.messages', { model: 'claude-sonnet-4-5', messages, thinking }).total.likely ?? 0;
    expect(likely([first], { type: 'enabled', budget_tokens: 2_000 }) - likely([first])).toBe(29);
    expect(likely([first, thought, first])).toBeLessThan(40);
  });

  test('tells the model of a budget for its task', () => {
    const task = { model: 'claude-opus-4-7', messages: [{ role: 'user', content: 'Hi' }] };
    const budget = { ...task, output_config: { task_budget: { type: 'tokens', total: 20_000 } } };
    expect((body('anthropic.messages', budget).total.likely ?? 0) - (body('anthropic.messages', task).total.likely ?? 0)).toBe(39);
  });

  test('bills a request twice that must search for its tools first', () => {
    const tools = [
      { type: 'tool_search_tool_bm25_20251119', name: 'tool_search_tool_bm25' },
      { name: 'rates', description: '', defer_loading: true, input_schema: { type: 'object', properties: {} } },
    ];
    const always = { name: 'now', description: '', input_schema: { type: 'object', properties: {} } };
    const total = (own: unknown[]): RequestCount['total'] =>
      body('anthropic.messages', { model: 'claude-sonnet-4-6', tools: own, messages: [{ role: 'user', content: 'Hi' }] }).total;
    expect(total(tools).likely).toBeGreaterThan(1_400);
    expect(total(tools).floor).toBeLessThan(750);
    expect(total([...tools, always]).likely).toBeLessThan(800);
  });

  test('shrinks images to the most that the generation takes', () => {
    const image = (model: string): number | null =>
      count(
        request('anthropic.messages', model, {
          messages: [user({ kind: 'image', size: { width: 3_840, height: 2_160 }, detail: 'auto' })],
        }),
      ).total.likely;
    expect(image('claude-sonnet-4-5')).toBe(1_568 + 7);
    expect(image('claude-opus-4-8')).toBe(4_784 + 6);
  });

  test('bills a tool that is loaded later once it has been found', () => {
    const tools = [
      {
        name: 'rates',
        description: 'Rates of exchange.',
        defer_loading: true,
        input_schema: { type: 'object', properties: { pair: { type: 'string' } } },
      },
    ];
    const found = {
      role: 'user',
      content: [{ type: 'tool_result', tool_use_id: 't', content: [{ type: 'tool_reference', tool_name: 'rates' }] }],
    };
    const tool = (messages: unknown[]): number | null | undefined =>
      body('anthropic.messages', { model: 'claude-opus-5', tools, messages }).parts.find(({ role }) => role === 'tool')?.tokens.likely;
    expect(tool([{ role: 'user', content: 'Hi' }])).toBe(0);
    expect(tool([{ role: 'user', content: 'Hi' }, found])).toBeGreaterThan(30);
  });
});

describe('Gemini', () => {
  test('bills little beside the text', () => {
    const { total } = body('gemini.generateContent', {
      model: 'gemini-2.5-flash',
      contents: [{ role: 'user', parts: [{ text: 'Reply with the single word: ok' }] }],
    });
    expect(total.likely).toBeGreaterThanOrEqual(7);
    expect(total.likely).toBeLessThanOrEqual(9);
  });

  test('bills images by tiles', () => {
    const image = (width: number, height: number): number | null =>
      count(
        request('gemini.generateContent', 'gemini-2.0-flash', {
          messages: [user({ kind: 'image', size: { width, height }, detail: 'auto' })],
        }),
      ).total.likely;
    expect(image(300, 300)).toBe(258);
    expect(image(1_536, 768)).toBe(516);
  });
});

describe('any request', () => {
  const models: readonly (readonly [CountingApi, string])[] = [
    ['openai.chat', 'gpt-4o'],
    ['anthropic.messages', 'claude-opus-5'],
    ['gemini.generateContent', 'gemini-2.5-pro'],
    ['bedrock.converse', 'us.amazon.nova-pro-v1:0'],
    ['openai.chat', 'my-own-model'],
  ];

  test.each(models)('of %s with a hole has a floor, and no point', (api, model) => {
    const holed = count(
      request(api, model, {
        messages: [user(text('Answer this question, please: '), { kind: 'hole', name: 'question', maxTokens: null })],
      }),
    ).total;
    expect(holed).toMatchObject({ likely: null, ceiling: null });
    expect(holed.floor).toBeGreaterThan(3);
    expect(holed.basis.some(({ note }) => note.includes('{question}'))).toBe(true);
  });

  test('with a bounded hole has a ceiling', () => {
    const pieces: Piece[] = [text('Answer: '), { kind: 'hole', name: 'answer', maxTokens: 100 }];
    expect(count(request('openai.chat', 'gpt-4o', { messages: [user(...pieces)] })).total).toMatchObject({
      floor: 9,
      likely: null,
      ceiling: 109,
    });
  });

  test.each(models)('of %s is the sum of its parts', (api, model) => {
    const { total, parts } = count(
      request(api, model, {
        system: [text('Be brief.')],
        messages: [user(text('Hi')), { role: 'assistant', name: null, pieces: [{ kind: 'tool-use', name: 'f', input: '{"a":1}' }] }],
        tools: [
          {
            kind: 'function',
            name: 'f',
            description: 'Does it.',
            schema: { type: 'object', properties: { a: { type: 'integer' } } },
            isStrict: false,
            isDeferred: false,
          },
        ],
        output: { name: 'o', schema: { type: 'object' } },
      }),
    );
    expect(parts.reduce((sum, { tokens }) => sum + (tokens.likely ?? 0), 0)).toBe(total.likely);
    expect(new Set(parts.map(({ role }) => role))).toEqual(new Set(['tool', 'output', 'system', 'message', 'overhead']));
    expect(total.floor).toBeLessThanOrEqual(total.likely ?? 0);
    expect(total.ceiling ?? 0).toBeGreaterThanOrEqual(total.likely ?? 0);
  });

  test('with a conversation stored elsewhere has no point', () => {
    expect(body('openai.responses', { model: 'gpt-5', input: 'Go on.', previous_response_id: 'r' }).total).toMatchObject({
      likely: null,
      ceiling: null,
    });
  });

  test('asks for the ranks that it needs', () => {
    expect(countRequest(request('openai.chat', 'gpt-4'), createTokenizer({ assets: new Map() }))).toEqual({ needs: 'ranks/cl100k_base' });
  });
});
