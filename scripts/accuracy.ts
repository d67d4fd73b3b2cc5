import { z } from 'zod';

/** One finding of a sample, read against the code. */
export const verdictSchema = z.strictObject({
  /** Which drawing it is of; the first had no number. */
  round: z.int().default(1),
  code: z.string(),
  repository: z.string(),
  file: z.string(),
  line: z.int(),
  verdict: z.enum(['right', 'false', 'unclear']),
  /** What is wrong, where it is false or unclear. */
  why: z.string().optional(),
  /** The cause of a false alarm is mended since, and has a fixture. */
  mended: z.literal(true).optional(),
});

/** A rule drawn anew by a newer build, over so many repositories. */
export const drawSchema = z.strictObject({
  round: z.int(),
  code: z.string(),
  repositories: z.int(),
  /** Findings of the rule in all of them together. */
  of: z.int(),
  drawn: z.iso.date(),
});

export type Verdict = z.infer<typeof verdictSchema>;

/** A rule's newest round: what its severity rests on. */
export interface Sample {
  readonly round: number;
  /** Null where nobody counted. */
  readonly of: number | null;
  readonly verdicts: readonly Verdict[];
}

/** The newest round of each rule that was drawn or read at all. */
export function newest(verdicts: readonly Verdict[], draws: readonly z.infer<typeof drawSchema>[]): ReadonlyMap<string, Sample> {
  const codes = new Set([...verdicts, ...draws].map(({ code }) => code));
  return new Map(
    [...codes].map((code) => {
      const round = Math.max(1, ...draws.filter((one) => one.code === code).map((one) => one.round));
      const draw = draws.find((one) => one.code === code && one.round === round);
      return [code, { round, of: draw?.of ?? null, verdicts: verdicts.filter((one) => one.code === code && one.round === round) }];
    }),
  );
}
