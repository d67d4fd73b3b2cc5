/** Token counts of pieces seen before, by their bytes. */
export interface CountCache {
  /** 0 where the piece is not known. */
  get(bytes: Uint8Array, length: number, hash: number): number;
  set(bytes: Uint8Array, length: number, hash: number, count: number): void;
}

/** Keeps copies of bytes, never pieces of the text, which would keep whole documents alive. Emptied when full. */
export function createCountCache(entryLimit: number, longestPiece: number): CountCache {
  const slots = new Int32Array(entryLimit * 2);
  const mask = slots.length - 1;
  const offsets = new Uint32Array(entryLimit + 1);
  const counts = new Uint8Array(entryLimit);
  const hashes = new Int32Array(entryLimit);
  const pool = new Uint8Array(entryLimit * averagePiece + longestPiece);
  let size = 0;

  const same = (entry: number, bytes: Uint8Array, length: number): boolean => {
    const from = offsets[entry] ?? 0;
    if ((offsets[entry + 1] ?? 0) - from !== length) return false;
    for (let at = 0; at < length; at++) if (pool[from + at] !== bytes[at]) return false;
    return true;
  };

  return {
    get(bytes, length, hash) {
      if (length > longestPiece) return 0;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const entry = (slots[slot] ?? 0) - 1;
        if (entry < 0) return 0;
        if (hashes[entry] === hash && same(entry, bytes, length)) return counts[entry] ?? 0;
      }
    },
    set(bytes, length, hash, count) {
      if (length > longestPiece) return;
      let from = offsets[size] ?? 0;
      if (size === entryLimit || from + length > pool.length) {
        slots.fill(0);
        size = 0;
        from = 0;
      }
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = size + 1;
      for (let at = 0; at < length; at++) pool[from + at] = bytes[at] ?? 0;
      offsets[size + 1] = from + length;
      counts[size] = count;
      hashes[size] = hash;
      size++;
    },
  };
}

const averagePiece = 16;
