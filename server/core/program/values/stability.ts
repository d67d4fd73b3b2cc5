import type { Stability } from '../call-site.ts';
import type { Value } from '../value.ts';
import { argumentValues, fromModel } from './taint.ts';
import { dotted } from './waits.ts';

const ORDER: readonly Stability[] = ['constant', 'per-process', 'per-day', 'per-user', 'per-call', 'unknown'];

/** The less stable of two; what is unknown may be anything, so it counts as the least stable. */
export const lessStable = (a: Stability, b: Stability): Stability => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b);

/** What a name outside the program is known to give, by the end of its dotted name. Sources: the languages' own documentation. */
const ROWS: readonly { readonly stability: Stability; readonly names: RegExp }[] = [
  { stability: 'per-day', names: /(^|\.)(date\.today|today|toDateString|toLocaleDateString)$/ },
  {
    stability: 'per-call',
    names:
      /(^|\.)(datetime\.now|datetime\.utcnow|now|utcnow|time\.time|time_ns|monotonic|perf_counter|Date|getTime|performance\.now|localtime|gmtime|ctime)$/,
  },
  {
    stability: 'per-call',
    names:
      /(^|\.)(uuid1|uuid4|uuid\.v4|v4|randomUUID|nanoid|ulid|token_hex|token_urlsafe|randint|random|choice|shuffle|sample|randrange|urandom|randomBytes)$/,
  },
  { stability: 'per-call', names: /^(input|prompt|raw_input)$/ },
  { stability: 'per-process', names: /^(os\.(environ|getenv)|process\.env)\b/ },
];

/** How often a value that is no literal changes. `isLater` tells whether it is made anew for each call or once at start. */
export function stabilityOf(value: Value, isMadeAnew: (value: Value) => boolean): Stability {
  if (value.kind === 'hole') return value.stability;
  // How many there are of something need not change when the things do.
  if (value.kind === 'called' && dotted(value.callee) === 'len') return 'unknown';
  if (fromModel(value)) return 'per-call';
  const found = byName(value);
  if (found === null) return 'unknown';
  return (found === 'per-call' || found === 'per-day') && !isMadeAnew(value) ? 'per-process' : found;
}

function byName(value: Value): Stability | null {
  if (value.kind === 'external') return rowOf(dotted(value));
  if (value.kind === 'member') return coarser(byName(value.object), value.name, []);
  if (value.kind !== 'called') return null;
  const own = rowOf(dotted(value.callee));
  const { callee } = value;
  if (callee.kind === 'member') {
    const inner = byName(callee.object);
    if (inner) return coarser(inner, callee.name, argumentValues(value.arguments));
  }
  if (own) return own;
  const inner = argumentValues(value.arguments).map(byName);
  return inner.find((one) => one !== null) ?? null;
}

const rowOf = (name: string): Stability | null => ROWS.find((row) => row.names.test(name))?.stability ?? null;

/** A clock cut down to its date changes once a day: `.strftime("%Y-%m-%d")`, `.date()`, `.toISOString().split("T")[0]`. */
function coarser(inner: Stability | null, method: string, given: readonly Value[]): Stability | null {
  if (inner !== 'per-call') return inner;
  if (/^(date|toDateString|toLocaleDateString|split|slice|substring|substr|year|month|day|getFullYear|getMonth|getDate)$/.test(method))
    return 'per-day';
  const [format] = given;
  if (/^(strftime|format|toFormat|formatDate)$/.test(method) && format?.kind === 'text')
    return /%[HIMSfpXcT]|[Hhms]{2}|\bh:mm/.test(format.text) ? 'per-call' : 'per-day';
  if (method === 'isoformat' && given.some((one) => one.kind === 'text' && one.text === 'day')) return 'per-day';
  return inner;
}
