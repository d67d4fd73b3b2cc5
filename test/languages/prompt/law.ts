import { expect } from 'vitest';
import type { PromptFile } from '../../../server/core/module/prompt-file.ts';
import type { Span } from '../../../server/core/text/span.ts';

/** What holds of every reading: places lie in the text and in order, and a name stands where its span says. */
export function expectLawful(reading: PromptFile, text: string): void {
  const inside = (span: Span): void => expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
  const at = (span: Span): string => text.slice(span.start, span.end);
  for (const problem of reading.problems) inside(problem.span);
  for (const include of reading.includes) {
    inside(include.span);
    expect(at(include.span)).toContain(include.path);
  }
  for (const prompt of [reading, ...reading.more]) {
    if (prompt.model) expect(at(prompt.model.span)).toContain(prompt.model.id);
    if (prompt.maxOutputTokens) expect(at(prompt.maxOutputTokens.span)).toBe(String(prompt.maxOutputTokens.value));
    for (const message of prompt.messages) {
      let last = message.span.start;
      for (const { span } of message.pieces) {
        inside(span);
        expect(span.start).toBeGreaterThanOrEqual(last);
        last = span.end;
      }
      expect(last).toBe(message.span.end);
    }
  }
}
