import { defineConfig } from 'vitest/config';

/** Everything that needs no editor, browser or database server. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', 'test/web/**', 'test/postgres/**'],
    // Machines that test are often busy; a test that hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
