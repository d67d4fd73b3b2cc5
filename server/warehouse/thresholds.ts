import { catalogueSchema, readPeriod } from '../core/prices/catalogue.ts';
import { overlay } from '../core/prices/index.ts';

/** Every input length at which some model's price changes, from the catalogue's asset and our own rows. Ascending. */
export function inputThresholds(catalogue: unknown): readonly number[] {
  const periods = catalogueSchema.parse(catalogue).providers.flatMap(({ models }) => models.flatMap((model) => model.periods));
  const listed = periods.filter((period) => period.includes(';>')).flatMap((period) => readPeriod(period).tiers);
  const own = overlay.prices.flatMap(({ tiers }) => tiers ?? []);
  return [...new Set([...listed, ...own].map(({ aboveInputTokens }) => aboveInputTokens))].sort((a, b) => a - b);
}
