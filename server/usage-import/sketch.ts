/** What can be said of millions of numbers in a few kilobytes. */

export interface Histogram {
  add(value: number): void;
  mean(): number | null;
  /** To within one percent. */
  quantile(share: number): number | null;
}

/** Buckets grow by two percent each, so that the middle of one is at most one percent from what it holds. */
const growth = Math.log(1.02);

export function createHistogram(): Histogram {
  const buckets = new Map<number, number>();
  let count = 0;
  let sum = 0;
  let zeros = 0;
  return {
    add(value) {
      count++;
      sum += value;
      if (value <= 0) zeros++;
      else {
        const bucket = Math.floor(Math.log(value) / growth);
        buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
      }
    },
    mean: () => (count === 0 ? null : sum / count),
    quantile(share) {
      if (count === 0) return null;
      const rank = Math.max(1, Math.ceil(share * count));
      let passed = zeros;
      if (rank <= passed) return 0;
      for (const [bucket, held] of [...buckets].sort(([a], [b]) => a - b)) {
        passed += held;
        if (rank <= passed) return Math.round(Math.exp((bucket + 0.5) * growth));
      }
      return null;
    },
  };
}

export interface Distinct {
  add(name: string): void;
  count(): number;
}

const mostKept = 4096;

/** Exact up to 4,096 names; beyond that every second one is forgotten by its hash, and the rest stands for it (±1.6 %). */
export function createDistinct(): Distinct {
  let kept = new Set<number>();
  let level = 0;
  const isKept = (hash: number): boolean => level === 0 || (hash & ((1 << level) - 1)) === 0;
  return {
    add(name) {
      const hash = mixed(name);
      if (!isKept(hash)) return;
      kept.add(hash);
      while (kept.size > mostKept) {
        level++;
        kept = new Set([...kept].filter(isKept));
      }
    },
    count: () => kept.size * 2 ** level,
  };
}

/** A hash of 52 bits: 32 would make two of a hundred thousand names one. */
function mixed(name: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < name.length; at++) {
    low = Math.imul(low ^ name.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ name.charCodeAt(at), 0x5bd1e995);
  }
  low = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d);
  low = (low ^ (low >>> 12)) >>> 0;
  return (high & 0xfffff) * 2 ** 32 + low;
}
