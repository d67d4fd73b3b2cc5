import { hashBase, hashByte, type RankTable } from './rank-table.ts';

/**
 * Byte pair merging of one piece: of all neighbours whose joined bytes are a token, the lowest rank joins first, the
 * leftmost of equals. Returns how many tokens are left; their bounds stand in `bounds[0..count]`.
 */
export interface Merger {
  merge(bytes: Uint8Array, length: number): number;
  bounds(): Int32Array;
  /** The rank of a token of the piece merged last. */
  rankOf(bytes: Uint8Array, start: number, end: number): number;
}

const noPair = 0x7fffffff;
/** Below this, looking through all pairs is faster than keeping a heap. */
const heapFrom = 96;

export function createMerger(table: RankTable): Merger {
  let capacity = 0;
  let prefixHash = new Int32Array(0);
  let power = new Int32Array(0);
  let bounds = new Int32Array(0);
  let ranks = new Int32Array(0);

  const grow = (length: number): void => {
    if (length + 2 <= capacity) return;
    capacity = Math.max(1024, 2 * length + 2);
    prefixHash = new Int32Array(capacity);
    power = new Int32Array(capacity);
    bounds = new Int32Array(capacity);
    ranks = new Int32Array(capacity);
    power[0] = 1;
    for (let at = 1; at < capacity; at++) power[at] = Math.imul(power[at - 1] ?? 0, hashBase);
  };

  const rankOf = (bytes: Uint8Array, start: number, end: number): number => {
    if (end - start > table.longest) return noPair;
    const hash = ((prefixHash[end] ?? 0) - Math.imul(prefixHash[start] ?? 0, power[end - start] ?? 0)) | 0;
    const rank = table.rankOf(bytes, start, end, hash);
    return rank < 0 ? noPair : rank;
  };

  const mergeShort = (bytes: Uint8Array, length: number): number => {
    for (let at = 0; at <= length; at++) bounds[at] = at;
    for (let at = 0; at + 1 < length; at++) ranks[at] = rankOf(bytes, at, at + 2);
    let count = length;
    while (count > 1) {
      let best = 0;
      for (let at = 1; at + 1 < count; at++) if ((ranks[at] ?? noPair) < (ranks[best] ?? noPair)) best = at;
      if (ranks[best] === noPair) break;
      bounds.copyWithin(best + 1, best + 2, count + 1);
      ranks.copyWithin(best + 1, best + 2, count - 1);
      count--;
      if (best + 1 < count) ranks[best] = rankOf(bytes, bounds[best] ?? 0, bounds[best + 2] ?? 0);
      if (best > 0) ranks[best - 1] = rankOf(bytes, bounds[best - 1] ?? 0, bounds[best + 1] ?? 0);
    }
    return count;
  };

  return {
    bounds: () => bounds,
    rankOf,
    merge(bytes, length) {
      grow(length);
      for (let at = 0, hash = 0; at < length; at++) {
        hash = hashByte(hash, bytes[at] ?? 0);
        prefixHash[at + 1] = hash;
      }
      return length < heapFrom ? mergeShort(bytes, length) : mergeLong(length, bounds, ranks, (start, end) => rankOf(bytes, start, end));
    },
  };
}

/** The same with a linked list of parts and a heap of pairs: n log n. `ranks` is the rank of the pair that starts at a byte. */
function mergeLong(length: number, bounds: Int32Array, ranks: Int32Array, rankOf: (start: number, end: number) => number): number {
  const next = new Int32Array(length + 1);
  const previous = new Int32Array(length + 1);
  const heap = createHeap(length);
  for (let at = 0; at <= length; at++) {
    next[at] = at + 1;
    previous[at] = at - 1;
  }
  const consider = (start: number): void => {
    const middle = next[start] ?? length;
    const rank = middle < length ? rankOf(start, next[middle] ?? length) : noPair;
    ranks[start] = rank;
    if (rank !== noPair) heap.push(rank * positions + start);
  };
  for (let at = 0; at < length; at++) consider(at);

  for (let key = heap.pop(); key >= 0; key = heap.pop()) {
    const rank = Math.floor(key / positions);
    const start = key - rank * positions;
    if (ranks[start] !== rank) continue; // joined or changed since it was pushed
    const middle = next[start] ?? length;
    const end = next[middle] ?? length;
    next[start] = end;
    previous[end] = start;
    ranks[middle] = noPair;
    consider(start);
    if (start > 0) consider(previous[start] ?? 0);
  }

  let count = 0;
  for (let at = 0; at < length; at = next[at] ?? length) bounds[count++] = at;
  bounds[count] = length;
  return count;
}

/** A key is rank and position in one number, exact below 2^53. */
const positions = 2 ** 32;

function createHeap(capacity: number): { push(key: number): void; pop(): number } {
  let keys = new Float64Array(capacity + 1);
  let size = 0;
  return {
    push(key) {
      if (size === keys.length) {
        const larger = new Float64Array(2 * size);
        larger.set(keys);
        keys = larger;
      }
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 2;
        const above = keys[parent] ?? 0;
        if (above <= key) break;
        keys[at] = above;
        at = parent;
      }
      keys[at] = key;
    },
    pop() {
      if (size === 0) return -1;
      const top = keys[0] ?? -1;
      const last = keys[--size] ?? 0;
      let at = 0;
      for (let child = 1; child < size; child = 4 * at + 1) {
        let least = child;
        for (let other = child + 1; other < Math.min(child + 4, size); other++) if ((keys[other] ?? 0) < (keys[least] ?? 0)) least = other;
        if ((keys[least] ?? 0) >= last) break;
        keys[at] = keys[least] ?? 0;
        at = least;
      }
      keys[at] = last;
      return top;
    },
  };
}
