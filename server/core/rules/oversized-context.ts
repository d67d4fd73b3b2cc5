import type { Origin } from '../program/call-site.ts';
import { costOfLength, type Uncut, uncutPieces } from './facts/origins.ts';
import { isReported } from './facts/repetition.ts';
import { defineRule } from './rule.ts';

export const oversizedContext = defineRule({
  code: 'LI101',
  name: 'oversized-context',
  family: 'input',
  severity: 'info',
  on: 'call',
  summary: 'A whole file, folder, log or table goes in, however long it is',
  isPreview: false,

  *check(item, context) {
    if (!isReported(item)) return;
    for (const one of uncutPieces(item, ['file', 'folder', 'log', 'table', 'command'])) {
      if (isInstructions(one)) continue;
      const { place } = item.call;
      const words = wording[one.origin.kind];
      yield {
        at: one.origin.place.file === place.file ? one.origin.place : place,
        what: `${words?.what ?? 'This'} goes into the request whole: nothing limits how long it is.`,
        costs: costOfLength(item, context),
        instead: words?.instead ?? 'Cut it at a length.',
        call: item.call.id,
        saving: null,
        related: [{ at: place, note: 'This call sends it.' }],
        fixes: [],
      };
    }
  },
});

/** A file that is the prompt itself, or a part of it: its author knows how long it is. */
const isInstructions = ({ origin, part, name }: Uncut): boolean =>
  origin.kind === 'file' &&
  (part.role === 'system' || /prompt|template|instruction|system|persona|skill|rules|example/i.test(`${name} ${origin.of ?? ''}`));

const wording: Partial<Readonly<Record<Origin['kind'], { readonly what: string; readonly instead: string }>>> = {
  file: { what: 'The file', instead: 'Send the part that matters, or cut it at a length.' },
  folder: { what: 'The text of many files or pages', instead: 'Search for those that matter, and send only them.' },
  log: { what: 'The log', instead: 'Send its last lines, or those that match.' },
  table: { what: 'The table', instead: 'Send the rows that matter (a query with a limit, `head`), or a summary of its columns.' },
  command: { what: 'The output of a command', instead: 'Cut it at a length, or send its last lines.' },
};
