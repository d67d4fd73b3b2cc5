import type { Value } from '../value.ts';
import { dotted } from '../values/waits.ts';

/** What calls the function that it is given once an element, as data. */
const REPEATERS: readonly { readonly names: RegExp; readonly of: 'method' | 'function'; readonly source: string }[] = [
  { of: 'method', names: /^(map|forEach|flatMap|filter|reduce|some|every)$/, source: 'ECMAScript Array; concurrent.futures' },
  { of: 'method', names: /^(imap|imap_unordered|starmap|map_async|starmap_async)$/, source: 'Python multiprocessing.pool' },
  { of: 'method', names: /^((progress_|parallel_|swifter_)?apply|applymap|map_elements)$/, source: 'pandas, tqdm, pandarallel, polars' },
  { of: 'function', names: /^(map|filter|functools\.reduce|itertools\.starmap)$/, source: 'Python built-in functions' },
  { of: 'function', names: /^tqdm\.contrib\.concurrent\.(thread_map|process_map)$/, source: 'tqdm documentation' },
  { of: 'function', names: /^(Array\.from|Array\.fromAsync)$/, source: 'ECMAScript' },
  { of: 'function', names: /^p-(map|filter|each-series|map-series)\b/, source: 'sindresorhus/promise-fun' },
  {
    of: 'function',
    names: /^(async|bluebird)\.(\w+\.)?(map|each|eachOf|forEach|filter|concat|mapValues)(Limit|Series)?$/,
    source: 'caolan/async, bluebird documentation',
  },
];

export function isRepeater(callee: Value): boolean {
  const of = callee.kind === 'external' ? 'function' : 'method';
  const name = callee.kind === 'external' ? dotted(callee) : callee.kind === 'member' ? callee.name : '';
  return REPEATERS.some((row) => row.of === of && row.names.test(name));
}
