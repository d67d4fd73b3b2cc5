/**
 * What one SDK's calls mean, as data. No logic: the linker reads these rows. Adding an SDK is one file and one line in
 * the registry; every fact carries where it was read and when.
 */
export interface Sdk {
  readonly name: string;
  readonly title: string;
  /** The vendor whose models answer; null where the model's own name says it (`openai/gpt-5`) or nothing does. */
  readonly provider: string | null;
  /** How the vendor counts the request (`server/core/tokens`). */
  readonly wire: string;
  /** Import sources; a longer source (`anthropic.types`) belongs to the package that it starts with. */
  readonly packages: { readonly python: readonly string[]; readonly javascript: readonly string[] };
  readonly exports: readonly ExportRow[];
  readonly methods: readonly MethodRow[];
  readonly source: string;
  /** ISO date. */
  readonly verified: string;
}

/** Something that the package exports. `names` are dotted paths below an import source; `default` is the default export. */
export interface ExportRow {
  readonly names: readonly string[];
  /** Calling (or constructing) it makes an object of this type … */
  readonly makes?: string;
  /** … or it already is an object of this type … */
  readonly is?: string;
  /** … or calling it spends tokens. */
  readonly spends?: Spending;
  /** … or calling it gives back its first argument (wrappers, decorators). */
  readonly passes?: 'first-argument';
  readonly host?: 'azure' | 'bedrock' | 'vertex' | 'local' | 'other';
}

/** What a member path of an object means: `messages.create` on a `client`. */
export interface MethodRow {
  readonly on: string;
  readonly paths: readonly string[];
  readonly spends?: Spending;
  readonly makes?: string;
  /** Gives back the receiver: `with_options(…)`, `bind_tools(…)`. */
  readonly passes?: 'receiver';
  /** The member itself (not called) is an object of this type. */
  readonly is?: string;
}

export interface Spending {
  readonly kind: 'call' | 'run';
  readonly operation: 'generate' | 'embed' | 'count';
  /** The name in reports where it is not the path itself. */
  readonly api?: string;
  readonly wire?: string;
  /** Where the request's fields stand: named arguments (Python), or the record at a position (JavaScript). */
  readonly fields: { readonly python: 'named'; readonly javascript: number };
  /** Names of positional arguments, in order; an empty name stands for the record of fields. */
  readonly positional: readonly string[];
  readonly slots: Slots;
  /**
   * Fields that together give the call away where nothing tells what the receiver is (an untyped parameter, a container).
   * Absent: such a call is never reported.
   */
  readonly evidence?: readonly string[];
  readonly bound?: BoundRow;
  /** The answer is not the model's words but something that gives them later. */
  readonly answers?: 'response' | 'object';
  /** Required by the vendor: a cap can't be missing. */
  readonly capRequired?: boolean;
}

/**
 * Where each neutral fact stands, as paths in order of preference. `a.b` goes into records and into the arguments that made
 * an object; `this.a` starts at the arguments that made the receiver; a number is a positional argument.
 */
export interface Slots {
  readonly model?: readonly string[];
  readonly system?: readonly string[];
  /** A list of messages, or a text that is one user message. */
  readonly messages?: readonly string[];
  readonly prompt?: readonly string[];
  readonly tools?: readonly string[];
  readonly toolChoice?: readonly string[];
  readonly maxOutput?: readonly string[];
  readonly thinking?: readonly string[];
  readonly thinkingBudget?: readonly string[];
  readonly outputSchema?: readonly string[];
  readonly completions?: readonly string[];
  readonly stream?: readonly string[];
  readonly serviceTier?: readonly string[];
  readonly cacheSwitch?: readonly string[];
  readonly cacheKey?: readonly string[];
  readonly retries?: readonly string[];
  readonly baseUrl?: readonly string[];
}

export interface BoundRow {
  /** Where the limit stands, as in Slots. */
  readonly limit: readonly string[];
  /** Calls of these functions (of the same package) as the limit's value, or in a list of them. */
  readonly conditions?: readonly { readonly names: readonly string[]; readonly means: 'first-argument' | 'bounded' | 'model-word' | 'none' }[];
  /** Without any limit given; null where none. */
  readonly default: number | null;
  readonly zero: 'none' | 'stops' | 'default';
  readonly null: 'none' | 'default';
  readonly unit: 'calls' | 'steps' | 'tool-calls' | 'passes';
  readonly note: string;
  readonly source: string;
}
