import { window } from 'vscode';
import { type RuleParams, type RuleSummary, ruleRequest, rulesRequest } from '../../server/lsp/protocol.ts';
import type { Pages } from '../pages.ts';
import type { Session } from '../session.ts';

/** Shows a rule's page; without a code, asks which. */
export function showRule(session: Session, pages: Pages) {
  return async (code?: string) => {
    const chosen = code ?? (await pickRule(session));
    if (chosen !== undefined) await pages.show(chosen, ruleRequest, { code: chosen } satisfies RuleParams);
  };
}

async function pickRule(session: Session): Promise<string | undefined> {
  const rules = await session.ask<readonly RuleSummary[]>(rulesRequest, {});
  const picked = await window.showQuickPick(
    rules.map((rule) => ({ label: rule.code, description: rule.name, detail: rule.summary })),
    { placeHolder: 'Which rule?', matchOnDescription: true, matchOnDetail: true },
  );
  return picked?.label;
}
