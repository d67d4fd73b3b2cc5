import { defineConfig } from 'vitest/config';

/** What needs a PostgreSQL server: `npm test -- warehouse` starts one. */
export default defineConfig({
  test: { include: ['test/postgres/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
