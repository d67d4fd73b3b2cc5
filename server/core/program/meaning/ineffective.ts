import type { IgnoredOption } from '../../sdks/sdk.ts';
import type { IneffectiveOption, PackageVersion } from '../call-site.ts';
import type { CallRecord } from '../summary.ts';
import { fieldsOf, slotGiven } from '../values/fields.ts';
import { settleHead } from '../values/settle.ts';
import { compareVersions, exactly, rangeOf, type VersionRange, versionOf } from '../workspace/version-range.ts';
import type { World } from '../world.ts';

/** Options that a call gives and that its SDK does not read there: said only where every version that may be installed ignores them. */
export function ineffectiveOptions(world: World, record: CallRecord): readonly IneffectiveOption[] {
  const rows = record.spending.ignores ?? [];
  if (rows.length === 0 || record.via.length > 0) return [];
  const isPython = world.language(record.place.file) === 'python';
  const receiver = record.receiver ? settleHead(world, record.receiver) : null;
  const fields = fieldsOf(record.spending, record.arguments, isPython);
  return rows.flatMap((row) => {
    const given = slotGiven(world, [row.at], fields, record.arguments, receiver);
    if (!given || given.kind === 'null') return [];
    const found = world.version(record.place.file, record.sdk, row.package ?? null);
    if (!isIgnoredBy(row, found)) return [];
    const name = row.at.split('.').at(-1) ?? row.at;
    const { effect, instead, renamedTo, since, until } = row;
    const because = found && (since ?? until) !== undefined ? { package: found } : {};
    return [{ name, place: given.place, effect, instead, ...(renamedTo === undefined ? {} : { renamedTo }), ...because }];
  });
}

/** Whether every version that may be installed leaves the option unread. */
export function isIgnoredBy({ since, until }: IgnoredOption, found: PackageVersion | null): boolean {
  if (since === undefined && until === undefined) return true;
  const range = found && rangeIn(found);
  if (!range) return false;
  const first = since === undefined ? null : versionOf(since);
  const end = until === undefined ? null : versionOf(until);
  return (
    (first === null || compareVersions(range.low, first) >= 0) &&
    (end === null || (range.high !== null && compareVersions(range.high, end) <= 0))
  );
}

function rangeIn({ version, isExact }: PackageVersion): VersionRange | null {
  if (!isExact) return rangeOf(version);
  const one = versionOf(version);
  return one && exactly(one);
}
