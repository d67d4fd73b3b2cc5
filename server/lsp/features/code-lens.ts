import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { formatHint } from '../../reports/format.ts';
import type { ServerContext } from '../context.ts';
import { countHeldFile } from './inlay-hints.ts';

/** For those who prefer a line above the call to a hint behind it. Off unless it is turned on. */
export function provideCodeLens({ connection, guard, documents, layouts, settings, features }: ServerContext): void {
  connection.onCodeLens(
    guard('code lens', [], async ({ textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> => {
      const held = documents.get(uri);
      if (held === null || !(await settings.for(uri)).codeLens) return [];
      const { items } = await countHeldFile(held);
      return items.flatMap((item): CodeLens[] => {
        const at = layouts.location(held.project, item.call.place);
        if (at?.uri !== uri) return [];
        const position = at.range.start;
        const explain = { command: 'lineitem.explainCall', arguments: [{ uri, position }] };
        return [{ range: at.range, command: { title: formatHint(item), command: '', ...(features().commandLinks ? explain : {}) } }];
      });
    }),
  );
}
