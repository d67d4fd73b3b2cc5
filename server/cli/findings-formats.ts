import { createHash } from 'node:crypto';
import { rules } from '../core/rules/index.ts';
import { renderGithub } from '../reports/github.ts';
import { renderGitlab } from '../reports/gitlab.ts';
import { renderJson } from '../reports/json.ts';
import { colourPaint, plainPaint } from '../reports/layout.ts';
import { renderFindingsMarkdown } from '../reports/markdown-findings.ts';
import { renderSarif } from '../reports/sarif.ts';
import { renderFindings } from '../reports/text-findings.ts';
import type { Environment } from './environment.ts';
import type { FindingsFormat } from './findings-format-names.ts';
import type { ProjectAnswer } from './project-report.ts';

export async function renderCheck(format: FindingsFormat, answer: ProjectAnswer, { output, host }: Environment): Promise<string> {
  const { report, locator, analysis } = answer;
  switch (format) {
    case 'text':
      return renderFindings(report, { sourceLine: locator.sourceLine, paint: output.hasColour ? colourPaint : plainPaint });
    case 'json':
      return renderJson(report);
    case 'github':
      return renderGithub(report);
    case 'gitlab':
      return renderGitlab(report, fingerprint);
    case 'markdown':
      return renderFindingsMarkdown(report);
    case 'sarif': {
      const pages = new Map<string, string | null>();
      for (const { name } of rules) pages.set(name, await host.rulePage(name));
      return renderSarif(report, {
        rules,
        fingerprint,
        page: (rule) => pages.get(rule) ?? null,
        locate: locator.where,
        whereIn: locator.whereIn,
        edits: analysis.analyzer.fix,
      });
    }
    default:
      return format satisfies never;
  }
}

const fingerprint = (key: string): string => createHash('sha256').update(key).digest('hex');
