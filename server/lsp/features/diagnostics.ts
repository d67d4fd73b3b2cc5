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

interface Told {
  readonly report: FileReport;
  readonly versions: string;
  readonly uris: ReadonlySet<string>;
}

export function createPublisher(context: ServerContext): Publisher {
  const { connection, documents, layouts, settings } = context;
  const told = new WeakMap<Project, Map<string, Told>>();
  let generation = 0;

  const toldOf = (project: Project): Map<string, Told> => {
    const known = told.get(project) ?? new Map<string, Told>();
    told.set(project, known);
    return known;
  };
  const versionsOf = (project: Project, file: string): string =>
    `${generation} ${(documents.named(project, file)?.documents ?? []).map(({ uri, version }) => `${uri}@${version}`).join(' ')}`;

  const withdraw = (project: Project, file: string): void => {
    for (const uri of toldOf(project).get(file)?.uris ?? []) void connection.sendDiagnostics({ uri, diagnostics: [] });
    toldOf(project).delete(file);
  };

  return {
    async publish(project, file) {
      const before = toldOf(project).get(file);
      const asked = project.analyzer.file(file);
      if (before?.report === asked && before.versions === versionsOf(project, file)) return;
      const held = documents.named(project, file);
      if (held === null && before === undefined && asked.findings.length === 0 && asked.problems.length === 0) return;
      const switches = await settings.for(held?.documents[0]?.uri ?? project.folder ?? project.uriOf(file));
      const isOn = switches.diagnostics && (held !== null || switches.workspaceProblems);
      await layouts.prepare(project, [file, ...asked.findings.flatMap(({ related }) => related.map(({ at }) => at.file))]);

      // From here on nothing waits: report, positions and versions are of one moment.
      const report = project.analyzer.file(file);
      const found = isOn ? diagnosticsOf(context, project, report) : new Map<string, Diagnostic[]>();
      const current = documents.named(project, file)?.documents ?? [];
      const uris = new Set([...current.map(({ uri }) => uri), ...found.keys()]);
      for (const uri of before?.uris ?? []) if (!uris.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
      for (const uri of uris) {
        const version = current.find((document) => document.uri === uri)?.version;
        void connection.sendDiagnostics({ uri, diagnostics: found.get(uri) ?? [], ...(version === undefined ? {} : { version }) });
      }
      toldOf(project).set(file, { report, versions: versionsOf(project, file), uris });
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

function diagnosticsOf(context: ServerContext, project: Project, { file, findings, problems }: FileReport): Map<string, Diagnostic[]> {
  const byUri = new Map<string, Diagnostic[]>();
  const held = context.documents.named(project, file);
  const add = (uri: string, diagnostic: Diagnostic): void => void byUri.set(uri, [...(byUri.get(uri) ?? []), diagnostic]);
  for (const finding of findings) {
    const at = context.layouts.location(project, finding.at);
    if (at === null || finding.at.file !== file) continue;
    const version = context.documents.get(at.uri)?.documents.find(({ uri }) => uri === at.uri)?.version ?? null;
    // A closed notebook has one address for all of its cells.
    const cell = held === null ? context.layouts.cell(project, finding.at) : null;
    const message = cell === null ? finding.message : `Cell ${cell + 1}: ${finding.message}`;
    add(at.uri, { range: at.range, source, message, ...detailsOf(context, project, finding, version) });
  }
  for (const { at: place, message } of problems) {
    const at = context.layouts.location(project, place);
    if (at !== null) add(at.uri, { range: at.range, source, message, severity: DiagnosticSeverity.Warning });
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
