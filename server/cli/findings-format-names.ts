/** Apart from what prints them, which help and other commands need not load. */
export const findingsFormats = ['text', 'json', 'sarif', 'github', 'gitlab', 'markdown'] as const;
export type FindingsFormat = (typeof findingsFormats)[number];
