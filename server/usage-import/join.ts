import type { LineItem } from '../core/bill/line-item.ts';
import type { PriceBook } from '../core/prices/types.ts';
import { fingerprintOf, promptKey } from '../core/usage/fingerprint.ts';
import type { UsageRecord } from './record.ts';

/** A call site as a log may speak of it. */
export interface Site {
  readonly id: string;
  readonly fingerprint: string;
  /** As the price book names it; null where the source does not say. */
  readonly model: string | null;
  /** Beginnings of its literal texts. */
  readonly texts: readonly string[];
  readonly tools: readonly string[];
  readonly via: readonly string[];
}

export type JoinedBy = 'label' | 'prompt' | 'model';

export type Join =
  | { readonly site: Site; readonly by: JoinedBy }
  /** What no call site fits, as people find it again. */
  | { readonly site: null; readonly why: string };

export interface Joiner {
  readonly sites: readonly Site[];
  join(record: UsageRecord): Join;
}

export interface JoinOptions {
  readonly prices: PriceBook;
  readonly now: number;
}

/** A beginning shorter than this is no evidence: `You are`. */
const shortest = 16;

export function createJoiner(items: readonly LineItem[], options: JoinOptions): Joiner {
  const titles = new Map<string, string>();
  const titleOf = (model: string | null, provider: string | null): string | null => {
    if (model === null) return null;
    const key = `${provider ?? ''}/${model}`;
    const known = titles.get(key);
    if (known !== undefined) return known;
    const found = options.prices.lookup({ model, provider: provider ?? undefined, at: options.now, names: 'model' });
    const title = found.kind === 'priced' ? found.title : model.toLowerCase();
    titles.set(key, title);
    return title;
  };
  const sites = items.map((item) => siteOf(item, titleOf(item.call.request.model.id, item.call.request.provider)));
  const byId = new Map(sites.map((site) => [site.id, site]));
  const byStart = indexByStart(sites);
  const byModel = new Map<string, Site[]>();
  for (const site of sites) if (site.model !== null) byModel.set(site.model, [...(byModel.get(site.model) ?? []), site]);

  return {
    sites,
    join(record) {
      if (record.label !== null) {
        const site = byId.get(record.label) ?? byId.get(`${record.label}~1`);
        // A label of somebody else's (a function, a prompt's name) says nothing, and the request is looked at.
        if (site !== undefined) return { site, by: 'label' };
        if (record.label.includes('#')) return { site: null, why: `label ${record.label}` };
      }
      const model = titleOf(record.model, record.provider);
      if (record.texts.length > 0) {
        const site = only(byPrompt(record, model, byStart));
        return site === null
          ? { site: null, why: `${model ?? 'no model'}, “${(record.texts[0] ?? '').slice(0, 40)}”` }
          : { site, by: 'prompt' };
      }
      const site = model === null ? null : only(byModel.get(model) ?? []);
      return site === null ? { site: null, why: model ?? 'no model' } : { site, by: 'model' };
    },
  };
}

function siteOf({ call }: LineItem, model: string | null): Site {
  const { parts } = call.request;
  const texts = parts.flatMap((part) => {
    if (part.role === 'tools' || part.role === 'schema') return [];
    const [piece] = part.pieces;
    return piece?.kind === 'text' ? [promptKey(piece.text)] : [];
  });
  const tools = parts.flatMap((part) => (part.role === 'tools' && part.name !== null ? [part.name] : [])).sort();
  return {
    id: call.id,
    fingerprint: fingerprintOf(call),
    model,
    texts: texts.filter((text) => text.length >= shortest),
    tools,
    via: call.via,
  };
}

function indexByStart(sites: readonly Site[]): ReadonlyMap<string, readonly Site[]> {
  const index = new Map<string, Site[]>();
  for (const site of sites) {
    for (const text of site.texts) {
      const start = text.slice(0, shortest);
      index.set(start, [...(index.get(start) ?? []), site]);
    }
  }
  return index;
}

/** Those with the longest beginning in common; of them those of the model, and those with the tools that were sent. */
function byPrompt(record: UsageRecord, model: string | null, byStart: ReadonlyMap<string, readonly Site[]>): readonly Site[] {
  let longest = 0;
  let found: Site[] = [];
  for (const text of record.texts) {
    for (const site of byStart.get(text.slice(0, shortest)) ?? []) {
      if (model !== null && site.model !== null && site.model !== model) continue;
      const length = Math.max(0, ...site.texts.map((own) => (text.startsWith(own) ? own.length : own.startsWith(text) ? text.length : 0)));
      if (length < shortest || length < longest) continue;
      if (length > longest) found = [];
      longest = length;
      if (!found.includes(site)) found.push(site);
    }
  }
  const { tools } = record;
  const sameTools = tools === null ? [] : found.filter((site) => site.tools.join() === tools.join());
  return sameTools.length > 0 ? sameTools : found;
}

/** The only one, or the wrapper that all others go through: their requests are the same. */
function only(found: readonly Site[]): Site | null {
  if (found.length <= 1) return found[0] ?? null;
  return found.find((site) => found.every((other) => other === site || other.via.includes(site.id))) ?? null;
}
