import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import type { Place } from '../module/module.ts';
import type { Piece } from '../program/call-site.ts';
import { isOwnDoing } from './facts/origins.ts';
import { isCounted } from './facts/repetition.ts';
import { promptMoney, textMoney } from './facts/text-money.ts';
import { base64In, boundary, type Cleaned, cleanText, type Waste } from './facts/wasteful-text.ts';
import { count, point } from './facts/wording.ts';
import { defineRule, type Report, type RuleContext, type RuleOption } from './rule.ts';

/** The usual is what a reader would take the trouble for. */
const minTokens: RuleOption = { rule: 'LI105', name: 'minTokens', usual: 40, summary: 'White space of fewer tokens is not reported.' };

export const wastefulEncoding = defineRule({
  code: 'LI105',
  name: 'wasteful-encoding',
  family: 'input',
  severity: 'info',
  on: 'call',
  summary: 'Text in a form that takes more tokens than it has to: indented JSON, base64, white space of the source',
  isPreview: false,
  options: [minTokens],

  *check(item, context) {
    if (!isCounted(item)) return;
    const { id, place, request } = item.call;
    const measures: Measures = {
      tokens: (text) => point(context.tokens(text, item)),
      money: (tokens) => textMoney(tokens, item, context),
      call: id,
      least: context.option(minTokens),
    };
    for (const part of request.parts) {
      if (part.role === 'tools' || part.role === 'schema') continue;
      yield* dumps(part.pieces, item);
      // What stands in a constant is said of the constant.
      const isOwn = part.pieces.every(
        (piece) => piece.kind !== 'text' || (piece.place.file === place.file && piece.place.unit === place.unit),
      );
      if (isOwn) yield* textReport(part.pieces, measures);
    }
  },

  also: [
    {
      on: 'prompt',
      *check(prompt, context) {
        // What a constant reads from another file is said in that file.
        const texts = prompt.pieces.filter((piece) => piece.kind === 'text').filter(({ place }) => place.file === prompt.place.file);
        if (texts.some(({ text }) => context.textTokens(text, prompt.model) === null)) return;
        yield* textReport(texts, {
          tokens: (text) => countOf(text, prompt.model, context),
          money: (tokens) => promptMoney(tokens, prompt.model, context),
          call: null,
          least: context.option(minTokens),
        });
      },
    },
  ],
});

interface Measures {
  readonly tokens: (text: string) => number;
  readonly money: (tokens: number) => string | null;
  readonly call: string | null;
  readonly least: number;
}

function countOf(text: string, model: string | null, { textTokens }: RuleContext): number {
  const tokens = textTokens(text, model);
  return tokens === null ? 0 : point(tokens);
}

type TextPiece = Extract<Piece, { kind: 'text' }>;

function* textReport(pieces: readonly Piece[], measures: Measures): Iterable<Report> {
  const texts = pieces.filter((piece) => piece.kind === 'text');
  const [first] = texts;
  if (first === undefined) return;
  const base64 = base64In(texts.map(({ text }) => text).join(boundary));
  if (base64 !== null) yield base64Report(base64, first.place, measures);
  else yield* spaceReport(texts, first.place, measures);
}

function base64Report(text: string, at: Place, { tokens, money, call }: Measures): Report {
  const spent = tokens(text);
  return {
    ...plain(at, call),
    what: `${count(spent)} tokens of base64 stand in this text, which no model reads as a file.`,
    costs: money(spent),
    instead: 'Send the file as an image or document block, or say in words what it shows.',
  };
}

function* spaceReport(texts: readonly TextPiece[], at: Place, { tokens, money, call, least }: Measures): Iterable<Report> {
  const steps = cleanText(texts.map(({ text }) => text).join(boundary));
  const sum = (text: string): number => text.split(boundary).reduce((total, one) => total + (one === '' ? 0 : tokens(one)), 0);
  const saved = steps.map((step) => ({ waste: step.waste, tokens: sum(step.before) - sum(step.after) })).filter((one) => one.tokens > 0);
  const total = saved.reduce((all, one) => all + one.tokens, 0);
  const [first] = steps;
  if (first === undefined || total < least) return;
  yield {
    ...plain(at, call),
    what: `White space takes ${count(total)} of the ${count(sum(first.before))} tokens of this text: ${saved.map((one) => wording[one.waste](count(one.tokens))).join(', ')}.`,
    costs: money(total),
    instead: 'Write it without: the words stay the same.',
    fixes: cleanFix(texts, steps),
  };
}

const wording: Readonly<Record<Waste, (tokens: string) => string>> = {
  indentation: (tokens) => `${tokens} for the indentation of the source`,
  JSON: (tokens) => `${tokens} for JSON over many lines`,
  table: (tokens) => `${tokens} for the padding of a table`,
  blank: (tokens) => `${tokens} for empty lines and ends of lines`,
};

/** Offered: the model reads other bytes. Each text is written anew where it stands. */
function cleanFix(texts: readonly TextPiece[], steps: readonly Cleaned[]): readonly Fix[] {
  const clean = steps.at(-1)?.after.split(boundary) ?? [];
  if (clean.length !== texts.length) return [];
  const verbs = texts.flatMap(({ text, place }, index) => {
    const after = clean[index] ?? text;
    return after === text ? [] : [{ verb: 'replace-text' as const, at: place, find: text, text: after }];
  });
  return [{ title: 'Take the white space out', isSafe: false, verbs }];
}

/** Values that the code turns into text in a form that is long. */
function* dumps(pieces: readonly Piece[], item: LineItem): Iterable<Report> {
  const { id, place: call } = item.call;
  for (const piece of pieces) {
    const origin = piece.kind === 'text' || piece.kind === 'hole' ? piece.origin : undefined;
    if (origin === undefined || !isOwnDoing(item, origin.place)) continue;
    const at = origin.place.file === call.file ? origin.place : call;
    if (origin.indent !== null && origin.indent > 0)
      yield {
        ...plain(at, id),
        what: `This JSON is indented by ${origin.indent} before it is sent.`,
        costs: 'Each of its lines is paid with a line break and its indentation.',
        instead: 'Dump it without: the model reads the same data.',
        fixes: dumpFix(origin.place),
      };
    else if (origin.kind === 'base64' && piece.kind === 'hole')
      yield {
        ...plain(at, id),
        what: 'Base64 is sent as text, which no model reads as a file.',
        costs: 'A token holds fewer than two of its characters: 100 KB that are packed already take some 91,000 tokens of o200k_base.',
        instead: 'Send the file as an image or document block.',
      };
  }
}

function dumpFix(at: Place): readonly Fix[] {
  const isPython = /\.(py|ipynb)$/.test(at.file);
  return [
    {
      title: 'Dump it without indentation',
      isSafe: false,
      verbs: [
        isPython ? { verb: 'remove-field', fields: at, form: 'arguments', name: 'indent' } : { verb: 'cut-arguments', call: at, keep: 2 },
      ],
    },
  ];
}

const plain = (at: Place, call: string | null): Omit<Report, 'what' | 'costs' | 'instead'> => ({
  at,
  call,
  saving: null,
  related: [],
  fixes: [],
});
