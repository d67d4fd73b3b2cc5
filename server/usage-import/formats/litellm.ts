import {
  at,
  countOf,
  type Fields,
  first,
  type LogFormat,
  labelIn,
  labelInTags,
  momentOf,
  type TokenSums,
  textOf,
  unpacked,
  verdictOf,
} from '../record.ts';
import { lookOf } from '../request-texts.ts';
import { fromInclusive } from '../tokens.ts';
import { serviceOf } from './otlp.ts';

/** Rows of the proxy's `LiteLLM_SpendLogs`, as JSON, JSONL or CSV. */
export const litellm: LogFormat = {
  name: 'litellm',
  title: 'LiteLLM spend logs',
  source: 'BerriAI/litellm: schema.prisma LiteLLM_SpendLogs; docs.litellm.ai/docs/proxy/cost_tracking',
  verified: '2026-11-23',
  recognises: (value) => value.request_id !== undefined && value.spend !== undefined && value.prompt_tokens !== undefined,
  read(value, options) {
    const status = textOf(value.status);
    const tokens = status === 'failure' ? null : tokensOf(value);
    // What the proxy answered from its own cache, no vendor billed.
    if (tokens === null || /^true$/i.test(String(value.cache_hit))) return [];
    return [
      {
        ...tokens,
        ...lookOf(at(value, 'proxy_server_request.messages') === undefined ? { messages: value.messages } : value.proxy_server_request),
        at: first(value, ['startTime', 'start_time'], momentOf),
        provider: textOf(value.custom_llm_provider),
        model: first(value, ['model', 'model_group'], textOf),
        service: serviceOf(first(value, ['metadata.usage_object.service_tier', 'metadata.service_tier'], textOf)),
        label: labelInTags(value.request_tags) ?? labelInTags(at(value, 'metadata.tags')) ?? labelIn(value.metadata),
        run: first(value, ['session_id', 'metadata.session_id', 'metadata.trace_id'], textOf),
        requests: 1,
        useful: options.useful === null ? null : verdictOf(at(value, options.useful) ?? at(value, `metadata.${options.useful}`)),
      },
    ];
  },
};

/** All input stands in `prompt_tokens`, whichever vendor answered. */
function tokensOf(value: Fields): TokenSums | null {
  const input = countOf(value.prompt_tokens);
  if (input === null) return null;
  const usage = unpacked(at(value, 'metadata.usage_object') ?? at(value, 'metadata.additional_usage_values'));
  const read = first(usage, ['cache_read_input_tokens', 'prompt_tokens_details.cached_tokens'], countOf) ?? 0;
  const hour = first(usage, ['prompt_tokens_details.cache_creation_token_details.ephemeral_1h_input_tokens'], countOf) ?? 0;
  const written = first(usage, ['cache_creation_input_tokens', 'prompt_tokens_details.cache_creation_tokens'], countOf) ?? 0;
  const output = countOf(value.completion_tokens) ?? 0;
  return fromInclusive({ input, read, write: Math.max(0, written - hour), writeHour: hour, output });
}
