import type { Sdk } from './sdk.ts';

interface Tracer {
  readonly name: string;
  readonly title: string;
  readonly python?: readonly string[];
  readonly javascript?: readonly string[];
  readonly wraps: readonly string[];
  readonly source: string;
}

/** Functions that take a client or a function and give it back, watched or remembered: its calls stay its calls. */
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
    wraps: ['wrap_openai', 'wrap_anthropic', 'oai.wrap_openai', 'wrapOpenAI', 'wrapAnthropic', 'wrapOpenAIv4', 'wrapTraced', 'wrapAISDK'],
    source: 'braintrustdata/braintrust-sdk',
  },
  {
    name: 'langfuse',
    title: 'Langfuse',
    javascript: ['langfuse', '@langfuse/openai', '@langfuse/tracing'],
    wraps: ['observeOpenAI', 'observe'],
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
  { name: 'weave', title: 'Weave', javascript: ['weave'], wraps: ['wrapOpenAI', 'op'], source: 'wandb/weave sdks/node' },
  { name: 'autoevals', title: 'autoevals', python: ['autoevals'], wraps: ['oai.prepare_openai'], source: 'braintrustdata/autoevals' },
];

/** Functions that remember what a function answered, and call it otherwise. */
const memories: readonly Tracer[] = [
  {
    name: 'memories',
    title: 'Remembered functions',
    javascript: ['react', 'next/cache', 'p-memoize', 'memoizee', 'fast-memoize', 'lodash.memoize'],
    wraps: ['cache', 'unstable_cache', 'default'],
    source: 'react.dev cache, nextjs.org unstable_cache; the packages (npm)',
  },
];

export const tracing: readonly Sdk[] = [...tracers, ...memories].map(({ name, title, python = [], javascript = [], wraps, source }) => ({
  name,
  title,
  provider: null,
  wire: 'openai.chat',
  packages: { python, javascript },
  ...(memories.some((one) => one.name === name) ? { isEverywhere: true as const } : {}),
  exports: [{ names: wraps, passes: 'first-argument' }],
  methods: [],
  source,
  verified: null,
}));
