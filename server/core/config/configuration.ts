import type { Overlay } from '../prices/overlay-schema.ts';
import type { Budget } from '../rules/budget.ts';
import type { Severity } from '../rules/rule.ts';

/** What holds for one file, after all that was said above it. The same object as long as nothing of it changes. */
export interface Configuration {
  /** The files that say it, the nearest first; empty where none does. */
  readonly files: readonly string[];
  /** Nothing is said about this file. */
  readonly isIgnored: boolean;
  readonly preview: boolean;
  /** By code of a rule, or by family. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** In picodollars; null where none is set. */
  readonly minSaving: { readonly call: bigint | null; readonly run: bigint | null; readonly month: bigint | null };
  readonly budgets: readonly ScopedBudget[];
  /** The user's own prices; the same object wherever the same are declared. */
  readonly prices: Overlay | null;
  readonly currency: Currency | null;
  readonly diff: DiffLimits;
  /** Who pays for the calls of this file. */
  readonly owner: string | null;
  /** The file of findings that were there before, from the root. */
  readonly baseline: string | null;
}

export interface RuleSetting {
  readonly severity: Severity | 'off' | null;
  readonly options: Readonly<Record<string, number>>;
}

export interface ScopedBudget extends Budget {
  readonly scope: 'call-site' | 'entry-point' | 'project';
  /** The id that it holds for, where `*` stands for anything; of a project its folder, with `/` at its end. */
  readonly of: string;
}

/** What a comparison of two bills lets pass. */
export interface DiffLimits {
  /** 0.1 allows a tenth more than the base; null allows anything. */
  readonly maxRise: number | null;
  readonly blockUnknownModel: boolean;
}

export interface Currency {
  readonly code: string;
  /** How much of it one USD is. */
  readonly rate: number;
  /** ISO date of the rate. */
  readonly date: string;
}

export const usualConfiguration: Configuration = {
  files: [],
  isIgnored: false,
  preview: false,
  rules: {},
  minSaving: { call: null, run: null, month: null },
  budgets: [],
  prices: null,
  currency: null,
  diff: { maxRise: null, blockUnknownModel: false },
  owner: null,
  baseline: null,
};
