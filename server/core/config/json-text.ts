import { findNodeAtLocation, getNodeValue, type JSONPath, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../text/span.ts';

/** JSON for people, with comments and trailing commas: what was understood of it, and where each part stands. */
export interface JsonText {
  /** Null where nothing was understood. */
  readonly value: unknown;
  /** What stands at a path of keys, or else the nearest thing around it that is there. */
  readonly spanAt: (path: readonly PropertyKey[]) => Span;
  readonly keyAt: (path: readonly PropertyKey[], key: string) => Span;
  /** How much of a path is there. */
  readonly found: (path: readonly PropertyKey[]) => JSONPath;
  /** The first thing that is no JSON; what comes behind it is mostly its echo. */
  readonly fault: Fault | null;
  /** Keys that stand twice in one object, at their second place. */
  readonly repeated: readonly { readonly key: string; readonly path: JSONPath; readonly at: Span }[];
}

export interface Fault {
  readonly at: Span;
  readonly message: string;
  readonly instead: string;
}

export function readJson(text: string): JsonText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
  const nodeAt = (path: JSONPath): Node | undefined => (root === undefined ? undefined : findNodeAtLocation(root, path));
  const found = (path: readonly PropertyKey[]): JSONPath => {
    const there: JSONPath = [];
    for (const one of path) {
      if (typeof one === 'symbol' || nodeAt([...there, one]) === undefined) break;
      there.push(one);
    }
    return there;
  };
  return {
    value: root === undefined ? null : getNodeValue(root),
    spanAt: (path) => spanOf(nodeAt(found(path))),
    keyAt(path, key) {
      const property = nodeAt(found(path))?.children?.findLast((one) => one.children?.[0]?.value === key);
      return spanOf(property?.children?.[0] ?? nodeAt(found(path)));
    },
    found,
    fault: faultOf(text, errors[0]),
    repeated: root === undefined ? [] : repeatedIn(root, []),
  };
}

const spanOf = (node: Node | undefined): Span =>
  node === undefined ? { start: 0, end: 0 } : { start: node.offset, end: node.offset + node.length };

function repeatedIn(node: Node, path: JSONPath): JsonText['repeated'] {
  if (node.type === 'array') return (node.children ?? []).flatMap((one, index) => repeatedIn(one, [...path, index]));
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((property) => {
    const [name, value] = property.children ?? [];
    const key = String(name?.value ?? '');
    const inside = value === undefined ? [] : repeatedIn(value, [...path, key]);
    if (!seen.has(key)) {
      seen.add(key);
      return inside;
    }
    return [{ key, path, at: spanOf(name) }, ...inside];
  });
}

/** What the parser says, as a person would. */
const faults: Readonly<Record<string, { readonly message: string; readonly instead: string }>> = {
  InvalidSymbol: { message: 'This word means nothing in JSON.', instead: 'Put text in double quotes.' },
  InvalidNumberFormat: { message: 'This is no number that JSON knows.', instead: 'Write it in digits, as in `0.05`.' },
  PropertyNameExpected: { message: 'A key is missing here.', instead: 'Write it in double quotes, or take the comma away.' },
  ValueExpected: { message: 'A value is missing here.', instead: 'Write one, or take the key away.' },
  ColonExpected: { message: 'A colon is missing here.', instead: 'Write `"key": value`.' },
  CommaExpected: { message: 'A comma is missing before this.', instead: 'Write one behind the value above.' },
  CloseBraceExpected: { message: 'A `}` is missing.', instead: 'Close what was opened.' },
  CloseBracketExpected: { message: 'A `]` is missing.', instead: 'Close what was opened.' },
  EndOfFileExpected: { message: 'The file should end before this.', instead: 'Take it away.' },
  UnexpectedEndOfComment: { message: 'This comment does not end.', instead: 'Close it with `*/`.' },
  UnexpectedEndOfString: { message: 'This text does not end.', instead: 'Close it with a double quote on the same line.' },
  UnexpectedEndOfNumber: { message: 'This number does not end.', instead: 'Write digits behind it.' },
  InvalidUnicode: { message: 'This escape names no character.', instead: 'Write `\\u` and four hexadecimal digits.' },
  InvalidEscapeCharacter: { message: 'JSON knows no such escape.', instead: 'Write a backslash as `\\\\`.' },
  InvalidCharacter: { message: 'Text holds a control character.', instead: 'Write it as an escape: `\\n`, `\\t`.' },
};
const otherFault = { message: 'This is no JSON.', instead: 'Comments and trailing commas are allowed, nothing else is.' };

function faultOf(text: string, error: ParseError | undefined): Fault | null {
  if (error === undefined) return null;
  const words = text.trim() === '' ? { message: 'This file is empty.', instead: 'Write `{}`.' } : faults[printParseErrorCode(error.error)];
  const start = Math.min(error.offset, text.length);
  return { at: { start, end: Math.min(start + error.length, text.length) }, ...(words ?? otherFault) };
}
