import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    pool: 'threads',
    testTimeout: 30_000,
    // Servers are started and accounts seeded in hooks; a busy machine takes its time.
    hookTimeout: 60_000,
  },
});
