import type { Expression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import { choiceOf, hole, noArguments, type Value } from '../value.ts';
import { dotted } from '../values/waits.ts';
import { meaningOf } from './sdk-meaning.ts';

/** What an annotation makes of a value: an SDK's object, an instance of a class. Null where it says nothing we use. */
export function typedBy(frame: Frame, annotation: Expression): Value | null {
  const place = frame.place(annotation.span);
  switch (annotation.kind) {
    case 'name':
    case 'member': {
      const value = frame.evaluate(annotation);
      if (value.kind === 'class') return { kind: 'instance', of: value, arguments: null, place };
      const meaning = meaningOf(value, noArguments, frame.world.language(frame.file));
      return meaning?.kind === 'makes'
        ? { kind: 'object', sdk: meaning.sdk, type: meaning.type, arguments: null, from: value, path: [], place }
        : null;
    }
    case 'index': {
      // `Agent[Deps, str]` is an Agent.
      const generic = typedBy(frame, annotation.object);
      if (generic) return generic;
      // `Optional[Client]`, `Promise<Client>`, `Annotated[Client, Depends(...)]`.
      if (annotation.index.kind === 'list') {
        const [first] = annotation.index.items;
        return first ? typedBy(frame, first) : null;
      }
      return /^(Optional|Promise|Awaitable|Annotated|Readonly|Required|Final|ClassVar|Partial)$/.test(nameOfType(annotation.object))
        ? typedBy(frame, annotation.index)
        : null;
    }
    case 'record': {
      // `{ llm }: { llm: BaseChatModel }`: what the type does not tell stays open.
      const entries = annotation.entries.flatMap((entry) => {
        const value = entry.kind === 'entry' ? typedBy(frame, entry.value) : null;
        return value && entry.kind === 'entry' ? [{ key: entry.key, value }] : [];
      });
      return entries.length > 0 ? { kind: 'record', entries, unknowns: [hole('', 'not told by its type', place)], place } : null;
    }
    case 'choice':
    case 'operation': {
      const parts = annotation.kind === 'choice' ? annotation.options : annotation.operator === '|' ? annotation.operands : [];
      const found = parts.flatMap((part) => typedBy(frame, part) ?? []);
      return found.length > 0 ? choiceOf(found, place) : null;
    }
    default:
      return null;
  }
}

/** The dotted name of a type that comes from a package, for tables that go by names. */
export function outsideName(frame: Frame, annotation: Expression): string | null {
  if (annotation.kind === 'index') return outsideName(frame, annotation.object);
  if (annotation.kind !== 'name' && annotation.kind !== 'member') return null;
  const value = frame.evaluate(annotation);
  return value.kind === 'external' && value.package !== 'builtins' ? dotted(value) : null;
}

const nameOfType = (expression: Expression): string => (expression.kind === 'name' || expression.kind === 'member' ? expression.name : '');
