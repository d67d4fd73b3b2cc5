import { defineConfig } from 'vitest/config';

/** Everything that needs neither an editor nor a browser. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', 'test/web/**'],
  },
});
