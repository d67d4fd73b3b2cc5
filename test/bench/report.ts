/** One line of a benchmark: what was measured, what it should be, and what else is worth knowing. */
export interface BenchLine {
  readonly what: string;
  readonly value: number;
  readonly unit: 'times' | 'ms' | 'MB' | 'files';
  readonly bound: 'at least' | 'at most';
  readonly aim: number;
  readonly note?: string;
}

/** Prints a line as soon as it is known; the process ends with exit code 1 where one misses its aim. */
export function say(line: BenchLine): void {
  const isMet = line.bound === 'at least' ? line.value >= line.aim : line.value <= line.aim;
  if (!isMet) process.exitCode = 1;
  const note = line.note === undefined ? '' : `; ${line.note}`;
  console.log(`${isMet ? 'ok  ' : 'over'}  ${line.what}: ${shown(line.value)} ${line.unit} (${line.bound} ${line.aim}${note})`);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

const shown = (value: number): string => (value < 100 ? value.toFixed(Math.abs(value) < 10 ? 2 : 1) : Math.round(value).toString());
