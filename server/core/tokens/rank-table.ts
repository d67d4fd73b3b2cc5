/** The tokens of one encoding by their bytes. */
export interface RankTable {
  readonly longest: number;
  /** The rank of `bytes[start, end)`, whose `hashBytes` is `hash`, or -1. */
  rankOf(bytes: Uint8Array, start: number, end: number, hash: number): number;
}

/** Multiplier of the polynomial hash: a range's hash can be had from the hashes of two prefixes. */
export const hashBase = 0x01000193;

export function hashByte(hash: number, byte: number): number {
  return (Math.imul(hash, hashBase) + byte + 1) | 0;
}

export function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Tokens fill less than half of the slots, so that a miss, the usual answer while merging, ends soon. */
const slotsPerToken = 2.2;
const rankBits = 18;
const rankMask = (1 << rankBits) - 1;

/** Reads a blob of ranks: the number of tokens (32 bits, little end first), a length byte each, then their bytes in rank order. */
export function createRankTable(blob: Uint8Array): RankTable {
  const size = new DataView(blob.buffer, blob.byteOffset, blob.byteLength).getUint32(0, true);
  if (size > rankMask) throw new Error(`too many tokens for the rank table: ${size}`);
  const offsets = new Uint32Array(size + 1);
  let offset = 4 + size;
  for (let rank = 0; rank < size; rank++) {
    offsets[rank] = offset;
    offset += blob[4 + rank] ?? 0;
  }
  offsets[size] = offset;
  if (offset !== blob.byteLength) throw new Error('the blob of ranks is cut or damaged');
  const slots = fillSlots(blob, offsets, size);
  const mask = slots.length - 1;

  return {
    longest: blob.subarray(4, 4 + size).reduce((most, length) => Math.max(most, length), 0),
    rankOf(bytes, start, end, hash) {
      const mixed = spread(hash);
      const tag = mixed & ~rankMask;
      for (let slot = mixed & mask; ; slot = (slot + 1) & mask) {
        const entry = slots[slot] ?? 0;
        if (entry === 0) return -1;
        if ((entry & ~rankMask) !== tag) continue;
        const rank = (entry & rankMask) - 1;
        const from = offsets[rank] ?? 0;
        if ((offsets[rank + 1] ?? 0) - from !== end - start) continue;
        let at = start;
        while (at < end && blob[from + at - start] === bytes[at]) at++;
        if (at === end) return rank;
      }
    },
  };
}

/** A slot holds rank + 1 in its low bits and the high bits of the hash as a tag: most wrong slots are told by it alone. */
function fillSlots(blob: Uint8Array, offsets: Uint32Array, size: number): Int32Array {
  let slotCount = 1;
  while (slotCount < size * slotsPerToken) slotCount *= 2;
  const slots = new Int32Array(slotCount);
  const mask = slotCount - 1;
  for (let rank = 0; rank < size; rank++) {
    let hash = 0;
    for (let at = offsets[rank] ?? 0, end = offsets[rank + 1] ?? 0; at < end; at++) hash = hashByte(hash, blob[at] ?? 0);
    const mixed = spread(hash);
    let slot = mixed & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = (mixed & ~rankMask) | (rank + 1);
  }
  return slots;
}
