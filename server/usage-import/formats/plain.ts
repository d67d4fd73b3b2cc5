import { readEntry } from '../../core/languages/request/entry.ts';
import type { Service } from '../../core/prices/types.ts';
import {
  at,
  countOf,
  type Fields,
  first,
  isFields,
  type LogFormat,
  labelIn,
  labelInTags,
  momentOf,
  type TokenSums,
  textOf,
  verdictOf,
} from '../record.ts';
import { lookOf, unseen } from '../request-texts.ts';
import { fromInclusive, vendorTokens } from '../tokens.ts';
import { serviceOf } from './otlp.ts';

/** A request with its usage or its response, and tables whose columns say what they hold. */
export const plain: LogFormat = {
  name: 'plain',
  title: 'request and usage, as JSONL or CSV',
  source: "the vendors' API references: usage of a response; batch output files",
  verified: '2026-11-23',
  recognises: (value) => tokensOf(value) !== null,
  read(value, options) {
    const tokens = tokensOf(value);
    if (tokens === null) return [];
    const entry = readEntry(value);
    const asked = entry?.body;
    const body = isFields(asked) ? asked : null;
    const model =
      first(value, ['response.body.model', 'response.model', 'response.modelVersion', 'result.message.model'], textOf) ??
      entry?.model ??
      first(value, modelNames, textOf);
    return [
      {
        ...tokens,
        ...(body === null ? unseen : lookOf(body)),
        at: first(value, momentNames, momentOf),
        provider: first(value, ['provider', 'vendor'], textOf)?.toLowerCase() ?? null,
        model,
        service: serviceIn(value, body),
        label:
          labelIn(value) ??
          labelIn(at(value, 'metadata')) ??
          labelIn(body?.metadata) ??
          labelInTags(at(value, 'tags') ?? at(value, 'metadata.tags')),
        run: first(value, ['run', 'run_id', 'trace_id', 'session_id', 'conversation_id', 'metadata.run'], textOf),
        requests: first(value, ['requests', 'num_requests', 'count'], countOf) ?? 1,
        useful: options.useful === null ? null : verdictOf(judgement(value, body, options.useful)),
      },
    ];
  },
};

const modelNames = ['model', 'model_name', 'model_id', 'modelId'];
const momentNames = [
  'timestamp',
  'time',
  'created_at',
  'createdAt',
  'requested_at',
  'start_time',
  'startTime',
  'date',
  'response.body.created',
  'response.created',
];

const usagePaths = [
  'usage',
  'response.body.usage',
  'response.usage',
  'response.usageMetadata',
  'result.message.usage',
  'modelOutput.usage',
  'usageMetadata',
];

function tokensOf(value: Fields): TokenSums | null {
  for (const path of usagePaths) {
    const found = vendorTokens(at(value, path));
    if (found !== null) return found;
  }
  return ownClasses(value) ?? tableTokens(value);
}

/** Columns in our own words exclude each other. */
function ownClasses(value: Fields): TokenSums | null {
  const fresh = countOf(value.fresh);
  const count = (name: string): number => countOf(value[name]) ?? 0;
  return fresh === null
    ? null
    : { fresh, write: count('write'), writeHour: count('write_hour'), read: count('read'), output: count('output') };
}

/** `input_tokens`, `prompt_tokens` … of a table: the vendor's words decide whether cached tokens are within. */
function tableTokens(value: Fields): TokenSums | null {
  const vendor = vendorTokens(value);
  const read = first(value, ['cached_tokens', 'cached_input_tokens', 'input_cached_tokens'], countOf);
  if (vendor === null || read === null || vendor.read > 0) return vendor;
  return fromInclusive({
    input: vendor.fresh + vendor.write + vendor.writeHour,
    read,
    write: vendor.write,
    writeHour: vendor.writeHour,
    output: vendor.output,
  });
}

function serviceIn(value: Fields, body: Fields | null): Service {
  const said = first(
    value,
    ['service', 'service_tier', 'usage.service_tier', 'response.body.service_tier', 'response.service_tier'],
    textOf,
  );
  if (said !== null) return serviceOf(said);
  // A line that has an id to find its answer by is one of a batch.
  return textOf(value.custom_id) !== null ? 'batch' : serviceOf(textOf(body?.service_tier));
}

const judgement = (value: Fields, body: Fields | null, field: string): unknown =>
  at(value, field) ?? at(value, `metadata.${field}`) ?? at(body?.metadata, field);
