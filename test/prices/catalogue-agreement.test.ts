import { calcPrice } from '@pydantic/genai-prices';
import { describe, expect, test } from 'vitest';
import { readRules } from '../../server/core/prices/catalogue.ts';
import { overlay, priceTokens } from '../../server/core/prices/index.ts';
import { exactTokens, noTokens } from '../../server/core/quantity/quantity.ts';
import { catalogue, look, november } from './book.ts';

/** Every exact name the catalogue lists for these vendors, priced by its own reader and by ours. */
const vendors = ['anthropic', 'openai', 'google', 'x-ai', 'mistral', 'deepseek', 'cohere', 'moonshotai', 'perplexity', 'zai', 'minimax'];
const corrected = new Set([...overlay.prices.flatMap((row) => row.models), ...overlay.aliases.map((row) => row.name)]);

describe.each(vendors)('%s', (vendor) => {
  const names = (catalogue.providers.find((provider) => provider.id === vendor)?.models ?? [])
    .flatMap((model) => (model.periods.length === 0 ? [] : readRules(model.match)))
    .flatMap((rule) => (rule.length === 1 && rule[0]?.startsWith('=') ? [rule[0].slice(1)] : []))
    .filter((name) => !corrected.has(name) && !name.includes('/') && !name.includes(':'));

  test(`${names.length} names`, () => {
    const differences: string[] = [];
    for (const name of names) {
      const theirs = calcPrice({ input_tokens: 1_000_000, output_tokens: 1000 }, name, {
        providerId: vendor,
        timestamp: new Date(november),
      });
      const answer = look(name, { provider: vendor, timeOfDay: 'known' });
      const tokens = { fresh: exactTokens(1_000_000, ''), output: exactTokens(1000, ''), read: noTokens, write: [] };
      const ours = answer.kind === 'priced' ? priceTokens(tokens, answer) : null;
      const classes = ours?.classes.filter((one) => one.class === 'fresh' || one.class === 'output') ?? [];
      const sum = Number(classes.reduce((total, one) => total + one.money.floor, 0n)) / 1e12;
      const expected = (theirs?.input_price ?? 0) + (theirs?.output_price ?? 0);
      if (!ours || Math.abs(sum - expected) > 1e-9) differences.push(`${name}: ${ours ? sum : answer.kind} instead of ${expected}`);
    }
    expect(differences).toEqual([]);
  });
});
