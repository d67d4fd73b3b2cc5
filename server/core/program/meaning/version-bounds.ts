import type { BoundRow, BoundVersion } from '../../sdks/sdk.ts';
import type { PackageVersion } from '../call-site.ts';
import { exactly, overlaps, rangeOf, type VersionRange, versionOf } from '../workspace/version-range.ts';

/** A row as the versions have it that the workspace allows; `isOpen` where some of them have a limit and some have none. */
export interface VersionedBound extends BoundRow {
  readonly isOpen: boolean;
}

export function boundOfVersion(row: BoundRow, found: PackageVersion | null): VersionedBound {
  const told = found === null ? '' : ` (${found.name} ${found.version}, from ${baseName(found.file)})`;
  const { versions } = row;
  if (!versions)
    return {
      ...row,
      isOpen: false,
      note: told === '' || row.default === null ? `${row.note}${told}` : `${plainDefault(row, row.default)}${told}`,
    };
  const possible = versionsIn(versions, rangeIn(found));
  const defaults = [...new Set(possible.map((one) => one.default))];
  const numbers = defaults.flatMap((one) => (one === null ? [] : [one])).sort((a, b) => a - b);
  const limit = possible.every((one) => one.limit) ? [...new Set(possible.flatMap((one) => one.limit ?? []))] : row.limit;
  const [least] = numbers;
  const most = numbers.at(-1) ?? null;
  const isOpen = numbers.length > 0 && numbers.length < defaults.length;
  if (least === undefined || most === null) return { ...row, limit, isOpen, default: null, note: `${row.note}${told}` };
  const range = least === most ? plainDefault(row, most) : `default ${words(least)} to ${words(most)} ${UNITS[row.unit]} by version`;
  if (found === null && least === most) return { ...row, limit, isOpen, default: most };
  return {
    ...row,
    limit,
    isOpen,
    default: most,
    note: isOpen ? `default ${words(most)} ${UNITS[row.unit]} or none, by version${told}` : `${range}${told}`,
  };
}

/** Those rows that hold for some version of the range: each until the next one begins. */
function versionsIn(versions: readonly BoundVersion[], range: VersionRange | null): readonly BoundVersion[] {
  if (range === null) return versions;
  return versions.filter((one, at) => {
    const next = versions[at + 1];
    return overlaps({ low: versionOf(one.since) ?? [0], high: next ? versionOf(next.since) : null }, range);
  });
}

function rangeIn(found: PackageVersion | null): VersionRange | null {
  if (found === null) return null;
  if (!found.isExact) return rangeOf(found.version);
  const version = versionOf(found.version);
  return version && exactly(version);
}

const plainDefault = (row: BoundRow, limit: number): string => `default ${words(limit)} ${UNITS[row.unit]}`;
const words = (limit: number): string => String(limit).replace(/\B(?=(\d{3})+$)/g, ',');
const UNITS: Readonly<Record<BoundRow['unit'], string>> = { calls: 'turns', steps: 'steps', 'tool-calls': 'tool calls', passes: 'passes' };
const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
