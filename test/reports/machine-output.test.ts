import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedSchemas } from '../../scripts/generate-schemas.ts';
import { renderJson, streamJson, toMachineOutput } from '../../server/reports/json.ts';
import { machineOutputSchema } from '../../server/reports/machine-output.ts';
import type { ReportedCall } from '../../server/reports/report.ts';
import { dollars, sampleItem } from '../bill/sample.ts';
import { at, report } from './sample-report.ts';

describe('the machine output', () => {
  it('fits its schema', async () => {
    const text = renderJson(report);
    expect(machineOutputSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
    await expect(text).toMatchFileSnapshot('__snapshots__/report.json');
  });

  it('is the same document where calls come one by one', async () => {
    async function* calls(): AsyncGenerator<ReportedCall> {
      yield* report.calls;
    }
    let text = '';
    for await (const piece of streamJson(report, calls(), report)) text += piece;
    expect(JSON.parse(text)).toEqual(toMachineOutput(report));
  });

  it('is whole without a single call', async () => {
    async function* calls(): AsyncGenerator<ReportedCall> {}
    let text = '';
    for await (const piece of streamJson(report, calls(), { loops: [], entryPoints: [], findings: [], prompts: [] })) text += piece;
    expect(machineOutputSchema.parse(JSON.parse(text)).calls).toEqual([]);
  });

  it('carries dollars exact to the picodollar', () => {
    const cost = { ...dollars(0), floor: 1n, likely: 8_191_123_456_789_012n, ceiling: null };
    const text = renderJson({
      ...report,
      calls: [{ item: sampleItem({ cost }), where: at('a.py', 1), parts: [], billed: null, isPaidElsewhere: false }],
    });
    expect(text).toContain('"floor": 1e-12');
    expect(text).toContain('"likely": 8191.123456789012');
  });

  it('counts lines and columns from 1 and tells the cell of a notebook', () => {
    const [first] = report.findings;
    if (first === undefined) throw new Error('no finding');
    const [found] = toMachineOutput({ ...report, findings: [{ ...first, where: { ...first.where, cell: 0 } }] }).findings;
    expect(found).toMatchObject({ line: 12, column: 5, endLine: 12, endColumn: 10, cell: 0 });
    expect(toMachineOutput(report).findings[0]).not.toHaveProperty('cell');
  });

  it('is published as it is', () => {
    for (const [file, text] of generatedSchemas()) {
      expect(readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8').replaceAll('\r\n', '\n')).toBe(text);
    }
  });
});
