import { defineConfig } from 'vitest/config'

/** The `unit` suite without those that weigh or list the bundle, which Stryker's own code would swell. */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    exclude: ['test/unit/bundle.test.ts', 'test/unit/shipped.test.ts'],
    testTimeout: 60_000,
  },
})
