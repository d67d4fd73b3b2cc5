import type { ImageSize } from '../request.ts';

/** The pixels of a PNG, GIF, JPEG or WebP image by its first bytes; null where they do not tell. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, 0, 'PNG', 1) && bytes.length >= 24) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (startsWith(bytes, 0, 'GIF8', 0) && bytes.length >= 10) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (startsWith(bytes, 0, 'RIFF', 0) && startsWith(bytes, 0, 'WEBP', 8)) return webpSize(bytes, view);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(bytes, view);
  return null;
}

/** The first frame header says it; what stands before it is skipped by length. */
function jpegSize(bytes: Uint8Array, view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(bytes: Uint8Array, view: DataView): ImageSize | null {
  if (bytes.length < 30) return null;
  if (startsWith(bytes, 0, 'VP8 ', 12)) return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (startsWith(bytes, 0, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint16(27, true) | ((bytes[29] ?? 0) << 16)) + 1 };
}

function startsWith(bytes: Uint8Array, base: number, name: string, at: number): boolean {
  for (let index = 0; index < name.length; index++) if (bytes[base + at + index] !== name.charCodeAt(index)) return false;
  return true;
}
