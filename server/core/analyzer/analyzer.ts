import type { Analyzer, AssetName, FileReport, Problem, PromptCount } from '../api.ts';
import { type Biller, createBiller } from '../bill/biller.ts';
import type { LineItem } from '../bill/line-item.ts';
import { requestCall } from '../bill/request-item.ts';
import { placeOf, renderEdits, type SourceFile } from '../edits/render-edits.ts';
import type { Fix } from '../edits/verbs.ts';
import { createGrammars, grammarAsset, runtimeAsset } from '../languages/grammars.ts';
import { readPromptFile } from '../languages/prompt/read.ts';
import { readRequestFile } from '../languages/request/read.ts';
import type { Language, Module } from '../module/module.ts';
import { loadPriceBook } from '../prices/price-book.ts';
import type { PriceBook } from '../prices/types.ts';
import type { CallSite, FileProgram, PromptText } from '../program/call-site.ts';
import { createProgram } from '../program/program.ts';
import { rules as allRules } from '../rules/index.ts';
import type { AnyRule, Finding, RuleContext } from '../rules/rule.ts';
import { checkRules, createRuleMemory } from '../rules/run.ts';
import { suppress } from '../rules/suppressions.ts';
import { mentionPattern } from '../sdks/mentions.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import { createTokenizer, isNeeds, type RankAsset } from '../tokens/tokenizer.ts';
import { countPieces, createCountCall } from './count.ts';
import { moved, type OpenDocument, openDocument } from './documents.ts';
import { asModel, runCostOf } from './other-bills.ts';
import { promptTextsOf } from './prompts.ts';

export interface AnalyzerOptions {
  /** Milliseconds since the epoch at which prices are read. */
  readonly now: number;
  /** Without it, every rule that is no preview. */
  readonly rules?: readonly AnyRule[];
  /** What a call or a run of an entry point, by id, may cost at most, where somebody declared it. */
  readonly budgets?: RuleContext['budgets'];
  /** Told of a file or rule that failed; everything else goes on. */
  readonly onFault?: (what: string, error: unknown) => void;
}

const settledRules: readonly AnyRule[] = allRules.filter((rule) => !rule.isPreview);

