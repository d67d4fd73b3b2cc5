import type { Place } from '../../module/module.ts';
import type { CacheMark, Part, Piece } from '../call-site.ts';
import type { Growth, ListItem, RecordValue, Value } from '../value.ts';
import { piecesOf, stabilityOfPieces } from '../values/pieces.ts';
import { nameOf } from '../values/texts.ts';
import { isRing } from '../values/widen.ts';
import { toJson } from '../workspace/json.ts';

export type Anew = (value: Value) => boolean;

/** System text: one part, or one a block where it is a list of blocks. */
export function systemParts(value: Value, anew: Anew): readonly Part[] {
  if (value.kind !== 'list') return [partOf('system', piecesOf(value, anew), value.place)];
  return value.items.map((item) => {
    if (item.count !== 'one' || item.value.kind === 'hole') return unknownPart('system', item);
    return item.value.kind === 'record'
      ? blockPart('system', item.value, anew)
      : partOf('system', piecesOf(item.value, anew), item.value.place);
  });
}

/** A field that holds one text of the user's; some vendors take a list of messages there as well. */
export function promptParts(value: Value, anew: Anew): readonly Part[] {
  return value.kind === 'list' || value.kind === 'record'
    ? messageParts(value, anew)
    : [partOf('user', piecesOf(value, anew), value.place)];
}

/** A list of messages, a text that is one user message, or something that the source does not show. */
export function messageParts(value: Value, anew: Anew): readonly Part[] {
  if (value.kind === 'text' || value.kind === 'concat') return [partOf('user', piecesOf(value, anew), value.place)];
  if (value.kind === 'list') return value.items.flatMap((item) => messageItem(item, anew));
  if (value.kind === 'record') return messageItem({ value, count: 'one' }, anew);
  if (value.kind === 'choice') {
    const lists = value.options.filter((option) => option.kind === 'list');
    const [only] = lists;
    if (only && lists.length === 1) return messageParts(only, anew);
  }
  return [partOf('history', piecesOf(value, anew), value.place)];
}

function messageItem(item: ListItem, anew: Anew): readonly Part[] {
  const { value } = item;
  if (item.count !== 'one') return [unknownPart(item.count === 'many' ? 'history' : 'user', item)];
  if (value.kind === 'text' || value.kind === 'concat') return [partOf('user', piecesOf(value, anew), value.place)];
  if (value.kind === 'list') return pairParts(value, anew);
  if (value.kind !== 'record') return [partOf('history', piecesOf(value, anew), value.place)];
  const role = roleOf(field(value, 'role') ?? field(value, 'type'));
  const content =
    field(value, 'content') ?? field(value, 'parts') ?? field(value, 'text') ?? field(value, 'output') ?? field(value, 'message');
  if (!content && isBlock(value)) return [blockPart(role, value, anew)];
  const name = field(value, 'name');
  const label = name?.kind === 'text' ? name.text : null;
  if (content?.kind === 'list') {
    const blocks = content.items.map((one) =>
      one.value.kind === 'record' && one.count === 'one'
        ? blockPart(role, one.value, anew)
        : one.value.kind === 'text'
          ? partOf(role, piecesOf(one.value, anew), one.value.place)
          : unknownPart(role, one),
    );
    return withMark(blocks, markOf(value));
  }
  const pieces = content ? piecesOf(content, anew) : value.unknowns.flatMap((one) => piecesOf(one, anew));
  const part: Part = { ...partOf(role, pieces, value.place), name: label, cacheMark: markOf(value) };
  return [part];
}

/** LangChain's `("system", "…")`. */
function pairParts(value: Extract<Value, { kind: 'list' }>, anew: Anew): readonly Part[] {
  const [role, content] = value.items;
  if (role?.value.kind === 'text' && content) return [partOf(roleOf(role.value), piecesOf(content.value, anew), value.place)];
  return [unknownPart('history', { value, count: 'many' })];
}

/** Gemini's and Bedrock's words for what is no text. */
const IMAGE_FIELDS = ['image_url', 'inlineData', 'inline_data', 'image'];
const FILE_FIELDS = ['document', 'fileData', 'file_data'];
const isBlock = (record: RecordValue): boolean => [...IMAGE_FIELDS, ...FILE_FIELDS].some((name) => field(record, name));

function withMark(parts: readonly Part[], mark: CacheMark | null): readonly Part[] {
  const last = parts.at(-1);
  return mark && last && !last.cacheMark ? [...parts.slice(0, -1), { ...last, cacheMark: mark }] : parts;
}

