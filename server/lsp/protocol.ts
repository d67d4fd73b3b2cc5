// What the client and the server say to each other beyond the language server protocol. Types and names only, so that the
// client stays small: the server checks what it receives, with its own schemas.

import type { BillChanges } from '../reports/bill-changes.ts';

/** A place in a document, as the protocol counts: zero-based line, UTF-16 column. */
export interface PlaceParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

export interface RuleParams {
  readonly code: string;
}

export interface MarkdownReply {
  readonly markdown: string;
}

export interface RuleSummary {
  readonly code: string;
  readonly name: string;
  readonly summary: string;
}

/** `idle`: no LLM use was found, so nothing is loaded. */
export interface StatusParams {
  readonly state: 'idle' | 'scanning' | 'ready' | 'fault';
  /** Files that name an SDK or are prompts. */
  readonly files: number;
  readonly calls: number;
  readonly findings: number;
  /** Files, rules or assets that failed; the log has the details. */
  readonly faults: readonly string[];
  /** The workspace is being read: the numbers may grow. */
  readonly isScanning: boolean;
  /** Names of the grammars and rank tables in memory. */
  readonly assets: readonly string[];
  readonly priceDate?: string;
  readonly message?: string;
  readonly processId?: number;
}

/** What the calls of one file cost, in few words; null where the file says nothing. */
export interface FileSummary {
  readonly calls: number;
  readonly findings: number;
  /** From the cheapest to the dearest call: `$0.002–0.02`; null where no call has a price. */
  readonly cost: string | null;
  /** One line a call, in Markdown that runs nothing. */
  readonly lines: readonly string[];
  readonly priceDate: string | null;
}

/** Asks for the bills; of those that were sent with the number `known` only what is new since is sent. */
export interface BillParams {
  readonly known: number | null;
}

/** The bill of each root that an editor shows. */
export interface BillReply {
  /** Stands for what the asker has once this has arrived. */
  readonly number: number;
  readonly bills: readonly SentFolderBill[];
}

export interface SentFolderBill {
  readonly name: string;
  readonly folder: string | null;
  readonly bill: BillChanges;
}

/** A place of the bill: files are named as the bill of that folder names them, lines count from 1. */
export interface BillPlaceParams {
  readonly folder: string | null;
  readonly file: string;
}

/** A price list that a user chose: a catalogue's data as JSON, the script that its package ships, or a list as we ship it. */
export interface ReadPricesParams {
  readonly text: string;
  /** Of the package; null for a file. */
  readonly version: string | null;
}

/** `prices` is what the server is to be started with; where there is none, the list was not taken and `says` tells why. */
export interface ReadPricesReply {
  readonly prices: string | null;
  readonly says: string;
}

export interface ExportParams {
  readonly folder: string | null;
  readonly format: 'csv' | 'focus' | 'json' | 'markdown' | 'html';
  /** What the page is made of, for `html`. */
  readonly page?: { readonly script: string; readonly style: string };
}

export interface TextReply {
  readonly text: string | null;
}

/** The bill of a folder against that of a commit, of the files as they are saved. */
export interface CompareBaseParams {
  readonly folder: string;
  readonly base: string;
}

export interface ImportUsageParams {
  readonly folder: string;
  /** Addresses of the logs. */
  readonly files: readonly string[];
  /** The field of a log that says whether an answer was of use; empty where none does. */
  readonly useful: string;
}

/** What a vendor would be sent to count; `says` tells what is left out and what we counted, or why nothing can be counted. */
export interface CountBodyReply {
  readonly count: { readonly vendor: 'anthropic' | 'google' | 'openai'; readonly model: string; readonly body: unknown } | null;
  readonly says: string;
}

/** What the host knows before the first document: where the grammars and rank tables lie. */
export interface InitializationOptions {
  readonly assets: string;
  /** A price list in place of the one that ships: what `readPrices` answered. */
  readonly prices?: string;
  /** Links in our Markdown may run our own commands. */
  readonly commandLinks?: boolean;
  /** The client wants to be told when what it shows may be another. */
  readonly follows?: boolean;
}

export const billRequest = 'lineitem/bill';
export const compareRequest = 'lineitem/compareModels';
export const countBodyRequest = 'lineitem/countBody';
export const explainRequest = 'lineitem/explain';
export const ruleRequest = 'lineitem/rule';
export const rulesRequest = 'lineitem/rules';
export const billDocumentRequest = 'lineitem/billDocument';
/** The address of a file that a bill names; null where there is none. */
export const billPlaceRequest = 'lineitem/billPlace';
/** Both are answered where there is a disk only. */
export const compareBaseRequest = 'lineitem/compareBase';
export const importUsageRequest = 'lineitem/importUsage';
export const exportRequest = 'lineitem/exportBill';
export const readPricesRequest = 'lineitem/readPrices';
export const fileSummaryRequest = 'lineitem/fileSummary';
/** Sent, without parameters, soon after an edit and again when its findings are known. */
export const changedNotification = 'lineitem/changed';
export const statusNotification = 'lineitem/status';
