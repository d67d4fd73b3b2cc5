import { type DiffDocument, saysSomething } from './diff-document.ts';
import { countWords, moneyChange, placeWords, signOf, totalWords } from './words.ts';

/** By this line a later run finds its own comment, so that it is brought up to date and never repeated. */
export const commentMark = '<!-- lineitem diff -->';

/** A comment for a pull request. Empty where nothing changed, so that nobody is told nothing. */
export function renderDiffMarkdown(diff: DiffDocument): string {
  if (!saysSomething(diff)) return '';
  const { prices } = diff.head;
  return `${[
    commentMark,
    `### LLM bill since \`${diff.base.name}\``,
    '',
    ...budgetLines(diff),
    ...rowTable(diff),
    ...entryPointTable(diff),
    countWords(diff),
    '',
    escapeMarkdown(totalWords(diff)),
    '',
    `<sub>Both sides at prices of ${prices.date} (${escapeMarkdown(prices.catalogue)}). A range is floor–ceiling; ≥ has no known ceiling.</sub>`,
  ].join('\n')}\n`;
}

const names = { '+': 'new', '-': 'gone', '~': 'changed' } as const;

function rowTable({ rows }: DiffDocument): string[] {
  if (rows.length === 0) return [];
  const lines = rows.flatMap((change) => {
    const row = change.after ?? change.before;
    if (row === null) return [];
    const cells = [
      names[signOf(change)],
      `${code(placeWords(row))}<br>${code(row.api)}`,
      change.what.map(escapeMarkdown).join('<br>'),
      escapeMarkdown(moneyChange(change.before?.perCall, change.after?.perCall, 'call')),
      monthOf(change.before, change.after),
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  return ['| | call | what changed | a call | a month |', '| --- | --- | --- | ---: | ---: |', ...lines, ''];
}

function monthOf(before: DiffDocument['rows'][number]['before'], after: DiffDocument['rows'][number]['after']): string {
  if (!before?.perMonth.money && !after?.perMonth.money) return 'volume unknown';
  return escapeMarkdown(moneyChange(before?.perMonth.money, after?.perMonth.money, 'month'));
}

function entryPointTable({ entryPoints }: DiffDocument): string[] {
  if (entryPoints.length === 0) return [];
  const lines = entryPoints.flatMap((change) => {
    const one = change.after ?? change.before;
    if (one === null) return [];
    const cost = escapeMarkdown(moneyChange(change.before?.perRun, change.after?.perRun, 'run'));
    return [`| ${names[signOf(change)]} | ${code(one.name)} | ${code(placeWords(one))} | ${cost} |`];
  });
  return ['| | entry point | where | a run |', '| --- | --- | --- | ---: |', ...lines, ''];
}

function budgetLines({ budgets }: DiffDocument): string[] {
  const told = budgets.filter(({ state }) => state !== 'kept');
  if (told.length === 0) return [];
  return [
    ...told.map(({ of, limit, state, says }) => `- **${state}** ${code(of)}: ${escapeMarkdown(`${says}; the budget is ${limit}`)}`),
    '',
  ];
}

/** Names come from code, which may hold anything. */
const code = (text: string): string => `\`${text.replaceAll('`', 'ˋ').replaceAll('|', '¦').replaceAll('\n', ' ')}\``;
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replaceAll('\n', ' ');
