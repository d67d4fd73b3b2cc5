import { describe, expect, it } from 'vitest';
import { countBody } from '../../server/core/bill/count-body.ts';
import type { ModelRequest } from '../../server/core/program/call-site.ts';
import { holePart, sampleCall, sampleRequest, textPart } from './sample.ts';

const body = (request: Partial<ModelRequest>) => countBody(sampleCall({ request: sampleRequest(request) }));
const model = (id: string | null, more: Partial<ModelRequest['model']> = {}): ModelRequest['model'] => ({
  id,
  source: 'literal',
  note: null,
  alternatives: [],
  place: null,
  host: 'vendor',
  ...more,
});
const tool = textPart('tools', '', 'constant', {
  name: 'find',
  schema: { name: 'find', description: 'Finds.', input_schema: { type: 'object', properties: {} } },
});

describe('what a vendor is asked to count', () => {
  it('is the request as the source shows it, and what is left out is named', () => {
    expect(body({ parts: [tool, textPart('system', 'You answer.'), holePart('user', 'question')] })).toEqual({
      vendor: 'anthropic',
      model: 'claude-sonnet-4-5',
      body: {
        model: 'claude-sonnet-4-5',
        system: 'You answer.',
        messages: [{ role: 'user', content: 'x' }],
        tools: [{ name: 'find', description: 'Finds.', input_schema: { type: 'object', properties: {} } }],
      },
      leftOut: ['{question}'],
    });
  });

  it('is said in each vendor’s own words', () => {
    const parts = [textPart('system', 'You answer.'), textPart('user', 'Hello'), textPart('assistant', 'Hi')];
    expect(body({ provider: 'openai', model: model('gpt-5.4'), parts })).toMatchObject({
      body: {
        model: 'gpt-5.4',
        instructions: 'You answer.',
        input: [
          { role: 'user', content: 'Hello' },
          { role: 'assistant', content: 'Hi' },
        ],
      },
    });
    expect(body({ provider: 'google', model: model('gemini-3.8-flash'), parts })).toMatchObject({
      body: {
        generateContentRequest: {
          model: 'models/gemini-3.8-flash',
          systemInstruction: { parts: [{ text: 'You answer.' }] },
          contents: [
            { role: 'user', parts: [{ text: 'Hello' }] },
            { role: 'model', parts: [{ text: 'Hi' }] },
          ],
        },
      },
    });
  });

  it('is nothing where nobody is known to count it', () => {
    expect(body({ model: model(null) })).toMatch(/Which model answers is unknown/);
    expect(body({ model: model('anthropic.claude-sonnet-4-5', { host: 'bedrock' }) })).toMatch(/host/);
    expect(body({ provider: 'mistral', model: model('mistral-large-2512') })).toMatch(/No endpoint/);
  });
});
