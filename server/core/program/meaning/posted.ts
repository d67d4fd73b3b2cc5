import type { Language } from '../../module/module.ts';
import { type Endpoint, endpoints } from '../../sdks/endpoints.ts';
import type { Posting, Spending } from '../../sdks/sdk.ts';
import type { CallRecord, PendingPost } from '../summary.ts';
import { type CallArguments, hole, type Value } from '../value.ts';
import { settle } from '../values/settle.ts';
import { type Fill, substituteArguments } from '../values/substitute.ts';
import { carries } from '../values/taint.ts';
import { nameOf } from '../values/texts.ts';
import type { World } from '../world.ts';
import { type Body, bodyOf, firstArgument } from './sent.ts';

export interface Posted {
  readonly api: string;
  readonly spending: Spending;
  readonly sent: CallArguments;
}

/** What a request over HTTP asks for, by its address and the fields of its body; null where it goes to no model. */
export function posted(
  world: World,
  posting: Posting,
  given: CallArguments,
  receiver: CallArguments | null,
  language: Language,
): Posted | null {
  const url = firstArgument(world, given, posting.url);
  if (!url) return null;
  const body = posting.body.length > 0 ? bodyOf(world, posting.body, given) : writtenLater(url);
  if (body.entries.length === 0 && body.unknowns.length === 0) return null;
  const base = baseOf(world, posting, given, receiver);
  const settled = settle(world, url);
  const before = base ? settle(world, base) : null;
  const fields = new Set(body.entries.map((entry) => entry.key));
  // Of a setting and what the code falls back to, the address that is shown says more.
  const all = [...addresses(settled, before)].sort((one, other) => Number(one.text.startsWith('{')) - Number(other.text.startsWith('{')));
  for (const address of all) {
    const endpoint = endpoints.find((one) => fitsEndpoint(one, address.text, fields, language));
    if (!endpoint) continue;
    const model = endpoint.model ? modelIn(endpoint.model, address) : null;
    const named = [...(model ? [{ key: 'model', value: model }] : []), { key: ADDRESS, value: hostIn(address, url) }, ...body.entries];
    return {
      api: `http:${endpoint.title}`,
      spending: endpoint.spends,
      sent: { positional: [], named: named.map(({ key, value }) => ({ name: key, value, place: value.place })), unknowns: body.unknowns },
    };
  }
  return null;
}

function baseOf(world: World, posting: Posting, given: CallArguments, receiver: CallArguments | null): Value | null {
  const host = posting.host ? firstArgument(world, given, posting.host) : null;
  return host ?? (posting.base && receiver ? firstArgument(world, receiver, posting.base) : null);
}

const writtenLater = ({ place }: Value): Body => ({ entries: [], unknowns: [hole('body', 'written into the request later', place)] });

/** Whether a caller may still show an address that means a model. */
export function isPending(world: World, posting: Posting, given: CallArguments, receiver: CallArguments | null): boolean {
  const url = firstArgument(world, given, posting.url);
  const base = baseOf(world, posting, given, receiver);
  return [url, base].some((value) => value !== null && carries(settle(world, value), (one) => one.kind === 'parameter', 0));
}

/** The request of a wrapper as its caller makes it: known, still open, or none of ours. */
export function postedThrough(
  world: World,
  { pending: _, ...rest }: CallRecord,
  pending: PendingPost,
  given: CallArguments,
  fill: Fill,
): CallRecord | null {
  const receiver = pending.receiver ? substituteArguments(world, pending.receiver, fill) : null;
  const found = posted(world, pending.posting, given, receiver, world.language(rest.place.file));
  if (found) return { ...rest, api: found.api, spending: found.spending, arguments: found.sent };
  return isPending(world, pending.posting, given, receiver) ? { ...rest, pending: { ...pending, receiver }, arguments: given } : null;
}

/** The field that the address is handed on as; no body has one of this name. */
const ADDRESS = '(address)';

function fitsEndpoint(endpoint: Endpoint, text: string, fields: ReadonlySet<string>, language: Language): boolean {
  const isRelative = text.startsWith('/') || text.startsWith('.');
  if (isRelative || !endpoint.path.test(text) || (endpoint.language && endpoint.language !== language)) return false;
  if (endpoint.host?.test(text)) return true;
  return endpoint.evidence ? endpoint.evidence.every((name) => fields.has(name)) : endpoint.host === undefined;
}

/** An address as text; what is unknown in it stands as `{name}`, with the value kept beside it. */
interface Address {
  readonly text: string;
  readonly unknowns: ReadonlyMap<string, Value>;
}

function addresses(url: Value, base: Value | null): readonly Address[] {
  const own = textsWithHoles(url);
  if (!base) return own;
  const bases = textsWithHoles(base);
  return own.flatMap((one) => (/^[a-z]+:\/\//i.test(one.text) ? [one] : bases.map((below) => joined(below, one))));
}

const joined = (base: Address, rest: Address): Address => ({
  text: `${base.text.replace(/\/+$/, '')}/${rest.text.replace(/^\/+/, '')}`,
  unknowns: new Map([...base.unknowns, ...rest.unknowns]),
});

function textsWithHoles(value: Value): readonly Address[] {
  switch (value.kind) {
    case 'text':
      return [{ text: value.text, unknowns: NONE }];
    case 'choice':
      return value.options.flatMap(textsWithHoles).slice(0, MOST_ADDRESSES);
    case 'concat':
      return value.parts.reduce<readonly Address[]>(
        (before, part) =>
          before
            .flatMap((one) =>
              textsWithHoles(part).map((next) => ({ text: one.text + next.text, unknowns: new Map([...one.unknowns, ...next.unknowns]) })),
            )
            .slice(0, MOST_ADDRESSES),
        [{ text: '', unknowns: NONE }],
      );
    case 'called': {
      // `urljoin(base, "/v1/…")`, `new URL("/v1/…", base)`.
      const [first, second] = value.arguments.positional;
      const name = nameOf(value.callee);
      if (first && /(^|\.)urljoin$/.test(name) && second) return addresses(second, first);
      if (first && /(^|\.)URL$/.test(name)) return second ? addresses(first, second) : textsWithHoles(first);
      break;
    }
    default:
  }
  const name = `{${nameOf(value) || 'address'}}`;
  return [{ text: name, unknowns: new Map([[name, value]]) }];
}

function modelIn(pattern: RegExp, address: Address): Value | null {
  const id = pattern.exec(address.text)?.[1];
  if (!id) return null;
  return address.unknowns.get(id) ?? (id.includes('{') ? null : { kind: 'text', text: id, place: placeOf(address) });
}

/** The address where it shows whose server it is, else a hole: a path alone says nothing of the vendor. */
function hostIn(address: Address, url: Value): Value {
  const hasHost = /^(https?:\/\/)?(\w[\w-]*\.)+\w+|^(https?:\/\/)?localhost/i.test(address.text);
  return hasHost ? { kind: 'text', text: address.text, place: url.place } : hole('address', 'not shown by the source', url.place);
}

const placeOf = (address: Address): Value['place'] => [...address.unknowns.values()][0]?.place ?? NOWHERE;

const NONE: ReadonlyMap<string, Value> = new Map();
const NOWHERE = { file: '', unit: '', span: { start: 0, end: 0 } };
const MOST_ADDRESSES = 6;
