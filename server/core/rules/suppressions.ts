import type { Comment, Module, Place, Unit } from '../module/module.ts';
import type { Statement } from '../module/statement.ts';
import { covers, type Span } from '../text/span.ts';
import type { Finding } from './rule.ts';
import { nextStatement, statementBehind } from './statements.ts';
import type { Suppression } from './suppression.ts';

export interface SuppressionSource {
  readonly text: string;
  readonly module: Module;
}

export interface Suppressed {
  readonly kept: readonly Finding[];
  /** Every suppression, with what it was not needed for. */
  readonly suppressions: readonly Suppression[];
}

/**
 * Takes out what comments ask to ignore: a finding at a covered place, or of a call that stands at one. `findings` must be
 * all that concern their files, else a suppression looks unused that isn't.
 */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  callPlace: (call: string) => Place | null,
): Suppressed {
  const used = new Map<Suppression, Set<string>>();
  const kept = findings.filter((finding) => {
    const places = placesOf(finding, callPlace);
    let isKept = true;
    for (const suppression of suppressions) {
      const name = suppression.rules.find((rule) => rule.name === finding.code || rule.name === finding.rule)?.name;
      if (name === undefined || !places.some((place) => isCovered(place, suppression))) continue;
      used.set(suppression, (used.get(suppression) ?? new Set()).add(name));
      isKept = false;
    }
    return isKept;
  });
  const isUsed = (suppression: Suppression, name: string): boolean => used.get(suppression)?.has(name) === true;
  return {
    kept,
    suppressions: suppressions.map((one) => ({
      ...one,
      unused: one.rules.map((rule) => rule.name).filter((name) => !isUsed(one, name)),
    })),
  };
}

/** Reads the comments of one file. A comment without a rule's name ignores nothing. */
export function suppressionsIn(source: SuppressionSource): readonly Suppression[] {
  const { module } = source;
  return module.units.flatMap((unit, index) => {
    const ignores = unit.comments.filter((comment) => /^ignore\b/.test(comment.text));
    return ignores.map((comment, ordinal) => ({
      id: `${module.file}#${unit.id}~${ordinal + 1}`,
      at: { file: module.file, unit: unit.id, span: comment.span },
      rules: rulesOf(comment, unit, module, source.text.slice((module.starts[index] ?? 0) + comment.span.start)),
      reason: /\s--\s*(.+)$/.exec(comment.text)?.[1] ?? null,
      covers: coveredBy(comment, index, source),
      unused: [],
    }));
  });
}

function rulesOf(comment: Comment, unit: Unit, module: Module, source: string): Suppression['rules'] {
  const list = /ignore\b\s*(.*?)\s*(?:--.*|\*\/.*)?$/.exec(comment.text)?.[1] ?? '';
  let from = source.indexOf('ignore') + 'ignore'.length;
  return list.split(/[\s,]+/).flatMap((name) => {
    if (name === '') return [];
    const start = comment.span.start + source.indexOf(name, from);
    from = start - comment.span.start + name.length;
    return [{ name, at: { file: module.file, unit: unit.id, span: { start, end: start + name.length } } }];
  });
}

/** Behind code: that statement. Alone on its line: the next one, whole, or the one that it stands in the middle of. */
function coveredBy(comment: Comment, index: number, { text, module }: SuppressionSource): readonly Place[] {
  const unit = module.units[index];
  const start = module.starts[index];
  if (unit === undefined || start === undefined) return [];
  const statement = unit.statement;
  const inUnit =
    statement === null
      ? null
      : comment.isAlone
        ? nextStatement(statement, comment.span)
        : statementBehind(statement, comment.span, text.slice(start, start + Math.max(unit.length, comment.span.end)));
  if (inUnit !== null) return placesIn(module, unit, inUnit);
  const next = comment.isAlone ? module.units[index + 1] : undefined;
  return next?.statement == null ? [] : placesIn(module, next, next.statement);
}

/** A class at the top level has its members in units of their own. */
function placesIn(module: Module, unit: Unit, statement: Statement): readonly Place[] {
  const members = statement.kind === 'class' && statement === unit.statement ? module.units.filter((one) => one.owner === unit.id) : [];
  const whole = members.map((member) => ({ unit: member, span: { start: 0, end: member.length } }));
  return [{ unit, span: statement.span }, ...whole].map((one) => ({ file: module.file, unit: one.unit.id, span: one.span }));
}

function placesOf(finding: Finding, callPlace: (call: string) => Place | null): readonly Place[] {
  const call = finding.call === null ? null : callPlace(finding.call);
  return call === null ? [finding.at] : [finding.at, call];
}

function isCovered(place: Place, suppression: Suppression): boolean {
  return suppression.covers.some((one) => one.file === place.file && one.unit === place.unit && covers(one.span, startOf(place.span)));
}

const startOf = (span: Span): Span => ({ start: span.start, end: span.start });