export function createAnalyzer({ now, rules = settledRules, budgets = () => [], onFault = () => {} }: AnalyzerOptions): Analyzer {
  const assets = new Map<AssetName, Uint8Array>();
  const needed = new Set<AssetName>();
  const documents = new Map<string, OpenDocument>();
  const scanned = new Map<string, Module>();
  const texts = new Map<string, string>();
  const reports = new Map<string, KeptReport>();
  const items = new WeakMap<CallSite, LineItem>();
  const prompts = new WeakMap<PromptText, PromptCount>();
  const memory = createRuleMemory();
  const program = createProgram();
  const tokenizer = createTokenizer({ assets: { get: (name) => assets.get(name) } });
  const grammars = createGrammars(async (name) => bytesOf(name));
  const mentions = mentionPattern();
  let prices: PriceBook | null = null;
  let biller: Biller | null = null;
  /** Grows with each asset that arrives: what was pending is asked again. */
  let generation = 0;

  const bytesOf = (name: string): Uint8Array => {
    for (const [known, bytes] of assets) if (known === name) return bytes;
    throw new Error(`The asset ${name} is not there.`);
  };
  const need = (name: string): void => {
    if (isAssetName(name) && !assets.has(name)) needed.add(name);
  };

  const moduleOf = (file: string): Module | null => documents.get(file)?.module ?? scanned.get(file) ?? null;

  /** Places of a version that no longer is can't be edited. */
  const sourceOf = (file: string): SourceFile | null => {
    const module = moduleOf(file);
    const document = documents.get(file);
    const text = document?.text ?? texts.get(file);
    return module && text !== undefined && (document?.since.length ?? 0) === 0 ? { text, module } : null;
  };

  const fixIsOpen = (fix: Fix): boolean => fix.verbs.every((verb) => documents.has(placeOf(verb).file));

  const link = (document: OpenDocument): void => {
    if (document.module) program.setModule(document.module);
  };

  const startParsing = (document: OpenDocument): void => {
    if (document.parse(grammars)) {
      link(document);
      return;
    }
    const asset = grammarAsset(document.language);
    need(runtimeAsset);
    if (asset) need(asset);
  };

  const item = (call: CallSite): LineItem | null => {
    const known = items.get(call);
    if (known) return known;
    if (!biller) {
      need('prices');
      return null;
    }
    const made = biller.item(call);
    if (made.pending.length === 0) items.set(call, made);
    for (const asset of made.pending) need(asset);
    return made;
  };

  const promptCount = (prompt: PromptText): PromptCount => {
    const known = prompts.get(prompt);
    if (known) return known;
    let isPending = false;
    const tokens = countPieces(tokenizer, prompt.pieces, prompt.model, (asset) => {
      isPending = true;
      need(asset);
    });
    const made = { prompt, tokens };
    if (!isPending) prompts.set(prompt, made);
    return made;
  };

  const textTokens: RuleContext['textTokens'] = (text, model) => {
    const count = tokenizer.countText(text, model);
    if (!isNeeds(count)) return count;
    need(count.needs);
    return null;
  };

  const fileOfCall = (id: string): string => id.slice(0, id.lastIndexOf('#'));
  const fileOfLoop = (id: string): string => fileOfCall(id.replace(/^loop:/, ''));

  const context = (book: PriceBook): RuleContext => ({
    prices: book,
    item: (id) => {
      const call = program.file(fileOfCall(id)).calls.find((one) => one.id === id);
      return call ? item(call) : null;
    },
    loop: (id) => program.file(fileOfLoop(id)).loops.find((one) => one.id === id) ?? null,
    runOf: (id) => program.file(fileOfCall(id)).loops.find((one) => one.kind === 'agent-run' && one.calls.includes(id)) ?? null,
    // A file that was scanned and not opened has no text here: its fixes are offered, and tried when they are asked for.
    applies: (fix) => !fixIsOpen(fix) || renderEdits(fix.verbs, sourceOf) !== null,
    entryPoints: (id) => program.file(fileOfCall(id)).entryPoints.filter((one) => one.calls.includes(id)),
    tokens: (text, of) =>
      countPieces(tokenizer, [{ kind: 'text', text, stability: 'constant', place: of.call.place }], of.call.request.model.id, need),
    textTokens,
    asModel: (of, id) => asModel(of, id, biller, need),
    runCost: (entryPoint) => runCostOf(entryPoint, context(book)),
    budgets,
    now,
  });

  const findingsOf = (found: FileProgram, lines: readonly LineItem[], counted: readonly PromptCount[]): readonly Finding[] => {
    if (!prices) return [];
    const module = moduleOf(found.file);
    const text = documents.get(found.file)?.text ?? texts.get(found.file) ?? '';
    const context_ = context(prices);
    const { findings, crashes } = checkRules(
      rules,
      { call: lines, loop: found.loops, prompt: counted.map((one) => one.prompt), 'entry-point': found.entryPoints },
      context_,
      memory,
    );
    for (const crash of crashes) onFault(`rule ${crash.rule} on ${crash.subject}`, crash.error);
    if (!module) return findings;
    const { kept, suppressions } = suppress(
      findings,
      [{ text, module }],
      (id) => found.calls.find((call) => call.id === id)?.whole ?? null,
    );
    // Until every count is there, a comment may only look as if it ignored nothing.
    if (lines.some((line) => line.pending.length > 0)) return kept;
    const unused = checkRules(rules, { suppression: suppressions }, context_, memory);
    return [...kept, ...unused.findings];
  };

  const codeReport = (file: string): FileReport => {
    const found = program.file(file);
    const kept = reports.get(file);
    const module = moduleOf(file);
    if (
      kept?.found === found &&
      kept.generation === generation &&
      (kept.module === module || (!hasComments(module) && !hasComments(kept.module)))
    )
      return kept.report;
    const lines = found.calls.flatMap((call) => (call.operation === 'generate' ? (item(call) ?? []) : []));
    const counted = found.prompts.map(promptCount);
    const report: FileReport = {
      file,
      items: lines,
      loops: found.loops,
      entryPoints: found.entryPoints,
      prompts: counted,
      findings: findingsOf(found, lines, counted),
      problems: [],
    };
    reports.set(file, { report, found, generation, module });
    return report;
  };

  const promptFindings = (file: string, counted: readonly PromptCount[]): readonly Finding[] => {
    if (!prices) {
      if (counted.length > 0) need('prices');
      return [];
    }
    const { findings, crashes } = checkRules(rules, { prompt: counted.map((one) => one.prompt) }, context(prices), memory);
    for (const crash of crashes) onFault(`rule ${crash.rule} on ${crash.subject} of ${file}`, crash.error);
    return findings;
  };

  const promptReport = (document: OpenDocument): FileReport => {
    const prompt = readPromptFile({ file: document.file, text: document.text });
    const counted = (prompt ? promptTextsOf(prompt) : []).map(promptCount);
    const problems = (prompt?.problems ?? []).map(
      (one): Problem => ({ at: { file: document.file, unit: '', span: one.span }, message: one.message }),
    );
    return { ...nothing(document.file), prompts: counted, findings: promptFindings(document.file, counted), problems };
  };

  const requestReport = (document: OpenDocument): FileReport => {
    const { file } = document;
    const found = readRequestFile({ file, text: document.text });
    if (!biller) need('prices');
    const lines = (found?.entries ?? []).flatMap((entry): LineItem[] => {
      const saved = requestCall(entry, { file, at: { file, unit: '', span: entry.span } });
      const made = saved && biller ? biller.request(saved) : null;
      for (const asset of made?.pending ?? []) need(asset);
      return made ? [made] : [];
    });
    return {
      ...nothing(file),
      items: lines,
      problems: (found?.problems ?? []).map((one) => ({ at: { file, unit: '', span: one.span }, message: one.message })),
    };
  };

  const report = (file: string): FileReport => {
    try {
      const document = documents.get(file);
      if (document?.language === 'prompt') return promptReport(document);
      if (document?.language === 'request') return requestReport(document);
      // Asking the program about a file that was never parsed would have it wanted, and so parsed.
      if (moduleOf(file) === null) return nothing(file);
      return codeReport(file);
    } catch (error) {
      onFault(file, error);
      return reports.get(file)?.report ?? nothing(file);
    }
  };

  return {
    setPaths: program.setPaths,
    addPath: (file) => program.setPath(file, true),
    removePath: (file) => program.setPath(file, false),
    open(file, language, text) {
      documents.get(file)?.close();
      const document = openDocument(file, language, text);
      documents.set(file, document);
      program.setPath(file, true);
      // Code that reads the file sends what the editor shows.
      if (language === 'prompt') program.setText(file, text);
      if (language === 'prompt') return readPromptFile({ file, text }) !== null;
      if (language === 'request') return readRequestFile({ file, text }) !== null;
      // A file that names no SDK matters only where other files of the program may be reached from it.
      if (!mentions.test(text) && scanned.size === 0) return false;
      startParsing(document);
      return true;
    },
    change(file, changes) {
      const document = documents.get(file);
      if (!document) return;
      document.change(changes);
      if (document.language === 'prompt') program.setText(file, document.text);
      if (document.language === 'prompt' || document.language === 'request') return;
      if (document.module) link(document);
      else if (mentions.test(document.text)) startParsing(document);
    },
    close(file) {
      documents.get(file)?.close();
      documents.delete(file);
      const module = scanned.get(file);
      if (module) program.setModule(module);
      else program.removeModule(file);
    },
    setModule(module) {
      scanned.set(module.file, module);
      if (!documents.get(module.file)?.module) program.setModule(module);
    },
    removeModule(file) {
      scanned.delete(file);
      texts.delete(file);
      if (!documents.has(file)) program.removeModule(file);
    },
    setText(file, text) {
      texts.set(file, text);
      program.setText(file, text);
    },
    needs: () => [...needed],
    async provide(name, bytes) {
      assets.set(name, bytes);
      needed.delete(name);
      generation++;
      if (name === 'prices') {
        const loaded = loadPriceBook(JSON.parse(decodeUtf8(bytes)));
        if (!loaded.ok) throw new Error(`The price book is not what it should be: ${loaded.problems[0] ?? 'unknown'}`);
        prices = loaded.book;
        biller = createBiller({ count: createCountCall(tokenizer), prices, now });
      }
      if (!name.startsWith('grammars/') || !assets.has(runtimeAsset)) return;
      // Whether a document still waits for it or not: nobody brings an asset twice.
      for (const language of PARSED) if (assets.has(`grammars/${language}`)) await grammars.load(language);
      for (const document of documents.values()) if (!document.module && grammars.get(document.language)) startParsing(document);
    },
    wanted: program.wanted,
    file: report,
    project() {
      const files = new Set([...documents.keys(), ...scanned.keys()]);
      return { files: [...files].sort().map(report) };
    },
    locate(place) {
      const document = documents.get(place.file);
      const module = moduleOf(place.file);
      if (!module || place.unit === '') return place.span;
      const start = startOf(module, place.unit);
      if (start === null) return null;
      const since = document?.module === module ? document.since : [];
      return { start: moved(start + place.span.start, since), end: moved(start + place.span.end, since) };
    },
    fix(finding, fix) {
      for (const { report: kept } of reports.values()) {
        const found = kept.findings.find((one) => one.id === finding)?.fixes[fix];
        if (!found) continue;
        return renderEdits(found.verbs, sourceOf);
      }
      return null;
    },
  };
}

