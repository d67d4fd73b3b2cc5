import { describe, expect, it } from 'vitest';
import { explain } from '../../server/core/bill/plan.ts';
import { renderPlanText } from '../../server/reports/explain-text.ts';
import { colourPaint, displayWidth, wrap } from '../../server/reports/layout.ts';
import { renderPlanMarkdown } from '../../server/reports/markdown.ts';
import { renderMarkdownBill } from '../../server/reports/markdown-bill.ts';
import type { Where } from '../../server/reports/report.ts';
import { renderBill } from '../../server/reports/text-bill.ts';
import { renderFindings } from '../../server/reports/text-findings.ts';
import { sampleCall, sampleEntryPoint, sampleItem, sampleLoop } from '../bill/sample.ts';
import { at, bill, billOf, finding, report } from './sample-report.ts';

const sources: Readonly<Record<string, string>> = {
  'app/agent.py:12': '    while True:',
  'app/llm.py:8':
    '\t\t\treturn 値段を(client.chat.completions.create(model=os.environ["OPENAI_MODEL"], messages=messages, temperature=0.2))',
};
const sourceLine = (where: Where): string | null => sources[`${where.file}:${where.line}`] ?? null;

const loop = sampleLoop({ id: 'while', bound: 'bounded', boundBy: 'range(10)', max: 10, maxUnit: 'passes', form: 'count' });
const plan = explain(sampleItem({ call: sampleCall({ multipliers: ['while'] }) }), {
  loop: (id) => (id === 'while' ? loop : null),
  runOf: () => null,
  entryPoints: [sampleEntryPoint(), sampleEntryPoint({ id: 'route', name: 'POST /ask' })],
});
const locate = (): Where => at('app/agent.py', 14, 17);

function expectWidth(text: string, width: number): void {
  for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
}

describe('text in 80 columns', () => {
  it('shows the bill', async () => {
    const text = renderBill(bill);
    expectWidth(text, 80);
    await expect(text).toMatchFileSnapshot('__snapshots__/bill.txt');
  });

  it('shows findings under their source', async () => {
    const text = renderFindings(report, { sourceLine });
    expectWidth(text, 80);
    await expect(text).toMatchFileSnapshot('__snapshots__/findings.txt');
  });

  it('shows a plan', async () => {
    const text = renderPlanText(plan, { locate });
    expectWidth(text, 80);
    await expect(text).toMatchFileSnapshot('__snapshots__/plan.txt');
  });

  it('writes once what reads the same', () => {
    const [first, ...others] = bill.rows;
    if (!first) throw new Error('The sample has no line item.');
    const text = renderBill({ ...bill, rows: [first, { ...first, id: `${first.id}again` }, ...others] });
    expect(text).toContain('2 calls like this');
    expect(text.replace(/ +2 calls like this\n/, '')).toBe(renderBill(bill));
  });

  it('colours only when asked', () => {
    expect(renderBill(bill)).not.toContain('\u001b');
    expect(renderFindings(report, { sourceLine, paint: colourPaint })).toContain('\u001b[33mwarning\u001b[39m');
  });

  it('says so where nothing is wrong and where nothing is there', () => {
    expect(renderFindings({ ...report, findings: [] }, { sourceLine })).toBe('No waste found: 4 calls in 2 files.\n');
    expect(renderBill(billOf({ ...report, calls: [], entryPoints: [], prompts: [] }))).toContain('No LLM calls found.');
  });

  it('leaves out the source line of a file that is gone', () => {
    const text = renderFindings({ ...report, findings: [{ finding, where: at('gone.py', 3) }] }, { sourceLine });
    expect(text).toContain('3:1  warning');
    expect(text).not.toContain('^');
  });

  it('keeps a word whole that is longer than the line', () => {
    expect(wrap(`see ${'x'.repeat(30)} there`, 20, '')).toEqual(['see', 'x'.repeat(30), 'there']);
  });
});

describe('Markdown', () => {
  const linkTo = (where: Where): string => `${where.file}#L${where.line}`;

  it('shows the bill', async () => {
    await expect(renderMarkdownBill(bill, ({ file, line }) => `${file}#L${line}`)).toMatchFileSnapshot('__snapshots__/bill.md');
  });

  it('shows a plan', async () => {
    await expect(renderPlanMarkdown(plan, locate, linkTo)).toMatchFileSnapshot('__snapshots__/plan.md');
  });

  it('lets no name of the code become markup', () => {
    const item = sampleItem({ call: sampleCall({ symbol: 'a|b](x)<script>*' }) });
    const calls = [{ item, where: at('a.py', 1), parts: [], billed: null, isPaidElsewhere: false }];
    const markdown = renderMarkdownBill(billOf({ ...report, calls, entryPoints: [], loops: [] }));
    expect(markdown).toContain('a\\|b\\](x)\\<script\\>\\*');
  });
});
