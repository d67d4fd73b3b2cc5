import type { Language, Module, Place } from '../module/module.ts';
import { overlaps, type Span, shift } from '../text/span.ts';
import { argumentsOf, entriesOf, type FieldList, setField } from './fields.ts';
import { findCall, findLoop, findRecord, findUnit } from './find-node.ts';
import { edit, type FixEdit, insertion } from './fragment.ts';
import { importName } from './import-name.ts';
import { insertStatement } from './insert-statement.ts';
import { columnOf, indentationAt, indentationStep, lineEnd, lineEndingOf, lineStart, sliceOf } from './layout.ts';
import { moveToBlock } from './move-to-block.ts';
import { moveToEnd } from './move-to-end.ts';
import { pythonSyntax } from './python/syntax.ts';
import { quoteOf } from './quotes.ts';
import { removal } from './removal.ts';
import { renderTree, type TreeStyle } from './source-tree.ts';
import type { EditSyntax } from './syntax.ts';
import { cutArguments, replaceText } from './text-verbs.ts';
import { typescriptSyntax } from './typescript/syntax.ts';
import type { EditVerb } from './verbs.ts';

export interface SourceFile {
  readonly text: string;
  readonly module: Module;
}

export type SourceLookup = (file: string) => SourceFile | null;

/**
 * The text edits of a fix, by file, against the texts as they are now. All or nothing: null where one verb no longer
 * applies (its place is gone, or its file is of a kind that we don't write).
 */
export function renderEdits(verbs: readonly EditVerb[], sources: SourceLookup): ReadonlyMap<string, readonly FixEdit[]> | null {
  const byFile = new Map<string, FixEdit[]>();
  for (const verb of verbs) {
    const place = placeOf(verb);
    const target = targetAt(place, sources);
    const edits = target === null ? renderInPrompt(verb, sources) : render(verb, target, sources);
    if (edits === null) return null;
    const list = byFile.get(place.file) ?? [];
    for (const one of edits) if (list.some((other) => overlaps(other.span, one.span))) return null;
    byFile.set(place.file, [...list, ...edits]);
  }
  for (const [file, edits] of byFile) if (edits.length === 0) byFile.delete(file);
  return byFile;
}

/** A prompt file is one text, and all that can be edited in it is that text. */
function renderInPrompt(verb: EditVerb, sources: SourceLookup): readonly FixEdit[] | null {
  const source = verb.verb === 'replace-text' ? sources(verb.at.file) : null;
  if (verb.verb !== 'replace-text' || source?.module.language !== 'prompt') return null;
  const found = replaceText(source.text, verb.at.span, verb.find, verb.text);
  return found === null ? null : [found];
}

interface Target {
  readonly source: SourceFile;
  readonly syntax: EditSyntax;
  readonly unit: Module['units'][number];
  /** Absolute offset of the unit. */
  readonly offset: number;
}

function render(verb: EditVerb, target: Target, sources: SourceLookup): readonly FixEdit[] | null {
  const { source, syntax, unit, offset } = target;
  const { text } = source;
  switch (verb.verb) {
    case 'set-field':
      return renderField(verb, target, sources);
    case 'remove-field': {
      const field = fieldsAt(verb.fields.span, verb.form, target)?.fields.find((one) => one.name === verb.name);
      return field === undefined ? null : [removal(text, field.span)];
    }
    case 'rename-field':
      return renameField(verb, target);
    case 'replace': {
      const span = shift(verb.at.span, offset);
      const style = styleOf(target, sources, indentationAt(text, span.start), lineWidth - columnOf(text, span.start), sliceOf(text, span));
      const value = renderTree(verb.value, style);
      return value === null ? null : value.text === sliceOf(text, span) ? [] : [edit(span, value)];
    }
    case 'bound-loop': {
      const loop = findLoop(unit, verb.loop.span);
      return loop === null ? null : syntax.boundLoop({ text, loop, offset, limit: verb.limit, scope: scopeOf(target) });
    }
    case 'remove':
      return [removal(text, shift(verb.at.span, offset))];
    case 'move-to-end':
      return moveToEnd(text, unit, offset, verb.at.span, syntax);
    case 'replace-text': {
      const found = replaceText(text, shift(verb.at.span, offset), verb.find, verb.text);
      return found === null ? null : [found];
    }
    case 'cut-arguments':
      return cutArguments(unit, offset, verb.call.span, verb.keep);
    case 'move-to-block':
      if (verb.block.file !== verb.at.file || verb.block.unit !== verb.at.unit) return null;
      return moveToBlock({ text, unit, offset, at: verb.at.span, block: verb.block.span, syntax });
    case 'insert-line-before': {
      const start = verb.at.span.start + offset;
      return [insertion(lineStart(text, start), indentationAt(text, start) + verb.line + lineEndingOf(text))];
    }
    case 'insert-statement-before':
      return insertStatement(text, unit, offset, verb.at.span, verb.statement);
    case 'import-name':
      return importName(text, source.module, verb.source, verb.name, syntax);
    case 'append-comment':
      return [appendedComment(text, shift(verb.at.span, offset), verb.comment, syntax)];
    default:
      return verb satisfies never;
  }
}

