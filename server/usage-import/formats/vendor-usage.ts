import { at, countOf, type Fields, fieldsOf, first, isFields, type LogFormat, momentOf, textOf, type UsageRecord } from '../record.ts';
import { unseen } from '../request-texts.ts';
import { fromInclusive } from '../tokens.ts';
import { serviceOf } from './otlp.ts';

/** Buckets of OpenAI's organization usage: tokens of many requests, cached ones within the input. */
export const openaiUsage: LogFormat = {
  name: 'openai-usage',
  title: 'OpenAI usage export',
  source: 'openai (npm) 7.57.0: resources/admin/organization/usage; platform.openai.com usage export',
  verified: '2026-11-23',
  recognises: (value) => rowsOf(value).some((row) => row.num_model_requests !== undefined && row.input_tokens !== undefined),
  read: (value) => rowsOf(value).flatMap((row) => openaiRow(row, value)),
};

function openaiRow(row: Fields, bucket: Fields): readonly UsageRecord[] {
  const input = countOf(row.input_tokens);
  if (input === null) return [];
  const read = countOf(row.input_cached_tokens) ?? 0;
  const hour = countOf(row.input_cache_write_12h_tokens) ?? 0;
  const written = countOf(row.input_cache_write_tokens) ?? 0;
  const isBatch = row.batch === true || /^true$/i.test(String(row.batch));
  return [
    {
      ...fromInclusive({ input, read, write: Math.max(0, written - hour), writeHour: hour, output: countOf(row.output_tokens) ?? 0 }),
      ...whole(row, bucket),
      provider: 'openai',
      service: isBatch ? 'batch' : serviceOf(textOf(row.service_tier)),
      requests: countOf(row.num_model_requests),
    },
  ];
}

/** Buckets of Anthropic's message usage report: classes that exclude each other, and no count of requests. */
export const anthropicUsage: LogFormat = {
  name: 'anthropic-usage',
  title: 'Anthropic usage report',
  source: 'docs.claude.com: GET /v1/organizations/usage_report/messages; console usage export',
  verified: '2026-11-23',
  recognises: (value) =>
    rowsOf(value).some((row) => row.uncached_input_tokens !== undefined || row.usage_input_tokens_no_cache !== undefined),
  read: (value) => rowsOf(value).flatMap((row) => anthropicRow(row, value)),
};

function anthropicRow(row: Fields, bucket: Fields): readonly UsageRecord[] {
  const count = (...paths: readonly string[]): number => first(row, paths, countOf) ?? 0;
  return [
    {
      fresh: count('uncached_input_tokens', 'usage_input_tokens_no_cache'),
      write: count('cache_creation.ephemeral_5m_input_tokens', 'usage_input_tokens_cache_write_5m'),
      writeHour: count('cache_creation.ephemeral_1h_input_tokens', 'usage_input_tokens_cache_write_1h'),
      read: count('cache_read_input_tokens', 'usage_input_tokens_cache_read'),
      output: count('output_tokens', 'usage_output_tokens'),
      ...whole(row, bucket),
      provider: 'anthropic',
      service: serviceOf(first(row, ['service_tier', 'usage_type'], textOf)),
      requests: null,
    },
  ];
}

/** A bucket with its rows, or a row by itself (of a table). */
function rowsOf(value: Fields): readonly Fields[] {
  const results = value.results ?? value.result;
  return Array.isArray(results) ? results.filter(isFields) : [value];
}

function whole(row: Fields, bucket: Fields): Pick<UsageRecord, 'at' | 'model' | 'label' | 'run' | 'useful' | 'texts' | 'tools'> {
  const dates = ['start_time', 'starting_at', 'start_time_iso', 'usage_date_utc', 'date'];
  const model = first(row, ['model', 'model_version'], textOf);
  return {
    ...unseen,
    at: first(bucket, dates, momentOf) ?? first(fieldsOf(at(bucket, 'bucket')), dates, momentOf),
    model,
    label: null,
    run: null,
    useful: null,
  };
}
