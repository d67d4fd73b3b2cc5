import type { LineItem } from '../../server/core/bill/line-item.ts';
import { lookupIn } from '../../server/core/bill/project-lookup.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import type { BillDocument } from '../../server/reports/bill-document.ts';
import { makeBillDocument } from '../../server/reports/make-bill-document.ts';
import type { Report, ReportedCall, Where } from '../../server/reports/report.ts';
import { dollars, holePart, placeAt, sampleCall, sampleEntryPoint, sampleItem, sampleLoop, sampleRequest, tokens } from '../bill/sample.ts';

export const at = (file: string, line: number, column = 1, endColumn = column + 5, endLine = line): Where => ({
  file,
  cell: null,
  line,
  column,
  endLine,
  endColumn,
});

const reported = (item: LineItem, where: Where): ReportedCall => ({
  item,
  where,
  parts: item.parts.map(() => where),
  billed: null,
  isPaidElsewhere: item === template,
});

const loop = sampleLoop();
const templateId = 'llm.py#ask/messages.create';
const looped = sampleItem({ call: sampleCall({ multipliers: [loop.id], via: [templateId] }) });
const template = sampleItem({ call: sampleCall({ id: templateId, symbol: 'ask', isTemplate: true }) });
const unpriced = sampleItem({
  call: sampleCall({
    id: 'llm.py#classify/chat.completions.create',
    symbol: 'classifyEverySupportTicket',
    sdk: 'openai',
    api: 'chat.completions.create',
    request: sampleRequest({ model: { id: null, source: 'env', note: 'OPENAI_MODEL', alternatives: [], place: null, host: 'unknown' } }),
  }),
  input: tokens(410, 455, 500),
  output: tokens(0, null, null),
  cost: null,
  unpriced: 'which model answers is set by OPENAI_MODEL',
  price: null,
});
const dear = sampleItem({
  call: sampleCall({ id: 'llm.py#summarise/messages.create', symbol: 'summarise' }),
  input: tokens(24_310),
  output: tokens(0, null, 64_000),
  cost: dollars(0.07293, null, 1.03293),
});
const inTest = sampleItem({ call: sampleCall({ id: 'test_llm.py#test/messages.create', inTest: true }) });

const message =
  "Only the model's own word ends this loop. Each step sends the conversation again: until the context is full that is about 40 steps. Count the steps and stop after a number that the task needs.";

export const finding: Finding = {
  id: 'LI301 agent.py#answer/while',
  key: 'LI301:agent.py#run/create~1',
  code: 'LI301',
  rule: 'unbounded-tool-loop',
  severity: 'warning',
  at: placeAt('agent.py'),
  what: "Only the model's own word ends this loop.",
  costs: null,
  instead: 'Count the steps.',
  message,
  call: looped.call.id,
  saving: null,
  related: [],
  fixes: [
    { title: 'Stop after 20 passes', isSafe: false, verbs: [] },
    { title: 'Mark the system prompt for the cache', isSafe: true, verbs: [] },
  ],
};

export const report: Report = {
  toolVersion: '0.1.0',
  prices: { catalogue: 'genai-prices 0.1.8', date: '2026-09-23', hash: 'a'.repeat(64) },
  evaluatedAt: Date.UTC(2026, 10, 23, 12),
  calls: [
    reported(looped, at('app/agent.py', 14, 17)),
    reported(unpriced, at('app/llm.py', 8, 12)),
    reported(template, at('app/llm.py', 21)),
    reported(dear, at('app/llm.py', 1042)),
    reported(inTest, at('tests/test_llm.py', 3)),
  ],
  loops: [{ loop, where: at('app/agent.py', 12, 5) }],
  entryPoints: [
    {
      entryPoint: sampleEntryPoint(),
      where: at('app/main.py', 30),
      cost: { cost: { ...dollars(0.009, null, null), per: 'run' }, missing: ['loop without a bound'] },
    },
  ],
  findings: [
    { finding, where: at('app/agent.py', 12, 5, 10) },
    {
      finding: { ...finding, severity: 'info', code: 'LI201', rule: 'missing-output-cap', fixes: [] },
      where: at('app/llm.py', 8, 12, 40, 15),
    },
  ],
  prompts: [
    {
      count: {
        prompt: {
          id: 'minutes',
          place: placeAt('minutes.prompt.md'),
          pieces: holePart('user', 'transcript').pieces,
          model: 'gpt-5',
          calls: [],
        },
        tokens: tokens(412, null, null),
      },
      where: at('prompts/minutes.prompt.md', 5),
    },
  ],
  problems: [],
};

/** The same as a bill, with its calls as the whole project. */
export const bill = billOf(report);

export function billOf(of: Report): BillDocument {
  const items = of.calls.map(({ item }) => item);
  const loops = of.loops.map(({ loop: one }) => one);
  const entryPoints = of.entryPoints.map(({ entryPoint }) => entryPoint);
  const lookup = lookupIn([{ items, loops, entryPoints }]);
  return makeBillDocument(of, { lookup });
}
