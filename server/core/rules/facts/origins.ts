import type { LineItem } from '../../bill/line-item.ts';
import type { Place } from '../../module/module.ts';
import type { Origin, Part } from '../../program/call-site.ts';
import type { RuleContext } from '../rule.ts';
import { costOf, modelOf, pricesFor } from './pricing.ts';
import { count, usd } from './wording.ts';

/** A piece of a request whose text is read from somewhere, and that nothing cuts. */
export interface Uncut {
  readonly name: string;
  readonly origin: Origin;
  readonly part: Part;
}

/** What a wrapper puts in by itself is said of the wrapper's own call, not of each of its callers. */
export const isOwnDoing = ({ call }: LineItem, at: Place): boolean =>
  call.via.length === 0 || (at.file === call.place.file && at.unit === call.place.unit);

/** Each reading once, however often its text is put in. */
export function uncutPieces(item: LineItem, kinds: readonly Origin['kind'][]): readonly Uncut[] {
  const found = new Map<string, Uncut>();
  for (const part of item.call.request.parts) {
    if (part.role === 'tools' || part.role === 'schema') continue;
    for (const piece of part.pieces) {
      const { origin, maxTokens } = piece.kind === 'hole' ? piece : { origin: undefined, maxTokens: null };
      if (origin === undefined || origin.isLimited || maxTokens !== null || !kinds.includes(origin.kind) || !isOwnDoing(item, origin.place))
        continue;
      const key = `${origin.place.file}#${origin.place.unit}@${origin.place.span.start}`;
      if (!found.has(key)) found.set(key, { name: piece.kind === 'hole' ? piece.name : '', origin, part });
    }
  }
  return [...found.values()];
}

/** What length costs where the length is not known: `Every 10,000 tokens of it cost $0.025 a call.` Null without a price. */
export function costOfLength(item: LineItem, context: RuleContext): string | null {
  const model = modelOf(item, context);
  if (model === null) return null;
  return `Every ${count(someTokens)} tokens of it cost ${usd(costOf(someTokens, pricesFor(item, model).input))} a call.`;
}

const someTokens = 10_000;
