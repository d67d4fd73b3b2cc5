import type { TokenSums, UsageRecord } from '../record.ts';
import { at, countOf, type Fields, fieldsOf, first, type LogFormat, labelKey, momentOf, textOf, verdictOf } from '../record.ts';
import { lookOf } from '../request-texts.ts';
import { fromInclusive } from '../tokens.ts';

/** Spans of OpenTelemetry's GenAI conventions, as a collector's file exporter writes them: OTLP in JSON. */
export const otlp: LogFormat = {
  name: 'otlp',
  title: 'OpenTelemetry GenAI spans (OTLP JSON)',
  source: 'open-telemetry/semantic-conventions-genai: gen-ai-spans; opentelemetry.io/docs/specs/otlp: JSON encoding',
  verified: '2026-11-23',
  recognises: (value) => spansIn(value).length > 0 || Array.isArray(value.resourceSpans),
  read(value, options) {
    const spans = spansIn(value);
    const byId = new Map(spans.map((span) => [textOf(span.fields.spanId), span]));
    return spans.flatMap((span) => recordOf(span, labelAbove(span, byId), options.useful) ?? []);
  },
};

interface Span {
  readonly fields: Fields;
  readonly attributes: ReadonlyMap<string, unknown>;
}

function spansIn(value: Fields): readonly Span[] {
  const resources = listOf(value.resourceSpans);
  const scopes = resources.length === 0 ? listOf(value.scopeSpans) : resources.flatMap((one) => listOf(fieldsOf(one).scopeSpans));
  const spans =
    scopes.length === 0 && Array.isArray(value.attributes) && value.traceId !== undefined
      ? [value]
      : scopes.flatMap((one) => listOf(fieldsOf(one).spans));
  return spans.map((span) => ({ fields: fieldsOf(span), attributes: attributesOf(fieldsOf(span).attributes) }));
}

/** Only inference has usage: spans of agents, tools and chains repeat the sums of what they hold. */
function recordOf({ fields, attributes }: Span, labelOfParents: string | null, useful: string | null): UsageRecord | null {
  const operation = textOf(attributes.get('gen_ai.operation.name'));
  if (operation !== null && !inferences.has(operation)) return null;
  const get = (...names: readonly string[]): unknown => names.map((name) => attributes.get(name)).find((found) => found !== undefined);
  const tokens = tokensOf(get);
  if (tokens === null) return null;
  const look = lookOf({
    system: get('gen_ai.system_instructions'),
    messages: get('gen_ai.input.messages', 'gen_ai.prompt', 'ai.prompt.messages', 'ai.prompt'),
    tools: get('gen_ai.tool.definitions', 'ai.prompt.tools'),
  });
  return {
    ...tokens,
    ...look,
    at: momentOf(fields.startTimeUnixNano ?? fields.start_time_unix_nano),
    provider: textOf(get('gen_ai.provider.name', 'gen_ai.system')),
    model: textOf(get('gen_ai.response.model', 'gen_ai.request.model')),
    service: serviceOf(textOf(get('openai.response.service_tier', 'gen_ai.openai.response.service_tier', 'openai.request.service_tier'))),
    label: labelOfParents ?? textOf(get('gen_ai.prompt.name', 'ai.telemetry.functionId')),
    run: textOf(get('gen_ai.conversation.id')) ?? textOf(fields.traceId),
    requests: 1,
    useful: useful === null ? null : verdictOf(attributes.get(useful) ?? eventAttribute(fields, useful)),
  };
}

/** A label is set on the span that is current, and the call's own span is often a child of it. */
function labelAbove(span: Span, byId: ReadonlyMap<string | null, Span>): string | null {
  let at: Span | undefined = span;
  for (let height = 0; at !== undefined && height < highest; height++) {
    const label = textOf(at.attributes.get(labelKey));
    if (label !== null) return label;
    at = byId.get(textOf(at.fields.parentSpanId) ?? 'none');
  }
  return null;
}

const highest = 16;

const inferences: ReadonlySet<string> = new Set(['chat', 'text_completion', 'generate_content', 'completion', 'responses']);

const services: Readonly<Record<string, UsageRecord['service']>> = { batch: 'batch', flex: 'flex', priority: 'priority', fast: 'fast' };
export const serviceOf = (tier: string | null): UsageRecord['service'] =>
  tier === null ? 'standard' : (services[tier.toLowerCase()] ?? 'standard');

function tokensOf(get: (...names: readonly string[]) => unknown): TokenSums | null {
  const input = countOf(get('gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'));
  const output = countOf(get('gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens'));
  if (input === null && output === null) return null;
  const read =
    countOf(
      get(
        'gen_ai.usage.cache_read.input_tokens',
        'gen_ai.usage.cache_read_input_tokens',
        'gen_ai.usage.cached_input_tokens',
        'ai.usage.cachedInputTokens',
      ),
    ) ?? 0;
  const write = countOf(get('gen_ai.usage.cache_creation.input_tokens', 'gen_ai.usage.cache_creation_input_tokens')) ?? 0;
  const counted = { input: input ?? 0, read, write, output: output ?? 0 };
  // The convention counts cached tokens within; a log that has more of them than input was written the other way.
  return read + write > counted.input
    ? { fresh: counted.input, write, writeHour: 0, read, output: counted.output }
    : fromInclusive(counted);
}

/** Evaluations are events of their span. */
function eventAttribute(fields: Fields, name: string): unknown {
  for (const event of listOf(fields.events)) {
    const attributes = attributesOf(fieldsOf(event).attributes);
    if (attributes.has(name)) return attributes.get(name);
    if (attributes.get('gen_ai.evaluation.name') === name)
      return attributes.get('gen_ai.evaluation.score.value') ?? attributes.get('gen_ai.evaluation.score.label');
  }
  return undefined;
}

function attributesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(
    listOf(value).flatMap((one): readonly (readonly [string, unknown])[] => {
      const key = fieldsOf(one).key;
      return typeof key === 'string' ? [[key, plainValue(fieldsOf(one).value)]] : [];
    }),
  );
}

/** `{"intValue": "12"}` and its kind. */
function plainValue(value: unknown): unknown {
  const whole = first(value, ['intValue'], countOf);
  if (whole !== null) return whole;
  for (const kind of ['stringValue', 'boolValue', 'doubleValue']) {
    const found = at(value, kind);
    if (found !== undefined) return found;
  }
  const list = at(value, 'arrayValue.values');
  if (Array.isArray(list)) return list.map(plainValue);
  const pairs = at(value, 'kvlistValue.values');
  return Array.isArray(pairs) ? Object.fromEntries(attributesOf(pairs)) : undefined;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
