import { missingOutputCap } from './missing-output-cap.ts';
import type { AnyRule } from './rule.ts';
import { unboundedAgentRun } from './unbounded-agent-run.ts';
import { unboundedRetry } from './unbounded-retry.ts';
import { unboundedToolLoop } from './unbounded-tool-loop.ts';
import { uncachedPrefix } from './uncached-prefix.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { volatilePrefix } from './volatile-prefix.ts';

/** Every rule, sorted by code. */
export const rules = [
  unusedSuppression, // LI001
  missingOutputCap, // LI201
  unboundedRetry, // LI202
  unboundedToolLoop, // LI301
  unboundedAgentRun, // LI302
  uncachedPrefix, // LI401
  volatilePrefix, // LI402
] as const satisfies readonly AnyRule[];
