/** Reads UTF-8 without the platform's decoder, which the core does not assume; broken sequences become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  const chunks: string[] = [];
  let units: number[] = [];
  for (let at = startsWithMark(bytes) ? 3 : 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length =
      first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    let point = length === 1 ? first : first & (0xff >> (length + 1));
    let isWhole = length > 0;
    for (let next = 1; next < length && isWhole; next++) {
      const byte = bytes[at + next] ?? 0;
      isWhole = (byte & 0xc0) === 0x80;
      point = (point << 6) | (byte & 0x3f);
    }
    if (!isWhole) point = 0xfffd;
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    else units.push(point);
    at += isWhole ? length : 1;
    if (units.length >= CHUNK) {
      chunks.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return chunks.join('') + String.fromCharCode(...units);
}

const startsWithMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
/** Arguments that one call takes on every engine. */
const CHUNK = 8192;
