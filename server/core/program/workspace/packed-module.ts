import type { Comment, Language, Module, Unit } from '../../module/module.ts';
import { createPacker, createUnpacker, type Unpack } from '../../module/packing.ts';
import type { Statement } from '../../module/statement.ts';
import { rememberFacts, type UnitFacts, unitFacts } from './facts.ts';
import { noteWords, rememberWords, startWords } from './words.ts';

/** A Module as text, without the name of its file: to be sent from one thread to another, or kept on a disk. */
export type PackedModule = string;

/** The first line tells what questions ask for first; the statements of the units follow, each by itself. */
export function packModule({ language, units, starts, hasErrors }: Module): PackedModule {
  let words = new Set<string>();
  const packer = createPacker((node, depth) => noteWords(node, words, depth));
  const packed = units.map(({ statement }) => {
    words = startWords(statement);
    const body = statement === null ? '' : packer.pack(statement);
    return { body, words: [...words].join(' ') };
  });
  const head: Head = {
    language,
    starts,
    hasErrors,
    shapes: packer.shapes,
    units: units.map((unit, at) => ({
      id: unit.id,
      name: unit.name,
      owner: unit.owner,
      length: unit.length,
      comments: unit.comments,
      hasErrors: unit.hasErrors,
      cell: unit.cell,
      facts: unitFacts(unit),
      words: packed[at]?.words ?? '',
      body: packed[at]?.body.length ?? 0,
    })),
  };
  return `${JSON.stringify(head)}\n${packed.map(({ body }) => body).join('')}`;
}

/** The statement of a unit is read when somebody first asks for it; most are never asked for. */
export function unpackModule(packed: PackedModule, file: string): Module {
  const end = packed.indexOf('\n');
  const { language, starts, hasErrors, shapes, units }: Head = JSON.parse(packed.slice(0, end));
  const unpack = createUnpacker(shapes);
  let at = end + 1;
  return {
    file,
    language,
    units: units.map((head) => {
      const unit = new PackedUnit(head, unpack, packed.slice(at, at + head.body));
      at += head.body;
      rememberFacts(unit, withShared(head.facts));
      return unit;
    }),
    starts,
    hasErrors,
  };
}

interface Head {
  readonly language: Language;
  readonly starts: readonly number[];
  readonly hasErrors: boolean;
  readonly shapes: readonly string[];
  readonly units: readonly UnitHead[];
}

interface UnitHead extends Omit<Unit, 'statement'> {
  readonly facts: UnitFacts;
  readonly words: string;
  /** Characters of its statement; 0 where it has none. */
  readonly body: number;
}

/** It says whatever the unit that was packed says. */
export class PackedUnit implements Unit {
  readonly id: string;
  readonly name: string | null;
  readonly owner: string | null;
  readonly length: number;
  readonly comments: readonly Comment[];
  readonly hasErrors: boolean;
  readonly cell: number | null;
  readonly #unpack: Unpack;
  #packed: string;
  #statement: Statement | null = null;

  constructor({ id, name, owner, length, comments, hasErrors, cell, words }: UnitHead, unpack: Unpack, packed: string) {
    this.id = id;
    this.name = name;
    this.owner = owner;
    this.length = length;
    this.comments = comments.length === 0 ? NONE : comments;
    this.hasErrors = hasErrors;
    this.cell = cell;
    this.#unpack = unpack;
    this.#packed = packed;
    rememberWords(this, words);
  }

  get statement(): Statement | null {
    if (this.#packed !== '') {
      // What `packModule` wrote: nothing else makes this text.
      this.#statement = this.#unpack(this.#packed) as Statement;
      this.#packed = '';
    }
    return this.#statement;
  }
}

const NONE: readonly never[] = [];

/** Most of its lists are empty: one empty list stands for all of them. */
const withShared = ({ declares, mutates, writes, grows, keeps, importsEverythingFrom, ...others }: UnitFacts): UnitFacts => ({
  ...others,
  declares: shared(declares),
  mutates: shared(mutates),
  writes: shared(writes),
  grows: shared(grows),
  keeps: shared(keeps),
  importsEverythingFrom: shared(importsEverythingFrom),
});

const shared = (names: readonly string[]): readonly string[] => (names.length === 0 ? NONE : names);
