import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../core/api.ts';
import { isConfigName } from '../core/config/store.ts';
import { isUsageName } from '../core/usage/parse-usage.ts';
import type { Layout } from './convert.ts';
import type { Reading } from './languages.ts';
import type { Project } from './project.ts';

/** A file that an editor holds: in one document, or in the cells of a notebook. */
export interface HeldFile {
  readonly project: Project;
  readonly file: string;
  readonly reading: Reading | null;
  /** Of the text as it is now. */
  readonly layout: Layout;
  readonly documents: readonly TextDocument[];
}

export interface Opened {
  readonly reading: Reading | null;
  readonly isOurs: boolean;
}

/** Hands a text to the analyzer in the first way that it understands, else in the last. */
export function openText(project: Project, file: string, readings: readonly Reading[], text: string): Opened {
  let last: Reading | null = null;
  try {
    for (const reading of readings) {
      last = reading;
      if (reading === 'text') {
        project.analyzer.setText(file, text);
        return { reading, isOurs: isConfigName(file) || isUsageName(file) };
      }
      if (project.analyzer.open(file, reading, text)) return { reading, isOurs: true };
    }
  } catch (error) {
    project.fault(file, error);
  }
  return { reading: last, isOurs: false };
}

/** Passes changes on; where the analyzer stumbles over one, it reads the text anew. */
export function changeText(held: HeldFile, changes: readonly TextChange[], text: string): void {
  const { project, file, reading } = held;
  try {
    if (reading === 'text') project.analyzer.setText(file, text);
    else if (changes.length > 0) project.analyzer.change(file, changes);
  } catch (error) {
    project.fault(file, error);
    openText(project, file, reading === null ? [] : [reading], text);
  }
}

/** Whether anything is known to be said about a file. */
export function says({ project, file }: Pick<HeldFile, 'project' | 'file'>): boolean {
  const { items, prompts, findings, problems } = project.analyzer.file(file);
  return [items, prompts, findings, problems].some((said) => said.length > 0);
}

/** The one change that leads from a text to another; null where they are the same. */
export function difference(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let behind = 0;
  while (behind < shorter - start && before.charCodeAt(before.length - 1 - behind) === after.charCodeAt(after.length - 1 - behind))
    behind++;
  return { start, end: before.length - behind, text: after.slice(start, after.length - behind) };
}
