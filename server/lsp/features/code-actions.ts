import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import type { EditVerb } from '../../core/edits/verbs.ts';
import type { Finding } from '../../core/rules/rule.ts';
import { formatMoneyRange } from '../../reports/format.ts';
import type { ServerContext } from '../context.ts';
import { touches } from '../convert.ts';
import type { HeldFile } from '../held-file.ts';
import { member } from '../settings.ts';
import { source } from './diagnostics.ts';
import { safeEdits } from './fix-all.ts';
import { canIgnore, ignoredIn, ignoreEdits } from './ignore.ts';
import { type LabelData, labelActions, labelEdit, labelKind } from './label-call.ts';
import { canTurnOff, turnOffEdit } from './turn-off.ts';
import { type FileEdits, workspaceEdit } from './workspace-edit.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.lineitem`;

/** What an action is, until its edits are asked for. */
type ActionData =
  | { readonly kind: 'fix'; readonly uri: string; readonly finding: string; readonly fix: number }
  | { readonly kind: 'ignore'; readonly uri: string; readonly finding: string }
  | { readonly kind: 'turn-off'; readonly uri: string; readonly finding: string }
  | { readonly kind: 'fix-all'; readonly uri: string }
  | LabelData;

export function provideCodeActions(context: ServerContext): void {
  const { connection, guard, documents, settings, features } = context;

  const withEdit = async (action: CodeAction, data: ActionData): Promise<CodeAction> => {
    const held = documents.get(data.uri);
    const edit = held === null ? null : await editFor(context, held, data);
    return edit === null ? action : { ...action, edit };
  };

  connection.onCodeAction(
    guard('code actions', [], async (params: CodeActionParams): Promise<CodeAction[]> => {
      const { uri } = params.textDocument;
      const held = documents.get(uri);
      if (held === null || !(await settings.for(uri)).codeActions) return [];
      // A call is labelled when somebody asks for it: the light bulb stays for waste.
      const { only } = params.context;
      const labels = only !== undefined && isWanted(labelKind, only) ? labelActions(context, held, params) : [];
      const offered: readonly Offered[] = [...quickFixes(context, held, params), ...labels, ...fixAll(held, params)];
      const lazy = features().resolvesActionEdits;
      const ready = offered.map(async ({ action, data }) => (data === null ? action : lazy ? { ...action, data } : withEdit(action, data)));
      return (await Promise.all(ready)).filter(({ edit, data, command }) => [edit, data, command].some((one) => one !== undefined));
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
  /** Null where it edits nothing. */
  readonly data: ActionData | null;
}

function quickFixes(server: ServerContext, held: HeldFile, { textDocument: { uri }, range, context }: CodeActionParams): Offered[] {
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return [];
  const { project, file } = held;
  return project.analyzer.findingsAt(file).flatMap((finding): Offered[] => {
    const at = server.layouts.location(project, finding.at);
    if (at?.uri !== uri || !touches(at.range, range)) return [];
    const told = context.diagnostics.filter((one) => one.source === source && member(one.data, 'finding') === finding.id);
    const common = { kind: CodeActionKind.QuickFix, diagnostics: told };
    const fixes = finding.fixes.map(({ title, isSafe }, fix): Offered => {
      const action = { ...common, title: titleOf(title, finding), ...(isSafe ? { isPreferred: true } : {}) };
      return { action, data: { kind: 'fix', uri, finding: finding.id, fix } };
    });
    return [...fixes, ...waysToLive(server, held, finding, uri).map(({ action, data }) => ({ action: { ...common, ...action }, data }))];
  });
}

/** What can be done about a finding that stays. Settings and comments of our own are put right instead. */
function waysToLive(server: ServerContext, held: HeldFile, finding: Finding, uri: string): Offered[] {
  const { code, rule, id } = finding;
  const ways: Offered[] = [];
  const isOurOwn = code.startsWith('LI0');
  if (!isOurOwn && canIgnore(held, finding))
    ways.push({ action: { title: `Ignore ${code} here, with a reason` }, data: { kind: 'ignore', uri, finding: id } });
  if (!isOurOwn && canTurnOff(server, held.project, finding))
    ways.push({ action: { title: `Turn ${rule} off in lineitem.json` }, data: { kind: 'turn-off', uri, finding: id } });
  if (server.features().commandLinks) {
    const title = `Open the page of ${rule}`;
    ways.push({ action: { title, command: { title, command: 'lineitem.showRule', arguments: [code] } }, data: null });
  }
  return ways;
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

async function editFor(context: ServerContext, held: HeldFile, data: ActionData): Promise<WorkspaceEdit | null> {
  const { project, file } = held;
  const written = (edits: FileEdits | null): WorkspaceEdit | null => (edits === null ? null : workspaceEdit(context, project, edits));
  if (data.kind === 'label') return labelEdit(context, held, data);
  if (data.kind === 'fix-all') return written(safeEdits(held));
  const finding = project.analyzer.findingsAt(file).find(({ id }) => id === data.finding);
  if (finding === undefined) return null;
  if (data.kind === 'turn-off') return turnOffEdit(context, project, finding);
  if (data.kind === 'ignore') {
    await bringTexts(context, held, [ignoredIn(finding) ?? file]);
    return written(ignoreEdits(context, held, finding));
  }
  await bringTexts(context, held, finding.fixes[data.fix]?.verbs.map(fileOf) ?? []);
  return written(project.analyzer.fix(data.finding, data.fix));
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
  const call = member(data, 'call');
  const target = member(data, 'target');
  if (kind === 'label' && typeof call === 'string' && typeof target === 'string') return { kind, uri, call, target };
  if ((kind === 'ignore' || kind === 'turn-off') && typeof finding === 'string') return { kind, uri, finding };
  if (kind === 'fix' && typeof finding === 'string' && typeof fix === 'number') return { kind, uri, finding, fix };
  return null;
}
