import type { Origin, Piece, Stability } from '../call-site.ts';
import type { Value } from '../value.ts';
import { originOf } from './origin.ts';
import { lessStable, stabilityOf } from './stability.ts';
import { nameOf } from './texts.ts';

/** Text and holes of a settled value, in order. */
export function piecesOf(value: Value, isMadeAnew: (value: Value) => boolean): readonly Piece[] {
  switch (value.kind) {
    case 'text':
      // What a file says is read when the program runs: places in it belong to no unit of code.
      return value.text === ''
        ? []
        : [
            {
              kind: 'text',
              text: value.text,
              stability: value.place.unit === '' ? 'per-process' : 'constant',
              place: value.place,
              ...madeFrom(value.origin ?? null),
            },
          ];
    case 'number':
    case 'boolean':
      return [{ kind: 'text', text: String(value.value), stability: 'constant', place: value.place }];
    case 'null':
      return [];
    case 'concat':
      return value.parts.flatMap((part) => piecesOf(part, isMadeAnew));
    default:
      return [
        {
          kind: 'hole',
          name: nameOf(value) || 'text',
          why: whyOf(value),
          stability:
            value.kind === 'choice'
              ? value.options.map((option) => pieceStability(option, isMadeAnew)).reduce(lessStable, 'constant')
              : stabilityOf(value, isMadeAnew),
          place: value.place,
          maxTokens: null,
          ...madeFrom(originOf(value)),
        },
      ];
  }
}

const madeFrom = (origin: Origin | null): { readonly origin?: Origin } => (origin ? { origin } : {});

const pieceStability = (value: Value, isMadeAnew: (value: Value) => boolean): Stability =>
  value.kind === 'text' || value.kind === 'number' || value.kind === 'null' || value.kind === 'boolean'
    ? 'constant'
    : stabilityOf(value, isMadeAnew);

function whyOf(value: Value): string {
  switch (value.kind) {
    case 'hole':
      return value.why;
    case 'parameter':
      return 'given by the caller';
    case 'choice':
      return 'one of several';
    case 'response':
      return 'the model\u2019s answer';
    case 'called':
    case 'external':
    case 'member':
      return 'known only when it runs';
    default:
      return 'not plain text';
  }
}

export const stabilityOfPieces = (pieces: readonly Piece[]): Stability =>
  pieces.map((piece) => piece.stability).reduce(lessStable, 'constant');
