import { ask } from './call.ts';
import type { BoundRow, ExportRow, MethodRow, Sdk } from './sdk.ts';
import { anthropicMessages, openaiChat } from './slots.ts';

const attempts: BoundRow = {
  limit: ['max_retries', '0.max_retries'],
  default: 3,
  zero: 'stops',
  null: 'default',
  unit: 'passes',
  retries: 'content',
  note: 'asks 3 times until the answer fits',
  source: '567-labs/instructor core/retry.py, 2025-06',
};
const more = { repeats: attempts, wire: 'openai.chat' };
/** What was wrapped tells the model where the call does not. */
const chat = ask({ ...openaiChat, model: ['model', 'this.model'], outputSchema: ['response_model'] }, more);
const message = ask(
  { ...anthropicMessages, model: ['model', 'this.model'], outputSchema: ['response_model'] },
  { ...more, wire: 'anthropic.messages', capRequired: true },
);

const FORMS = ['create', 'create_with_completion', 'create_partial', 'create_iterable'];
const under = (path: string): readonly string[] => FORMS.map((form) => `${path}.${form}`);
const methods: readonly MethodRow[] = [
  {
    on: 'client',
    paths: [
      ...under('chat.completions'),
      ...under('chat'),
      ...under('completions'),
      ...FORMS,
      'chat.completions.parse',
      'responses.create',
    ],
    spends: chat,
  },
  { on: 'client', paths: under('messages'), spends: message },
];

/** The client that is wrapped decides who answers. */
const wrapping = (name: string, provider: string | null, packages: Sdk['packages'], exports: readonly ExportRow[]): Sdk => ({
  name,
  title: 'Instructor',
  provider,
  wire: 'openai.chat',
  packages,
  exports,
  methods,
  source: '567-labs/instructor 2025-06; @instructor-ai/instructor 1.7.0',
  verified: '2026-11-23',
});
const python = { python: ['instructor'], javascript: [] };

export const instructors: readonly Sdk[] = [
  wrapping('instructor', 'openai', { python: ['instructor'], javascript: ['@instructor-ai/instructor'] }, [
    { names: ['from_openai', 'patch', 'apatch', 'from_perplexity'], makes: 'client', positional: ['client'] },
    { names: ['default', 'createInstructor'], makes: 'client', positional: [''] },
  ]),
  wrapping('instructor-anthropic', 'anthropic', python, [{ names: ['from_anthropic'], makes: 'client', positional: ['client'] }]),
  wrapping('instructor-google', 'google', python, [
    { names: ['from_gemini', 'from_vertexai', 'from_genai'], makes: 'client', positional: ['client'] },
  ]),
  wrapping('instructor-any', null, python, [
    { names: ['from_provider'], makes: 'client', positional: ['model'] },
    {
      names: [
        'from_litellm',
        'from_mistral',
        'from_groq',
        'from_cohere',
        'from_bedrock',
        'from_fireworks',
        'from_cerebras',
        'from_writer',
        'from_xai',
        'from_openrouter',
      ],
      makes: 'client',
      positional: ['client'],
    },
    { names: ['Instructor', 'AsyncInstructor'], makes: 'client', positional: ['client'] },
  ]),
];
