import type { Fields, LogFormat } from '../record.ts';
import { helicone } from './helicone.ts';
import { langfuse } from './langfuse.ts';
import { litellm } from './litellm.ts';
import { otlp } from './otlp.ts';
import { plain } from './plain.ts';
import { anthropicUsage, openaiUsage } from './vendor-usage.ts';

/** From the most particular to the least: the first that recognises a value reads it. */
export const logFormats: readonly LogFormat[] = [otlp, langfuse, helicone, litellm, openaiUsage, anthropicUsage, plain];

export const formatOf = (value: Fields): LogFormat | null => logFormats.find((format) => format.recognises(value)) ?? null;
