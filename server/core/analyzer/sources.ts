import { placeOf, type SourceFile } from '../edits/render-edits.ts';
import type { Fix } from '../edits/verbs.ts';
import type { Module, Place, Unit } from '../module/module.ts';
import type { Span } from '../text/span.ts';
import { moved, type OpenDocument } from './documents.ts';

/** The files as they are now: what an editor holds before what a scan read. */
export interface Sources {
  readonly documents: Map<string, OpenDocument>;
  readonly scanned: Map<string, Module>;
  readonly texts: Map<string, string>;
  readonly files: () => readonly string[];
  readonly moduleOf: (file: string) => Module | null;
  readonly textOf: (file: string) => string | undefined;
  /** Text and Module of one version; null where they are of two: places of a version that no longer is can't be edited. */
  readonly sourceOf: (file: string) => SourceFile | null;
  readonly unitOf: (file: string, id: string) => Unit | null;
  /** Whether every file that a fix edits is open. A file that was scanned may have no text here. */
  readonly isOpen: (fix: Fix) => boolean;
  /** Absolute span of a place in the current text. */
  readonly locate: (place: Place) => Span | null;
}

export function createSources(): Sources {
  const documents = new Map<string, OpenDocument>();
  const scanned = new Map<string, Module>();
  const texts = new Map<string, string>();
  const moduleOf = (file: string): Module | null => documents.get(file)?.module ?? scanned.get(file) ?? null;
  const textOf = (file: string): string | undefined => documents.get(file)?.text ?? texts.get(file);

  return {
    documents,
    scanned,
    texts,
    files: () => [...new Set([...documents.keys(), ...scanned.keys()])].sort(),
    moduleOf,
    textOf,
    sourceOf(file) {
      const document = documents.get(file);
      if (document?.language === 'prompt') return { text: document.text, module: promptModule(file) };
      const module = moduleOf(file);
      const text = textOf(file);
      return module && text !== undefined && (documents.get(file)?.since.length ?? 0) === 0 ? { text, module } : null;
    },
    unitOf(file, id) {
      const module = moduleOf(file);
      return module === null ? null : (placesOf(module).get(id)?.unit ?? null);
    },
    isOpen: (fix) => fix.verbs.every((verb) => documents.has(placeOf(verb).file)),
    locate(place) {
      const document = documents.get(place.file);
      const module = moduleOf(place.file);
      if (!module || place.unit === '') return place.span;
      const start = startOf(module, place.unit);
      if (start === null) return null;
      const since = document?.module === module ? document.since : [];
      return { start: moved(start + place.span.start, since), end: moved(start + place.span.end, since) };
    },
  };
}

/** A prompt file has no units: its places are places in its text. */
const promptModule = (file: string): Module => ({ file, language: 'prompt', units: [], starts: [], hasErrors: false });

interface UnitPlace {
  readonly unit: Unit;
  readonly start: number;
}

const places = new WeakMap<Module, ReadonlyMap<string, UnitPlace>>();

/** Where units stand now. Kept by the module itself, which never changes. */
function placesOf(module: Module): ReadonlyMap<string, UnitPlace> {
  let known = places.get(module);
  if (!known) {
    known = new Map(module.units.map((unit, at) => [unit.id, { unit, start: module.starts[at] ?? 0 }]));
    places.set(module, known);
  }
  return known;
}

const startOf = (module: Module, unit: string): number | null => placesOf(module).get(unit)?.start ?? null;
