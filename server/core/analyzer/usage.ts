import type { Problem } from '../api.ts';
import { type ExpectOptions, expectedCall } from '../bill/expected-call.ts';
import type { LineItem } from '../bill/line-item.ts';
import type { CallSite, EntryPoint } from '../program/call-site.ts';
import type { Program } from '../program/program.ts';
import type { Span } from '../text/span.ts';
import { disagreement, fingerprintOf } from '../usage/fingerprint.ts';
import { type ParsedUsage, parseUsage } from '../usage/parse-usage.ts';
import { type CallUsage, type EntryPointUsage, type NamedUsage, usageOfCall, usageOfEntryPoint } from '../usage/usage.ts';

/** The usage files, and what they say of each call. */
export interface UsageFiles {
  readonly set: (file: string, text: string | null) => void;
  readonly has: (file: string) => boolean;
  readonly files: () => readonly string[];
  /** Grows with each change of a usage file. */
  readonly generation: () => number;
  /** The same item where nothing is said of its call. */
  readonly apply: (item: LineItem, options: ExpectOptions) => LineItem;
  readonly ofEntryPoint: (entryPoint: EntryPoint) => EntryPointUsage | null;
  readonly problemsOf: (file: string, context: ProblemContext) => readonly Problem[];
}

export interface ProblemContext {
  /** ISO date on which prices were checked; null until they are there. */
  readonly pricesOf: string | null;
  readonly items: (file: string) => readonly LineItem[];
  /** Every file that was read. */
  readonly files: () => readonly string[];
}

export function createUsageFiles(program: Program): UsageFiles {
  const files = new Map<string, ParsedUsage>();
  const applied = new WeakMap<LineItem, { readonly key: string; readonly item: LineItem }>();
  let generation = 0;

  const chainOf = (file: string): readonly NamedUsage[] => {
    const found = [...files].filter(([name]) => file.startsWith(folderOf(name))).map(([name, usage]) => ({ file: name, usage }));
    return found.sort((a, b) => b.file.length - a.file.length);
  };

  const usageOf = (call: CallSite): CallUsage | null => {
    const chain = chainOf(call.place.file);
    if (chain.length === 0) return null;
    const runs = program
      .file(call.place.file)
      .entryPoints.filter((one) => one.calls.includes(call.id))
      .flatMap((one) => usageOfEntryPoint(one.id, chain)?.entry ?? []);
    const fitting = chain.filter(({ usage }) => {
      const kept = usage.calls.get(call.id)?.value.fingerprint;
      return kept === undefined || disagreement(kept, fingerprintOf(call)) === null;
    });
    return usageOfCall(call.id, fitting, runs);
  };

  return {
    set(file, text) {
      if (text === null) files.delete(file);
      else files.set(file, parseUsage(text));
      generation++;
    },
    has: (file) => files.has(file),
    files: () => [...files.keys()],
    generation: () => generation,
    apply(item, options) {
      if (files.size === 0) return item;
      const usage = usageOf(item.call);
      if (usage === null) return item;
      // An edit of the file makes new objects of the same figures: what did not change stays the same item to the rules.
      const key = JSON.stringify(usage);
      const known = applied.get(item);
      if (known?.key === key) return known.item;
      const made = { ...item, expected: expectedCall(item, usage, options) };
      applied.set(item, { key, item: made });
      return made;
    },
    ofEntryPoint: ({ id, place }) => usageOfEntryPoint(id, chainOf(place.file)),
    problemsOf(file, context) {
      const parsed = files.get(file);
      if (parsed === undefined) return [];
      const at = (span: Span, message: string): Problem => ({ at: { file, unit: '', span }, message });
      return [
        ...parsed.problems.map(({ span, message }) => at(span, message)),
        ...[...parsed.calls].flatMap(([id, { value, span }]) =>
          callProblems(id, value.fingerprint, context).map((message) => at(span, message)),
        ),
        ...[...parsed.entryPoints].flatMap(([id, { span }]) =>
          entryPointProblems(id, program, context).map((message) => at(span, message)),
        ),
        ...datedProblem(parsed, context).map(({ span, message }) => at(span, message)),
      ];
    },
  };
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

function callProblems(id: string, fingerprint: string | undefined, { items, files }: ProblemContext): readonly string[] {
  const hash = id.indexOf('#');
  const places = hash < 0 ? files() : [id.slice(0, hash)];
  const item = places.flatMap(items).find(({ call }) => call.id === id);
  if (item === undefined) {
    const near = hash < 0 ? [] : items(id.slice(0, hash)).map(({ call }) => call.id);
    const known = near.length === 0 ? '' : ` Calls of that file: ${near.slice(0, 3).join(', ')}${near.length > 3 ? ' …' : ''}.`;
    return [`No call has the id \`${id}\`: this entry is not applied.${known}`];
  }
  const why = fingerprint === undefined ? null : disagreement(fingerprint, fingerprintOf(item.call));
  if (why !== null) return [`This entry is not applied: it was ${why}. Measure it again, or take its fingerprint out.`];
  return (item.expected?.notes ?? []).map((note) => `${note}.`);
}

function entryPointProblems(id: string, program: Program, { files }: ProblemContext): readonly string[] {
  const file = id.slice(0, Math.max(0, id.indexOf('#')));
  const isKnown = files().includes(file) && program.file(file).entryPoints.some((one) => one.id === id);
  return isKnown ? [] : [`No entry point has the id \`${id}\`: this entry is not applied.`];
}

/** Old volumes at new prices are no month that ever was. */
function datedProblem({ asOf }: ParsedUsage, { pricesOf }: ProblemContext): readonly { readonly span: Span; readonly message: string }[] {
  if (asOf === null || pricesOf === null || asOf.day >= pricesOf) return [];
  const message = `These figures end on ${asOf.day}, the prices are of ${pricesOf}: the bill is what that use would cost now, not what it cost.`;
  return [{ span: asOf.span, message }];
}
