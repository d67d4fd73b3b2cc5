import { costOfLength, uncutPieces } from './facts/origins.ts';
import { isReported } from './facts/repetition.ts';
import { defineRule } from './rule.ts';

export const unboundedRetrieval = defineRule({
  code: 'LI103',
  name: 'unbounded-retrieval',
  family: 'input',
  severity: 'warning',
  on: 'call',
  summary: 'Documents that a search finds go in with no limit on their number',
  isPreview: false,

  *check(item, context) {
    if (!isReported(item)) return;
    const { place } = item.call;
    for (const { origin } of uncutPieces(item, ['retrieval'])) {
      yield {
        at: origin.place.file === place.file ? origin.place : place,
        what: 'Everything that this finds goes into the request: nothing limits how many documents that are.',
        costs: costOfLength(item, context),
        instead: 'Ask for the best few (`k`, `limit`, `n_results`), and cut what is long.',
        call: item.call.id,
        saving: null,
        related: [{ at: place, note: 'This call sends it.' }],
        fixes: [],
      };
    }
  },
});
