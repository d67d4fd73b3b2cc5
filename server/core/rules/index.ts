import { alwaysOnContext } from './always-on-context.ts';
import { batchEligible } from './batch-eligible.ts';
import { cacheBreakingSwitch } from './cache-breaking-switch.ts';
import { callPerItem } from './call-per-item.ts';
import { coldFanOut } from './cold-fan-out.ts';
import { discardedResponse } from './discarded-response.ts';
import { duplicateText } from './duplicate-text.ts';
import { expensiveBound } from './expensive-bound.ts';
import { expiringPrice } from './expiring-price.ts';
import { heavyTools } from './heavy-tools.ts';
import { ineffectiveOption } from './ineffective-option.ts';
import { invalidConfig } from './invalid-config.ts';
import { leakedCacheStorage } from './leaked-cache-storage.ts';
import { longContextSurcharge } from './long-context-surcharge.ts';
import { miscountedUsage } from './miscounted-usage.ts';
import { misplacedBreakpoint } from './misplaced-breakpoint.ts';
import { missingOutputCap } from './missing-output-cap.ts';
import { multipleCompletions } from './multiple-completions.ts';
import { nestedFanOut } from './nested-fan-out.ts';
import { overBudget } from './over-budget.ts';
import { oversizedContext } from './oversized-context.ts';
import { oversizedImage } from './oversized-image.ts';
import { prefixBelowMinimum } from './prefix-below-minimum.ts';
import { premiumTier } from './premium-tier.ts';
import { recursiveAgent } from './recursive-agent.ts';
import { reparseRetry } from './reparse-retry.ts';
import { repeatedRequest } from './repeated-request.ts';
import { retiredModel } from './retired-model.ts';
import type { AnyRule } from './rule.ts';
import { stackedRetries } from './stacked-retries.ts';
import { supersededModel } from './superseded-model.ts';
import { timeoutReroll } from './timeout-reroll.ts';
import { unboundedAgentRun } from './unbounded-agent-run.ts';
import { unboundedHistory } from './unbounded-history.ts';
import { unboundedRetrieval } from './unbounded-retrieval.ts';
import { unboundedRetry } from './unbounded-retry.ts';
import { unboundedToolLoop } from './unbounded-tool-loop.ts';
import { uncachedPrefix } from './uncached-prefix.ts';
import { uncappedServerTool } from './uncapped-server-tool.ts';
import { uncappedThinking } from './uncapped-thinking.ts';
import { unknownModel } from './unknown-model.ts';
import { unstableTools } from './unstable-tools.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { volatilePrefix } from './volatile-prefix.ts';
import { wastefulEncoding } from './wasteful-encoding.ts';

/** Every rule, sorted by code. */
export const rules = [
  unusedSuppression, // LI001
  invalidConfig, // LI002
  oversizedContext, // LI101
  unboundedHistory, // LI102
  unboundedRetrieval, // LI103
  duplicateText, // LI104
  wastefulEncoding, // LI105
  heavyTools, // LI106
  repeatedRequest, // LI107
  callPerItem, // LI108
  oversizedImage, // LI109
  alwaysOnContext, // LI110
  missingOutputCap, // LI201
  unboundedRetry, // LI202
  stackedRetries, // LI203
  reparseRetry, // LI204
  multipleCompletions, // LI205
  uncappedThinking, // LI206
  timeoutReroll, // LI207
  discardedResponse, // LI208
  unboundedToolLoop, // LI301
  unboundedAgentRun, // LI302
  expensiveBound, // LI303
  recursiveAgent, // LI304
  nestedFanOut, // LI305
  ineffectiveOption, // LI306
  uncachedPrefix, // LI401
  volatilePrefix, // LI402
  prefixBelowMinimum, // LI403
  unstableTools, // LI404
  misplacedBreakpoint, // LI405
  cacheBreakingSwitch, // LI406
  coldFanOut, // LI407
  leakedCacheStorage, // LI408
  unknownModel, // LI501
  retiredModel, // LI502
  supersededModel, // LI503
  batchEligible, // LI504
  longContextSurcharge, // LI505
  expiringPrice, // LI506
  overBudget, // LI507
  premiumTier, // LI508
  uncappedServerTool, // LI509
  miscountedUsage, // LI510
] as const satisfies readonly AnyRule[];
