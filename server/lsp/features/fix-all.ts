import type { FixEdit } from '../../core/edits/fragment.ts';
import type { Span } from '../../core/text/span.ts';
import type { HeldFile } from '../held-file.ts';
import type { FileEdits } from './workspace-edit.ts';

/** The safe fixes of a file, each whole or not at all: one that would touch what another edits waits for the next time. */
export function safeEdits({ project, file }: HeldFile): FileEdits | null {
  const accepted = new Map<string, FixEdit[]>();
  for (const finding of project.analyzer.file(file).findings) {
    const fix = finding.fixes.findIndex(({ isSafe }) => isSafe);
    const edits = fix < 0 ? null : project.analyzer.fix(finding.id, fix);
    if (edits === null || !staysIn(file, edits)) continue;
    const added = edits.get(file) ?? [];
    const before = accepted.get(file) ?? [];
    if (added.some((one) => before.some((other) => collides(one.span, other.span)))) continue;
    accepted.set(file, [...before, ...added]);
  }
  return accepted.size === 0 ? null : accepted;
}

/** Fixing on save changes the file that is saved, and no other. */
const staysIn = (file: string, edits: FileEdits): boolean => [...edits.keys()].every((one) => one === file);

/** Two insertions at one place collide too: their order would be chance. */
const collides = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
