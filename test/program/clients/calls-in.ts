import type { Grammars } from '../../../server/core/languages/grammars.ts';
import { link } from '../linked.ts';

export type Case = readonly [what: string, code: string, expected: readonly string[], others?: Readonly<Record<string, string>>];

/** Each call as `line model`, with `via` for one through a wrapper. */
export const callsIn = (grammars: Grammars, file: string, code: string, others: Readonly<Record<string, string>>): readonly string[] => {
  const { program, line } = link(grammars, { ...others, [file]: code });
  return program.file(file).calls.map((call) => `${line(call.place)} ${call.request.model.id ?? '?'}${call.via.length > 0 ? ' via' : ''}`);
};