function blockPart(role: Part['role'], block: RecordValue, anew: Anew): Part {
  const type = field(block, 'type');
  const kind = type?.kind === 'text' ? type.text : '';
  const text = field(block, 'text') ?? field(block, 'content') ?? field(block, 'input_text');
  const pieces: readonly Piece[] =
    /image/.test(kind) || IMAGE_FIELDS.some((name) => field(block, name))
      ? [imagePiece(block)]
      : /document|file|pdf/.test(kind) || FILE_FIELDS.some((name) => field(block, name))
        ? [{ kind: 'file', name: 'file', stability: 'unknown', place: block.place }]
        : text
          ? piecesOf(
              text.kind === 'list'
                ? {
                    kind: 'concat',
                    parts: text.items.flatMap((item) =>
                      item.value.kind === 'record' ? (field(item.value, 'text') ?? item.value) : item.value,
                    ),
                    place: text.place,
                  }
                : text,
              anew,
            )
          : block.unknowns.flatMap((one) => piecesOf(one, anew));
  return { ...partOf(kind === 'tool_result' ? 'tool' : role, pieces, block.place), cacheMark: markOf(block), isBlock: true };
}

/** OpenAI's `detail` stands beside the image, or in the record that holds its address. */
function imagePiece(block: RecordValue): Piece {
  const detail = field(block, 'detail') ?? deep(block, ['image_url', 'detail']);
  return {
    kind: 'image',
    name: 'image',
    stability: 'unknown',
    place: block.place,
    ...(detail?.kind === 'text' ? { detail: { value: detail.text, place: detail.place } } : {}),
  };
}

/** `cache_control: {type: "ephemeral", ttl: "1h"}`, AI SDK's `providerOptions.anthropic.cacheControl`, Bedrock's `cachePoint`. */
export function markOf(record: RecordValue): CacheMark | null {
  const mark =
    field(record, 'cache_control') ??
    deep(record, ['providerOptions', 'anthropic', 'cacheControl']) ??
    field(record, 'cachePoint') ??
    field(record, 'prompt_cache_breakpoint');
  if (!mark || mark.kind === 'null') return null;
  const lifetime = mark.kind === 'record' ? field(mark, 'ttl') : null;
  return { kind: 'block', lifetimeSeconds: lifetime?.kind === 'text' ? seconds(lifetime.text) : null, place: mark.place };
}

export const seconds = (lifetime: string): number | null => {
  const match = /^(\d+)(s|m|h)$/.exec(lifetime);
  return match ? Number(match[1]) * (match[2] === 'h' ? 3600 : match[2] === 'm' ? 60 : 1) : null;
};

/** One part a tool. */
export function toolParts(value: Value, anew: Anew): readonly Part[] {
  if (value.kind === 'list')
    return value.items.flatMap((item) => {
      const declared =
        item.value.kind === 'record' ? (field(item.value, 'functionDeclarations') ?? field(item.value, 'function_declarations')) : null;
      if (item.count === 'one' && declared) return toolParts(declared, anew);
      return [item.count === 'one' ? toolPart(null, item.value, anew) : unknownPart('tools', item)];
    });
  if (value.kind === 'record' && value.unknowns.length === 0 && !field(value, 'type'))
    return value.entries.map((entry) => toolPart(entry.key, entry.value, anew));
  if (value.kind === 'null') return [];
  return [partOf('tools', piecesOf(value, anew), value.place)];
}

function toolPart(key: string | null, value: Value, anew: Anew): Part {
  const schema = toJson(value);
  if (value.kind === 'record') {
    const inner = field(value, 'function') ?? field(value, 'toolSpec');
    const source = inner?.kind === 'record' ? inner : value;
    const name = field(source, 'name');
    const label = key ?? (name?.kind === 'text' ? name.text : null);
    if (schema !== undefined)
      return {
        ...partOf('tools', [{ kind: 'text', text: JSON.stringify(schema), stability: 'constant', place: value.place }], value.place),
        name: label,
        schema,
        cacheMark: markOf(value),
      };
    return { ...partOf('tools', [...entriesText(source, anew)], value.place), name: label, cacheMark: markOf(value) };
  }
  if (value.kind === 'function') {
    const label = value.node.name ?? key;
    const text = [
      label ?? '',
      value.node.documentation ?? '',
      ...value.node.parameters.map((parameter) => (parameter.target.kind === 'name' ? parameter.target.name : '')),
    ]
      .filter((one) => one !== '')
      .join(' ');
    return {
      ...partOf(
        'tools',
        [{ kind: 'text', text, stability: 'constant', place: value.place }, unknownSchema(label ?? 'tool', value.place)],
        value.place,
      ),
      name: label,
    };
  }
  if (value.kind === 'called') {
    const [first] = value.arguments.positional;
    const record = [first, ...value.arguments.positional].find((one) => one?.kind === 'record');
    if (record?.kind === 'record')
      return { ...toolPart(key, { ...record, unknowns: [...record.unknowns, value] }, anew), place: value.place };
  }
  return {
    ...partOf('tools', [unknownSchema(key ?? (nameOf(value) || 'tool'), value.place)], value.place),
    name: key ?? (nameOf(value) || null),
  };
}

