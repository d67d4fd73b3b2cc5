import { z } from 'zod';
import type { Place } from '../module/module.ts';
import type { RequestEntry } from '../module/request-file.ts';
import type { OutputCap, RequestSettings } from '../program/call-site.ts';

interface SavedSettings {
  readonly maxOutput: OutputCap;
  readonly settings: RequestSettings;
}

/** Fields of saved bodies, whichever vendor's. Sources: the vendors' API references, read 2026-11-23. */
const caps = [
  ['max_tokens'],
  ['max_completion_tokens'],
  ['max_output_tokens'],
  ['generationConfig', 'maxOutputTokens'],
  ['generation_config', 'max_output_tokens'],
  ['inferenceConfig', 'maxTokens'],
] as const;
const completionCounts = [['n'], ['generationConfig', 'candidateCount']] as const;
const thinkingBudgets = [
  ['thinking', 'budget_tokens'],
  ['generationConfig', 'thinkingConfig', 'thinkingBudget'],
] as const;

/** What a saved body says beside its content. A line of a batch file (it has an id to find its answer by) is priced as a batch. */
export function readSettings(entry: RequestEntry, at: Place): SavedSettings {
  const { body } = entry;
  const cap = firstNumber(body, caps);
  const budget = firstNumber(body, thinkingBudgets);
  const serviceTier = valueAt(body, ['service_tier']) ?? valueAt(body, ['speed']);
  const region = valueAt(body, ['inference_geo']);
  return {
    maxOutput: cap === null ? { kind: 'absent' } : { kind: 'set', tokens: cap, place: at },
    settings: {
      stream: valueAt(body, ['stream']) === true,
      completions: firstNumber(body, completionCounts),
      serviceTier: typeof serviceTier === 'string' ? serviceTier : null,
      isBatch: entry.customId !== null,
      hasThinking: hasThinking(body),
      thinkingBudget: budget,
      effort: null,
      toolChoice: null,
      hasOutputSchema: false,
      toolCount: null,
      transportRetries: null,
      timeoutSeconds: null,
      imageDetail: null,
      ...(typeof region === 'string' ? { region } : {}),
    },
  };
}

function hasThinking(body: unknown): boolean {
  const type = valueAt(body, ['thinking', 'type']);
  return type === 'enabled' || type === 'adaptive';
}

function firstNumber(body: unknown, paths: readonly (readonly string[])[]): number | null {
  for (const path of paths) {
    const found = valueAt(body, path);
    if (typeof found === 'number' && Number.isFinite(found) && found >= 0) return found;
  }
  return null;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => recordOf(found)[name], value);
}

const record = z.record(z.string(), z.unknown());
const recordOf = (value: unknown): Readonly<Record<string, unknown>> => record.safeParse(value).data ?? {};
