import type { Sdk } from './sdk.ts';

interface Tracer {
  readonly name: string;
  readonly title: string;
  readonly python?: readonly string[];
  readonly javascript?: readonly string[];
  readonly wraps: readonly string[];
  readonly source: string;
}

/** Functions that take a client and give it back, watched: its calls stay its calls. */
const tracers: readonly Tracer[] = [
  {
    name: 'langsmith',
    title: 'LangSmith',
    python: ['langsmith'],
    javascript: ['langsmith'],
    wraps: [
      'wrappers.wrap_openai',
      'wrappers.wrap_anthropic',
      'wrap_openai',
      'wrap_anthropic',
      'wrapOpenAI',
      'wrapSDK',
      'wrapAnthropic',
      'traceable',
    ],
    source: 'langchain-ai/langsmith-sdk python/langsmith/wrappers, js/src/wrappers',
  },
  {
    name: 'braintrust',
    title: 'Braintrust',
    python: ['braintrust'],
    javascript: ['braintrust'],
    wraps: ['wrap_openai', 'wrap_anthropic', 'oai.wrap_openai', 'wrapOpenAI', 'wrapAnthropic', 'wrapOpenAIv4'],
    source: 'braintrustdata/braintrust-sdk',
  },
  {
    name: 'langfuse',
    title: 'Langfuse',
    javascript: ['langfuse', '@langfuse/openai'],
    wraps: ['observeOpenAI'],
    source: 'langfuse/langfuse-js',
  },
  {
    name: 'opik',
    title: 'Opik',
    python: ['opik'],
    javascript: ['opik-openai', 'opik-anthropic'],
    wraps: ['integrations.openai.track_openai', 'integrations.anthropic.track_anthropic', 'trackOpenAI', 'trackAnthropic'],
    source: 'comet-ml/opik sdks',
  },
  { name: 'weave', title: 'Weave', javascript: ['weave'], wraps: ['wrapOpenAI'], source: 'wandb/weave sdks/node' },
  { name: 'autoevals', title: 'autoevals', python: ['autoevals'], wraps: ['oai.prepare_openai'], source: 'braintrustdata/autoevals' },
];

export const tracing: readonly Sdk[] = tracers.map(({ name, title, python = [], javascript = [], wraps, source }) => ({
  name,
  title,
  provider: null,
  wire: 'openai.chat',
  packages: { python, javascript },
  exports: [{ names: wraps, passes: 'first-argument' }],
  methods: [],
  source,
  verified: null,
}));
