import { defineConfig } from 'vitest/config';

/** The tests that look at the editor, and at the bundle for browsers, through a browser. */
export default defineConfig({
  test: {
    include: ['test/editor/ui/*.test.ts', 'test/web/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
