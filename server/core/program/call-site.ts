import type { Place } from '../module/module.ts';
import type { Span } from '../text/span.ts';

/** One place where tokens are spent, with the request as this place makes it. Pure data. */
export interface CallSite {
  /** `path#symbol/api~n`, or the `custom_id` of a request file, or a `lineitem: id=name` comment's name. */
  readonly id: string;
  /** A run starts a loop inside a framework. */
  readonly kind: 'call' | 'run';
  readonly operation: 'generate' | 'embed' | 'count';
  /** The templates that this call goes through where it calls the user's own wrapper; empty for a direct call. */
  readonly via: readonly string[];
  /** True for a call that another call of its own file goes through; instances in other files say so by their `via`. */
  readonly isTemplate: boolean;
  readonly inTest: boolean;
  /** The callee, from its first character: `client.messages.create`. */
  readonly place: Place;
  /** The whole call expression with its arguments. */
  readonly whole: Place;
  /** Where an argument can be added, and where the request's fields stand; null where the call is only a reference. */
  readonly anchor: CallAnchor | null;
  readonly sdk: string;
  readonly api: string;
  /** The function, method or constant it stands in, as people name it; empty at the top level. */
  readonly symbol: string;
  readonly request: ModelRequest;
  /** Ids of the loops and retries around it, the innermost first. */
  readonly multipliers: readonly string[];
  /** True where nothing in the program reads the answer. */
  readonly isDiscarded: boolean;
  /** What the code around the call does with its answer; `first` where it takes only the first of several. */
  readonly answerUse: 'none' | 'first' | 'unknown';
  /** Set where the call stores a prefix that the vendor bills by the hour. */
  readonly storage: CacheStorage | null;
  /** Fields of the request that the loop around it gives other values in some of its passes. */
  readonly switches: readonly Switch[];
  /** Options of the call that do nothing. */
  readonly ineffective: readonly IneffectiveOption[];
  /** Which version of its package the workspace asks for; absent where no lock file or manifest names it. */
  readonly package?: PackageVersion;
}

/** How long a stored prefix is kept. */
export interface CacheStorage {
  /** `default` where the source surely sets none. */
  readonly lifetime: 'set' | 'default' | 'unknown';
  /** Something in the same file deletes stored prefixes. */
  readonly isDeleted: boolean;
}

/** An option that is given where the SDK does not read it. */
export interface IneffectiveOption {
  readonly name: string;
  readonly place: Place;
  /** What holds instead, as a sentence. */
  readonly effect: string;
  readonly instead: string;
  readonly renamedTo?: string;
  /** The version that ignores it; absent where all do. */
  readonly package?: PackageVersion;
}

export interface PackageVersion {
  /** As its registry spells it: `openai-agents`. */
  readonly name: string;
  /** `0.4.2`, or a manifest's range: `>=0.2,<1`. */
  readonly version: string;
  readonly isExact: boolean;
  readonly file: string;
}

export interface CallAnchor {
  readonly language: 'python' | 'typescript' | 'request';
  /** The parentheses of the call, or the braces of the record that holds the request's fields. */
  readonly fields: Place;
  readonly fieldForm: 'arguments' | 'record';
  /** Fields that stand there literally, by name. */
  readonly present: readonly { readonly name: string; readonly place: Place }[];
  /** True where a spread may hold any field. */
  readonly hasSpread: boolean;
}

/** The request in the vendor's words, whatever the SDK calls its arguments. */
export interface ModelRequest {
  /** The vendor whose model answers: `anthropic`, `openai`, `google` …; null where the source can't tell. */
  readonly provider: string | null;
  /** The wire shape that the vendor counts by: `anthropic.messages`, `openai.chat`, `openai.responses`, `gemini` … */
  readonly wire: string;
  readonly model: ModelReference;
  readonly maxOutput: OutputCap;
  /** In the order in which the vendor assembles them: tools, system, messages. */
  readonly parts: readonly Part[];
  /** Whether the vendor's cache is asked for by name anywhere in the request (a mark, a cache key, an automatic switch). */
  readonly cacheMarks: readonly CacheMark[];
  /** Other facts that rules and prices ask for, by the vendor's neutral name. */
  readonly settings: RequestSettings;
  /** Names of arguments that only production knows and that change the bill: spreads, unknown options. */
  readonly unknowns: readonly string[];
}

