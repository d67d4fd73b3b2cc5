import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** One thing that a value does not obey, in words. */
export interface Complaint {
  readonly path: readonly PropertyKey[];
  /** Set where the complaint is about a key itself. */
  readonly key: string | null;
  readonly message: string;
  readonly instead: string;
}

/** What zod found, one complaint a key or value. `knownKeys` are the keys that may stand at a path. */
export function complaintsOf(
  issues: readonly Issue[],
  value: unknown,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): readonly Complaint[] {
  return issues.flatMap((issue) => complaints(issue, issue.path, value, knownKeys));
}

function complaints(
  issue: Issue,
  path: readonly PropertyKey[],
  value: unknown,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): readonly Complaint[] {
  const about = (message: string, instead: string): readonly Complaint[] => [{ path, key: null, message, instead }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path,
        key,
        message: `There is no setting \`${key}\` here.`,
        instead: advise(key, knownKeys(path)),
      }));
    case 'invalid_union': {
      const [inner] = issue.errors.flat().filter((one) => one.path.length > 0 || one.code === 'unrecognized_keys');
      const isObject = typeof at(value, path) === 'object';
      if (inner !== undefined && isObject) return complaints(inner, [...path, ...inner.path], value, knownKeys);
      const [first] = issue.errors.flat();
      return first === undefined ? about(`This ${issue.message}.`, '') : complaints(first, path, value, knownKeys);
    }
    case 'invalid_value':
      return about(
        `${shown(at(value, path))} is no value for this.`,
        `Write one of ${issue.values.map((one) => `\`${String(one)}\``).join(', ')}.`,
      );
    case 'invalid_type':
      if (at(value, path) === undefined)
        return about(`\`${String(path.at(-1))}\` is missing.`, `It is ${kinds[issue.expected] ?? issue.expected}.`);
      return about(`${shown(at(value, path))} does not fit here.`, `Write ${kinds[issue.expected] ?? issue.expected}.`);
    case 'too_small':
      return about(
        `${shown(at(value, path))} is too little.`,
        issue.origin === 'number' || issue.origin === 'int'
          ? `Write ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}.`
          : 'It may not be empty.',
      );
    case 'too_big':
      return about(`${shown(at(value, path))} is too much.`, `Write at most ${issue.maximum}.`);
    case 'invalid_key':
      return [
        {
          path: path.slice(0, -1),
          key: String(path.at(-1)),
          message: `\`${String(path.at(-1))}\` is no key for this.`,
          instead: issue.issues[0]?.message ?? '',
        },
      ];
    case 'invalid_format':
      return about(
        `${shown(at(value, path))} is not in the form that is needed here.`,
        issue.format === 'date' ? 'A date looks like `2026-11-23`.' : issue.message,
      );
    default:
      return about(issue.message, '');
  }
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  int: 'a whole number',
  number: 'a number',
  object: 'an object in braces',
  record: 'an object in braces',
  string: 'a text in double quotes',
};

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}

const longest = 40;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'Nothing';
  return `\`${text.length > longest ? `${text.slice(0, longest)}\u2026` : text}\``;
}

/** The key that was probably meant, or all of them where they are few. */
function advise(key: string, known: readonly string[]): string {
  const [nearest] = known.map((one) => ({ one, far: distance(key.toLowerCase(), one.toLowerCase()) })).sort((a, b) => a.far - b.far);
  if (nearest !== undefined && nearest.far <= Math.max(2, key.length / 3)) return `Did you mean \`${nearest.one}\`?`;
  const few = 14;
  return known.length > 0 && known.length <= few ? `Known are ${known.map((one) => `\`${one}\``).join(', ')}.` : 'Take it away.';
}

/** How many letters have to change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