interface KeptReport {
  readonly report: FileReport;
  readonly found: FileProgram;
  readonly generation: number;
  readonly module: Module | null;
}

const nothing = (file: string): FileReport => ({ file, items: [], loops: [], entryPoints: [], prompts: [], findings: [], problems: [] });

/** Comments that speak to us move with edits; a file without them needs no second look. */
const hasComments = (module: Module | null): boolean => module?.units.some((unit) => unit.comments.length > 0) === true;

const starts = new WeakMap<Module, ReadonlyMap<string, number>>();

/** Where a unit stands now. Kept by the module itself, which never changes. */
function startOf(module: Module, unit: string): number | null {
  let known = starts.get(module);
  if (!known) {
    known = new Map(module.units.map((one, at) => [one.id, module.starts[at] ?? 0]));
    starts.set(module, known);
  }
  return known.get(unit) ?? null;
}

const PARSED = ['python', 'typescript', 'tsx', 'javascript'] as const satisfies readonly Language[];

const ASSETS: Readonly<Record<AssetName, true>> = {
  'grammars/runtime': true,
  'grammars/python': true,
  'grammars/typescript': true,
  'grammars/tsx': true,
  'grammars/javascript': true,
  'ranks/o200k_base': true,
  'ranks/cl100k_base': true,
  prices: true,
} satisfies Record<RankAsset | AssetName, true>;
const isAssetName = (name: string): name is AssetName => Object.hasOwn(ASSETS, name);