export interface Switch {
  readonly setting: 'model' | 'tools' | 'system' | 'tool-choice' | 'thinking' | 'output-schema';
  /** Where the other value is chosen. */
  readonly place: Place;
  /** What decides, as people name it: `step`. */
  readonly by: string;
}

export type ModelSource =
  | 'literal'
  | 'constant'
  | 'argument'
  | 'default'
  | 'config'
  | 'import'
  | 'env'
  | 'env-fallback'
  | 'sdk-default'
  | 'unknown';

export interface ModelReference {
  /** As the source spells it; null where unknown. */
  readonly id: string | null;
  readonly source: ModelSource;
  /** Why it is unknown or where it came from, in a few words a user reads: `OPENAI_MODEL`, `argument model`. */
  readonly note: string | null;
  /** Other ids it may be (a choice in the code). */
  readonly alternatives: readonly string[];
  readonly place: Place | null;
  /** A deployment name (Azure) or a local server: never priced by its name. */
  readonly host: 'vendor' | 'azure' | 'bedrock' | 'vertex' | 'local' | 'other' | 'unknown';
}

/** `absent` only where the source surely gives none; `unknown` where a variable or spread may hold one. */
export type OutputCap =
  | { readonly kind: 'set'; readonly tokens: number; readonly place: Place }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly name: string };

/** How often a piece of a request changes, from seldom to often. */
export type Stability = 'constant' | 'per-process' | 'per-day' | 'per-user' | 'per-call' | 'unknown';

export interface Part {
  readonly role: 'tools' | 'system' | 'user' | 'assistant' | 'tool' | 'schema' | 'history';
  readonly pieces: readonly Piece[];
  /** Where the part's value stands in the call or in the definition that it comes from. */
  readonly place: Place;
  /** Of the part's least stable piece. */
  readonly stability: Stability;
  readonly cacheMark: CacheMark | null;
  /** Written as a record in a list of blocks, so that it can carry a mark of its own; `place` is that record. */
  readonly isBlock?: true;
  /** `per-turn` where an enclosing loop appends to it before the next call. */
  readonly growth: 'per-turn' | null;
  /** A tool's name, a message's name. */
  readonly name: string | null;
  /** The parsed tool schema, where the part is a tool whose schema is known: counted in the vendor's own rendering. */
  readonly schema: unknown;
}

export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly stability: Stability;
      readonly place: Place;
      /** Only where a call made the text: JSON that the code dumps. */
      readonly origin?: Origin;
    }
  | {
      readonly kind: 'hole';
      /** What the user calls it: `question`, `datetime.now()`. */
      readonly name: string;
      readonly why: string;
      readonly stability: Stability;
      readonly place: Place;
      /** Of the text that would fill it: how many tokens at most, where the code bounds it. */
      readonly maxTokens: number | null;
      /** Where its text comes from; left out where the source does not tell. */
      readonly origin?: Origin;
    }
  | {
      readonly kind: 'image' | 'file' | 'audio';
      readonly name: string;
      readonly stability: Stability;
      readonly place: Place;
      /** How closely the model is asked to look at an image, where the source says so. */
      readonly detail?: { readonly value: string; readonly place: Place };
    };

/** What the text of a piece is read or made from. */
export interface Origin {
  /**
   * `folder` is the content of many files, `command` the output of a program, `table` rows of a database or a data frame, `json`
   * a dump of something whose own origin is not shown, `history` turns kept in a store.
   */
  readonly kind: 'file' | 'folder' | 'table' | 'log' | 'command' | 'retrieval' | 'web' | 'json' | 'base64' | 'history' | 'user' | 'model';
  /** The source shows a cut: a slice, `head(20)`, `k=4`, `LIMIT 10`, a test of its length. */
  readonly isLimited: boolean;
  /** What the code calls the file that is read: its path, or the name of what holds it. */
  readonly of?: string;
  /** Spaces that its JSON is indented by; null where it is not dumped, or without indentation. */
  readonly indent: number | null;
  /** The call that reads it. */
  readonly place: Place;
}

export interface CacheMark {
  readonly lifetimeSeconds: number | null;
  readonly place: Place;
  /** A mark on a block, a switch for the whole request (automatic), or a cache key. */
  readonly kind: 'block' | 'automatic' | 'key';
}

