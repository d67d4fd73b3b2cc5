import type { ImageDetail, ImageSize, Piece } from '../request.ts';
import { imageSize } from './image-size.ts';

/** A file inside of a request, by its media type and, where it is sent along, its base64 data. */
export function mediaPiece(mediaType: string, base64: string, detail: ImageDetail = 'auto'): Piece {
  const type = mediaType.toLowerCase();
  if (type.startsWith('image/')) return { kind: 'image', size: sizeOf(base64), detail };
  if (type.startsWith('audio/')) return { kind: 'audio', seconds: secondsOf(base64) };
  if (type.startsWith('video/')) return { kind: 'video', seconds: null };
  if (type.startsWith('text/') && base64 !== '') return { kind: 'text', text: textOfBytes(decodeBase64(base64, base64.length)) };
  return { kind: 'file', mediaType: type, pages: type.includes('pdf') ? pagesOf(base64) : null };
}

/** `data:image/png;base64,…`, or an address that shows no size. */
export function imagePiece(url: string, detail: ImageDetail): Piece {
  const data = /^data:([\w/+.-]+);base64,/.exec(url.slice(0, 100));
  return data ? mediaPiece(data[1] ?? '', url.slice(data[0].length), detail) : { kind: 'image', size: null, detail };
}

export function detailOf(value: unknown): ImageDetail {
  return value === 'low' || value === 'high' || value === 'original' ? value : 'auto';
}

const headerLength = 1 << 18;

function sizeOf(base64: string): ImageSize | null {
  return imageSize(decodeBase64(base64, headerLength));
}

/** Of a WAV file by the byte rate in its head, else as if it were MP3 at its usual rate. */
function secondsOf(base64: string): number | null {
  if (base64 === '') return null;
  const bytes = Math.floor((base64.length * 3) / 4);
  const head = decodeBase64(base64, 32);
  const isWave = head.length === 32 && String.fromCharCode(...head.subarray(0, 4)) === 'RIFF';
  const rate = isWave ? new DataView(head.buffer, head.byteOffset).getUint32(28, true) : usualByteRate;
  return rate > 0 ? Math.max(1, Math.ceil(bytes / rate)) : null;
}

const usualByteRate = 16_000;

/** Pages by their objects, where those are not packed; null where none shows. */
function pagesOf(base64: string): number | null {
  const text = String.fromCharCode(...decodeBase64(base64, 65_536));
  const pages = text.match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
  const count = Number(/\/Count\s+(\d+)/.exec(text)?.[1] ?? 0);
  return Math.max(pages, count) || null;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(text: string, limit: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(limit, Math.floor((text.length * 3) / 4)));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length && length < bytes.length; at++) {
    const letter = text.charAt(at);
    const value = alphabet.indexOf(letter === '-' ? '+' : letter === '_' ? '/' : letter);
    if (value < 0) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 0xff;
    held &= (1 << bits) - 1;
  }
  return bytes.subarray(0, length);
}

function textOfBytes(bytes: Uint8Array): string {
  let percent = '';
  for (const byte of bytes) percent += `%${byte.toString(16).padStart(2, '0')}`;
  try {
    return decodeURIComponent(percent);
  } catch {
    return String.fromCharCode(...bytes); // not UTF-8
  }
}
