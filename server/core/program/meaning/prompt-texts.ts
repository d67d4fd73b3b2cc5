import type { Unit } from '../../module/module.ts';
import type { CallSite, PromptText } from '../call-site.ts';
import type { Value } from '../value.ts';
import { piecesOf } from '../values/pieces.ts';
import type { FileIndex } from '../workspace/file-index.ts';

/** Constants that plainly are prompts: those whose text reaches a call of this file, and long ones named like one. */
export function promptTexts(
  index: FileIndex,
  unit: (file: string, id: string) => Unit | null,
  file: string,
  calls: readonly CallSite[],
  definition: (file: string, name: string) => Value | null,
): readonly PromptText[] {
  const reached = new Map<string, CallSite[]>();
  for (const call of calls)
    for (const part of call.request.parts)
      for (const piece of part.pieces)
        if (piece.kind === 'text' && piece.place.file === file && piece.place.unit !== call.place.unit) {
          const list = reached.get(piece.place.unit) ?? [];
          if (!list.includes(call)) reached.set(piece.place.unit, [...list, call]);
        }
  return index.entries.flatMap((entry): PromptText[] => {
    if (entry.owner !== null || entry.kind !== 'assign' || !entry.name) return [];
    const users = reached.get(entry.id) ?? [];
    const isNamed = /prompt|instruction|system|template|persona/i.test(entry.name);
    if (users.length === 0 && !isNamed) return [];
    const statement = unit(file, entry.id)?.statement;
    const value = definition(file, entry.name);
    if (!value || (value.kind !== 'text' && value.kind !== 'concat') || statement?.kind !== 'assign' || !statement.value) return [];
    const pieces = piecesOf(value, () => false);
    const length = pieces.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.length : 0), 0);
    if (length < (users.length > 0 ? SHORTEST_USED : SHORTEST_NAMED)) return [];
    const models = [...new Set(users.flatMap((call) => call.request.model.id ?? []))];
    const [model] = models;
    return [
      {
        id: `${file}#${entry.name}`,
        place: { file, unit: entry.id, span: statement.value.span },
        pieces,
        model: models.length === 1 && model ? model : null,
        calls: users.map((call) => call.id),
      },
    ];
  });
}

/** Characters. A model's name or a role is no prompt. */
const SHORTEST_USED = 40;
const SHORTEST_NAMED = 120;