export interface RequestSettings {
  readonly stream: boolean | null;
  readonly completions: number | null;
  readonly serviceTier: string | null;
  readonly isBatch: boolean;
  readonly hasThinking: boolean | null;
  readonly thinkingBudget: number | null;
  /** How hard the model is told to think: `high`, `low`; null where nothing says so. */
  readonly effort: string | null;
  readonly toolChoice: string | null;
  readonly hasOutputSchema: boolean;
  readonly toolCount: number | null;
  /** Requests that the SDK itself makes again when one fails (mostly unbilled; said in the plan). */
  readonly transportRetries: number | null;
  /** After which the client gives up on an answer; null where none is set, or its length is not shown. */
  readonly timeoutSeconds: number | null;
  readonly imageDetail: string | null;
  /** Where the vendor is told to keep the request inside of one region: `us`. */
  readonly region?: string;
}

/** What repeats calls. */
export interface Loop {
  readonly id: string;
  readonly kind: 'loop' | 'agent-run' | 'retry' | 'fan-out';
  readonly form:
    | 'while'
    | 'do'
    | 'each'
    | 'count'
    | 'recursion'
    | 'comprehension'
    | 'callback'
    | 'framework'
    | 'decorator'
    | 'option'
    | 'edge';
  readonly inTest: boolean;
  /** The keyword; for an agent run its call's callee; for recursion the recursive call. */
  readonly place: Place;
  readonly whole: Place;
  readonly bound: 'bounded' | 'unbounded' | 'user-paced' | 'event-driven' | 'unknown';
  /** In a few words: `range(10)`, `max_turns=5`, `default 10 turns (openai-agents ≥ 0.1)`, `the model's own word`. */
  readonly boundBy: string | null;
  readonly max: number | null;
  /** Unit of `max`; LangGraph counts super-steps, some count tool calls. */
  readonly maxUnit: 'calls' | 'passes' | 'steps' | 'tool-calls';
  readonly calls: readonly string[];
  /** What it walks over, one entry a clause; empty where it is no walk over data. */
  readonly over: readonly Collection[];
  /** Its passes start before the first has ended: `gather`, `Promise.all`, a pool of threads. */
  readonly isConcurrent: boolean;
  readonly anchor: LoopAnchor | null;
  /** Exits that depend only on what the model says, for the message: `response.stop_reason != "tool_use"`. */
  readonly modelExits: readonly Place[];
  /**
   * What a retry asks again for: `transport` where only the request failed (mostly unbilled), `content` where the answer came and
   * was parsed, checked or refused (billed each time). Null for loops that are no retry, and where the source does not tell.
   */
  readonly retries: 'content' | 'transport' | null;
}

export interface Collection {
  /** As people name it: `documents`, `page.chunks`. */
  readonly name: string;
  /** Its items stand in the code: no data makes it longer. */
  readonly isLiteral: boolean;
  /** Names that the collection is made from, and names that a pass binds. */
  readonly reads: readonly string[];
  readonly binds: readonly string[];
}

export interface LoopAnchor {
  readonly language: 'python' | 'typescript';
  readonly keyword: Span;
  readonly test: Span | null;
  readonly body: Span;
}

export interface EntryPoint {
  readonly id: string;
  readonly kind: 'main' | 'route' | 'handler' | 'command' | 'exported-function' | 'scheduled';
  readonly name: string;
  readonly place: Place;
  readonly calls: readonly string[];
}

/** A text that plainly is a prompt: a constant that reaches a call, or a prompt file. */
export interface PromptText {
  readonly id: string;
  readonly place: Place;
  readonly pieces: readonly Piece[];
  /** Of the calls it reaches, where known. */
  readonly model: string | null;
  readonly calls: readonly string[];
  /** It rides on every turn of the tool that reads it: `CLAUDE.md`, `alwaysApply: true`. */
  readonly isAlwaysSent?: true;
}

/** Everything the Program knows about one file. */
export interface FileProgram {
  readonly file: string;
  readonly calls: readonly CallSite[];
  readonly loops: readonly Loop[];
  readonly entryPoints: readonly EntryPoint[];
  readonly prompts: readonly PromptText[];
}