/** What is known of a tool whose schema is not all literal: its texts count, the rest is a hole. */
function entriesText(record: RecordValue, anew: Anew): readonly Piece[] {
  const texts = record.entries.flatMap((entry) => (entry.key === 'name' || entry.key === 'description' ? piecesOf(entry.value, anew) : []));
  return [...texts, unknownSchema('parameters', record.place)];
}

const unknownSchema = (name: string, place: Place): Piece => ({
  kind: 'hole',
  name,
  why: 'its schema is made when it runs',
  stability: 'constant',
  place,
  maxTokens: null,
});

function unknownPart(role: Part['role'], item: ListItem): Part {
  const name = nameOf(item.value) || (role === 'tools' ? 'tools' : 'history');
  const isMany = item.count === 'many';
  const grows = isMany && role !== 'tools' ? growthOf(item) : null;
  const piece: Piece = {
    kind: 'hole',
    name,
    why: grows ? 'grows with each turn' : isMany ? 'repeats an unknown number of times' : 'only in some cases',
    stability: isMany ? 'per-call' : 'unknown',
    place: item.value.place,
    maxTokens: null,
    ...(grows === 'cut' ? { origin: { kind: 'history', isLimited: true, indent: null, place: item.value.place } } : {}),
  };
  return {
    ...partOf(isMany && role !== 'tools' && role !== 'system' ? 'history' : role, [piece], item.value.place),
    growth: grows === 'uncut' ? 'per-turn' : null,
  };
}

/** A list that was put into the list says itself whether it grows. */
function growthOf(item: ListItem): Growth | null {
  const inside = item.value.kind === 'list' ? item.value.items.flatMap((one) => one.grows ?? []) : [];
  if (item.grows === 'cut' || inside.includes('cut') || isRing(item.value)) return 'cut';
  return item.grows ?? inside[0] ?? null;
}

/** What a session of the SDK's own keeps and sends again. */
export function rememberedPart(place: Place): Part {
  const piece: Piece = {
    kind: 'hole',
    name: 'earlier turns',
    why: 'kept by the session and sent again',
    stability: 'per-call',
    place,
    maxTokens: null,
  };
  return { ...partOf('history', [piece], place), growth: 'per-turn' };
}

/** A text that a loop adds to. */
const growthOfPieces = (pieces: readonly Piece[]): Part['growth'] =>
  pieces.some((piece) => piece.kind === 'hole' && piece.why === 'grows in the loop') ? 'per-turn' : null;

function partOf(role: Part['role'], pieces: readonly Piece[], place: Place): Part {
  return {
    role,
    pieces,
    place,
    stability: stabilityOfPieces(pieces),
    cacheMark: null,
    growth: growthOfPieces(pieces),
    name: null,
    schema: undefined,
  };
}

function roleOf(value: Value | null): Part['role'] {
  const name = value?.kind === 'text' ? value.text.toLowerCase() : '';
  switch (name) {
    case 'system':
    case 'developer':
      return 'system';
    case 'assistant':
    case 'model':
    case 'ai':
    case 'chatbot':
      return 'assistant';
    case 'tool':
    case 'function':
    case 'function_call_output':
      return 'tool';
    default:
      return 'user';
  }
}

const field = (record: RecordValue, key: string): Value | null => record.entries.findLast((entry) => entry.key === key)?.value ?? null;

function deep(record: RecordValue, path: readonly string[]): Value | null {
  let at: Value | null = record;
  for (const name of path) at = at?.kind === 'record' ? field(at, name) : null;
  return at;
}
