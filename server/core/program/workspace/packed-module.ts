import type { Comment, Language, Module, Unit } from '../../module/module.ts';
import { createPacker, createUnpacker, type KnownShapes, type Unpack } from '../../module/packing.ts';
import type { Statement } from '../../module/statement.ts';
import { rememberFacts, type UnitFacts, unitFacts } from './facts.ts';
import { noteWords, rememberWords, startWords } from './words.ts';

/** A Module as text, without the name of its file: to be sent from one thread to another, or kept on a disk. */
export type PackedModule = string;

/** What questions ask for first, and the statements of the units as texts in it, each to be read by itself. */
export function packModule({ language, units, starts, hasErrors }: Module): PackedModule {
  let words = new Set<string>();
  const packer = createPacker((node, depth) => noteWords(node, words, depth));
  const packed = units.map((unit): UnitHead => {
    const { id, name, owner, length, comments, cell, statement } = unit;
    words = startWords(statement);
    const body = statement === null ? '' : packer.pack(statement);
    return {
      id,
      name,
      owner,
      length,
      comments,
      hasErrors: unit.hasErrors,
      cell,
      facts: unitFacts(unit),
      words: [...words].join(' '),
      body,
    };
  });
  const head: Head = { language, starts, hasErrors, shapes: packer.shapes, units: packed };
  return JSON.stringify(head);
}

/** Gives Modules whose units' statements are read when somebody first asks for them; most are never asked for. */
export function createModuleUnpacker(): (packed: PackedModule, file: string) => Module {
  const known: KnownShapes = new Map();
  return (packed, file) => {
    const { language, starts, hasErrors, shapes, units }: Head = JSON.parse(packed);
    const unpack = createUnpacker(shapes, known);
    const read = units.map((head) => {
      const unit = new PackedUnit(head, unpack);
      rememberFacts(unit, withShared(head.facts));
      return unit;
    });
    return { file, language, units: read, starts, hasErrors };
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
  /** Its statement, packed; empty where it has none. A text of its own, so that what was read does not stay with what was not. */
  readonly body: string;
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

  constructor({ id, name, owner, length, comments, hasErrors, cell, words, body }: UnitHead, unpack: Unpack) {
    this.id = id;
    this.name = name;
    this.owner = owner;
    this.length = length;
    this.comments = comments.length === 0 ? NONE : comments;
    this.hasErrors = hasErrors;
    this.cell = cell;
    this.#unpack = unpack;
    this.#packed = body;
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
