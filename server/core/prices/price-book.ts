import type { Catalogue, CatalogueModel, CatalogueProvider } from './catalogue.ts';
import { catalogueSchema } from './catalogue.ts';
import { composePriced } from './compose.ts';
import { createFinder, type Finder, type Match } from './match.ts';
import { isLocalHost, type ModelId, parseModelId } from './model-id/model-id.ts';
import { overlay as ownOverlay } from './overlay/index.ts';
import { aliasOf, mergeOverlays, priceRowAt } from './overlay-rows.ts';
import { type Overlay, overlaySchema } from './overlay-schema.ts';
import type { Lookup, LookupQuery, PriceBook, UnknownModel, UnknownReason } from './types.ts';
import { hostCatalogues, hostFolders, listPriceHosts, openWeights, parameterCount, vendorCatalogues } from './vendors.ts';

export type LoadedBook = { readonly ok: true; readonly book: PriceBook } | { readonly ok: false; readonly problems: readonly string[] };

/** Checks the catalogue's asset, and the user's own prices where there are any, and makes the book. */
export function loadPriceBook(json: unknown, custom?: unknown, overlay: Overlay = ownOverlay): LoadedBook {
  const catalogue = catalogueSchema.safeParse(json);
  if (!catalogue.success) return { ok: false, problems: problems('catalogue', catalogue.error.issues) };
  if (custom === undefined) return { ok: true, book: createPriceBook(catalogue.data, overlay) };
  const own = overlaySchema.safeParse(custom);
  if (!own.success) return { ok: false, problems: problems('custom prices', own.error.issues) };
  return { ok: true, book: createPriceBook(catalogue.data, overlay, own.data) };
}

export function createPriceBook(catalogue: Catalogue, overlay: Overlay = ownOverlay, custom?: Overlay): PriceBook {
  const facts = custom ? mergeOverlays(custom, overlay) : overlay;
  const providers = new Map(catalogue.providers.map((provider) => [provider.id, provider]));
  const finders = new Map<string, Finder>();
  const finderOf = (provider: CatalogueProvider): Finder => {
    const known = finders.get(provider.id) ?? createFinder(provider);
    finders.set(provider.id, known);
    return known;
  };
  const { name, version, date, sha256 } = catalogue;
  const shelf = { catalogue, facts, providers, finderOf };
  return { catalogue: { name, version, date, sha256 }, lookup: remembered((query) => lookup(query, shelf)) };
}

/** Prices change by the day, so a day's answers are kept; where the moment counts nothing is. */
function remembered(answer: (query: LookupQuery) => Lookup): (query: LookupQuery) => Lookup {
  const answers = new Map<string, Lookup>();
  return (query) => {
    if (query.timeOfDay === 'known') return answer(query);
    const key = [query.model, query.provider, query.host, query.names, Math.floor(query.at / 86_400_000)].join('\n');
    const known = answers.get(key) ?? answer(query);
    if (answers.size >= 1000) answers.clear();
    answers.set(key, known);
    return known;
  };
}

interface Shelf {
  readonly catalogue: Catalogue;
  readonly facts: Overlay;
  readonly providers: ReadonlyMap<string, CatalogueProvider>;
  readonly finderOf: (provider: CatalogueProvider) => Finder;
}

function lookup(query: LookupQuery, shelf: Shelf): Lookup {
  const id = parseModelId(query.model, { provider: query.provider, host: query.host });
  if (id.host !== null && isLocalHost(id.host)) return { kind: 'local', id, host: id.host };
  if (id.opaque === 'profile')
    return unknown(id, 'opaque-id', `\`${id.original}\` names a profile or custom model; only its account knows which model answers.`);
  if (id.opaque === 'deployment' && query.names !== 'model' && !hasOwnRow(id, query.at, shelf)) {
    return unknown(id, 'deployment', `\`${id.model}\` is a deployment name on Azure; it does not say which model answers.`, id.model);
  }
  return priced(id, query, shelf);
}

function hasOwnRow(id: ModelId, at: number, shelf: Shelf): boolean {
  const row = priceRowAt(shelf.facts.prices, id, at);
  return row?.host === id.host;
}

