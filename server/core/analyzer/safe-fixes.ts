import type { FixEdit } from '../edits/fragment.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

type Edits = ReadonlyMap<string, readonly FixEdit[]>;

export interface SafeFixes {
  readonly edits: Edits;
  /** What they mend, each with the fix that does it. */
  readonly applied: readonly { readonly finding: Finding; readonly fix: number }[];
}

/** The safe fixes of some findings, each whole or not at all: one that would touch what another edits waits for the next time. */
export function safeFixes(
  findings: readonly Finding[],
  editsOf: (finding: string, fix: number) => Edits | null,
  mayEdit: (file: string) => boolean,
): SafeFixes {
  const accepted = new Map<string, FixEdit[]>();
  const applied: SafeFixes['applied'][number][] = [];
  for (const finding of findings) {
    const fix = finding.fixes.findIndex(({ isSafe }) => isSafe);
    const edits = fix < 0 ? null : editsOf(finding.id, fix);
    if (edits === null || ![...edits.keys()].every(mayEdit) || collides(edits, accepted)) continue;
    for (const [file, list] of edits) accepted.set(file, [...(accepted.get(file) ?? []), ...list]);
    applied.push({ finding, fix });
  }
  return { edits: accepted, applied };
}

/** Two insertions at one place collide too: their order would be chance. */
const collides = (edits: Edits, accepted: Edits): boolean =>
  [...edits].some(([file, list]) => list.some((one) => (accepted.get(file) ?? []).some((other) => meets(one.span, other.span))));

const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
