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
  /** What PyPI calls it, where that is not the name it is imported by; the first that a lock file or manifest names counts. */
  readonly distributions?: readonly string[];
  /** The package has the name of an everyday word (`agents`): a project's own module of that name is meant, unless it exports what this SDK does. */
  readonly isCommonName?: true;
  /** The package is a folder that a tool writes into the project: any path that ends in it leads to it. */
  readonly isGenerated?: true;
  /** The package is used for much else (`requests`, `boto3`): only the words in `mentions` show a use of models. */
  readonly isEverywhere?: true;
  /** Words that show that a file uses the SDK where it imports only the project's own modules. */
  readonly mentions?: readonly string[];
  readonly exports: readonly ExportRow[];
  readonly methods: readonly MethodRow[];
  /** Whose servers answer where neither an address nor the way the client was made says otherwise. */
  readonly host?: 'local';
  /** How code sets the model for all calls that name none. */
  readonly globalModel?: GlobalModel;
  readonly source: string;
  /** ISO date. */
  /** The day its source was read; null where the row is general knowledge and still to be checked there. */
  readonly verified: string | null;
}

export interface GlobalModel {
  /** Names under which files import what is set: those that have none of them set nothing. */
  readonly names: readonly string[];
  /** Members that are assigned: `Settings.llm`. */
  readonly assigned: readonly string[];
  /** Functions that are given it under the name `argument`. */
  readonly configured: readonly string[];
  readonly argument: string;
}

/** Something that the package exports. `names` are dotted paths below an import source; `default` is the default export. */
export interface ExportRow {
  readonly names: readonly string[];
  /** The row counts only where the arguments look like this; further rows of the same name are tried. */
  readonly when?: When;
  /** Calling it sends a request to an address; the address says what it is (`endpoints.ts`). */
  readonly posts?: Posting;
  /** Calling (or constructing) it makes an object of this type … */
  readonly makes?: string;
  /** … or it already is an object of this type … */
  readonly is?: string;
  /** … or calling it spends tokens. */
  readonly spends?: Spending;
  /** … or calling it gives back its first argument (wrappers, decorators), or what answers among its arguments (a chain of steps) … */
  readonly passes?: 'first-argument' | 'piped';
  /** … or calling it makes a message of this role. */
  readonly message?: 'system' | 'user' | 'assistant' | 'tool' | 'given';
  /** Names of what `makes`, `passes` and `message` are given by position; an empty name stands for a record of options, `name|` for either. */
  readonly positional?: readonly string[];
  readonly host?: 'azure' | 'bedrock' | 'vertex' | 'local' | 'other';
}

/**
 * What a member path of an object means: `messages.create` on a `client`. The empty path is a call of the object itself, `|` a
 * chain that it is a step of, `@` a call of a function that it decorates; `stream.*` fits any name with a capital.
 */
export interface MethodRow {
  readonly on: string;
  readonly paths: readonly string[];
  readonly when?: When;
  readonly posts?: Posting;
  /** The method's name with its evidence or its `when` tells the call on any receiver, also with no path before it. */
  readonly isDistinct?: true;
  readonly spends?: Spending;
  readonly makes?: string;
  /** Names of what `makes` is given by position, as in ExportRow. */
  readonly positional?: readonly string[];
  /** What it makes asks again when an answer fails. */
  readonly repeats?: BoundRow;
  /** Changes the receiver: what is given is remembered there, positions under these names. */
  readonly keeps?: readonly string[];
  /** Gives back the receiver: `with_options(…)`, `bind_tools(…)`; or the function among what it is given, to be called as that one. */
  readonly passes?: 'receiver' | 'function';
  /** Draws a graph of steps: a step (`name, function`), an edge (`from, to`), a branch (`from, router, targets`), where it starts. */
  readonly draws?: 'node' | 'edge' | 'branch' | 'entry';
  /** The member itself (not called) is an object of this type. */
  readonly is?: string;
}

/** What the arguments must look like; paths as in Slots. All that is given must hold. */
export interface When {
  readonly argument?: readonly string[];
  /** A pattern that the argument's text fits, as far as the source shows it. */
  readonly matches?: RegExp;
  /** The argument is an object of this type of the same SDK. */
  readonly type?: string;
  /** One of these fields is there. */
  readonly has?: readonly string[];
  /** None of these is. */
  readonly lacks?: readonly string[];
}

