// Draws findings to be read by hand, the same for the same seed: `node scripts/draw-sample.ts --seed 1 FOLDER… > sample.jsonl`.
// Each FOLDER is a checkout, named OWNER+NAME. Readers write their verdicts into docs/accuracy/findings.jsonl.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { sampleSize } from './sample-size.ts';

const cli = path.join(import.meta.dirname, '../dist/cli/lineitem.cjs');
const linesAround = 12;

const answerSchema = z.object({
  findings: z.array(z.object({ code: z.string(), severity: z.string(), file: z.string(), line: z.number(), message: z.string() })),
});
type Found = z.infer<typeof answerSchema>['findings'][number] & { readonly repository: string; readonly folder: string };

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, answers: { type: 'string' }, rule: { type: 'string', multiple: true } },
  allowPositionals: true,
});

const all = positionals.flatMap(findingsIn);
for (const code of [...new Set(all.map((finding) => finding.code))].sort()) {
  const findings = all.filter((finding) => finding.code === code);
  if (values.rule !== undefined && !values.rule.includes(code)) continue;
  const drawn = findings.sort((a, b) => (ticket(a) < ticket(b) ? -1 : 1)).slice(0, sampleSize(code));
  for (const one of drawn) console.log(JSON.stringify({ ...one, of: findings.length, excerpt: excerptOf(one) }));
}

function findingsIn(folder: string): Found[] {
  const repository = path.basename(path.resolve(folder)).replace('+', '/');
  console.error(repository);
  try {
    const answer = answerSchema.parse(JSON.parse(answerOf(repository, folder)));
    return answer.findings.map((finding) => ({ ...finding, repository, folder: path.resolve(folder) }));
  } catch (error) {
    console.error(`  ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    return [];
  }
}

/** Kept in the folder that `--answers` names, so that another draw need not run all rules again. */
function answerOf(repository: string, folder: string): string {
  const kept = values.answers === undefined ? null : path.join(values.answers, `${repository.replace('/', '+')}.json`);
  if (kept !== null && existsSync(kept)) return readFileSync(kept, 'utf8');
  const args = [cli, 'check', '.', '--preview', '--format', 'json', '--max-warnings', '1000000'];
  // In the folder itself, because paths in the answer are relative to where the command runs.
  const answer = spawnSync(process.execPath, args, { cwd: folder, maxBuffer: 1 << 30, encoding: 'utf8' }).stdout;
  if (kept !== null) writeFileSync(kept, answer);
  return answer;
}

/** A number that the seed and the finding's place give it: whoever draws again draws the same. */
function ticket({ code, repository, file, line }: Found): string {
  return createHash('sha256').update([values.seed, code, repository, file, line].join('\n')).digest('hex');
}

function excerptOf({ folder, file, line }: Found): string {
  const place = path.join(folder, file);
  if (!existsSync(place)) return '';
  const lines = readFileSync(place, 'utf8').split(/\r\n|\n|\r/);
  const from = Math.max(0, line - linesAround);
  return lines
    .slice(from, line + linesAround)
    .map((text, index) => `${String(from + index + 1).padStart(5)}  ${text.slice(0, 160)}`)
    .join('\n');
}
