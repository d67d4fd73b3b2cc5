import { element } from './dom.ts';

export interface LinkedPlace {
  readonly file: string;
  readonly cell: number | null;
  readonly line: number;
}

/** Names a place of the source; in the editor it opens it. */
export type PlaceLink = (place: LinkedPlace) => HTMLElement;

/** Where nothing can be opened, the place still stands there to be found. */
export const plainPlace: PlaceLink = (place) => element('code', { class: 'place' }, ...pathOf(place));

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
    ...pathOf(place),
  );

/** Where there is too little room for a path, its folders are cut, and neither the file nor the line. */
function pathOf({ file, cell, line }: LinkedPlace): readonly HTMLElement[] {
  const name = file.lastIndexOf('/') + 1;
  const at = cell === null ? `:${line}` : `, cell ${cell + 1}:${line}`;
  const folders = name === 0 ? [] : [element('span', { class: 'cut' }, file.slice(0, name))];
  return [...folders, element('span', {}, `${file.slice(name)}${at}`)];
}

export function onPlaceClick(open: (place: LinkedPlace) => void): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button.place') : null;
    const { file, line, cell } = button?.dataset ?? {};
    if (file !== undefined && line !== undefined) open({ file, line: Number(line), cell: cell === undefined ? null : Number(cell) });
  });
}
