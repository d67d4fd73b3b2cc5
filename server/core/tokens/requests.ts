import { addTokens, type TokenQuantity } from '../quantity/quantity.ts';
import { amount } from './counters/amounts.ts';
import { countClaude } from './counters/claude.ts';
import type { Counting, PartCount } from './counters/counting.ts';
import { countGemini } from './counters/gemini.ts';
import { countOpenAi } from './counters/openai.ts';
import { countOther } from './counters/other.ts';
import { familyOf } from './families.ts';
import type { CountableRequest } from './request.ts';
import { isNeeds, type Needs, scaled, type Tokenizer } from './tokenizer.ts';
import type { FamilyId } from './tokenizer-family.ts';

export type { PartCount } from './counters/counting.ts';

export interface RequestCount {
  readonly total: TokenQuantity;
  /** A line a tool, a system piece and a message; what the vendor adds around them is `overhead`. */
  readonly parts: readonly PartCount[];
}

/** What a request costs to send: the same for a call found in code and for a saved body. */
export function countRequest(request: CountableRequest, tokenizer: Tokenizer): RequestCount | Needs {
  const family = familyOf(request.model);
  const encoding = tokenizer.encodingOf(request.model);
  if (isNeeds(encoding)) return encoding;
  const counting: Counting = {
    family,
    text: (text) => scaled(encoding.count(text), text, family, encoding),
    scaled: (count, sample) => scaled(count, sample, family, encoding),
    raw: (text) => encoding.count(text),
  };
  const parts = [...counterOf(family.id)(request, counting), ...storedParts(request)];
  return { total: notBelowZero(addTokens(parts.map(({ tokens }) => tokens))), parts };
}

function counterOf(family: FamilyId): (request: CountableRequest, counting: Counting) => readonly PartCount[] {
  switch (family) {
    case 'o200k_base':
    case 'o200k_assumed':
    case 'cl100k_base':
      return countOpenAi;
    case 'claude-older':
    case 'claude-newer':
      return countClaude;
    case 'gemini':
      return countGemini;
    default:
      return countOther;
  }
}

function storedParts({ stored }: CountableRequest): readonly PartCount[] {
  return stored.map((name, index) => ({
    role: 'overhead',
    index: index + 100,
    tokens: amount(0, null, null, { kind: 'unknown', note: `${name} stands with the vendor and is billed with the request` }),
  }));
}

/** Corrections between parts may be negative, a bill is not. */
function notBelowZero(total: TokenQuantity): TokenQuantity {
  return { ...total, floor: Math.max(0, total.floor) };
}
