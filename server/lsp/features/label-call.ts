import type { CodeAction, CodeActionParams, WorkspaceEdit } from 'vscode-languageserver';
import { labelFixes } from '../../core/usage/label.ts';
import type { ServerContext } from '../context.ts';
import { touches } from '../convert.ts';
import type { HeldFile } from '../held-file.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** What the editor asks for by name: `Lineitem: Label This Call`. */
export const labelKind = 'refactor.rewrite.lineitem.label';

export interface LabelData {
  readonly kind: 'label';
  readonly uri: string;
  readonly call: string;
  readonly target: string;
}

/** Ways to put the id of the call at the cursor where production carries it. */
export function labelActions(
  { layouts }: ServerContext,
  { project, file }: HeldFile,
  { textDocument: { uri }, range }: CodeActionParams,
): readonly { readonly action: CodeAction; readonly data: LabelData }[] {
  return project.analyzer.file(file).items.flatMap(({ call }) => {
    const at = layouts.location(project, call.whole);
    if (at?.uri !== uri || !touches(at.range, range)) return [];
    return labelFixes(call).flatMap(({ target, title, verbs }) =>
      project.analyzer.edits(verbs) === null
        ? []
        : [{ action: { title, kind: labelKind }, data: { kind: 'label' as const, uri, call: call.id, target } }],
    );
  });
}

export function labelEdit(context: ServerContext, { project, file }: HeldFile, data: LabelData): WorkspaceEdit | null {
  const item = project.analyzer.file(file).items.find(({ call }) => call.id === data.call);
  const fix = item === undefined ? undefined : labelFixes(item.call).find(({ target }) => target === data.target);
  const edits = fix === undefined ? null : project.analyzer.edits(fix.verbs);
  return edits === null ? null : workspaceEdit(context, project, edits);
}
