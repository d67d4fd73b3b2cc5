import { type Hover, type HoverParams, MarkupKind, type Position } from 'vscode-languageserver';
import type { LineItem } from '../../core/bill/line-item.ts';
import { describeLoop } from '../../core/bill/plan.ts';
import type { Place } from '../../core/module/module.ts';
import type { ServerContext } from '../context.ts';
import { isInRange } from '../convert.ts';
import type { HeldFile } from '../held-file.ts';
import { countHeldFile } from './inlay-hints.ts';
import { escaped, type PlanForm, planOf, promptText } from './plan-text.ts';

/** Explains the call, the loop or the prompt under the pointer. */
export function provideHover(context: ServerContext): void {
  const { connection, guard, documents, settings, features } = context;
  connection.onHover(
    guard('hover', null, async ({ textDocument: { uri }, position }: HoverParams): Promise<Hover | null> => {
      const held = documents.get(uri);
      if (held === null || !(await settings.for(uri)).hover) return null;
      await countHeldFile(held);
      const isMarkdown = features().markdown;
      const found = await explainAt(context, held, uri, position, isMarkdown ? 'hover' : 'text');
      if (found === null) return null;
      const { kind } = isMarkdown ? { kind: MarkupKind.Markdown } : { kind: MarkupKind.PlainText };
      const links = isMarkdown && features().commandLinks ? `\n\n${linksFor(uri, position)}` : '';
      return { contents: { kind, value: found.text + links }, range: found.range };
    }),
  );
}

interface Explained {
  readonly text: string;
  readonly range: Hover['range'] & {};
}

async function explainAt(
  context: ServerContext,
  held: HeldFile,
  uri: string,
  position: Position,
  form: PlanForm,
): Promise<Explained | null> {
  const { project, file } = held;
  const { items, loops, prompts } = project.analyzer.file(file);
  const rangeHolding = (places: readonly Place[]): Explained['range'] | null => {
    for (const place of places) {
      const at = place.file === file ? context.layouts.location(project, place) : null;
      if (at?.uri === uri && isInRange(position, at.range)) return at.range;
    }
    return null;
  };
  for (const item of items) {
    const range = rangeHolding(placesNaming(item));
    if (range !== null) return { text: await planOf(context, project, item, form), range };
  }
  for (const loop of loops) {
    const range = rangeHolding([loop.place]);
    if (range !== null && loop.calls.length > 0) return { text: escaped(`Lineitem: ${loop.kind}, ${describeLoop(loop)}`), range };
  }
  for (const counted of prompts) {
    const range = rangeHolding([counted.prompt.place]);
    if (range !== null && range.start.line === position.line) return { text: promptText(counted), range };
  }
  return null;
}

/** The callee and the model's name stand for the call; a saved request is all of it. */
function placesNaming({ call }: LineItem): readonly Place[] {
  if (call.anchor?.language === 'request') return [call.whole];
  const model = call.request.model.place;
  return model === null ? [call.place] : [call.place, model];
}

/** Commands run only where the editor lets ours run; elsewhere there are no links at all. */
function linksFor(uri: string, position: Position): string {
  const command = (title: string, name: string, argument: unknown): string =>
    `[${title}](command:${name}?${encodeURIComponent(JSON.stringify([argument]))})`;
  return [
    command('Plan', 'lineitem.explainCall', { uri, position }),
    command('Bill', 'lineitem.showBill', uri),
    command('Turn off', 'workbench.action.openSettings', 'lineitem.hover'),
  ].join(' · ');
}
