import { describe, expect, test } from 'vitest';
import { readTool } from '../../server/core/tokens/bodies/any-tool.ts';

const schema = { type: 'object', properties: { city: { type: 'string' } } };
const bare = { kind: 'function', name: 'find', description: 'Finds it.', schema, isStrict: false, isDeferred: false };

describe('a tool is read', () => {
  test.each([
    ['Chat Completions', { type: 'function', function: { name: 'find', description: 'Finds it.', parameters: schema } }],
    ['Responses', { type: 'function', name: 'find', description: 'Finds it.', parameters: schema }],
    ['Anthropic', { name: 'find', description: 'Finds it.', input_schema: schema }],
    ['Bedrock', { toolSpec: { name: 'find', description: 'Finds it.', inputSchema: { json: schema } } }],
    ['Gemini', { name: 'find', description: 'Finds it.', parametersJsonSchema: schema }],
    ['the AI SDK', { description: 'Finds it.', inputSchema: { jsonSchema: schema } }],
  ])('in the shape of %s', (_, value) => {
    expect(readTool(value, 'find')).toEqual(bare);
  });

  test('with its marks', () => {
    const value = { name: 'find', description: 'Finds it.', input_schema: schema, strict: true, defer_loading: true };
    expect(readTool(value, '')).toEqual({ ...bare, isStrict: true, isDeferred: true });
  });

  test.each([
    [{ type: 'web_search_20250305', name: 'web_search' }, 'web_search_20250305'],
    [{ type: 'code_interpreter', container: { type: 'auto' } }, 'code_interpreter'],
    [{ googleSearch: {} }, 'googleSearch'],
  ])('as the vendor’s own: %j', (value, type) => {
    expect(readTool(value, '')).toEqual({ kind: 'server', type });
  });

  test.each([[null], ['text'], [{}], [{ type: 'function' }]])('of %j without an error', (value) => {
    expect(readTool(value, 'find')).toMatchObject({ kind: 'function', name: 'find', description: '' });
  });
});