/** Our rows first, then the host's list, then the vendor's where the host bills the vendor's prices. */
function priced(id: ModelId, query: LookupQuery, shelf: Shelf): Lookup {
  const row = priceRowAt(shelf.facts.prices, id, query.at);
  if (row && (id.host === null || row.host === id.host)) return composePriced({ kind: 'row', row }, id, query, shelf.facts, null);
  const fromHost = id.host === null ? null : findAtHost(id, shelf);
  if (fromHost?.kind === 'listed') return priceListed(fromHost, id, query, shelf, null);
  const passes = passedOn(id);
  if (id.host !== null && passes === null) {
    return fromHost
      ? newer(id, fromHost.model)
      : unknown(id, 'host-unlisted', `No price list for \`${id.hostModel}\` on ${id.host}.`, id.model);
  }
  if (id.variants.includes('free')) return unknown(id, 'not-listed', `\`${id.hostModel}\` is not listed as a free model.`, id.model);
  if (row && row.host === undefined) return composePriced({ kind: 'row', row }, id, query, shelf.facts, passes);
  if (id.opaque === 'weights' && id.host === null) return hostDecides(id);
  const fromVendor = findAtVendor(id, shelf);
  if (fromVendor?.kind === 'listed') return priceListed(fromVendor, id, query, shelf, passes);
  const near = fromVendor ?? fromHost;
  if (near) return newer(id, near.model);
  return unlisted(id);
}

function passedOn(id: ModelId): string | null {
  const host = listPriceHosts[id.host ?? ''];
  return host && (host.vendors === 'all' || host.vendors.includes(id.provider ?? '')) ? host.note : null;
}

type Found = (NonNullable<Match> & { readonly provider: CatalogueProvider }) | null;

function findAtHost(id: ModelId, shelf: Shelf): Found {
  const provider = shelf.providers.get(hostCatalogues[id.host ?? ''] ?? id.host ?? '');
  return provider ? find(provider, hostNames(id), shelf) : null;
}

function hostNames(id: ModelId): readonly string[] {
  if (id.host === 'openrouter' || id.host === 'bedrock')
    return [id.hostModel, id.hostModel.replace(/(?::[a-z]+)+$/i, '')].filter((name) => !isFreeOf(id, name));
  const folder = hostFolders[id.host ?? ''];
  return [id.hostModel, id.model, id.undated, ...(folder === undefined ? [] : [`${folder}${id.model}`])];
}

/** A `:free` model is never priced as its paid twin. */
const isFreeOf = (id: ModelId, name: string): boolean => id.variants.includes('free') && !name.toLowerCase().endsWith(':free');

function findAtVendor(id: ModelId, shelf: Shelf): Found {
  if (id.provider === null) return null;
  let near: Found = null;
  for (const name of vendorCatalogues[id.provider] ?? [id.provider]) {
    const provider = shelf.providers.get(name);
    const found = provider ? find(provider, vendorNames(id, shelf), shelf) : null;
    if (found?.kind === 'listed') return found;
    near ??= found;
  }
  return near;
}

function vendorNames(id: ModelId, shelf: Shelf): readonly string[] {
  const alias = aliasOf(shelf.facts.aliases, id);
  return alias === null ? [id.model, id.undated] : [alias.means];
}

function find(provider: CatalogueProvider, names: readonly string[], shelf: Shelf): Found {
  const finder = shelf.finderOf(provider);
  let near: Found = null;
  for (const name of new Set(names)) {
    const match = finder(name);
    if (match?.kind === 'listed') return { ...match, provider };
    if (match) near ??= { ...match, provider };
  }
  return near;
}

function priceListed(found: NonNullable<Found>, id: ModelId, query: LookupQuery, shelf: Shelf, passes: string | null): Lookup {
  const { model, provider } = found;
  if (model.periods.length === 0) return unknown(id, 'no-token-price', `\`${id.model}\` is not billed by the token.`);
  return composePriced({ kind: 'catalogue', model, provider, catalogue: shelf.catalogue }, id, query, shelf.facts, passes);
}

function newer(id: ModelId, model: CatalogueModel): UnknownModel {
  return unknown(
    id,
    'newer-version',
    `\`${id.original}\` is not listed. It resembles \`${model.id}\`, but its price may differ.`,
    model.id,
  );
}

function unlisted(id: ModelId): UnknownModel {
  if (openWeights.has(id.provider ?? '') || parameterCount.test(id.model)) return hostDecides(id);
  return unknown(id, 'not-listed', `\`${id.original}\` is in no price list.`);
}

function hostDecides(id: ModelId): UnknownModel {
  return unknown(id, 'open-weights', `\`${id.model}\` has no price of its own: it depends on who hosts it.`);
}

function unknown(id: ModelId, reason: UnknownReason, why: string, near: string | null = null): UnknownModel {
  return { kind: 'unknown', id, reason, why, near };
}

function problems(what: string, issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): readonly string[] {
  return issues.slice(0, 20).map((issue) => `${what}: ${issue.path.map(String).join('.') || 'whole file'}: ${issue.message}`);
}
