import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import type { Priced } from '../prices/types.ts';
import type { Piece } from '../program/call-site.ts';
import { openAiImage } from '../tokens/counters/images.ts';
import { type ImageFormula, openAiOverheads } from '../tokens/data/openai-overheads.ts';
import { costOf, modelOf, pricesFor } from './facts/pricing.ts';
import { isReported } from './facts/repetition.ts';
import { count, usd } from './facts/wording.ts';
import { defineRule, type Report } from './rule.ts';

export const oversizedImage = defineRule({
  code: 'LI109',
  name: 'oversized-image',
  family: 'input',
  severity: 'info',
  on: 'call',
  summary: 'An image is sent at a detail that makes it dear',
  isPreview: false,

  *check(item, context) {
    const { request } = item.call;
    if (!isReported(item) || request.provider !== 'openai' || !request.wire.startsWith('openai.')) return;
    const model = modelOf(item, context);
    const formula = openAiOverheads.find(({ pattern }) => pattern.test(request.model.id ?? ''))?.images;
    if (model === null || formula === undefined) return;
    const images = request.parts.flatMap((part) => part.pieces.flatMap((piece) => (piece.kind === 'image' ? [piece] : [])));
    const dear = images.find((image) => isDear(image, formula));
    if (dear !== undefined) yield report(item, dear, formula, model);
  },
});

type Image = Extract<Piece, { kind: 'image' | 'file' | 'audio' }>;

/** A tile of so many tokens costs more than on the larger models of the same vendor. */
const dearTile = 1000;
const manyPatches = 5000;

function isDear({ detail }: Image, formula: ImageFormula): boolean {
  if (formula.kind === 'patches') return detail?.value === 'original' && formula.most >= manyPatches;
  if (detail !== undefined && detail.value !== 'auto') return detail.value === 'high' || detail.value === 'original';
  return formula.tile >= dearTile;
}

function report(item: LineItem, image: Image, formula: ImageFormula, model: Priced): Report {
  const { place } = item.call;
  const price = pricesFor(item, model).input;
  const { likely, ceiling } = openAiImage({ kind: 'image', size: null, detail: 'high' }, formula);
  const most = ceiling ?? likely ?? 0;
  const low = formula.kind === 'tiles' ? `; at detail low it takes ${count(formula.base)}` : '';
  const own = image.detail !== undefined && image.detail.place.file === place.file ? image.detail.place : null;
  return {
    at: own ?? (image.place.file === place.file ? image.place : place),
    what: `${model.title} takes ${count(likely ?? most)} tokens for an image of 1,024 × 1,024 ${own === null ? 'where no detail is set' : `at detail ${image.detail?.value ?? ''}`}, and up to ${count(most)} for another${low}.`,
    costs: `An image costs ${usd(costOf(likely ?? most, price))} to ${usd(costOf(most, price))} a call.`,
    instead: 'Where no small print matters, ask for less detail or make the image smaller before it is sent.',
    call: item.call.id,
    saving: null,
    related: own === null ? [] : [{ at: place, note: 'This call sends it.' }],
    fixes: own === null || formula.kind === 'patches' ? [] : lowFix(own),
  };
}

/** Offered: the model sees less. */
const lowFix = (at: Report['at']): readonly Fix[] => [
  { title: 'Send it at detail low', isSafe: false, verbs: [{ verb: 'replace', at, value: 'low' }] },
];
