import type { Overlay } from '../overlay-schema.ts';
import { aliases } from './aliases.ts';
import { cacheMinimums } from './cache-minimums.ts';
import { cachePolicies } from './cache-policies.ts';
import { lifecycle } from './lifecycle.ts';
import { limits } from './limits.ts';
import { prices } from './prices.ts';
import { regional, residency, services } from './services.ts';

/** Our own dated facts, over the catalogue. */
export const overlay: Overlay = { prices, cachePolicies, cacheMinimums, limits, lifecycle, services, residency, regional, aliases };
