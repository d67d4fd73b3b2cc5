import { Language as Grammar, Parser } from 'web-tree-sitter';
import type { Language } from '../module/module.ts';
import type { Heap, TreeReader } from './tree-node.ts';
import { createTreeReader } from './tree-reader.ts';

/** A grammar that is ready: from here on parsing and reading are synchronous. */
export interface LoadedGrammar {
  readonly parser: Parser;
  readonly reader: TreeReader;
}

export interface Grammars {
  /** Loads what a language needs to be parsed; loading it again costs nothing. Prompts and requests need nothing. */
  load(language: Language): Promise<void>;
  get(language: Language): LoadedGrammar | null;
}

/** Bytes of an asset by its name: `grammars/runtime`, `grammars/python`. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

export function createGrammars(read: ReadAsset): Grammars {
  const loading = new Map<Language, Promise<void>>();
  const loaded = new Map<Language, LoadedGrammar>();

  const loadOnce = async (language: Language, asset: string): Promise<void> => {
    const heap = await startRuntime(read);
    loaded.set(language, await loadGrammar(await read(asset), heap));
  };

  return {
    load(language) {
      const asset = grammarAsset(language);
      if (asset === null) return Promise.resolve();
      const known = loading.get(language);
      if (known !== undefined) return known;
      const started = loadOnce(language, asset);
      loading.set(language, started);
      started.catch(() => loading.delete(language));
      return started;
    },
    get: (language) => loaded.get(language) ?? null,
  };
}

/** The asset that holds the grammar of a language, or null where none is needed. */
export function grammarAsset(language: Language): string | null {
  return language === 'prompt' || language === 'request' ? null : `grammars/${language}`;
}

export const runtimeAsset = 'grammars/runtime';

/**
 * The library keeps one WebAssembly instance a realm and gives its memory only to whoever started it, so that one
 * start has to be remembered here, beside it.
 */
let runtime: Promise<() => Heap> | null = null;

function startRuntime(read: ReadAsset): Promise<() => Heap> {
  runtime ??= instantiate(read).catch((error: unknown) => {
    runtime = null;
    throw error;
  });
  return runtime;
}

async function instantiate(read: ReadAsset): Promise<() => Heap> {
  // `locateFile` keeps the library from asking where it was loaded from, which a bundle can't tell.
  const instance: RuntimeModule = { wasmBinary: await read(runtimeAsset), locateFile: (name) => name };
  await Parser.init(instance);
  return () => {
    const { HEAPU8: bytes, HEAPU16: halves, HEAPU32: words } = instance;
    if (!bytes || !halves || !words) throw new Error('The parser does not show its memory.');
    return { bytes, halves, words };
  };
}

/** What the library reads from the object it is started with, and writes into it. The views change when memory grows. */
interface RuntimeModule {
  readonly wasmBinary: Uint8Array;
  readonly locateFile: (name: string) => string;
  readonly HEAPU8?: Uint8Array;
  readonly HEAPU16?: Uint16Array;
  readonly HEAPU32?: Uint32Array;
}

async function loadGrammar(bytes: Uint8Array, heap: () => Heap): Promise<LoadedGrammar> {
  const grammar = await Grammar.load(bytes);
  const parser = new Parser();
  parser.setLanguage(grammar);
  return { parser, reader: createTreeReader(grammar, parser, heap) };
}
