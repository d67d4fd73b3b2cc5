/** What `lineitem bill` prints. The finance table is FOCUS 1.2. */
export const billFormats = ['text', 'json', 'csv', 'focus', 'markdown', 'html'] as const;
