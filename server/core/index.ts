export { createAnalyzer } from './analyzer/analyzer.ts';
export type * from './api.ts';
