import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Tests draw and count on the folders of test/fixtures/data, as test/setup.ts builds them; only the smoke test reads data/. */
const fixtures = {
  alias: [
    {
      find: /^(?:\.\.\/)+generated\/(?=[^/]+$)/,
      replacement: join(import.meta.dirname, 'generated/fixtures/generated/'),
    },
  ],
}

export default defineConfig({
  test: {
    globalSetup: './test/setup.ts',
    // Two suites at a time also where there are two cores, for which Vitest would take one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Istanbul, for workerd has no V8 coverage to read. The scripts of the pages run in Chromium and are not counted.
    coverage: {
      provider: 'istanbul',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/pages/client/**', 'src/modules.d.ts'],
      reporter: ['text', 'html'],
    },
    // The Worker logs a line about each request.
    onConsoleLog: line => !line.startsWith('{"level":"info"'),
    projects: [
      { resolve: fixtures, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 90_000 } },
      { test: { name: 'load', include: ['test/load/**/*.test.ts'], hookTimeout: 90_000 } },
      { test: { name: 'served', include: ['test/served/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 90_000 } },
      {
        test: {
          name: 'long',
          include: ['test/long/node/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 90_000,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'long-worker',
          provide: {
            fuzzCases: Number(process.env.FUZZ_CASES ?? 20_000),
            fuzzSeed: Number(process.env.FUZZ_SEED ?? 1),
          },
          include: ['test/long/worker/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        resolve: fixtures,
        test: { name: 'worker', include: ['test/worker/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
})
