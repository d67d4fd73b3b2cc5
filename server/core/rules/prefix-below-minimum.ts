import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import { minimumVerdict } from '../prices/cache-rules.ts';
import { blockMarks } from './facts/marks.ts';
import { markedPrefixes } from './facts/prefix.ts';
import { modelOf } from './facts/pricing.ts';
import { isCounted } from './facts/repetition.ts';
import { count, tokenCount } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const prefixBelowMinimum = defineRule({
  code: 'LI403',
  name: 'prefix-below-minimum',
  family: 'cache',
  severity: 'warning',
  on: 'call',
  summary: 'A cache mark on a prefix that is too short for the model: it does nothing',
  isPreview: false,

  *check(item, context) {
    if (!isCounted(item)) return;
    const model = modelOf(item, context);
    const minimum = model?.cache?.mode === 'explicit' ? model.cache.minimum : null;
    // The last mark has the longest prefix: where that is too short, all are.
    const longest = markedPrefixes(item, context).at(-1);
    if (model === null || minimum === null || longest === undefined) return;
    if (minimumVerdict(minimum, longest.tokens) !== 'too-short') return;

    yield {
      at: longest.mark.place,
      what: `This mark does nothing: ${model.title} caches a prefix from ${count(minimum.lowest)} tokens on, and this one has ${tokenCount(longest.tokens)}.`,
      costs: 'Every call pays the prefix in full, and no error says so.',
      instead: 'Remove the mark, or let the prefix hold more of what stays the same.',
      call: item.call.id,
      saving: null,
      related: [],
      fixes: removeFix(item),
    };
  },
});

/** Safe: a mark that does nothing can be left out. All of them, as the longest prefix is too short. */
function removeFix({ call }: LineItem): readonly Fix[] {
  const marks = blockMarks(call);
  const isWritable =
    call.request.wire === 'anthropic.messages' && call.via.length === 0 && marks.every(({ part }) => part.isBlock === true);
  if (!isWritable || call.request.cacheMarks.some((mark) => mark.kind !== 'block')) return [];
  const verbs = marks.map(({ part }) => ({ verb: 'remove-field', fields: part.place, form: 'record', name: 'cache_control' }) as const);
  return [{ title: marks.length === 1 ? 'Take the cache mark away' : 'Take the cache marks away', isSafe: true, verbs }];
}
