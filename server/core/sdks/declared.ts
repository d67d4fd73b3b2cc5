import type { Slots, Spending } from './sdk.ts';

/**
 * A wrapper or client that a user declares: what we can't know from its code, or should not have to. Plain data, so that a
 * settings file can hold it.
 */
export interface DeclaredSdk {
  /**
   * What is called, as code imports it: `myco.llm.ask` or `myco.llm.Client.ask` in Python, `@myco/llm#ask`, `@myco/llm#Client.ask` or (for a
   * file, from the root) `./lib/llm#ask` in JavaScript. `default` is a default export.
   */
  readonly import: string;
  /** `call` spends tokens once, `run` starts a loop inside, `embed` makes vectors. */
  readonly role: 'call' | 'run' | 'embed';
  /** The vendor whose model answers. */
  readonly provider?: string;
  /** How the request is counted; by the vendor where it is left out. */
  readonly wire?: string;
  /** The model, where no argument says it. */
  readonly model?: string;
  readonly arguments: DeclaredArguments;
}

/** Where each part of the request stands: an argument's name, its place from 0, or a path into it: `0.model`, `options.model`. */
export type DeclaredArguments = { readonly [Slot in DeclaredSlot]?: DeclaredPath | readonly DeclaredPath[] };
export type DeclaredPath = string | number;
export type DeclaredSlot = (typeof DECLARED_SLOTS)[number];

export const DECLARED_SLOTS = [
  'model',
  'system',
  'messages',
  'prompt',
  'history',
  'tools',
  'maxOutput',
] as const satisfies readonly (keyof Slots)[];

/** Under which a declared model stands among a call's arguments; no code can write it. */
export const DECLARED_MODEL = '(declared model)';

export function declaredSpending(declared: DeclaredSdk, parameters: readonly string[]): Spending {
  const slots = Object.fromEntries(
    DECLARED_SLOTS.flatMap((slot): [string, readonly string[]][] => {
      const paths = pathsOf(declared.arguments[slot]);
      const all = slot === 'model' && declared.model !== undefined ? [...paths, DECLARED_MODEL] : paths;
      return all.length > 0 ? [[slot, all]] : [];
    }),
  );
  const { provider } = declared;
  return {
    kind: declared.role === 'run' ? 'run' : 'call',
    operation: declared.role === 'embed' ? 'embed' : 'generate',
    fields: { python: 'named', javascript: -1 },
    positional: parameters,
    slots,
    wire: declared.wire ?? WIRES[provider ?? ''] ?? 'openai.chat',
    ...(provider === undefined ? {} : { provider }),
  };
}

const pathsOf = (given: DeclaredPath | readonly DeclaredPath[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' || typeof given === 'number' ? [String(given)] : given.map(String);

const WIRES: Readonly<Record<string, string>> = {
  anthropic: 'anthropic.messages',
  cohere: 'cohere',
  google: 'gemini',
  openai: 'openai.chat',
};

/** Words by which a file that uses a declared wrapper is known before it is read: the last step of its module. */
export const declaredWords = (declared: readonly DeclaredSdk[]): readonly string[] => [
  ...new Set(declared.flatMap((one) => /([\w-]+)$/.exec(moduleOf(one.import))?.[1] ?? [])),
];

/** `myco.llm` of `myco.llm.Client.ask`, `./lib/llm` of `./lib/llm#ask`. */
function moduleOf(name: string): string {
  const hash = name.indexOf('#');
  if (hash >= 0) return name.slice(0, hash).replace(/\.[cm]?[jt]sx?$/, '');
  const steps = name.split('.').slice(0, -1);
  const type = steps.findIndex((step) => /^[A-Z]/.test(step));
  return (type > 0 ? steps.slice(0, type) : steps).join('.');
}
