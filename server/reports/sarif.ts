import type { Log, PhysicalLocation, Region, ReportingDescriptor, Result, Fix as SarifFix } from 'sarif';
import type { FixEdit } from '../core/edits/fragment.ts';
import type { Place } from '../core/module/module.ts';
import type { AnyRule, Severity } from '../core/rules/rule.ts';
import type { Span } from '../core/text/span.ts';
import { messageAt, uriOf } from './finding-words.ts';
import type { Report, ReportedFinding, Where } from './report.ts';

export interface SarifOptions {
  readonly rules: readonly AnyRule[];
  /** The page of a rule, in Markdown; null where there is none. */
  readonly page: (rule: string) => string | null;
  readonly fingerprint: (key: string) => string;
  readonly locate: (place: Place) => Where | null;
  readonly whereIn: (file: string, span: Span) => Where | null;
  /** Text edits by file of one fix of one finding. */
  readonly edits: (finding: string, fix: number) => ReadonlyMap<string, readonly FixEdit[]> | null;
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0. Paths count from the root of the sources, columns in UTF-16 code units. */
export function renderSarif(report: Report, options: SarifOptions): string {
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: { name: 'Lineitem', semanticVersion: report.toolVersion, rules: options.rules.map((rule) => descriptor(rule, options)) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the sources.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.problems.map(({ message, where }) => ({
              level: 'warning',
              message: { text: message },
              locations: [{ physicalLocation: physicalLocation(where) }],
            })),
          },
        ],
        results: report.findings.map((one) => resultOf(one, options)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const sourceRoot = '%SRCROOT%';
const pages = 'https://github.com/lineitem/lineitem/blob/main/docs/rules';

function descriptor(rule: AnyRule, { page }: SarifOptions): ReportingDescriptor {
  const text = page(rule.name);
  return {
    id: rule.code,
    name: rule.name,
    shortDescription: { text: rule.summary },
    fullDescription: { text: `${rule.summary}.` },
    helpUri: `${pages}/${rule.name}.md`,
    ...(text === null ? {} : { help: { text: rule.summary, markdown: text } }),
    defaultConfiguration: { level: levels[rule.severity], enabled: !rule.isPreview },
    properties: { tags: ['cost', rule.family] },
  };
}

function resultOf(one: ReportedFinding, options: SarifOptions): Result {
  const { finding, where } = one;
  const related = finding.related.flatMap(({ at, note }, index) => {
    const found = options.locate(at);
    return found === null ? [] : [{ id: index + 1, physicalLocation: physicalLocation(found), message: { text: note } }];
  });
  const fixes = finding.fixes.flatMap(({ title }, index) => fixOf(title, options.edits(finding.id, index), options) ?? []);
  return {
    ruleId: finding.code,
    ruleIndex: options.rules.findIndex(({ code }) => code === finding.code),
    level: levels[finding.severity],
    message: { text: messageAt(one) },
    locations: [{ physicalLocation: physicalLocation(where) }],
    partialFingerprints: { 'lineitemFinding/v1': options.fingerprint(finding.key) },
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(fixes.length === 0 ? {} : { fixes }),
    ...(finding.isKnown === true ? { baselineState: 'unchanged', suppressions: [{ kind: 'external' }] } : {}),
    properties: { call: finding.call },
  };
}

const physicalLocation = (where: Where): PhysicalLocation => ({
  artifactLocation: { uri: uriOf(where), uriBaseId: sourceRoot },
  // Lines of a notebook's cells are not those of its file.
  ...(where.cell === null ? { region: region(where) } : {}),
});

const region = ({ line, column, endLine, endColumn }: Where): Region => ({ startLine: line, startColumn: column, endLine, endColumn });

/** Null where an edit has no place in a file as it lies on the disk. */
function fixOf(title: string, edits: ReturnType<SarifOptions['edits']>, { whereIn }: SarifOptions): SarifFix | null {
  if (edits === null || edits.size === 0) return null;
  const artifactChanges = [];
  for (const [file, list] of edits) {
    const replacements = [];
    for (const edit of list) {
      const where = whereIn(file, edit.span);
      if (where === null || where.cell !== null) return null;
      replacements.push({ deletedRegion: region(where), insertedContent: { text: edit.text } });
    }
    artifactChanges.push({ artifactLocation: { uri: uriOf({ file }), uriBaseId: sourceRoot }, replacements });
  }
  return { description: { text: title }, artifactChanges };
}
