import { at, countOf, type Fields, first, type LogFormat, labelIn, momentOf, type TokenSums, textOf, verdictOf } from '../record.ts';
import { lookOf } from '../request-texts.ts';
import { fromInclusive, vendorTokens } from '../tokens.ts';

/** Requests as Helicone's export writes them; with bodies the vendor's own usage is read. */
export const helicone: LogFormat = {
  name: 'helicone',
  title: 'Helicone export',
  source: 'docs.helicone.ai: POST /v1/request/query-clickhouse, @helicone/export',
  verified: '2026-11-23',
  recognises: (value) =>
    ['request_created_at', 'helicone_metadata', 'request_properties', 'response_created_at'].some((name) => value[name] !== undefined),
  read(value, options) {
    const tokens = vendorTokens(at(value, 'response_body.usage') ?? at(value, 'response_body.usageMetadata')) ?? columnTokens(value);
    if (tokens === null) return [];
    return [
      {
        ...tokens,
        ...lookOf(value.request_body),
        at: first(value, ['request_created_at', 'created_at'], momentOf),
        provider: textOf(value.provider)?.toLowerCase() ?? null,
        model: first(value, ['response_model', 'model', 'request_model', 'model_override', 'response_body.model'], textOf),
        service: 'standard',
        label: labelIn(value.request_properties ?? value.properties),
        run: first(value, ['request_properties.Helicone-Session-Id', 'properties.Helicone-Session-Id', 'session_id'], textOf),
        requests: 1,
        useful: options.useful === null ? null : verdictOf(judgement(value, options.useful)),
      },
    ];
  },
};

/** Its columns keep the vendor's way of counting. */
function columnTokens(value: Fields): TokenSums | null {
  const input = first(value, ['prompt_tokens', 'prompt_token_count'], countOf);
  const output = first(value, ['completion_tokens', 'completion_token_count'], countOf);
  if (input === null && output === null) return null;
  const read = countOf(value.prompt_cache_read_tokens) ?? 0;
  const write = countOf(value.prompt_cache_write_tokens) ?? 0;
  const counted = { input: input ?? 0, read, write, output: output ?? 0 };
  const isExclusive = /anthropic|bedrock|aws/i.test(textOf(value.provider) ?? '') || read + write > counted.input;
  return isExclusive ? { fresh: counted.input, write, writeHour: 0, read, output: counted.output } : fromInclusive(counted);
}

const judgement = (value: Fields, field: string): unknown =>
  at(value, field) ?? at(value, `scores.${field}`) ?? at(value, `request_properties.${field}`) ?? at(value, `request_feedback.${field}`);
