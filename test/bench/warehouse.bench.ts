// The join of a log of 100 million rows by call site, model and day, against the bare sums in DuckDB on the same rows.
// `LINEITEM_BENCH_ROWS` takes another number.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startLineitem } from './measured-process.ts';
import { say } from './report.ts';

const rows = Number(process.env.LINEITEM_BENCH_ROWS ?? 100_000_000);
const memory = '600MB';

const folder = path.join(root, 'out/bench');
mkdirSync(folder, { recursive: true });
const log = path.join(folder, `usage-${rows}.parquet`);
if (!existsSync(log)) makeLog();

const project = mkdtempSync(path.join(tmpdir(), 'lineitem-bench-'));
writeFileSync(path.join(project, 'lineitem.json'), '{ "root": true }');
writeFileSync(path.join(project, 'agent.py'), sitesOf(40));

const seconds = { lineitem: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
let most = 0;
// Best of two, in turns: the machine may be busy.
for (let round = 0; round < 2; round++) {
  const began = performance.now();
  const took = startLineitem(['usage', 'aggregate', log, '--project', project, '--memory', memory, '--format', 'csv'], 'ignore', project);
  most = Math.max(most, (await took.took()).memory);
  seconds.lineitem = Math.min(seconds.lineitem, (performance.now() - began) / 1000);
  seconds.bare = Math.min(seconds.bare, bareSums());
}
rmSync(project, { recursive: true, force: true });

say({
  what: `a log of ${rows / 1e6} million rows, against the bare sums`,
  value: seconds.lineitem / seconds.bare,
  unit: 'times',
  bound: 'at most',
  aim: 1.5,
  note: `${seconds.lineitem.toFixed(1)} s against ${seconds.bare.toFixed(1)} s`,
});
say({ what: 'memory of that', value: most, unit: 'MB', bound: 'at most', aim: 1000 });

/** Forty call sites that carry labels, four models, ninety days; a third of the rows have no label. */
function makeLog(): void {
  console.log(`Making a log of ${rows / 1e6} million rows in ${folder}.`);
  const unfinished = `${log}.part`;
  duckdb(`COPY (SELECT TIMESTAMP '2026-01-01' + INTERVAL (i % 7776000) SECOND AS requested_at,
    CASE WHEN h % 3 < 2 THEN 'agent.py#call_' || (h % 40) || '/messages.create~1' ELSE '' END AS label,
    CASE WHEN h % 4 = 0 THEN 'openai' ELSE 'anthropic' END AS provider,
    CASE h % 4 WHEN 0 THEN 'gpt-5-mini' WHEN 1 THEN 'claude-sonnet-4-5' WHEN 2 THEN 'claude-haiku-4-5' ELSE 'claude-opus-4-1' END AS model,
    (h >> 8) % 4000 AS fresh, (h >> 20) % 300 AS "write", (h >> 24) % 9000 AS "read", (h >> 32) % 800 AS "output"
    FROM (SELECT i, hash(i) AS h FROM range(${rows}) t(i))) TO '${unfinished}' (FORMAT parquet)`);
  renameSync(unfinished, log);
}

function bareSums(): number {
  const began = performance.now();
  duckdb(`SELECT CAST(requested_at AS DATE) AS day, provider, model, label, COUNT(*), SUM(fresh), SUM("write"), SUM("read"), SUM("output")
    FROM read_parquet('${log}') GROUP BY 1, 2, 3, 4`);
  return (performance.now() - began) / 1000;
}

/** In a process of its own, with the same memory, as the one that is measured. */
function duckdb(sql: string): void {
  const program = `import { DuckDBInstance } from '@duckdb/node-api';
    const instance = await DuckDBInstance.create(':memory:', { memory_limit: ${JSON.stringify(memory)} });
    const result = await (await instance.connect()).runAndReadAll(${JSON.stringify(sql)});
    if (result.getRows().length === 0) process.exit(1);`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('DuckDB failed.');
}

function sitesOf(count: number): string {
  const call = (n: number): string => `def call_${n}(question):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=500, messages=[{"role": "user", "content": question}])
`;
  return `import anthropic\n\nclient = anthropic.Anthropic()\n\n${Array.from({ length: count }, (_, n) => call(n)).join('\n')}`;
}
