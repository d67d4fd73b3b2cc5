import { describe, expect, it } from 'vitest';
import { billedUsage } from '../../server/core/bill/billed-usage.ts';
import { requestCall } from '../../server/core/bill/request-item.ts';
import { readRequestLine } from '../../server/core/languages/request/line.ts';
import type { RequestEntry } from '../../server/core/module/request-file.ts';
import { placeAt } from './sample.ts';

function entryOf(value: unknown): RequestEntry {
  const line = readRequestLine(JSON.stringify(value), 7);
  if (line.kind !== 'entry') throw new Error(line.kind);
  return line.entry;
}

const read = (value: unknown) => {
  const found = requestCall(entryOf(value), { file: 'batch.jsonl', at: placeAt('batch.jsonl') });
  if (found === null) throw new Error('no request');
  return found;
};

const batchLine = (body: object, url = '/v1/messages'): object => ({ custom_id: 'one', method: 'POST', url, body });

describe('a saved request as a call', () => {
  it('has its id, vendor, model and cap', () => {
    const { call } = read(batchLine({ model: 'claude-haiku-4-5', max_tokens: 300, messages: [{ role: 'user', content: 'Hi' }] }));
    expect(call).toMatchObject({ id: 'one', sdk: 'anthropic', api: 'messages', operation: 'generate', isTemplate: false });
    expect(call.request).toMatchObject({
      model: { id: 'claude-haiku-4-5', source: 'literal' },
      maxOutput: { kind: 'set', tokens: 300 },
      settings: { isBatch: true },
    });
  });

  it('is named by its line where it has no id, and is no batch then', () => {
    const { call } = read({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }] });
    expect(call.id).toBe('batch.jsonl:7');
    expect(call.request.settings.isBatch).toBe(false);
  });

  it('takes the model from the address, and the cap from wherever the vendor has it', () => {
    const gemini = read(
      batchLine(
        { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], generationConfig: { maxOutputTokens: 99, candidateCount: 2 } },
        '/v1beta/models/gemini-2.5-pro:generateContent',
      ),
    ).call.request;
    expect(gemini).toMatchObject({ model: { id: 'gemini-2.5-pro' }, maxOutput: { tokens: 99 }, settings: { completions: 2 } });
    const bedrock = read(
      batchLine(
        { messages: [{ role: 'user', content: [{ text: 'Hi' }] }], inferenceConfig: { maxTokens: 7 } },
        '/model/anthropic.claude-haiku-4-5-20251001-v1%3A0/converse',
      ),
    ).call.request;
    expect(bedrock).toMatchObject({ model: { id: 'anthropic.claude-haiku-4-5-20251001-v1:0', host: 'bedrock' }, maxOutput: { tokens: 7 } });
  });

  it('knows embeddings and counting from answers', () => {
    expect(read(batchLine({ model: 'text-embedding-3-small', input: 'Hi' }, '/v1/embeddings')).call.operation).toBe('embed');
    expect(
      read(batchLine({ model: 'claude-haiku-4-5', messages: [{ role: 'user', content: 'Hi' }] }, '/v1/messages/count_tokens')).call
        .operation,
    ).toBe('count');
  });

  it('puts tools before system before messages, with a place for each in the count', () => {
    const { call, slots } = read(
      batchLine({
        model: 'claude-haiku-4-5',
        max_tokens: 10,
        system: [{ type: 'text', text: 'Be brief.' }],
        tools: [{ name: 'look', description: 'Looks.', input_schema: { type: 'object' } }],
        messages: [
          { role: 'user', content: 'Hi' },
          { role: 'assistant', content: 'Yes?' },
        ],
      }),
    );
    expect(call.request.parts.map(({ role }) => role)).toEqual(['tools', 'system', 'user', 'assistant']);
    expect(slots).toEqual([
      { kind: 'tool', index: 0 },
      { kind: 'system', from: 0, to: 1 },
      { kind: 'message', index: 0 },
      { kind: 'message', index: 1 },
    ]);
  });

  it('reads where the cache is asked for', () => {
    const { request } = read(
      batchLine({
        model: 'claude-haiku-4-5',
        max_tokens: 10,
        system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral', ttl: '1h' } }],
        messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } }] }],
      }),
    ).call;
    expect(request.parts.map(({ cacheMark }) => cacheMark && [cacheMark.kind, cacheMark.lifetimeSeconds])).toEqual([
      ['block', 3600],
      ['block', null],
    ]);
    const whole = read(batchLine({ model: 'claude-haiku-4-5', max_tokens: 10, cache_control: { type: 'ephemeral' }, messages: [] })).call
      .request;
    expect(whole.cacheMarks).toMatchObject([{ kind: 'automatic' }]);
  });
});

describe('what a vendor billed', () => {
  it.each([
    [{ input_tokens: 5, cache_read_input_tokens: 100, cache_creation_input_tokens: 20, output_tokens: 7 }, [5, 20, 100, 7]],
    [{ prompt_tokens: 125, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 100 } }, [25, 0, 100, 7]],
    [{ input_tokens: 125, output_tokens: 7, input_tokens_details: { cached_tokens: 100, cache_write_tokens: 20 } }, [5, 20, 100, 7]],
    [{ promptTokenCount: 12, candidatesTokenCount: 3, thoughtsTokenCount: 4 }, [12, 0, 0, 7]],
    [{ inputTokens: 5, outputTokens: 7, cacheReadInputTokens: 100 }, [5, 0, 100, 7]],
    [{}, null],
    [null, null],
  ])('%j', (usage, said) => {
    const found = billedUsage(usage);
    expect(found && [found.fresh, found.write, found.read, found.output]).toEqual(said);
  });
});
