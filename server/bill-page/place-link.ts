import { element } from './dom.ts';

export interface LinkedPlace {
  readonly file: string;
  readonly cell: number | null;
  readonly line: number;
}

/** Names a place of the source; in the editor it opens it. */
export type PlaceLink = (place: LinkedPlace) => HTMLElement;

export const textOf = ({ file, cell, line }: LinkedPlace): string =>
  cell === null ? `${file}:${line}` : `${file}, cell ${cell + 1}:${line}`;

/** Where nothing can be opened, the place still stands there to be found. */
export const plainPlace: PlaceLink = (place) => element('code', { class: 'place' }, textOf(place));

/** The button carries its place, so that one listener serves all of them, those of later rows too. */
export const placeButton: PlaceLink = (place) =>
  element(
    'button',
    {
      type: 'button',
      class: 'place',
      'data-file': place.file,
      'data-line': place.line,
      ...(place.cell === null ? {} : { 'data-cell': place.cell }),
    },
    textOf(place),
  );

export function onPlaceClick(open: (place: LinkedPlace) => void): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button.place') : null;
    const { file, line, cell } = button?.dataset ?? {};
    if (file !== undefined && line !== undefined) open({ file, line: Number(line), cell: cell === undefined ? null : Number(cell) });
  });
}
