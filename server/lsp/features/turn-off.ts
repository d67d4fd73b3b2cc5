import { modify } from 'jsonc-parser';
import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { readJson } from '../../core/config/json-text.ts';
import { configName, isConfigName } from '../../core/config/store.ts';
import type { Finding } from '../../core/rules/rule.ts';
import type { ServerContext } from '../context.ts';
import type { Project } from '../project.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** The settings that hold for a file: the nearest that are there and that the editor may write, else new ones at the root. */
function nearestConfig({ analyzer, prefix }: Project, file: string): { readonly file: string; readonly isThere: boolean } {
  const there = analyzer.configurationOf(file).files.find((one) => isConfigName(one) && one.startsWith(prefix));
  return there === undefined ? { file: prefix + configName, isThere: false } : { file: there, isThere: true };
}

/** A file that is not there can be made only by editors that know how. */
export const canTurnOff = ({ features }: ServerContext, project: Project, { at }: Finding): boolean =>
  project.folder !== null && (features().createsFiles || nearestConfig(project, at.file).isThere);

/** An entry under `rules`, written as the file is written. */
export async function turnOffEdit(context: ServerContext, project: Project, { at, rule, code }: Finding): Promise<WorkspaceEdit | null> {
  const { file, isThere } = nearestConfig(project, at.file);
  if (!isThere) return newConfig(project.uriOf(file), `{\n  "rules": {\n    "${rule}": "off"\n  }\n}\n`);
  const held = context.documents.named(project, file)?.documents[0]?.getText();
  const text = held ?? (await project.workspace?.readText(file));
  if (typeof text !== 'string') return null;
  await context.layouts.prepare(project, [file]);
  const plain = text.replace(/^\uFEFF/, '');
  const json = readJson(plain);
  if (json.fault !== null) return null;
  const key = json.found(['rules', code]).length === 2 ? code : rule;
  const edits = modify(plain, ['rules', key], 'off', { formattingOptions: styleOf(plain), getInsertionIndex: () => 0 });
  const made = edits.map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    text: content,
    placeholders: [],
  }));
  return workspaceEdit(context, project, new Map([[file, made]]));
}

function newConfig(uri: string, text: string): WorkspaceEdit {
  const create: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
  const start = { line: 0, character: 0 };
  const fill: TextDocumentEdit = { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] };
  return { documentChanges: [create, fill] };
}

function styleOf(text: string): { readonly insertSpaces: boolean; readonly tabSize: number; readonly eol: string } {
  const indentation = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indentation.startsWith('\t'),
    tabSize: indentation.startsWith('\t') ? 1 : indentation.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
