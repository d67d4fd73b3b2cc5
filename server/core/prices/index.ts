export * from './cache-rules.ts';
export { parseModelId } from './model-id/model-id.ts';
export { overlay } from './overlay/index.ts';
export { overlaySchema } from './overlay-schema.ts';
export { loadPriceBook } from './price-book.ts';
export * from './price-request.ts';
export * from './simulate-cache.ts';
export type * from './types.ts';
