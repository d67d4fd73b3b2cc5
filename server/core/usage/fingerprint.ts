import type { CallSite } from '../program/call-site.ts';

/**
 * What a call looks like to whoever comes back to it: its model, and a hash of the first text that stands in the request. An
 * entry of the usage file keeps it, so that figures of one call are not given to another that took its id.
 */
export function fingerprintOf({ request }: Pick<CallSite, 'request'>): string {
  const text = firstText(request.parts);
  return `${request.model.id ?? '?'} ${text === null ? '-' : hashOf(text)}`;
}

/** Null where nothing is known on one of both sides, or at least the model or the text agree. */
export function disagreement(kept: string, now: string): string | null {
  const [model, text] = split(kept);
  const [modelNow, textNow] = split(now);
  const isOtherModel = model !== '?' && modelNow !== '?' && model !== modelNow;
  const isOtherText = text !== '-' && textNow !== '-' && text !== textNow;
  return isOtherModel && isOtherText ? `made for a call of ${model} with another prompt` : null;
}

/** The first 400 characters that are no layout: an import reads prompts back from logs that may have cut them. */
export function promptKey(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, keyLength);
}

/** Of the first text that stands in the request; null where none does. */
export const promptKeyOf = ({ request }: Pick<CallSite, 'request'>): string | null => firstText(request.parts);

const keyLength = 400;

function firstText(parts: CallSite['request']['parts']): string | null {
  for (const part of parts)
    for (const piece of part.pieces) if (piece.kind === 'text' && piece.text.trim() !== '') return promptKey(piece.text);
  return null;
}

function split(fingerprint: string): readonly [string, string] {
  const at = fingerprint.lastIndexOf(' ');
  return at < 0 ? [fingerprint, '-'] : [fingerprint.slice(0, at), fingerprint.slice(at + 1)];
}

/** FNV-1a over UTF-16 units, in two halves of 32 bits with different starts. */
export function hashOf(text: string): string {
  return half(text, 0x811c9dc5) + half(text, 0x01000193);
}

function half(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
