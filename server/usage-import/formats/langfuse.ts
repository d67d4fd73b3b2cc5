import {
  at,
  countOf,
  type Fields,
  fieldsOf,
  first,
  isFields,
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

/** Generations of a Langfuse export: the table's JSON, JSONL or CSV, and the blob storage's observations. */
export const langfuse: LogFormat = {
  name: 'langfuse',
  title: 'Langfuse export',
  source: 'langfuse.com/docs: blob storage export fields, token and cost tracking (usage details are exclusive)',
  verified: '2026-11-23',
  recognises: (value) =>
    (value.traceId !== undefined || value.trace_id !== undefined) &&
    ['usageDetails', 'usage_details', 'promptTokens'].some((name) => value[name] !== undefined),
  read(value, options) {
    const type = textOf(value.type);
    const tokens = type === null || /^(generation|GENERATION)$/.test(type) ? tokensOf(value) : null;
    if (tokens === null) return [];
    return [
      {
        ...tokens,
        ...lookOf(value.input),
        at: first(value, ['startTime', 'start_time'], momentOf),
        provider: null,
        model: first(value, ['model', 'providedModelName', 'provided_model_name', 'internalModel'], textOf),
        service: 'standard',
        label: labelIn(value.metadata) ?? labelInTags(value.tags ?? value.trace_tags) ?? labelIn(value.trace_metadata),
        run: first(value, ['sessionId', 'session_id', 'traceId', 'trace_id'], textOf),
        requests: 1,
        useful: options.useful === null ? null : verdictOf(judgement(value, options.useful)),
      },
    ];
  },
};

/** `input` is what no other key counts; where the total says otherwise, the writer counted cached tokens twice. */
function tokensOf(value: Fields): TokenSums | null {
  const details = fieldsOf(unpacked(value.usageDetails ?? value.usage_details));
  const sum = (fits: (key: string) => boolean): number =>
    Object.entries(details).reduce((total, [key, amount]) => (fits(key) ? total + (countOf(amount) ?? 0) : total), 0);
  if (Object.keys(details).length === 0) return oldTokens(value);
  const read = sum((key) => /cache_read|cached/.test(key) && !/^output/.test(key));
  const write = sum((key) => /cache_(creation|write)/.test(key) && !/1h/.test(key));
  const writeHour = sum((key) => /cache_(creation|write)/.test(key) && /1h/.test(key));
  const fresh = sum((key) => /^(input|prompt)/.test(key) && !/cache/.test(key));
  const output = sum((key) => /^(output|completion)/.test(key));
  const total = countOf(details.total);
  const isDoubled = total !== null && total === fresh + output && read + write + writeHour > 0 && fresh >= read + write + writeHour;
  return isDoubled ? fromInclusive({ input: fresh, read, write, writeHour, output }) : { fresh, write, writeHour, read, output };
}

function oldTokens(value: Fields): TokenSums | null {
  const input = first(value, ['promptTokens', 'usage.input', 'prompt_tokens'], countOf);
  const output = first(value, ['completionTokens', 'usage.output', 'completion_tokens'], countOf);
  return input === null && output === null ? null : { fresh: input ?? 0, write: 0, writeHour: 0, read: 0, output: output ?? 0 };
}

/** `scores` is a record by name, or a list of `{name, value}`. */
function judgement(value: Fields, field: string): unknown {
  const own = at(value, field) ?? at(value, `scores.${field}`) ?? at(value, `metadata.${field}`);
  if (own !== undefined) return Array.isArray(own) ? own[0] : own;
  const list = unpacked(value.scores);
  const name = field.replace(/^scores\./, '');
  const score = Array.isArray(list) ? list.find((one) => isFields(one) && one.name === name) : undefined;
  return isFields(score) ? (score.value ?? score.stringValue) : undefined;
}
