/// <reference types="@cloudflare/vitest-plugin/types" />

declare namespace Cloudflare {
  interface Env {
    ASSETS: Fetcher
    DRAWINGS: RateLimit
  }
  interface GlobalProps {
    mainModule: typeof import('../../src/index.ts')
  }
}
