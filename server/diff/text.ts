import { type Paint, reportWidth, wrap } from '../reports/layout.ts';
import { type DiffDocument, saysSomething } from './diff-document.ts';
import { countWords, moneyChange, placeWords, signOf, totalWords } from './words.ts';

/** The money before and after, for a terminal of 80 columns. */
export function renderDiffText(diff: DiffDocument, paint: Paint): string {
  const { base } = diff;
  const head = paint('bold', `The bill since ${base.name} (${base.commit.slice(0, 10)})`);
  if (!saysSomething(diff)) return `${head}\n\nNothing changed: ${diff.unchanged} paid calls say the same.\n`;
  return [
    head,
    '',
    ...rowLines(diff, paint),
    ...entryPointLines(diff, paint),
    ...budgetLines(diff, paint),
    ...footLines(diff, paint),
    '',
  ].join('\n');
}

function rowLines({ rows }: DiffDocument, paint: Paint): string[] {
  return rows.flatMap((change) => {
    const row = change.after ?? change.before;
    if (row === null) return [];
    const month = change.before?.perMonth.money ?? change.after?.perMonth.money ?? null;
    const moved =
      change.before && change.after && placeWords(change.before) !== placeWords(change.after) ? ` (was ${placeWords(change.before)})` : '';
    return [
      `${signed(signOf(change), paint)} ${paint('bold', placeWords(row))}  ${row.api}${moved}`,
      ...change.what.flatMap((what) => wrap(what, reportWidth, '    ', '      ')),
      `    ${moneyChange(change.before?.perCall, change.after?.perCall, 'call')} a call`,
      ...(month === null ? [] : [`    ${moneyChange(change.before?.perMonth.money, change.after?.perMonth.money, 'month')} a month`]),
    ];
  });
}

function entryPointLines({ entryPoints }: DiffDocument, paint: Paint): string[] {
  if (entryPoints.length === 0) return [];
  const lines = entryPoints.flatMap((change) => {
    const one = change.after ?? change.before;
    if (one === null) return [];
    return [
      `${signed(signOf(change), paint)} ${one.name}  ${paint('dim', placeWords(one))}`,
      `    ${moneyChange(change.before?.perRun, change.after?.perRun, 'run')} a run`,
    ];
  });
  return ['', paint('bold', 'Entry points'), ...lines];
}

function budgetLines({ budgets }: DiffDocument, paint: Paint): string[] {
  if (budgets.length === 0) return [];
  const colours = { exceeded: 'red', 'may exceed': 'yellow', unknown: 'yellow', kept: 'green' } as const;
  const lines = budgets.flatMap(({ of, limit, state, says }) =>
    wrap(`${of}: ${says}; the budget is ${limit}`, reportWidth, `  ${paint(colours[state], state)}  `, '    '),
  );
  return ['', paint('bold', 'Budgets'), ...lines];
}

function footLines(diff: DiffDocument, paint: Paint): string[] {
  const { prices } = diff.head;
  return [
    '',
    countWords(diff),
    ...wrap(totalWords(diff), reportWidth, ''),
    paint('dim', `Both sides at prices of ${prices.date} (${prices.catalogue}).`),
  ];
}

function signed(sign: '+' | '-' | '~', paint: Paint): string {
  const colours = { '+': 'green', '-': 'red', '~': 'yellow' } as const;
  return paint(colours[sign], sign);
}
