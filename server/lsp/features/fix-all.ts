import { safeFixes } from '../../core/analyzer/safe-fixes.ts';
import type { HeldFile } from '../held-file.ts';
import type { FileEdits } from './workspace-edit.ts';

/** The safe fixes of a file. Fixing on save changes the file that is saved, and no other. */
export function safeEdits({ project, file }: HeldFile): FileEdits | null {
  const { analyzer } = project;
  const { edits } = safeFixes(analyzer.file(file).findings, analyzer.fix, (edited) => edited === file);
  return edits.size === 0 ? null : edits;
}
