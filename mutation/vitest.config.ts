import { defineConfig } from 'vitest/config'

/** The `unit` suite without those that weigh or list the bundle, which Stryker's own code would swell, and those that read documents. */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    exclude: ['bundle', 'shipped', 'architecture', 'dependencies', 'security'].map(name => `test/unit/${name}.test.ts`),
    testTimeout: 60_000,
  },
})
