import type { LineItem } from '../../bill/line-item.ts';
import type { Fix, SourceTree } from '../../edits/verbs.ts';
import { outlivesCache } from './prefix.ts';

const mark: SourceTree = { record: [{ key: 'type', value: 'ephemeral' }] };

/**
 * Marks the system prompt, which the vendor puts behind the tools, so that both are read from the cache. Only where it is
 * a text of the call's own that stays the same: the model then reads the same bytes.
 */
export function markFix(item: LineItem, isSafe: boolean): readonly Fix[] {
  const { call } = item;
  const { anchor, request } = call;
  if (request.wire !== 'anthropic.messages' || anchor === null || anchor.language === 'request' || call.via.length > 0) return [];
  const system = request.parts.filter((part) => part.role === 'system');
  const isText = system.length === 1 && system[0]?.pieces.every((piece) => piece.kind === 'text' && outlivesCache(piece.stability));
  if (isText !== true || !anchor.present.some((field) => field.name === 'system')) return [];
  const block: SourceTree = {
    record: [
      { key: 'type', value: 'text' },
      { key: 'text', value: { current: true } },
      { key: 'cache_control', value: mark },
    ],
  };
  return [
    {
      title: 'Mark the system prompt for caching',
      isSafe,
      verbs: [{ verb: 'set-field', fields: anchor.fields, form: anchor.fieldForm, name: 'system', value: [block] }],
    },
  ];
}
