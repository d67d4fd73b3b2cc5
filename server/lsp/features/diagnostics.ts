import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { FileReport } from '../../core/api.ts';
import type { Finding, Severity } from '../../core/rules/rule.ts';
import type { ServerContext } from '../context.ts';
import type { Project } from '../project.ts';

export const source = 'Lineitem';

/** What a diagnostic carries for its fixes: edits are made when they are asked for, against the text as it is then. */
export interface DiagnosticData {
  readonly finding: string;
  readonly version: number | null;
}

export interface Publisher {
  /** Tells the editor what is found in a file, where it does not know already. */
  publish(project: Project, file: string): Promise<void>;
  /** Takes everything back: a folder left the editor, or a file the disk. */
  withdraw(project: Project, file: string): void;
  withdrawAll(project: Project): void;
  /** Takes back what was told of files that are neither open nor part of the workspace any more. */
  prune(project: Project): void;
  /** Settings changed: what was told may not hold. */
  forget(): void;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What one file's report says, by document: a prompt that several files read is told of by each of them. */
interface Told {
  readonly report: FileReport;
  readonly versions: string;
  readonly found: ReadonlyMap<string, readonly Diagnostic[]>;
}

export function createPublisher(context: ServerContext): Publisher {
  const { connection, documents, layouts, settings } = context;
  const told = new WeakMap<Project, Map<string, Told>>();
  /** The same by document, and then by who says it. */
  const said = new WeakMap<Project, Map<string, Map<string, readonly Diagnostic[]>>>();
  let generation = 0;

  const toldOf = (project: Project): Map<string, Told> => {
    const known = told.get(project) ?? new Map<string, Told>();
    told.set(project, known);
    return known;
  };
  const saidOf = (project: Project): Map<string, Map<string, readonly Diagnostic[]>> => {
    const known = said.get(project) ?? new Map<string, Map<string, readonly Diagnostic[]>>();
    said.set(project, known);
    return known;
  };
  const versionsOf = (project: Project, { file, findings }: FileReport): string => {
    const files = new Set([file, ...findings.map(({ at }) => at.file)]);
    const documentsOf = [...files].flatMap((one) => documents.named(project, one)?.documents ?? []);
    return `${generation} ${documentsOf.map(({ uri, version }) => `${uri}@${version}`).join(' ')}`;
  };

  const take = (project: Project, file: string, next: Told | null): void => {
    const before = toldOf(project).get(file)?.found ?? new Map<string, readonly Diagnostic[]>();
    if (next === null) toldOf(project).delete(file);
    else toldOf(project).set(file, next);
    const changed = new Set([...before.keys(), ...(next?.found.keys() ?? [])]);
    for (const uri of changed) {
      const bySayer = saidOf(project).get(uri) ?? new Map<string, readonly Diagnostic[]>();
      saidOf(project).set(uri, bySayer);
      const found = next?.found.get(uri);
      if (found === undefined) bySayer.delete(file);
      else bySayer.set(file, found);
      const version = documents.get(uri)?.documents.find((document) => document.uri === uri)?.version;
      const diagnostics = withoutTwins([...bySayer.values()].flat());
      void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    }
  };

  const withdraw = (project: Project, file: string): void => take(project, file, null);

  return {
    async publish(project, file) {
      const before = toldOf(project).get(file);
      const asked = project.analyzer.file(file);
      if (before?.report === asked && before.versions === versionsOf(project, asked)) return;
      const held = documents.named(project, file);
      if (held === null && before === undefined && asked.findings.length === 0 && asked.problems.length === 0) return;
      const switches = await settings.for(held?.documents[0]?.uri ?? project.folder ?? project.uriOf(file));
      const isShown = (one: string): boolean =>
        switches.diagnostics && (switches.workspaceProblems || documents.named(project, one) !== null);
      await layouts.prepare(project, [
        file,
        ...asked.findings.flatMap(({ at, related }) => [at.file, ...related.map((one) => one.at.file)]),
      ]);

      // From here on nothing waits: report, positions and versions are of one moment.
      const report = project.analyzer.file(file);
      const found = diagnosticsOf(context, project, report, isShown);
      // An editor is told once that an open document is clean.
      for (const { uri } of documents.named(project, file)?.documents ?? []) if (!found.has(uri)) found.set(uri, []);
      take(project, file, { report, versions: versionsOf(project, report), found });
    },
    withdraw,
    withdrawAll(project) {
      for (const file of [...toldOf(project).keys()]) withdraw(project, file);
    },
    prune(project) {
      for (const file of [...toldOf(project).keys()]) if (!project.held.has(file) && !project.scanned.has(file)) withdraw(project, file);
    },
    forget() {
      generation++;
    },
  };
}

/** Two calls that send one prompt may say the same of it. */
function withoutTwins(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, range, message }: Diagnostic): string => JSON.stringify(code === undefined ? [message, range] : [code, range]);
  return [...new Map(diagnostics.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}

function diagnosticsOf(
  context: ServerContext,
  project: Project,
  { findings, problems }: FileReport,
  isShown: (file: string) => boolean,
): Map<string, Diagnostic[]> {
  const byUri = new Map<string, Diagnostic[]>();
  const add = (uri: string, diagnostic: Diagnostic): void => void byUri.set(uri, [...(byUri.get(uri) ?? []), diagnostic]);
  for (const finding of findings) {
    const at = context.layouts.location(project, finding.at);
    if (at === null || !isShown(finding.at.file)) continue;
    const version = context.documents.get(at.uri)?.documents.find(({ uri }) => uri === at.uri)?.version ?? null;
    // A closed notebook has one address for all of its cells.
    const cell = context.documents.named(project, finding.at.file) === null ? context.layouts.cell(project, finding.at) : null;
    const message = cell === null ? finding.message : `Cell ${cell + 1}: ${finding.message}`;
    add(at.uri, { range: at.range, source, message, ...detailsOf(context, project, finding, version) });
  }
  for (const { at: place, message } of problems) {
    const at = context.layouts.location(project, place);
    if (at !== null && isShown(place.file)) add(at.uri, { range: at.range, source, message, severity: DiagnosticSeverity.Warning });
  }
  return byUri;
}

function detailsOf(context: ServerContext, project: Project, finding: Finding, version: number | null): Partial<Diagnostic> {
  const features = context.features();
  const page = pageOf(finding.rule, features.assets);
  const related = finding.related.flatMap(({ at, note }) => {
    const location = context.layouts.location(project, at);
    return location === null ? [] : [{ location, message: note }];
  });
  return {
    severity: severities[finding.severity],
    code: finding.code,
    data: { finding: finding.id, version } satisfies DiagnosticData,
    ...(page !== null && features.codeDescription ? { codeDescription: { href: page } } : {}),
    ...(features.relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.rule === 'unused-suppression' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** Rule pages are shipped, so that reading one needs no network. */
const pageOf = (rule: string, assets: string | null): string | null => (assets === null ? null : `${assets}rules/${rule}.md`);
