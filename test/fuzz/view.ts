import type { Analyzer, FileReport } from '../../server/core/api.ts';
import type { Place } from '../../server/core/module/module.ts';

/** All that an analyzer says of a file, with absolute places, so that two analyzers and two versions can be compared. */
export function viewOf(analyzer: Analyzer, file: string): string {
  return shown(analyzer, analyzer.file(file)).replaceAll(file, 'FILE');
}

export function shown(analyzer: Analyzer, report: FileReport): string {
  const replacer = (_: string, value: unknown): unknown => {
    if (typeof value === 'bigint') return `${value}n`;
    return isPlace(value) ? { file: value.file, unit: value.unit, at: analyzer.locate(value) } : value;
  };
  return JSON.stringify(report, replacer, 1);
}

/** The first line where two views part, with a little of what stands before it. */
export function firstDifference(a: string, b: string): string {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  const index = at < 0 ? left.length : at;
  return [...left.slice(Math.max(0, index - 6), index), `< ${left[index] ?? ''}`, `> ${right[index] ?? ''}`].join('\n');
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'file' in value && 'unit' in value && 'span' in value;
}
