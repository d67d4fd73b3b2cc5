// Writes docs/accuracy.md from what readers found; `--check` fails where it is stale, and writes nothing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { rules } from '../server/core/rules/index.ts';
import { drawSchema, newest, type Sample, type Verdict, verdictSchema } from './accuracy.ts';
import { sampleSize } from './sample-size.ts';

const docs = path.join(import.meta.dirname, '../docs');
const page = path.join(docs, 'accuracy.md');

/** One repository read whole, by kind of thing: what is there, what was found of it, what was reported and isn't there. */
const reachSchema = z.strictObject({
  repository: z.string(),
  kind: z.enum(['direct call', 'agent run', 'call through a wrapper', 'loop with its bound', 'model', 'prompt file']),
  there: z.int(),
  found: z.int(),
  false: z.int(),
  missed: z.string().optional(),
});

const verdicts = read('accuracy/findings.jsonl', verdictSchema);
const draws = read('accuracy/draws.jsonl', drawSchema);
const written = render(verdicts, newest(verdicts, draws), read('accuracy/reach.jsonl', reachSchema));
if (!process.argv.includes('--check')) {
  writeFileSync(page, written);
} else if (!existsSync(page) || readFileSync(page, 'utf8') !== written) {
  console.error('docs/accuracy.md is stale: npm run generate');
  process.exitCode = 1;
}

function read<Row>(name: string, schema: z.ZodType<Row>): Row[] {
  const lines = readFileSync(path.join(docs, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)));
}

function render(verdicts: readonly Verdict[], samples: ReadonlyMap<string, Sample>, reach: readonly z.infer<typeof reachSchema>[]): string {
  const repositories = new Set(verdicts.map(({ repository }) => repository));
  return `# How often Lineitem is right

Made by \`npm run generate\` from what people read against the code: \`docs/accuracy/findings.jsonl\` (one line a finding) and
\`docs/accuracy/reach.jsonl\` (one line a repository and kind). Intervals are Wilson's, 95 %.

## Findings

\`node scripts/draw-sample.ts\` ran all rules, previews too, over public repositories and drew up to 60 findings of each rule by
a seed (150 of LI301, LI302, LI401 and LI402). ${verdicts.length} of those have been read so far, in ${repositories.size} repositories. *False* is what the code doesn't bear out;
*unclear* is what the reader could not settle. Once the causes of a round's false alarms are mended, the rule is drawn again by the
newer build: a row tells of the newest round, *of* how many findings that build had in all repositories together. Where the cause
was mended after the newest round, the finding still counts as false.

| rule | severity | round | read | of | right | unclear | false | mended | false alarms at most |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rules.map((rule) => findingRow(rule, sampleOf(samples, rule.code))).join('\n')}

${shortList(samples)}
${falseList(verdicts)}
## Reach

What is there was listed by searching and reading the code; of most repositories the list was made before Lineitem's answer was
looked at, of some beside it, so it may lean towards what Lineitem says. Easy kinds are over-represented: what a reader did not
count has no row. *Found* has the right place; *false* is reported and isn't there.

| kind | repositories | there | found | missed | false | found at least |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${reachSchema.shape.kind.options.map((kind) => reachRow(kind, reach)).join('\n')}

${missedList(reach)}`;
}

function sampleOf(samples: ReadonlyMap<string, Sample>, code: string): Sample {
  return samples.get(code) ?? { round: 1, of: null, verdicts: [] };
}

function findingRow({ code, name, severity, isPreview }: (typeof rules)[number], { round, of, verdicts: own }: Sample): string {
  const count = (verdict: string): number => own.filter((one) => one.verdict === verdict).length;
  const read = own.length;
  const cells = [
    `${code} ${name}`,
    isPreview ? 'preview' : severity,
    round,
    read,
    of ?? 'not counted',
    count('right'),
    count('unclear'),
    count('false'),
    own.filter(({ mended }) => mended).length,
    read > 0 ? percent(wilson(count('false'), read).to) : of === 0 ? 'fired nowhere' : 'not read yet',
  ];
  return `| ${cells.join(' | ')} |`;
}

function reachRow(kind: string, reach: readonly z.infer<typeof reachSchema>[]): string {
  const own = reach.filter((one) => one.kind === kind && (one.there > 0 || one.false > 0));
  const sum = (pick: (one: (typeof own)[number]) => number): number => own.reduce((total, one) => total + pick(one), 0);
  const there = sum((one) => one.there);
  const found = sum((one) => one.found);
  const least = there === 0 ? '' : percent(wilson(found, there).from);
  return `| ${[kind, own.length, there, found, there - found, sum((one) => one.false), least].join(' | ')} |`;
}

/** Warnings whose sample does not show yet what a warning asks for, told here so that nobody takes severity for proof. */
function shortList(samples: ReadonlyMap<string, Sample>): string {
  const lines = rules.flatMap(({ code, name, severity, isPreview }) => {
    const { of, verdicts: own } = sampleOf(samples, code);
    const most = Math.min(sampleSize(code), of ?? Number.POSITIVE_INFINITY);
    const wrong = own.filter(({ verdict }) => verdict === 'false').length;
    const isShort = severity === 'warning' && !isPreview && (own.length < most || wrong > 0);
    return isShort ? [`- ${code} ${name}: ${own.length} of ${most} read, ${wrong} false`] : [];
  });
  if (lines.length === 0) return '';
  return `### Warnings short of the aim

A warning should have no false alarm in its newest sample, or in all its findings where they are fewer. These do not show that
yet, because too few of their findings have been read, or because some were false:

${lines.join('\n')}
`;
}

function falseList(verdicts: readonly Verdict[]): string {
  const wrong = verdicts.filter(({ verdict }) => verdict === 'false');
  if (wrong.length === 0) return '';
  const lines = wrong.map(({ code, repository, file, line, why, mended }) => {
    const state = mended ? 'mended' : 'open';
    return `- ${code} ${repository} \`${file}:${line}\`: ${why ?? 'no reason given'} (${state})`;
  });
  return `### False alarms\n\n${lines.join('\n')}\n`;
}

function missedList(reach: readonly z.infer<typeof reachSchema>[]): string {
  const lines = reach.flatMap(({ repository, kind, missed }) => (missed === undefined ? [] : [`- ${repository}, ${kind}: ${missed}`]));
  return lines.length === 0 ? '' : `### Missed\n\n${lines.join('\n')}\n`;
}

/** Wilson's interval of a share, 95 %. Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209-212. */
function wilson(count: number, of: number): { readonly from: number; readonly to: number } {
  const z2 = 1.96 ** 2;
  const share = count / of;
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (1.96 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return { from: Math.max(0, centre - half), to: Math.min(1, centre + half) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
