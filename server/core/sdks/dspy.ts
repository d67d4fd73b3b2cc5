import { ask } from './call.ts';
import { limitedTo, run } from './run.ts';
import type { BoundRow, MethodRow, Sdk } from './sdk.ts';

const CALLS = ['', 'acall', 'forward', 'aforward', 'batch'];
const module = (on: string, most: number, note: string, more: Partial<BoundRow> = {}): MethodRow => ({
  on,
  paths: CALLS,
  spends: run({}, limitedTo(most, ['this.max_iters', 'this.max_iterations'], note, 'dspy 3.3.1 predict/*.py', more)),
});
const reactVersions = [
  { since: '0', default: 5, source: 'stanfordnlp/dspy 2.4.13, 2.5.19 predict/react.py' },
  { since: '3.0', default: 10, source: 'stanfordnlp/dspy 3.0.0 predict/react.py' },
  { since: '3.1.1', default: 20, source: 'stanfordnlp/dspy 3.1.1 predict/react.py' },
];

export const dspy: Sdk = {
  name: 'dspy',
  title: 'DSPy',
  provider: null,
  wire: 'dspy',
  packages: { python: ['dspy'], javascript: [] },
  distributions: ['dspy', 'dspy-ai'],
  exports: [
    { names: ['LM', 'BaseLM'], makes: 'model', positional: ['model'] },
    {
      names: [
        'Predict',
        'ChainOfThought',
        'ChainOfThoughtWithHint',
        'MultiChainComparison',
        'TypedPredictor',
        'TypedChainOfThought',
        'BestOfN',
        'Refine',
        'Parallel',
      ],
      makes: 'predictor',
      positional: ['signature'],
    },
    { names: ['ReAct', 'ReActV2'], makes: 'react', positional: ['signature', 'tools', 'max_iters'] },
    { names: ['CodeAct'], makes: 'code-act', positional: ['signature', 'tools', 'max_iters'] },
    { names: ['ProgramOfThought'], makes: 'program', positional: ['signature', 'max_iters'] },
    { names: ['RLM'], makes: 'recursive', positional: ['signature'] },
    { names: ['Evaluate', 'evaluate.Evaluate'], makes: 'evaluation' },
    {
      names: [
        'BootstrapFewShot',
        'BootstrapFewShotWithRandomSearch',
        'BootstrapRS',
        'MIPRO',
        'MIPROv2',
        'COPRO',
        'GEPA',
        'SIMBA',
        'BetterTogether',
        'InferRules',
        'BootstrapFewShotWithOptuna',
      ],
      makes: 'optimiser',
    },
  ],
  methods: [
    {
      on: 'model',
      paths: ['', 'acall', 'forward', 'aforward', 'generate'],
      spends: ask(
        {
          model: ['this.model'],
          messages: ['messages', 'prompt'],
          maxOutput: ['max_tokens', 'this.max_tokens', 'this.max_completion_tokens'],
          baseUrl: ['this.api_base'],
        },
        { positional: ['prompt', 'messages'] },
      ),
    },
    { on: 'predictor', paths: CALLS, spends: ask({ model: ['this.lm'], maxOutput: ['config.max_tokens', 'this.max_tokens'] }) },
    module('react', 20, 'ReAct stops after 20 iterations by default', { versions: reactVersions }),
    module('code-act', 5, 'CodeAct stops after 5 iterations by default'),
    module('program', 3, 'ProgramOfThought stops after 3 iterations by default'),
    module('recursive', 20, 'RLM stops after 20 iterations by default'),
    { on: 'evaluation', paths: [''], spends: run({}, null) },
    { on: 'optimiser', paths: ['compile'], spends: run({}, null) },
  ],
  globalModel: {
    names: ['dspy', 'configure', 'settings'],
    assigned: [],
    configured: ['configure', 'settings.configure', 'context', 'settings.context'],
    argument: 'lm',
  },
  source: 'stanfordnlp/dspy 3.3.1',
  verified: '2026-11-23',
};
