import type { LineItem } from '../bill/line-item.ts';
import type { EditVerb, Fix } from '../edits/verbs.ts';
import { breakEvenUses } from '../prices/cache-rules.ts';
import type { CacheRules, Priced } from '../prices/types.ts';
import { markFix } from './facts/mark-fix.ts';
import { blockMarks, takesMarks, type UnreadMark, unreadMark, writePremiumOf, writtenBy } from './facts/marks.ts';
import { modelOf, pricesFor } from './facts/pricing.ts';
import { isCounted } from './facts/repetition.ts';
import { brokenPrefix } from './facts/volatile.ts';
import { duration, ordinal, point, tokenCount, usd } from './facts/wording.ts';
import { defineRule, type Report, type RuleContext } from './rule.ts';

export const misplacedBreakpoint = defineRule({
  code: 'LI405',
  name: 'misplaced-breakpoint',
  family: 'cache',
  severity: 'warning',
  on: 'call',
  summary: 'A cache mark where its write is paid and never read, or where the vendor refuses it',
  isPreview: false,

  *check(item, context) {
    if (!isCounted(item)) return;
    const model = modelOf(item, context);
    if (model === null || !takesMarks(model.cache)) return;
    yield* tooMany(item, model.cache);
    yield* wrongOrder(item, model.cache);
    yield* neverRead(item, model, context);
  },
});

function* tooMany({ call }: LineItem, rules: CacheRules): Iterable<Report> {
  const { maxBreakpoints } = rules;
  const automatic = call.request.cacheMarks.find((mark) => mark.kind === 'automatic');
  const marks = [...blockMarks(call).map(({ mark }) => mark), ...(automatic === undefined ? [] : [automatic])];
  const extra = maxBreakpoints === null || call.request.parts.some((part) => part.growth !== null) ? undefined : marks[maxBreakpoints];
  if (extra === undefined) return;
  yield {
    ...reportAt(call.id, extra.place),
    what: `${marks.length} cache marks in one request, where ${maxBreakpoints} are taken.`,
    costs: rules.mode === 'explicit' ? 'The vendor refuses the request.' : 'The others write nothing.',
    instead: 'Keep one behind each stretch that changes at its own pace: tools, system prompt, documents, the conversation.',
  };
}

/** Entries that live longer have to come first: lifetimes must not rise from mark to mark. */
function* wrongOrder({ call }: LineItem, rules: CacheRules): Iterable<Report> {
  const usual = rules.lifetimes[0]?.seconds;
  if (rules.mode !== 'explicit' || usual === undefined || rules.lifetimes.length < 2) return;
  let shortest = Number.POSITIVE_INFINITY;
  for (const { mark } of blockMarks(call)) {
    const lifetime = mark.lifetimeSeconds ?? usual;
    if (lifetime > shortest) {
      yield {
        ...reportAt(call.id, mark.place),
        what: `A mark of ${duration(lifetime)} stands behind one of ${duration(shortest)}.`,
        costs: 'The vendor takes longer lifetimes only before shorter ones, and refuses the request.',
        instead: 'Give the earlier marks the longer lifetime, or this one the shorter.',
      };
      return;
    }
    shortest = lifetime;
  }
}

function* neverRead(item: LineItem, model: Priced, context: RuleContext): Iterable<Report> {
  const found = unreadMark(item, context);
  const minimum = model.cache?.minimum?.tokens ?? null;
  if (found === null || minimum === null || brokenPrefix(item, context) !== null) return;
  const written = writtenBy(item, found, context);
  if (written.whole.floor < minimum) return;
  const lifetime = found.mark.lifetimeSeconds ?? model.cache?.lifetimes[0]?.seconds ?? null;
  const premium = writePremiumOf(item, model, point(written.own), lifetime);
  if (premium <= 0n) return;
  const uses = breakEvenUses({ prices: pricesFor(item, model), lifetimeSeconds: lifetime });
  yield {
    ...reportAt(item.call.id, found.mark.place),
    what: `This mark stands behind \`${nameOf(found)}\`, which is another on every pass: what it writes is never read.`,
    costs: `${tokenCount(written.own)} tokens cost ${usd(premium)} more a call than without it.${uses === null || lifetime === null ? '' : ` A mark pays from the ${ordinal(uses)} call with the same text within ${duration(lifetime)}; here there is no second one.`}`,
    instead: found.before === null ? 'Mark the end of what stays the same.' : 'Take it away: the mark before it is read as it stands.',
    fixes: moveFix(item, found),
    saving: { unit: 'USD', per: 'call', floor: 0n, likely: premium, ceiling: null, basis: written.own.basis },
  };
}

const nameOf = ({ piece }: UnreadMark): string => (piece.kind === 'text' ? 'this text' : piece.name);

/** Safe: the model reads the same bytes, and less is written than before. */
function moveFix(item: LineItem, found: UnreadMark): readonly Fix[] {
  if (item.call.request.wire !== 'anthropic.messages' || found.part.isBlock !== true || item.call.via.length > 0) return [];
  const away: EditVerb = { verb: 'remove-field', fields: found.part.place, form: 'record', name: 'cache_control' };
  if (found.before !== null) return [{ title: 'Take this cache mark away', isSafe: true, verbs: [away] }];
  // A system prompt that changes itself is no place to move it to.
  const [mark] = found.part.role === 'system' || found.part.role === 'tools' ? [] : markFix(item, true);
  if (mark === undefined) return [];
  return [
    { title: mark.title.replace(/^Mark the (.+) for caching$/, 'Move the mark to the $1'), isSafe: true, verbs: [away, ...mark.verbs] },
  ];
}

const reportAt = (call: string, at: Report['at']): Pick<Report, 'at' | 'call' | 'saving' | 'related' | 'fixes'> => ({
  at,
  call,
  saving: null,
  related: [],
  fixes: [],
});
