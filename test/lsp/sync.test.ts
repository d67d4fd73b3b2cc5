import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Position } from 'vscode-languageserver';
import { startEditor } from './editor.ts';
import { testHost } from './hosts.ts';
import { loopingAgent } from './sources.ts';

const uri = 'file:///elsewhere/agent.py';
const middle = 'careful clerk';

/** Edits inside a prompt and a comment, which leave the program whole whatever is typed. */
const edit = fc.record({
  inComment: fc.boolean(),
  from: fc.nat(60),
  length: fc.nat(12),
  text: fc.constantFrom('x', ' many words of it ', '\r\n', '\n\n', '\r', '💶', 'é中', '\t', '', '# {"', "it's"),
});

it('an edited document is told as if it had just been opened', { timeout: 60_000 }, async () => {
  const [edited, fresh] = [await startEditor(testHost()), await startEditor(testHost())];
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(edit, { minLength: 1, maxLength: 12 }), async (hasMark, edits) => {
      const start = `${hasMark ? '\uFEFF' : ''}# first\n${loopingAgent.replace(middle, `<${middle.repeat(6)}>`)}`;
      await edited.open(uri, start);
      for (const one of edits) await edited.change(uri, [{ range: rangeOf(edited.textOf(uri), one), text: typed(one) }]);
      const text = edited.textOf(uri);
      await fresh.open(uri, text);
      expect(await edited.hints(uri)).toEqual(await fresh.hints(uri));
      await edited.noProblem(uri, 'nothing');
      await fresh.noProblem(uri, 'nothing');
      const told = (editor: typeof edited) =>
        editor.problems.get(uri)?.diagnostics.map(({ code, range, message }) => ({ code, range, message }));
      expect(told(edited)).toEqual(told(fresh));
      expect(told(edited)).toContainEqual(expect.objectContaining({ code: 'LI301' }));
      for (const editor of [edited, fresh]) {
        editor.problems.delete(uri);
        await editor.close(uri);
      }
    }),
    { numRuns: 40 },
  );
  await edited.stop();
  await fresh.stop();
});

interface Edit {
  readonly inComment: boolean;
  readonly from: number;
  readonly length: number;
  readonly text: string;
}

/** A line break ends a comment, so it gets none. */
const typed = ({ inComment, text }: Edit): string => (inComment ? text.replace(/[\r\n]/g, '') : text);

function rangeOf(text: string, { inComment, from, length }: Edit): { start: Position; end: Position } {
  const first = inComment ? text.indexOf('#') + 1 : text.indexOf('<') + 1;
  const last = inComment ? text.indexOf('\n') : text.indexOf('>');
  const start = onCharacter(text, Math.min(last, first + from));
  return { start: positionOf(text, start), end: positionOf(text, onCharacter(text, Math.min(last, start + length))) };
}

/** Never between the halves of a pair, nor inside of a line's end, where no editor can be. */
const onCharacter = (text: string, offset: number): number => (/^[\uDC00-\uDFFF\n]/.test(text.slice(offset)) ? offset - 1 : offset);

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
