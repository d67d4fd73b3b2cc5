export * from './cache-rules.ts';
export { isLocalHost, type ModelId, parseModelId } from './model-id/model-id.ts';
export { overlay } from './overlay/index.ts';
export { type Overlay, overlaySchema } from './overlay-schema.ts';
export { createPriceBook, type LoadedBook, loadPriceBook } from './price-book.ts';
export * from './price-request.ts';
export * from './simulate-cache.ts';
export type * from './types.ts';
export { activeWindow, priceVariants } from './windows.ts';
