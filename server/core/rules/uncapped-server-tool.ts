import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import { type ServerTool, serverTools } from '../prices/server-tools.ts';
import type { Part } from '../program/call-site.ts';
import { originOf } from './facts/loop-calls.ts';
import { isReported } from './facts/repetition.ts';
import { defineRule } from './rule.ts';

export const uncappedServerTool = defineRule({
  code: 'LI509',
  name: 'uncapped-server-tool',
  family: 'price',
  severity: 'warning',
  on: 'call',
  summary: 'A tool that the vendor bills by use, without a limit on its uses',
  isPreview: false,

  *check(item, context) {
    if (!isReported(item) || item.call.request.unknowns.length > 0) return;
    const origin = originOf(item, context);
    for (const part of item.call.request.parts) {
      const declared = part.role === 'tools' ? recordOf(part.schema) : null;
      const tool = declared === null ? null : toolOf(declared, item);
      if (declared === null || tool === null || isLimited(declared, tool, item)) continue;
      yield {
        at: part.place,
        what: `${tool.title} is billed by use, and the model alone decides how often it is used.`,
        costs: `A thousand ${tool.use}es cost $${tool.perThousand}, and what each one finds is billed as input.`,
        instead: `Limit it with ${tool.limit.field}.`,
        call: item.call.id,
        saving: null,
        related: [],
        fixes: limitFix(tool, part, origin),
      };
    }
  },
});

const usualLimit = 5;

function recordOf(value: unknown): object | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

function toolOf(declared: object, { call }: LineItem): ServerTool | null {
  const type: unknown = Reflect.get(declared, 'type');
  return (typeof type === 'string' && serverTools.find((row) => row.wires.includes(call.request.wire) && row.type.test(type))) || null;
}

/** A field of the request may be given where the source does not show it. */
function isLimited(declared: object, { limit }: ServerTool, { call }: LineItem): boolean {
  if (limit.on === 'tool') return Object.hasOwn(declared, limit.field);
  return call.anchor === null || call.anchor.hasSpread || call.anchor.present.some(({ name }) => name === limit.field);
}

function limitFix({ limit }: ServerTool, part: Part, { call }: LineItem): readonly Fix[] {
  const title = `Allow ${usualLimit} uses (${limit.field})`;
  const value = { placeholder: usualLimit };
  if (limit.on === 'tool')
    return [{ title, isSafe: false, verbs: [{ verb: 'set-field', fields: part.place, form: 'record', name: limit.field, value }] }];
  if (call.anchor === null || call.anchor.hasSpread) return [];
  const { fields, fieldForm } = call.anchor;
  return [{ title, isSafe: false, verbs: [{ verb: 'set-field', fields, form: fieldForm, name: limit.field, value }] }];
}
