/** Versions from `low` (included) to `high` (left out; null where nothing above is ruled out). */
export interface VersionRange {
  readonly low: Version;
  readonly high: Version | null;
}

export type Version = readonly number[];

/** `1.2.3rc1` and `v1.2.3-beta.4` count as 1.2.3: the defaults that we look up do not change between them. */
export function versionOf(text: string): Version | null {
  const match = /^[v=\s]*(\d+(?:\.\d+)*)/.exec(text);
  return match?.[1] ? match[1].split('.').map(Number) : null;
}

export function compareVersions(a: Version, b: Version): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** One version alone: from a lock file. */
export function exactly(version: Version): VersionRange {
  return { low: version, high: [...version, 0, 1] };
}

/** What a manifest's range allows, in npm's or Python's spelling; null where it allows everything or says nothing. */
export function rangeOf(text: string): VersionRange | null {
  const ways = text.split('||').map((way) => allOf(way.split(/,|(?<=[\w*])\s+(?=[<>=~^!])/)));
  const [first] = ways;
  const last = ways.at(-1);
  if (!first || !last || ways.includes(null)) return null;
  return { low: first.low, high: last.high };
}

function allOf(parts: readonly string[]): VersionRange | null {
  const ranges = parts.flatMap((part) => one(part.trim()) ?? []);
  if (ranges.length === 0) return null;
  let low: Version = [0];
  let high: Version | null = null;
  for (const range of ranges) {
    if (compareVersions(range.low, low) > 0) low = range.low;
    if (range.high && (!high || compareVersions(range.high, high) < 0)) high = range.high;
  }
  return { low, high };
}

function one(part: string): VersionRange | null {
  const [, operator = '', rest = ''] = /^(\^|~=|~>|~|>=|<=|===?|=|!=|>|<)?\s*(.*)$/.exec(part) ?? [];
  const version = versionOf(rest);
  if (!version || operator === '!=') return null;
  const isWild = /[.*x]\s*$|\.[*xX]/.test(rest) || (operator === '' && version.length < 3);
  switch (operator) {
    case '^':
      return { low: version, high: bump(version, Math.min(firstNonZero(version), version.length - 1)) };
    case '~':
    case '~>':
      return { low: version, high: bump(version, version.length > 1 ? 1 : 0) };
    case '~=':
      return { low: version, high: bump(version, Math.max(version.length - 2, 0)) };
    case '>=':
    case '>':
      return { low: version, high: null };
    case '<':
      return { low: [0], high: version };
    case '<=':
      return { low: [0], high: [...version, 0, 1] };
    default:
      return isWild ? { low: version, high: bump(version, version.length - 1) } : exactly(version);
  }
}

const firstNonZero = (version: Version): number => {
  const at = version.findIndex((number) => number > 0);
  return at < 0 ? version.length - 1 : at;
};

const bump = (version: Version, at: number): Version => [...version.slice(0, at), (version[at] ?? 0) + 1];

export const overlaps = (a: VersionRange, b: VersionRange): boolean =>
  (a.high === null || compareVersions(b.low, a.high) < 0) && (b.high === null || compareVersions(a.low, b.high) < 0);
