import { familyRules } from './data/families.ts';
import { families } from './data/family-table.ts';
import type { TokenizerFamily } from './tokenizer-family.ts';

/** The tokenizer of a model, by its id in any spelling: dated, with a provider's or a cloud's prefix. Never silently another vendor's. */
export function familyOf(model: string | null): TokenizerFamily {
  const id = (model ?? '').toLowerCase();
  const rule = familyRules.find(({ pattern }) => pattern.test(id));
  return families[rule?.family ?? 'unknown'];
}