/** Names at the top level are seen by the whole file. */
function scopeOf({ source, unit, offset }: Target): string {
  return unit.statement?.kind === 'function' ? source.text.slice(offset, offset + unit.length) : source.text;
}

function renderField(verb: Extract<EditVerb, { verb: 'set-field' }>, target: Target, sources: SourceLookup): readonly FixEdit[] | null {
  const list = fieldsAt(verb.fields.span, verb.form, target);
  if (list === null) return null;
  const value = (indentation: string, room: number, current: string | null) =>
    renderTree(verb.value, styleOf(target, sources, indentation, room, current));
  return setField({ text: target.source.text, list, name: verb.name, syntax: target.syntax, render: value });
}

/** Only a name that stands there as it is, beside its value: `{ limit }` and `{ "limit": 3 }` keep their form. */
function renameField(verb: Extract<EditVerb, { verb: 'rename-field' }>, target: Target): readonly FixEdit[] | null {
  const { text } = target.source;
  const list = fieldsAt(verb.fields.span, verb.form, target);
  const field = list?.fields.find((one) => one.name === verb.name);
  if (list === null || field === undefined || list.fields.some((one) => one.name === verb.to)) return null;
  if (field.isShorthand) return [insertion(field.span.start, `${verb.to}: `)];
  const at = text.indexOf(verb.name, field.span.start);
  return at < 0 || at + verb.name.length > field.value.start ? null : [edit({ start: at, end: at + verb.name.length }, verb.to)];
}

function fieldsAt(span: Span, form: 'arguments' | 'record', { unit, offset, syntax, source }: Target): FieldList | null {
  const keyOf = (name: string): string => syntax.key(name, quoteOf(source.text, syntax));
  if (form === 'record') {
    const record = findRecord(unit, span);
    return record === null ? null : entriesOf(record, offset, keyOf);
  }
  const call = findCall(unit, span);
  if (call === null) return null;
  if (syntax.argument !== null) return argumentsOf(call, offset, syntax.argument);
  // A language without named arguments holds fields in the last argument.
  const last = call.arguments.at(-1)?.value;
  return last?.kind === 'record' ? entriesOf(last, offset, keyOf) : null;
}

/** Behind what stands on the place's last line; a comment that is there already keeps its place, before ours. */
function appendedComment(text: string, span: Span, comment: string, syntax: EditSyntax): FixEdit {
  return insertion(lineEnd(text, span.end), `  ${syntax.lineComment} ${comment}`);
}

function styleOf(target: Target, sources: SourceLookup, indentation: string, room: number, current: string | null): TreeStyle {
  const { source, syntax } = target;
  return {
    syntax,
    quote: quoteOf(source.text, syntax),
    step: indentationStep(source.text, syntax.indentation),
    indentation,
    lineEnding: lineEndingOf(source.text),
    room,
    sourceAt: (place) => sourceAt(place, sources),
    current,
  };
}

function sourceAt(place: Place, sources: SourceLookup): string | null {
  const target = targetAt(place, sources);
  return target === null ? null : sliceOf(target.source.text, shift(place.span, target.offset));
}

function targetAt(place: Place, sources: SourceLookup): Target | null {
  const source = sources(place.file);
  const found = source === null ? null : findUnit(source.module, place);
  const syntax = source === null ? null : syntaxOf(source.module.language);
  if (source === null || found === null || syntax === null) return null;
  return { source, syntax, unit: found.unit, offset: found.start };
}

export function placeOf(verb: EditVerb): Place {
  switch (verb.verb) {
    case 'set-field':
    case 'remove-field':
    case 'rename-field':
      return verb.fields;
    case 'bound-loop':
      return verb.loop;
    case 'cut-arguments':
      return verb.call;
    default:
      return verb.at;
  }
}

function syntaxOf(language: Language): EditSyntax | null {
  switch (language) {
    case 'python':
      return pythonSyntax;
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return typescriptSyntax;
    case 'prompt':
    case 'request':
      return null;
    default:
      return language satisfies never;
  }
}

const lineWidth = 100;
