import { defineConfig } from 'vitest/config';

/** Everything that needs neither an editor nor a browser. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', 'test/web/**'],
    // Machines that test are often busy; a test that hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
