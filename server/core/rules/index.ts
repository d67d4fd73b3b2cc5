import { missingOutputCap } from './missing-output-cap.ts';
import { prefixBelowMinimum } from './prefix-below-minimum.ts';
import { retiredModel } from './retired-model.ts';
import type { AnyRule } from './rule.ts';
import { unboundedAgentRun } from './unbounded-agent-run.ts';
import { unboundedRetry } from './unbounded-retry.ts';
import { unboundedToolLoop } from './unbounded-tool-loop.ts';
import { uncachedPrefix } from './uncached-prefix.ts';
import { unknownModel } from './unknown-model.ts';
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
  prefixBelowMinimum, // LI403
  unknownModel, // LI501
  retiredModel, // LI502
] as const satisfies readonly AnyRule[];
