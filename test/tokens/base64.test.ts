import { expect, it } from 'vitest';
import { ourEncodings } from './encodings.ts';

it('counts packed bytes in base64 as the rule on wasteful encodings says: 100 KB are some 91,000 tokens', () => {
  const bytes = new Uint8Array(100_000);
  let state = 1;
  for (let at = 0; at < bytes.length; at++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    bytes[at] = (state >>> 13) & 0xff;
  }
  const encoding = ourEncodings().find(({ name }) => name === 'o200k_base');
  const tokens = encoding?.ours.count(Buffer.from(bytes).toString('base64'));
  expect(tokens).toBeGreaterThan(89_000);
  expect(tokens).toBeLessThan(93_000);
});
