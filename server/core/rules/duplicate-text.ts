import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import type { Place } from '../module/module.ts';
import type { Piece } from '../program/call-site.ts';
import { isOwnDoing } from './facts/origins.ts';
import { type Chunk, findRepeats, type Repeat } from './facts/repeats.ts';
import { isCounted } from './facts/repetition.ts';
import { promptMoney, textMoney } from './facts/text-money.ts';
import { count, point } from './facts/wording.ts';
import { defineRule, type Report, type RuleContext, type RuleOption } from './rule.ts';

const minTokens: RuleOption = { rule: 'LI104', name: 'minTokens', usual: 30, summary: 'Repeated text of fewer tokens is not reported.' };

export const duplicateText = defineRule({
  code: 'LI104',
  name: 'duplicate-text',
  family: 'input',
  severity: 'info',
  on: 'call',
  summary: 'One passage stands twice in a request',
  isPreview: false,
  options: [minTokens],

  *check(item, context) {
    if (!isCounted(item)) return;
    const { place } = item.call;
    const parts = item.call.request.parts.filter((part) => part.role !== 'tools' && part.role !== 'schema');
    const chunks = parts.flatMap((part) => texts(part.pieces, part.place));
    const isOwn = (one: Place): boolean => one.file === place.file && one.unit === place.unit;
    // What is written twice within one constant is said of the constant.
    const repeats = findRepeats(chunks, leastCharacters).filter(({ first, second }) => {
      const [a, b] = [chunks[first], chunks[second]];
      if (a === undefined || b === undefined) return false;
      return isOwn(b.place) || (isOwnDoing(item, b.into ?? b.place) && (!isSameUnit(a, b) || isPutInTwice(a, b)));
    });
    yield* reportsOf(repeats, chunks, {
      count: (text) => point(context.tokens(text, item)),
      money: (tokens) => textMoney(tokens, item, context),
      at: (chunk) => (chunk.place.file === place.file ? chunk.place : place),
      call: item,
      least: context.option(minTokens),
    });
  },

  also: [
    {
      on: 'prompt',
      *check(prompt, context) {
        // What a constant reads from another file is said in that file.
        const chunks = texts(prompt.pieces, null).filter((chunk) => chunk.place.file === prompt.place.file);
        const repeats = findRepeats(chunks, leastCharacters);
        if (repeats.some(({ text }) => context.textTokens(text, prompt.model) === null)) return;
        yield* reportsOf(repeats, chunks, {
          count: (text) => countOf(text, prompt.model, context),
          money: (tokens) => promptMoney(tokens, prompt.model, context),
          at: (chunk) => chunk.place,
          call: null,
          least: context.option(minTokens),
        });
      },
    },
  ],
});

/** About two lines: shorter ones repeat by chance, or because they belong to a form. */
const leastCharacters = 160;

interface PlacedChunk extends Chunk {
  readonly place: Place;
  /** The part of a request that it is put into. */
  readonly into: Place | null;
}

const texts = (pieces: readonly Piece[], into: Place | null): readonly PlacedChunk[] =>
  pieces.flatMap((piece) => (piece.kind === 'text' ? [{ text: piece.text, place: piece.place, into }] : []));

const isSameUnit = (a: PlacedChunk, b: PlacedChunk): boolean => a.place.file === b.place.file && a.place.unit === b.place.unit;

/** A constant that is put in twice is written once: nothing in its text is to be removed. */
const isPutInTwice = (a: PlacedChunk, b: PlacedChunk): boolean => a !== b && isSameUnit(a, b) && a.place.span.start === b.place.span.start;

function countOf(text: string, model: string | null, { textTokens }: RuleContext): number {
  const tokens = textTokens(text, model);
  return tokens === null ? 0 : point(tokens);
}

interface Measures {
  readonly count: (text: string) => number;
  readonly money: (tokens: number) => string | null;
  readonly at: (chunk: PlacedChunk) => Place;
  readonly call: LineItem | null;
  readonly least: number;
}

/** One report a text, for all that stands in it again. */
function* reportsOf(repeats: readonly Repeat[], chunks: readonly PlacedChunk[], measures: Measures): Iterable<Report> {
  for (const [index, chunk] of chunks.entries()) {
    const own = repeats.filter((repeat) => repeat.second === index);
    const tokens = own.reduce((sum, repeat) => sum + measures.count(repeat.text), 0);
    const [longest] = [...own].sort((a, b) => b.text.length - a.text.length);
    if (longest === undefined || tokens < measures.least) continue;
    const earlier = chunks[longest.first] ?? chunk;
    const isPutIn = own.some((repeat) => isPutInTwice(chunks[repeat.first] ?? chunk, chunk));
    yield {
      at: measures.at(isPutIn && chunk.into !== null ? { ...chunk, place: chunk.into } : chunk),
      what: `${count(tokens)} tokens are sent a second time: "${beginning(longest.text)}".`,
      costs: measures.money(tokens),
      instead: 'Say it once.',
      call: measures.call?.call.id ?? null,
      saving: null,
      related: earlier === chunk ? [] : [{ at: earlier.place, note: 'It stands here first.' }],
      fixes: isPutIn ? [] : removal(own, chunk),
    };
  }
}

/** Offered: the model reads less. */
const removal = (repeats: readonly Repeat[], { place }: PlacedChunk): readonly Fix[] => [
  {
    title: 'Remove the second one',
    isSafe: false,
    verbs: repeats.map(({ text }) => ({ verb: 'replace-text', at: place, find: text, text: '' })),
  },
];

function beginning(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return words.length <= 40 ? words : `${words.slice(0, 40).replace(/ \S*$/, '')} …`;
}
