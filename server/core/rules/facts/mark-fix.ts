import type { LineItem } from '../../bill/line-item.ts';
import type { EditVerb, Fix, SourceTree } from '../../edits/verbs.ts';
import type { Part } from '../../program/call-site.ts';
import { outlivesCache } from './prefix.ts';

const mark: SourceTree = { record: [{ key: 'type', value: 'ephemeral' }] };

/**
 * Marks the system prompt, which the vendor puts behind the tools, so that both are read from the cache; without one, the
 * last tool. Only what stays the same is marked, and the model reads the same bytes.
 */
export function markFix(item: LineItem, isSafe: boolean): readonly Fix[] {
  const { request } = item.call;
  if (request.wire !== 'anthropic.messages') return [];
  const head = request.parts.filter((part) => part.role === 'system' || part.role === 'tools');
  const isStable = head.every((part) => part.pieces.every((piece) => outlivesCache(piece.stability)));
  const last = head.at(-1);
  const verb = last === undefined || !isStable ? null : last.isBlock || last.role === 'tools' ? markBlock(last) : wrapText(item, head);
  if (verb === null) return [];
  const name = last?.role === 'tools' ? 'tools' : 'system prompt';
  return [{ title: `Mark the ${name} for caching`, isSafe, verbs: [verb] }];
}

const markBlock = (part: Part): EditVerb => ({ verb: 'set-field', fields: part.place, form: 'record', name: 'cache_control', value: mark });

/** A plain text becomes the one block of a list. */
function wrapText({ call }: LineItem, head: readonly Part[]): EditVerb | null {
  const { anchor } = call;
  const isGiven = anchor?.present.some((field) => field.name === 'system') ?? false;
  if (anchor === null || !isGiven || call.via.length > 0 || head.filter((part) => part.role === 'system').length !== 1) return null;
  const block: SourceTree = {
    record: [
      { key: 'type', value: 'text' },
      { key: 'text', value: { current: true } },
      { key: 'cache_control', value: mark },
    ],
  };
  return { verb: 'set-field', fields: anchor.fields, form: anchor.fieldForm, name: 'system', value: [block] };
}
