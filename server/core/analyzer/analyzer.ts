import type { Analyzer } from '../api.ts';
import { compareModels } from '../bill/compare-models.ts';
import type { Baseline } from '../config/baseline.ts';
import { createConfigStore } from '../config/store.ts';
import { renderEdits } from '../edits/render-edits.ts';
import { createGrammars, grammarAsset, runtimeAsset } from '../languages/grammars.ts';
import { readPromptFile } from '../languages/prompt/read.ts';
import { readRequestFile } from '../languages/request/read.ts';
import type { Language } from '../module/module.ts';
import { createProgram } from '../program/program.ts';
import { rules as allRules } from '../rules/index.ts';
import type { AnyRule } from '../rules/rule.ts';
import { declaredWords } from '../sdks/declared.ts';
import { mentionPattern } from '../sdks/mentions.ts';
import { isUsageName } from '../usage/parse-usage.ts';
import { createAssets } from './assets.ts';
import { createCounting } from './counting.ts';
import { type OpenDocument, openDocument } from './documents.ts';
import { createReports } from './reports.ts';
import { createSources } from './sources.ts';
import { createUsageFiles } from './usage.ts';

export interface AnalyzerOptions {
  /** Milliseconds since the epoch at which prices are read. */
  readonly now: number;
  readonly rules?: readonly AnyRule[];
  /** Rules in preview run too, whatever the configuration says. */
  readonly preview?: boolean;
  /** Findings that were there before, in place of those that the configuration names. */
  readonly baseline?: Baseline;
  /** Told of a file or rule that failed; everything else goes on. */
  readonly onFault?: (what: string, error: unknown) => void;
}

export function createAnalyzer({ now, rules = allRules, preview = false, baseline, onFault = () => {} }: AnalyzerOptions): Analyzer {
  const assets = createAssets();
  const sources = createSources();
  const program = createProgram();
  const paths = new Set<string>();
  const usage = createUsageFiles(program);
  const configs = createConfigStore({ preview, baseline, isMissing: (file) => paths.size > 0 && !paths.has(file) });
  const counting = createCounting({ assets, configs, usage, now });
  const reports = createReports({ program, sources, counting, assets, configs, usage, now, rules, onFault });
  const grammars = createGrammars(async (name) => assets.bytesOf(name));
  const mentions = mentionPattern();
  const { documents, scanned, texts } = sources;

  const setConfig = (file: string, text: string | null): void => {
    const before = configs.declared();
    configs.set(file, text);
    if (configs.declared() !== before) program.setDeclared(configs.declared());
  };

  const isMentioned = (text: string): boolean =>
    mentions.test(text) || declaredWords(configs.declared()).some((word) => text.includes(word));

  const link = (document: OpenDocument): void => {
    if (document.module) program.setModule(document.module);
  };

  const startParsing = (document: OpenDocument): void => {
    if (document.parse(grammars)) {
      link(document);
      return;
    }
    const asset = grammarAsset(document.language);
    assets.need(runtimeAsset);
    if (asset) assets.need(asset);
  };

  return {
    setPaths(files) {
      paths.clear();
      for (const file of files) paths.add(file);
      program.setPaths(files);
    },
    addPath(file) {
      paths.add(file);
      program.setPath(file, true);
    },
    removePath(file) {
      paths.delete(file);
      program.setPath(file, false);
    },
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
      if (!isMentioned(text) && scanned.size === 0) return false;
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
      else if (isMentioned(document.text)) startParsing(document);
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
      setConfig(file, null);
      if (usage.has(file)) usage.set(file, null);
      if (!documents.has(file)) program.removeModule(file);
    },
    setText(file, text) {
      texts.set(file, text);
      if (configs.takes(file)) setConfig(file, text);
      else if (isUsageName(file)) usage.set(file, text);
      else program.setText(file, text);
    },
    setConfig,
    configurationOf: configs.of,
    declaredWords: () => declaredWords(configs.declared()),
    setUsage: usage.set,
    needs: assets.needs,
    async provide(name, bytes) {
      assets.put(name, bytes);
      if (name === 'prices') counting.setPrices(bytes);
      if (!name.startsWith('grammars/') || !assets.has(runtimeAsset)) return;
      // Whether a document still waits for it or not: nobody brings an asset twice.
      for (const language of PARSED) if (assets.has(`grammars/${language}`)) await grammars.load(language);
      for (const document of documents.values()) if (!document.module && grammars.get(document.language)) startParsing(document);
    },
    wanted: () => [...program.wanted(), ...configs.wanted()],
    file: reports.of,
    prepare: reports.prepare,
    project: () => ({ files: [...sources.files(), ...configs.files(), ...usage.files()].map(reports.of) }),
    compareModels(item) {
      const prices = counting.prices(item.call.place.file);
      return prices && compareModels(item, { bill: counting.item, prices, now });
    },
    findingsAt: reports.findingsAt,
    locate: sources.locate,
    edits: (verbs) => renderEdits(verbs, sources.sourceOf),
    fix(finding, fix) {
      for (const report of reports.kept()) {
        const found = report.findings.find((one) => one.id === finding)?.fixes[fix];
        if (found) return renderEdits(found.verbs, sources.sourceOf);
      }
      return null;
    },
  };
}

const PARSED = ['python', 'typescript', 'tsx', 'javascript'] as const satisfies readonly Language[];