/** Where a request over HTTP carries its address and its body. */
export interface Posting {
  readonly url: readonly string[];
  /** What a relative address stands below, among what the session was made with. */
  readonly base?: readonly string[];
  /** The server, where the call's own options name it apart from the path. */
  readonly host?: readonly string[];
  /** Without any path, the body is written into the request later. */
  readonly body: readonly string[];
}

export interface Spending {
  readonly kind: 'call' | 'run';
  readonly operation: 'generate' | 'embed' | 'count';
  /** The name in reports where it is not the path itself. */
  readonly api?: string;
  readonly wire?: string;
  /** Instead of the SDK's provider. */
  readonly provider?: string;
  /**
   * Records inside arguments that hold fields too: a command object, a body that is JSON text. Their entries are read as named
   * arguments.
   */
  readonly body?: readonly string[];
  /** The object remembers what was said: sent again (a loop, another function than the one that made it), it sends earlier turns as well. */
  readonly isSession?: true;
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
  /** It asks a model only where what the receiver keeps under this name can ask one. */
  readonly asks?: string;
  /** An option of the call or its client that makes it ask again when an answer fails. */
  readonly repeats?: BoundRow;
  /** The answer is not the model's words but something that gives them later. */
  readonly answers?: 'response' | 'object';
  /** It stores a prefix that is billed by the hour; this call of the same client deletes one. */
  readonly stores?: { readonly deletes: string };
  /** Options that people give it and that it does not read. */
  readonly ignores?: readonly IgnoredOption[];
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
  /** Earlier messages, where they stand apart from the new one. */
  readonly history?: readonly string[];
  readonly tools?: readonly string[];
  readonly toolChoice?: readonly string[];
  readonly maxOutput?: readonly string[];
  readonly thinking?: readonly string[];
  readonly thinkingBudget?: readonly string[];
  readonly effort?: readonly string[];
  readonly outputSchema?: readonly string[];
  readonly completions?: readonly string[];
  readonly stream?: readonly string[];
  readonly serviceTier?: readonly string[];
  readonly region?: readonly string[];
  readonly cacheSwitch?: readonly string[];
  readonly cacheKey?: readonly string[];
  /** Only of a call that stores a prefix: how long it is kept. */
  readonly storedFor?: readonly string[];
  readonly retries?: readonly string[];
  readonly timeoutSeconds?: readonly string[];
  readonly timeoutMilliseconds?: readonly string[];
  readonly baseUrl?: readonly string[];
}

export interface IgnoredOption {
  /** Where the option stands when it does nothing, as in Slots. */
  readonly at: string;
  /** Versions that ignore it: from `since` on, before `until`; without both, all do. */
  readonly since?: string;
  readonly until?: string;
  /** Instead of the SDK's own: the package whose version decides. */
  readonly package?: string;
  /** What these versions call it, where only the name is another. */
  readonly renamedTo?: string;
  /** What holds instead, as a sentence. */
  readonly effect: string;
  /** What to write, as a sentence. */
  readonly instead: string;
  readonly source: string;
}

export interface BoundRow {
  /** Where the limit stands, as in Slots. */
  readonly limit: readonly string[];
  /** Calls of these functions (of the same package) as the limit's value, or in a list of them. */
  readonly conditions?: readonly {
    readonly names: readonly string[];
    readonly means: 'first-argument' | 'bounded' | 'model-word' | 'none';
  }[];
  /** Without any limit given; null where none. */
  readonly default: number | null;
  /** What 0 means: no limit, no step, one step all the same, or as if nothing were given. */
  readonly zero: 'none' | 'stops' | 'once' | 'default';
  readonly null: 'none' | 'default';
  readonly unit: 'calls' | 'steps' | 'tool-calls' | 'passes';
  /** For a row of `repeats`: whether an answer that came is asked for again, or only a request that failed (the default). */
  readonly retries?: 'content' | 'transport';
  readonly note: string;
  readonly source: string;
  /** Instead of the SDK's own: the package whose version decides. */
  readonly package?: string;
  /** Where it was different in other versions: from each one on, the oldest first. The row itself says what the newest does. */
  readonly versions?: readonly BoundVersion[];
}

export interface BoundVersion {
  readonly since: string;
  readonly default: number | null;
  /** Of the row's limits those that these versions read. */
  readonly limit?: readonly string[];
  readonly source: string;
}
