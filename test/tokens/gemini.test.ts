import { describe, expect, test } from 'vitest';
import { writtenAnswer, writtenCall, writtenDeclaration } from '../../server/core/tokens/gemini-template.ts';
import { readRequestBody } from '../../server/core/tokens/request-body.ts';
import { countRequest } from '../../server/core/tokens/requests.ts';
import { isNeeds } from '../../server/core/tokens/tokenizer.ts';
import { loadedTokenizer } from './ranks.ts';

const tokenizer = loadedTokenizer();

function likely(model: string, body: object): number {
  const request = readRequestBody('gemini.generateContent', body, model);
  const found = request && countRequest(request, tokenizer);
  if (!found || isNeeds(found)) throw new Error('not counted');
  return found.total.likely ?? Number.NaN;
}

const shown = (written: readonly string[]): string => written.join('|');
const ask = { role: 'user', parts: [{ text: 'Hello there' }] };
const open = { type: 'object', properties: {} };
const city = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false };
const declaring = (field: string, schema: object): object => ({
  contents: [ask],
  tools: [{ functionDeclarations: [{ name: 'find', description: '', [field]: schema }] }],
});

describe('the template', () => {
  test('writes a declaration with sorted fields, and leaves out what only validates names', () => {
    expect(shown(writtenDeclaration('find', 'Finds it.', city))).toBe(
      'declaration:find{description:|Finds it.|,parameters:{properties:{city:{type:|string|}},required:[|city|],type:|object|}}',
    );
  });

  test('follows references, and ends where they go round', () => {
    const round = {
      type: 'object',
      properties: { next: { $ref: '#/$defs/Node' } },
      $defs: { Node: { properties: { next: { $ref: '#/$defs/Node' } } } },
    };
    expect(shown(writtenDeclaration('walk', '', round))).toMatch(/^declaration:walk\{parameters:\{properties:\{next:\{properties:\{next:/);
  });

  test('quotes the texts of calls and answers, and nothing else', () => {
    expect(shown(writtenCall('find', '{"city":"Rome","days":[1,2],"now":true}'))).toBe('call:find{city:|Rome|,days:[1,2],now:true}');
    expect(shown(writtenAnswer('find', '{"found":{"name":"Rome"}}'))).toBe('response:find{found:{name:|Rome|}}');
    expect(shown(writtenAnswer('find', 'not JSON'))).toBe('response:find{result:|not JSON|}');
  });
});

describe('a request', () => {
  test.each([
    ['gemini-3-flash-preview', 2 + 1 + 14],
    ['gemini-2.5-flash', 2 + 1 + 19],
    ['gemini-2.0-flash', 2 + 1 + 1],
  ])('of %s with a tool without parameters is billed as recorded ones are', (model, billed) => {
    expect(likely(model, declaring('parameters', open))).toBe(billed);
  });

  test('to Vertex AI is billed for its words alone', () => {
    expect(likely('gemini-3-flash-preview', declaring('parametersJsonSchema', open))).toBe(2 + 1);
  });

  test('of 2.5 pays eleven tokens more for a parameter of one word', () => {
    const more = likely('gemini-2.5-flash', declaring('parameters', city)) - likely('gemini-2.5-flash', declaring('parameters', open));
    expect(more).toBe(11);
  });

  test('pays a token for each message and for the system prompt', () => {
    const answer = { role: 'model', parts: [{ text: 'Hello there' }] };
    const systemInstruction = { parts: [{ text: 'Hello there' }] };
    expect(likely('gemini-3-flash-preview', { systemInstruction, contents: [ask, answer, ask] })).toBe(4 * 3);
  });

  test('reads encrypted thoughts again only since the last question', () => {
    const call = { role: 'model', parts: [{ functionCall: { name: 'find', args: {} }, thoughtSignature: 'A'.repeat(2_372) }] };
    const answer = { role: 'user', parts: [{ functionResponse: { name: 'find', response: { result: 'Rome' } } }] };
    const model = 'gemini-3-flash-preview';
    const working = likely(model, { contents: [ask, call, answer] });
    expect(working).toBeGreaterThan(420);
    expect(likely(model, { contents: [ask, call, answer, ask] })).toBeLessThan(50);
    expect(likely('gemini-2.5-flash', { contents: [ask, call, answer] })).toBeLessThan(50);
  });

  test('that names a film has a range up to the longest that Google takes', () => {
    const film = { role: 'user', parts: [{ fileData: { fileUri: 'https://example.com/film.mp4', mimeType: 'video/mp4' } }] };
    const request = readRequestBody('gemini.generateContent', { contents: [film] }, 'gemini-2.5-flash');
    const found = request && countRequest(request, tokenizer);
    if (!found || isNeeds(found)) throw new Error('not counted');
    expect(found.total).toMatchObject({ floor: 0, ceiling: 263 * 3_600 + 1 });
  });
});

describe('the vocabulary of Gemma', () => {
  test.each([
    ['2026', 4],
    ['get_weather', 3],
    ["It's here", 4],
  ])('cuts %s as o200k_base does not', (text, tokens) => {
    const count = tokenizer.countText(text, 'gemini-2.5-pro');
    expect(isNeeds(count) ? null : count.likely).toBe(tokens);
  });
});
