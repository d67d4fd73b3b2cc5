import type { Piece, Prompt, PromptFile } from '../../../server/core/module/prompt-file.ts';

/** A reading as text, small enough to be read beside its fixture: `<hole>`, `(silent)`, `*` repeated, `?` conditional. */
export function show(reading: PromptFile | null): string {
  if (!reading) return 'no prompt file\n';
  const lines = [
    reading.format + (reading.alwaysSent ? ', always sent' : ''),
    ...[reading, ...reading.more].flatMap(showPrompt),
    ...(reading.frontMatter
      ? [`front matter ${reading.frontMatter.fields.map(({ key, value }) => `${key}=${JSON.stringify(value)}`).join(' ')}`]
      : []),
    ...reading.includes.map(({ kind, path }) => `include ${kind} ${path}`),
    ...reading.problems.map(({ span, message }) => `problem ${span.start}..${span.end} ${message}`),
  ];
  return `${lines.join('\n')}\n`;
}

function showPrompt({ name, model, maxOutputTokens, messages }: Prompt): readonly string[] {
  return [
    `prompt ${name ?? '-'}  model ${model?.id ?? '-'}  cap ${maxOutputTokens?.value ?? '-'}`,
    ...messages.flatMap(({ role, pieces }) => [`  ${role}`, ...pieces.map((piece) => `    ${showPiece(piece)}`)]),
  ];
}

function showPiece(piece: Piece): string {
  const marks = (piece.isRepeated ? '*' : '') + (piece.isConditional ? '?' : '');
  if (piece.kind === 'text') return JSON.stringify(piece.text) + marks;
  if (piece.kind === 'hole') return `<${piece.name}>${marks} ${piece.syntax}`;
  return `(${piece.what}${piece.subject === null ? '' : ` ${piece.subject}`})${marks}`;
}
