import type { LineItem } from '../bill/line-item.ts';
import type { RunCost } from '../bill/run-cost.ts';
import type { Fix } from '../edits/verbs.ts';
import type { Place } from '../module/module.ts';
import type { PriceBook } from '../prices/types.ts';
import type { EntryPoint, Loop, PromptText } from '../program/call-site.ts';
import type { UsageSum } from '../program/meaning/usage-sums.ts';
import type { MoneyQuantity, TokenQuantity } from '../quantity/quantity.ts';
import type { Budget, MonthBudget } from './budget.ts';
import type { ConfigProblem } from './config-problem.ts';
import type { Suppression } from './suppression.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export const families = ['input', 'output', 'loops', 'cache', 'price', 'house'] as const;
export type Family = (typeof families)[number];

/** A rule is one value: metadata and one generator that asks the bill and the program, never a syntax tree. */
export interface Rule<Subject extends SubjectKind = SubjectKind> {
  readonly code: `LI${string}`;
  readonly name: string;
  readonly family: Family;
  readonly severity: Severity;
  /** Its answers are kept for a subject until that subject changes. */
  readonly on: Subject;
  readonly summary: string;
  readonly isPreview: boolean;
  readonly check: (subject: Subjects[Subject], context: RuleContext) => Iterable<Report>;
  /** Numbers that a project may set otherwise, in its `lineitem.json`. */
  readonly options?: readonly RuleOption[];
  /** Other subjects that the same waste shows in: a prompt file that no call of the program sends. */
  readonly also?: readonly AnyCheck[];
}

/** A number that a rule goes by, asked for through its context: `context.option(minTokens)`. */
export interface RuleOption {
  readonly rule: `LI${string}`;
  readonly name: string;
  readonly usual: number;
  /** One sentence, with its unit. */
  readonly summary: string;
}

/** A look at subjects of one kind. */
export interface Check<Kind extends SubjectKind> {
  readonly on: Kind;
  readonly check: (subject: Subjects[Kind], context: RuleContext) => Iterable<Report>;
}
export type AnyCheck = { readonly [Kind in SubjectKind]: Check<Kind> }[SubjectKind];

export interface Subjects {
  readonly call: LineItem;
  readonly loop: Loop;
  readonly prompt: PromptText;
  readonly 'entry-point': EntryPoint;
  readonly suppression: Suppression;
  readonly 'usage-sum': CountedUsage;
  readonly config: ConfigProblem;
  readonly budget: MonthBudget;
}
export type SubjectKind = keyof Subjects;

/** A sum over billed usage, and the calls that its file makes. */
export interface CountedUsage {
  readonly sum: UsageSum;
  readonly calls: readonly string[];
}

export interface RuleContext {
  readonly prices: PriceBook;
  /** The line item of a call id, in any file. */
  readonly item: (call: string) => LineItem | null;
  readonly loop: (id: string) => Loop | null;
  /** The loop that a call is by itself: a framework's run. */
  readonly runOf: (call: string) => Loop | null;
  /** Entry points that reach a call. */
  readonly entryPoints: (call: string) => readonly EntryPoint[];
  /** Tokens of a text as the model of this line item counts it. */
  readonly tokens: (text: string, item: LineItem) => TokenQuantity;
  /** The same for a text outside of any call; null as a model is one that nothing tells, as an answer that it can't be counted yet. */
  readonly textTokens: (text: string, model: string | null) => TokenQuantity | null;
  /** The same request as another model would be billed for it; null while it can't be counted. */
  readonly asModel: (item: LineItem, model: string) => LineItem | null;
  /** The cost of one run of an entry point. */
  readonly runCost: (entryPoint: EntryPoint) => RunCost;
  /** What somebody declared as the most that a call or an entry point, by id, may cost; mostly nothing. */
  readonly budgets: (id: string) => readonly Budget[];
  /** What the project sets it to, for the file of the subject; else what is usual. */
  readonly option: (option: RuleOption) => number;
  /** Whether a fix can be written into the files as they are now; one that can't is not offered. */
  readonly applies: (fix: Fix) => boolean;
  /** Milliseconds since the epoch at which prices are read. */
  readonly now: number;
}

/** What a rule says at a place: what is wrong, why in money, what to do instead. */
export interface Report {
  readonly at: Place;
  readonly what: string;
  readonly costs: string | null;
  readonly instead: string;
  readonly call: string | null;
  readonly saving: MoneyQuantity | null;
  readonly related: readonly { readonly at: Place; readonly note: string }[];
  readonly fixes: readonly Fix[];
  /** Where this finding weighs otherwise than the rule's default. */
  readonly severity?: Severity;
}

export interface Finding extends Report {
  /** Stable across edits elsewhere: code, call or loop id, ordinal. */
  readonly id: string;
  /** Stable as long as path, function and call keep their names: what baselines and fingerprints are made of. */
  readonly key: string;
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  /** what + costs + instead, as one message. */
  readonly message: string;
  /** The project's baseline names it: somebody has seen it and left it for later. */
  readonly isKnown?: true;
}

/** A rule of any subject. */
export type AnyRule = { readonly [Kind in SubjectKind]: Rule<Kind> }[SubjectKind];

export const defineRule = <Subject extends SubjectKind>(rule: Rule<Subject>): Rule<Subject> => rule;
