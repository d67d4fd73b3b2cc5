import { type Dialect, scan } from '../../languages/prompt/scan.ts';
import { cursorOver, type Token } from '../../languages/prompt/token.ts';
import type { Place } from '../../module/module.ts';
import { type CallArguments, concatOf, hole, type Value } from '../value.ts';

/** `Template(text).render(name=…)`: what the template always says, with what the call puts in. Blocks that may or may not be sent are holes. */
export function renderTemplate(
  template: Value,
  dialect: Extract<Dialect, 'jinja' | 'handlebars'>,
  given: CallArguments,
  place: Place,
): Value {
  const parts = literalParts(template).flatMap((part): readonly Value[] => {
    if (part.kind !== 'text') return [part];
    const tokens = scan(cursorOver(part.text), 0, part.text.length, dialect);
    return renderTokens(tokens, part, given, place);
  });
  return concatOf(parts.filter(isNotEmpty), place);
}

/** `string.Template(text).substitute(name=…)` */
export function substituteDollars(template: Value, given: CallArguments, place: Place): Value {
  const parts = literalParts(template).flatMap((part): readonly Value[] => {
    if (part.kind !== 'text') return [part];
    const out: Value[] = [];
    let last = 0;
    for (const match of part.text.matchAll(/\$(?:\$|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g)) {
      const name = match[1] ?? match[2];
      out.push(
        { ...part, text: part.text.slice(last, match.index) },
        name === undefined ? { ...part, text: '$' } : filled(name, given, place),
      );
      last = match.index + match[0].length;
    }
    return [...out, { ...part, text: part.text.slice(last) }];
  });
  return concatOf(parts.filter(isNotEmpty), place);
}

type Text = Extract<Value, { kind: 'text' }>;

function renderTokens(tokens: readonly Token[], text: Text, given: CallArguments, place: Place): readonly Value[] {
  const out: Value[] = [];
  /** What the blocks around are; the outermost of those that may not be sent once is told as one hole. */
  const blocks: ('group' | 'conditional' | 'repeated')[] = [];
  const isHidden = (): boolean => blocks.some((block) => block !== 'group');
  for (const token of tokens) {
    if (token.kind === 'silent') {
      const { nesting } = token;
      if (nesting === 'close') blocks.pop();
      else if (nesting === 'group' || nesting === 'section') blocks.push('group');
      else if (nesting !== 'none') {
        const why = nesting === 'repeated' ? 'repeated by the template' : 'only in some cases';
        if (!isHidden()) out.push(hole(token.subject ?? 'template', why, place));
        blocks.push(nesting);
      }
    } else if (isHidden()) continue;
    else if (token.kind === 'text') out.push({ ...text, text: token.text });
    else if (token.kind === 'hole') {
      const isName = text.text.slice(token.start, token.end).replace(/^\{+-?\s*|\s*-?\}+$/g, '') === token.name && /^\w+$/.test(token.name);
      out.push(isName ? filled(token.name, given, place) : hole(token.name, 'made by the template', place));
    }
  }
  return out;
}

function filled(name: string, given: CallArguments, place: Place): Value {
  const named = given.named.find((one) => one.name === name)?.value;
  const record = given.positional.find((one) => one.kind === 'record');
  const entry = record?.entries.findLast((one) => one.key === name)?.value;
  return named ?? entry ?? hole(name, 'filled in by the template', place);
}

const literalParts = (value: Value): readonly Value[] => (value.kind === 'concat' ? value.parts : [value]);
const isNotEmpty = (value: Value): boolean => value.kind !== 'text' || value.text !== '';
