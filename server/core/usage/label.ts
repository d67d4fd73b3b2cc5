import type { EditVerb, Fix, SourceTree } from '../edits/verbs.ts';
import type { CallSite } from '../program/call-site.ts';

/** One place where the user's stack already carries a label, so that production can be joined back to the call. */
export interface LabelTarget {
  readonly name: string;
  /** As a user reads it behind "Label this call in". */
  readonly title: string;
  readonly fits: (call: CallSite) => boolean;
  readonly verbs: (call: CallSite, id: string) => readonly EditVerb[];
  readonly source: string;
  readonly verified: string;
}

const verified = '2026-11-23';
const field =
  (name: string, value: (id: string) => SourceTree) =>
  ({ anchor }: CallSite, id: string): readonly EditVerb[] =>
    anchor === null ? [] : [{ verb: 'set-field', fields: anchor.fields, form: anchor.fieldForm, name, value: value(id) }];

const record = (key: string, value: SourceTree): SourceTree => ({ record: [{ key, value }] });

/** A field that is there, or that a spread may bring, is the user's own. */
const takes =
  (name: string, sdks: readonly string[], apis: RegExp) =>
  ({ sdk, api, anchor }: CallSite): boolean =>
    sdks.includes(sdk) && apis.test(api) && anchor !== null && !anchor.hasSpread && anchor.present.every((one) => one.name !== name);

const isPython = ({ anchor }: CallSite): boolean => anchor?.language === 'python';

export const labelTargets: readonly LabelTarget[] = [
  {
    name: 'openai',
    title: "OpenAI's metadata",
    fits: takes('metadata', ['openai', 'azure-openai'], /^responses\./),
    verbs: field('metadata', (id) => record('call_site', id)),
    source: 'openai (npm) 7.57.0: ResponseCreateParams.metadata, 16 pairs, values up to 512 characters',
    verified,
  },
  {
    name: 'openai-stored',
    title: "OpenAI's metadata (stores the completion)",
    fits: (call) => takes('metadata', ['openai', 'azure-openai'], /^chat\.completions\./)(call) && takes('store', [call.sdk], /./)(call),
    verbs: (call, id) => [...field('store', () => true)(call, id), ...field('metadata', (one) => record('call_site', one))(call, id)],
    source: 'openai (npm) 7.57.0: ChatCompletionCreateParams.metadata, allowed where store is on',
    verified,
  },
  {
    name: 'litellm',
    title: "LiteLLM's tags",
    fits: takes('metadata', ['litellm'], /completion|responses/),
    verbs: field('metadata', (id) => record('tags', [`call_site:${id}`])),
    source: 'docs.litellm.ai/docs/proxy/cost_tracking: metadata.tags',
    verified,
  },
  {
    name: 'ai-sdk',
    title: "the AI SDK's telemetry",
    fits: takes('experimental_telemetry', ['ai-sdk'], /^(generate|stream)(Text|Object)$/),
    verbs: field('experimental_telemetry', (id) => ({
      record: [
        { key: 'isEnabled', value: true },
        { key: 'functionId', value: id },
      ],
    })),
    source: 'ai-sdk.dev/docs/ai-sdk-core/telemetry: functionId is ai.telemetry.functionId of each span',
    verified,
  },
  {
    name: 'helicone',
    title: "Helicone's properties",
    fits: (call) => isPython(call) && takes('extra_headers', ['openai', 'anthropic', 'azure-openai'], /./)(call),
    verbs: field('extra_headers', (id) => record('Helicone-Property-CallSite', id)),
    source: 'docs.helicone.ai: custom properties are headers Helicone-Property-*; extra_headers of the Python SDKs',
    verified,
  },
  {
    name: 'langfuse',
    title: "Langfuse's metadata (langfuse.openai)",
    fits: (call) => isPython(call) && takes('metadata', ['openai', 'azure-openai'], /^chat\.completions\./)(call),
    verbs: field('metadata', (id) => record('call_site', id)),
    source: 'langfuse.com/docs: OpenAI SDK (Python), metadata of the drop-in client',
    verified,
  },
  {
    name: 'opentelemetry',
    title: 'an attribute of the current OpenTelemetry span',
    fits: ({ anchor, sdk }) => anchor !== null && anchor.language !== 'request' && sdk !== 'ai-sdk',
    verbs: (call, id) => [
      { verb: 'import-name', at: call.place, source: isPython(call) ? 'opentelemetry' : '@opentelemetry/api', name: 'trace' },
      { verb: 'insert-statement-before', at: call.place, statement: spanStatement(call, id) },
    ],
    source: 'opentelemetry.io/docs: trace.get_current_span (Python), trace.getActiveSpan (JavaScript)',
    verified,
  },
];

function spanStatement(call: CallSite, id: string): string {
  const label = id.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('"', '\\"');
  return isPython(call)
    ? `trace.get_current_span().set_attribute("lineitem.call_site", "${label}")`
    : `trace.getActiveSpan()?.setAttribute('lineitem.call_site', '${label}');`;
}

export interface LabelFix extends Fix {
  readonly target: string;
}

/** How a call can be labelled with its id. A call through a wrapper is labelled where the wrapper sends it. */
export function labelFixes(call: CallSite): readonly LabelFix[] {
  if (call.via.length > 0 || call.operation !== 'generate' || call.inTest) return [];
  return labelTargets.flatMap((target) =>
    target.fits(call)
      ? [{ target: target.name, title: `Label this call in ${target.title}`, isSafe: false, verbs: target.verbs(call, call.id) }]
      : [],
  );
}
