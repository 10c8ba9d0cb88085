import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/**
 * Tests draw and count on the folders of test/fixtures/data, as test/setup.ts builds them, and on the settings of
 * test/fixtures/site.ts; only the smoke test reads data/ and src/site.ts.
 */
const fixtures = {
  alias: [
    {
      find: /^(?:\.\.?\/)+(?:src\/)?site\.ts$/,
      replacement: join(import.meta.dirname, 'test/fixtures/site.ts'),
    },
    {
      find: /^(?:\.\.\/)+generated\/(?=[^/]+$)/,
      replacement: join(import.meta.dirname, 'generated/fixtures/generated/'),
    },
  ],
}

/** `isShared`: its files share their modules, which are read once for all of them; no test of it leaves anything behind. */
type Suite = { include: string[]; isOfFixtures?: boolean; isShared?: boolean }

/** Waiting takes longer on a busy machine. */
const limits = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } }

/** A suite that runs in Node. */
const node = (name: string, { include, isOfFixtures, isShared = false }: Suite) => ({
  ...(isOfFixtures && { resolve: fixtures }),
  test: { name, include, ...limits, isolate: !isShared },
})

/** The static assets of the fixtures, in place of those of data/. */
const assets = { directory: join(import.meta.dirname, 'generated/fixtures/generated/assets'), binding: 'ASSETS' }

/** A suite that runs in workerd, where the Worker runs. `FUZZ_CASES` and `FUZZ_SEED` are for the fuzzer. */
const worker = (name: string, { include, isOfFixtures, isShared = false }: Suite) => ({
  plugins: [
    cloudflareTest({ wrangler: { configPath: './wrangler.toml' }, ...(isOfFixtures && { miniflare: { assets } }) }),
  ],
  ...(isOfFixtures && { resolve: fixtures }),
  test: {
    name,
    include,
    ...limits,
    isolate: !isShared,
    provide: { fuzzCases: Number(process.env.FUZZ_CASES ?? 10_000), fuzzSeed: Number(process.env.FUZZ_SEED ?? 1) },
  },
})

export default defineConfig({
  test: {
    globalSetup: './test/setup.ts',
    // Two suites at a time also on two cores, where Vitest would run one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Istanbul, because workerd has no V8 coverage to read. The scripts of the pages run in Chromium and are not counted.
    coverage: {
      provider: 'istanbul',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/pages/client/**', 'src/modules.d.ts'],
      reporter: ['text', 'html'],
    },
    // The Worker logs a line about each request.
    onConsoleLog: line => !line.startsWith('{"level":"info"'),
    projects: [
      // Of `npm run check`: functions in Node, the Worker's contract in workerd, and the indicators that are served.
      node('unit', { include: ['test/unit/**/*.test.ts'], isOfFixtures: true, isShared: true }),
      worker('worker', { include: ['test/worker/**/*.test.ts'], isOfFixtures: true, isShared: true }),
      worker('smoke', { include: ['test/smoke.test.ts'] }),
      // Of `npm test`: what each page, format and service answers; every sentence of data/ is true, in every range, and every card fits and is light; pixels against resvg, workbooks in LibreOffice; random requests
      // and folders; commands in a copy of the repository; servers over HTTP; Chromium; memory under load.
      worker('answers', { include: ['test/answers/**/*.test.ts'], isOfFixtures: true }),
      node('sentences', { include: ['test/sentences/**/*.test.ts'], isOfFixtures: true }),
      worker('cards', { include: ['test/cards/**/*.test.ts'] }),
      node('oracle', { include: ['test/oracle/**/*.test.ts'] }),
      node('fuzz', { include: ['test/fuzz/*.test.ts'] }),
      worker('fuzz-worker', { include: ['test/fuzz/worker/**/*.test.ts'] }),
      node('tools', { include: ['test/tools/**/*.test.ts'] }),
      node('server', { include: ['test/server/**/*.test.ts'] }),
      node('browser', { include: ['test/browser/**/*.test.ts'] }),
      node('load', { include: ['test/load/**/*.test.ts'] }),
    ],
  },
})
