import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { EditVerb } from '../../core/edits/verbs.ts';
import type { Finding } from '../../core/rules/rule.ts';
import { formatMoneyRange } from '../../reports/format.ts';
import type { ServerContext } from '../context.ts';
import { touches } from '../convert.ts';
import type { HeldFile } from '../held-file.ts';
import { member } from '../settings.ts';
import { source } from './diagnostics.ts';
import { safeEdits } from './fix-all.ts';
import { ignoreEdits } from './ignore.ts';
import { type FileEdits, workspaceEdit } from './workspace-edit.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.lineitem`;

/** What an action is, until its edits are asked for. */
type ActionData =
  | { readonly kind: 'fix'; readonly uri: string; readonly finding: string; readonly fix: number }
  | { readonly kind: 'ignore'; readonly uri: string; readonly finding: string }
  | { readonly kind: 'fix-all'; readonly uri: string };

export function provideCodeActions(context: ServerContext): void {
  const { connection, guard, documents, settings, features } = context;

  const withEdit = async (action: CodeAction, data: ActionData): Promise<CodeAction> => {
    const held = documents.get(data.uri);
    const edits = held === null ? null : await editsFor(context, held, data);
    const edit = held === null || edits === null ? null : workspaceEdit(context, held.project, edits);
    return edit === null ? action : { ...action, edit };
  };

  connection.onCodeAction(
    guard('code actions', [], async (params: CodeActionParams): Promise<CodeAction[]> => {
      const { uri } = params.textDocument;
      const held = documents.get(uri);
      if (held === null || !(await settings.for(uri)).codeActions) return [];
      const offered = [...quickFixes(context, held, params), ...fixAll(held, params)];
      if (features().resolvesActionEdits) return offered.map(({ action, data }) => ({ ...action, data }));
      const ready = await Promise.all(offered.map(({ action, data }) => withEdit(action, data)));
      return ready.filter(({ edit }) => edit !== undefined);
    }),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const data = readData(action.data);
    if (data === null) return action;
    return guard('code action', action, () => withEdit(action, data))(action, token);
  });
}

interface Offered {
  readonly action: CodeAction;
  readonly data: ActionData;
}

function quickFixes({ layouts }: ServerContext, held: HeldFile, { textDocument: { uri }, range, context }: CodeActionParams): Offered[] {
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return [];
  const { project, file, reading } = held;
  return project.analyzer.file(file).findings.flatMap((finding): Offered[] => {
    const at = layouts.location(project, finding.at);
    if (at?.uri !== uri || !touches(at.range, range)) return [];
    const told = context.diagnostics.filter((one) => one.source === source && member(one.data, 'finding') === finding.id);
    const common = { kind: CodeActionKind.QuickFix, diagnostics: told };
    const fixes = finding.fixes.map(({ title, isSafe }, fix): Offered => {
      const action = { ...common, title: titleOf(title, finding), ...(isSafe ? { isPreferred: true } : {}) };
      return { action, data: { kind: 'fix', uri, finding: finding.id, fix } };
    });
    // A comment inside a prompt is sent and billed.
    if (reading === 'prompt' || reading === 'request') return fixes;
    return [
      ...fixes,
      { action: { ...common, title: `Ignore ${finding.code} here, with a reason` }, data: { kind: 'ignore', uri, finding: finding.id } },
    ];
  });
}

function fixAll({ project, file }: HeldFile, { textDocument: { uri }, context }: CodeActionParams): Offered[] {
  if (context.only === undefined || !isWanted(fixAllKind, context.only)) return [];
  const hasSafe = project.analyzer.file(file).findings.some(({ fixes }) => fixes.some(({ isSafe }) => isSafe));
  if (!hasSafe) return [];
  return [{ action: { title: 'Apply all safe fixes of Lineitem', kind: fixAllKind }, data: { kind: 'fix-all', uri } }];
}

/** An editor that asks for `source` means `source.fixAll.lineitem` too. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));

function titleOf(title: string, { saving }: Finding): string {
  if (saving === null) return title;
  const said = formatMoneyRange(saving);
  return said === '?' || title.includes(said) ? title : `${title} (saves ${said} a ${saving.per})`;
}

async function editsFor(context: ServerContext, held: HeldFile, data: ActionData): Promise<FileEdits | null> {
  const { project, file } = held;
  if (data.kind === 'fix-all') return safeEdits(held);
  const finding = project.analyzer.file(file).findings.find(({ id }) => id === data.finding);
  if (finding === undefined) return null;
  if (data.kind === 'ignore') return ignoreEdits(held, finding);
  const places = finding.fixes[data.fix]?.verbs.map(fileOf) ?? [];
  await bringTexts(context, held, places);
  return project.analyzer.fix(data.finding, data.fix);
}

/** A fix may edit a file that nobody holds open: its text and positions are read now. */
async function bringTexts({ layouts, documents }: ServerContext, { project }: HeldFile, files: readonly string[]): Promise<void> {
  for (const file of new Set(files)) {
    if (documents.named(project, file) !== null) continue;
    const text = await project.workspace?.readText(file);
    if (typeof text === 'string') project.analyzer.setText(file, text);
    layouts.forget(project, file);
    await layouts.prepare(project, [file]);
  }
}

function fileOf(verb: EditVerb): string {
  if (verb.verb === 'set-field' || verb.verb === 'remove-field' || verb.verb === 'rename-field') return verb.fields.file;
  if (verb.verb === 'cut-arguments') return verb.call.file;
  return verb.verb === 'bound-loop' ? verb.loop.file : verb.at.file;
}

function readData(data: unknown): ActionData | null {
  const kind = member(data, 'kind');
  const uri = member(data, 'uri');
  const finding = member(data, 'finding');
  const fix = member(data, 'fix');
  if (typeof uri !== 'string') return null;
  if (kind === 'fix-all') return { kind, uri };
  if (kind === 'ignore' && typeof finding === 'string') return { kind, uri, finding };
  if (kind === 'fix' && typeof finding === 'string' && typeof fix === 'number') return { kind, uri, finding, fix };
  return null;
}
