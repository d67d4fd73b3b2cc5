import type { TokenQuantity } from '../../quantity/quantity.ts';
import type { ImageFormula } from '../data/openai-overheads.ts';
import type { ImageSize, Piece } from '../request.ts';
import { amount, fixed } from './amounts.ts';

type Image = Extract<Piece, { kind: 'image' }>;

/** Where the request does not show the size. */
const usual: ImageSize = { width: 1_024, height: 1_024 };
const smallest: ImageSize = { width: 32, height: 32 };
const largest: ImageSize = { width: 8_192, height: 8_192 };
/** As long as tiles allow once its short side is small: more of them than a square takes. */
const longest: ImageSize = { width: 8_192, height: 3_072 };

/** The formula of a vendor, from the size if it is known, else from the span of sizes. */
export function imageTokens(size: ImageSize | null, formula: (size: ImageSize) => number): TokenQuantity {
  if (size) return fixed(formula(size));
  return amount(formula(smallest), formula(usual), Math.max(formula(largest), formula(longest)), {
    kind: 'unknown',
    note: `the request does not show the image's size: taken as ${usual.width} × ${usual.height}`,
  });
}

export function openAiImage({ size, detail }: Image, formula: ImageFormula): TokenQuantity {
  if (formula.kind === 'tiles' && detail === 'low') return fixed(formula.base);
  return imageTokens(size, (one) => (formula.kind === 'tiles' ? tiles(one, formula) : patches(one, formula)));
}

/** Squares of 28 pixels, after shrinking to the model's longest side and most tokens. */
export function claudeImage(size: ImageSize | null, { longest, most }: { readonly longest: number; readonly most: number }): TokenQuantity {
  return imageTokens(size, (one) => {
    const { width, height } = shrunk(one, longest / Math.max(one.width, one.height));
    const cells = squares(width, 28) * squares(height, 28);
    return Math.min(cells, most);
  });
}

export function geminiImage(size: ImageSize | null, tile: number): TokenQuantity {
  return imageTokens(size, ({ width, height }) =>
    width <= 384 && height <= 384 ? tile : tile * squares(width, 768) * squares(height, 768),
  );
}

function tiles(size: ImageSize, { base, tile }: Extract<ImageFormula, { kind: 'tiles' }>): number {
  const inside = shrunk(size, 2_048 / Math.max(size.width, size.height));
  const { width, height } = shrunk(inside, 768 / Math.min(inside.width, inside.height));
  return base + tile * squares(width, 512) * squares(height, 512);
}

function patches(size: ImageSize, { factor, most, longest }: Extract<ImageFormula, { kind: 'patches' }>): number {
  const inside = shrunk(size, longest / Math.max(size.width, size.height));
  const { width, height } = shrunk(inside, Math.sqrt((most * 32 * 32) / (inside.width * inside.height)));
  return Math.round(Math.min(most, squares(width, 32) * squares(height, 32)) * factor);
}

/** Images are made smaller, never larger. */
function shrunk({ width, height }: ImageSize, factor: number): ImageSize {
  const scale = Math.min(1, factor);
  return { width: width * scale, height: height * scale };
}

/** A side of a fraction more than a whole number of squares comes from dividing, not from the image. */
function squares(side: number, edge: number): number {
  return Math.ceil(side / edge - 1e-9);
}
