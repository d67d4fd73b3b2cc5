import type { LineItem } from '../../server/core/bill/line-item.ts';
import type { Place } from '../../server/core/module/module.ts';
import type { CallSite, EntryPoint, Loop, ModelRequest, Part, RequestSettings, Stability } from '../../server/core/program/call-site.ts';
import type { MoneyQuantity, TokenQuantity } from '../../server/core/quantity/quantity.ts';

/** Plain data for tests of what stands behind the linker. */

export const placeAt = (file: string, start = 0, end = start + 1): Place => ({ file, unit: 'answer', span: { start, end } });

export const tokens = (floor: number, likely: number | null = floor, ceiling: number | null = likely): TokenQuantity => ({
  unit: 'tokens',
  per: 'call',
  floor,
  likely,
  ceiling,
  basis: [],
});

export const dollars = (floor: number, likely: number | null = floor, ceiling: number | null = likely): MoneyQuantity => {
  const inPicodollars = (amount: number): bigint => BigInt(Math.round(amount * 1e12));
  return {
    unit: 'USD',
    per: 'call',
    floor: inPicodollars(floor),
    likely: likely === null ? null : inPicodollars(likely),
    ceiling: ceiling === null ? null : inPicodollars(ceiling),
    basis: [],
  };
};

export const textPart = (role: Part['role'], text: string, stability: Stability = 'constant', more: Partial<Part> = {}): Part => ({
  role,
  pieces: [{ kind: 'text', text, stability, place: placeAt('agent.py') }],
  place: placeAt('agent.py'),
  stability,
  cacheMark: null,
  growth: null,
  name: null,
  schema: null,
  ...more,
});

export const holePart = (role: Part['role'], name: string): Part => ({
  ...textPart(role, '', 'per-call'),
  pieces: [{ kind: 'hole', name, why: 'an argument', stability: 'per-call', place: placeAt('agent.py'), maxTokens: null }],
});

const noSettings: RequestSettings = {
  stream: null,
  completions: null,
  serviceTier: null,
  isBatch: false,
  hasThinking: null,
  thinkingBudget: null,
  effort: null,
  toolChoice: null,
  hasOutputSchema: false,
  toolCount: null,
  transportRetries: null,
  timeoutSeconds: null,
  imageDetail: null,
};

export const sampleRequest = (more: Partial<ModelRequest> = {}): ModelRequest => ({
  provider: 'anthropic',
  wire: 'anthropic.messages',
  model: { id: 'claude-sonnet-4-5', source: 'literal', note: null, alternatives: [], place: null, host: 'vendor' },
  maxOutput: { kind: 'set', tokens: 1024, place: placeAt('agent.py') },
  parts: [textPart('system', 'You answer.'), holePart('user', 'question')],
  cacheMarks: [],
  settings: noSettings,
  unknowns: [],
  ...more,
});

export const sampleCall = (more: Partial<CallSite> = {}): CallSite => ({
  id: 'agent.py#answer/messages.create',
  kind: 'call',
  operation: 'generate',
  via: [],
  isTemplate: false,
  inTest: false,
  place: placeAt('agent.py'),
  whole: placeAt('agent.py'),
  anchor: null,
  sdk: 'anthropic',
  api: 'messages.create',
  symbol: 'answer',
  request: sampleRequest(),
  multipliers: [],
  isDiscarded: false,
  answerUse: 'unknown',
  storage: null,
  switches: [],
  ineffective: [],
  ...more,
});

export const sampleItem = (more: Partial<LineItem> = {}): LineItem => ({
  call: sampleCall(),
  input: tokens(1842, null, null),
  output: tokens(0, null, 1024),
  cost: dollars(0.009, null, null),
  unpriced: null,
  price: {
    model: 'Claude Sonnet 4.5',
    provider: 'anthropic',
    date: '2026-07-29',
    source: 'https://www.anthropic.com/pricing',
    inputPerMillion: '$3',
    outputPerMillion: '$15',
    note: null,
  },
  rates: null,
  parts: [
    {
      role: 'system',
      name: null,
      tokens: tokens(1842),
      cost: dollars(0.005526),
      stability: 'constant',
      cached: false,
      holes: [],
      place: placeAt('agent.py'),
    },
    {
      role: 'user',
      name: null,
      tokens: tokens(0, null, null),
      cost: null,
      stability: 'per-call',
      cached: false,
      holes: ['question'],
      place: placeAt('agent.py'),
    },
  ],
  classes: { fresh: tokens(1842, null, null), write: tokens(0), read: tokens(0) },
  expected: null,
  pending: [],
  ...more,
});

export const sampleLoop = (more: Partial<Loop> = {}): Loop => ({
  id: 'agent.py#answer/while',
  kind: 'loop',
  form: 'while',
  inTest: false,
  place: placeAt('agent.py'),
  whole: placeAt('agent.py'),
  bound: 'unbounded',
  boundBy: "the model's own word",
  max: null,
  maxUnit: 'calls',
  calls: [],
  anchor: null,
  over: [],
  isConcurrent: false,
  modelExits: [],
  retries: null,
  ...more,
});

export const sampleEntryPoint = (more: Partial<EntryPoint> = {}): EntryPoint => ({
  id: 'agent.py#main',
  kind: 'main',
  name: 'main',
  place: placeAt('agent.py'),
  calls: ['agent.py#answer/messages.create'],
  ...more,
});
