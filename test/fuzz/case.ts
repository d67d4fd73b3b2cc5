import type { Analyzer, TextChange } from '../../server/core/api.ts';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import { applyEdits } from '../../server/core/text/span.ts';
import { changed, difference, randomEdit } from './edits.ts';
import { below, pick, type Random } from './random.ts';
import type { Subject } from './subjects.ts';
import { firstDifference, viewOf } from './view.ts';

export interface Fuzzed {
  readonly subject: Subject;
  /** The text at the moment of the fault, or at the end. */
  readonly text: string;
  readonly edits: readonly TextChange[];
  readonly faults: readonly string[];
}

export interface Tools {
  readonly analyzer: Analyzer;
  readonly grammars: Grammars;
  /** What the analyzer said of faults since the last call. */
  readonly takeFaults: () => readonly string[];
  /** Milliseconds that this thread worked. */
  readonly worked: () => number;
  /** Told of what is about to be read, so that whoever waits can say what it waits for. */
  readonly onText: (subject: Subject, text: string) => void;
}

const mostEdits = 6;
const slowest = 2_000;

/**
 * One file, edited at random and then brought back to what it was. Nothing may fail or take long; where the text has no
 * syntax error, what the edits left must be what reading the text from scratch gives, and every fix must leave code that parses.
 */
export function fuzzOnce(random: Random, subjects: readonly Subject[], number: number, tools: Tools): Fuzzed {
  const subject = pick(random, subjects);
  const { analyzer } = tools;
  const file = `fuzz/${number}/${subject.name}`;
  const texts = subjects.map((one) => one.text);
  const edits: TextChange[] = [];
  const faults: string[] = [];
  let text = subject.text;

  const look = (what: string, act: () => void): void => {
    const start = tools.worked();
    tools.onText(subject, text);
    try {
      act();
      analyzer.file(file);
      faults.push(...tools.takeFaults().map((fault) => `${what}: ${fault}`));
    } catch (error) {
      faults.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const took = tools.worked() - start;
    if (took > slowest) faults.push(`${what}: took ${Math.round(took)} ms`);
  };
  const change = (next: TextChange): void => {
    edits.push(next);
    text = changed(text, next);
    look('edit', () => analyzer.change(file, [next]));
  };
  const compare = (): void => {
    if (faults.length > 0 || hasErrors(subject, text, tools.grammars)) return;
    look('from scratch', () => {
      const fresh = `again/${number}/${subject.name}`;
      analyzer.open(fresh, subject.language, text);
      const [edited, whole] = [viewOf(analyzer, file), viewOf(analyzer, fresh)];
      analyzer.close(fresh);
      analyzer.removePath(fresh);
      if (edited !== whole) faults.push(`the edits left something else than reading it whole:\n${firstDifference(edited, whole)}`);
    });
    look('fixes', () => faults.push(...brokenFixes(file, subject, text, tools)));
  };

  look('open', () => analyzer.open(file, subject.language, text));
  const count = 1 + below(random, mostEdits);
  for (let edit = 0; edit < count && faults.length === 0; edit++) change(randomEdit(random, text, texts));
  compare();
  if (faults.length === 0 && text !== subject.text) {
    change(difference(text, subject.text));
    compare();
  }
  analyzer.close(file);
  analyzer.removePath(file);
  return { subject, text, edits, faults };
}

function hasErrors({ name, language }: Subject, text: string, grammars: Grammars): boolean {
  return grammars.get(language) !== null && lowerText({ file: name, language, text, grammars }).hasErrors;
}

function brokenFixes(file: string, subject: Subject, text: string, { analyzer, grammars }: Tools): string[] {
  return analyzer.file(file).findings.flatMap((finding) =>
    finding.fixes.flatMap((fix, index) => {
      const edits = analyzer.fix(finding.id, index)?.get(file);
      if (edits === undefined) return [];
      if (edits.some(({ span }) => span.start < 0 || span.start > span.end || span.end > text.length))
        return [`the fix "${fix.title}" of ${finding.id} reaches out of the file`];
      return hasErrors(subject, applyEdits(text, edits), grammars) ? [`the fix "${fix.title}" of ${finding.id} breaks the code`] : [];
    }),
  );
}
