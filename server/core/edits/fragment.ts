import { type Span, shift, type TextEdit } from '../text/span.ts';

/** New source text, with the stretches a person may want to type over (tab stops of a snippet), relative to it. */
export interface Fragment {
  readonly text: string;
  readonly placeholders: readonly Span[];
}

/** An edit of a fix. Every client can apply it as it stands; one that knows snippets may offer the placeholders. */
export interface FixEdit extends TextEdit {
  readonly placeholders: readonly Span[];
}

/** Joins texts and fragments into one: fragment`max_tokens=${value}`. */
export function fragment(strings: TemplateStringsArray, ...values: readonly (string | Fragment)[]): Fragment {
  return concatenate(strings.flatMap((text, index) => [text, values[index] ?? '']));
}

export function concatenate(parts: readonly (string | Fragment)[]): Fragment {
  let text = '';
  const placeholders: Span[] = [];
  for (const part of parts) {
    if (typeof part !== 'string') placeholders.push(...part.placeholders.map((span) => shift(span, text.length)));
    text += typeof part === 'string' ? part : part.text;
  }
  return { text, placeholders };
}

export const placeholder = (text: string): Fragment => ({ text, placeholders: [{ start: 0, end: text.length }] });

/** Replaces a span that is relative to the same text as the edit list. */
export function edit(span: Span, content: string | Fragment): FixEdit {
  const { text, placeholders } = typeof content === 'string' ? { text: content, placeholders: [] } : content;
  return { span, text, placeholders };
}

export const insertion = (at: number, content: string | Fragment): FixEdit => edit({ start: at, end: at }, content);
