declare module 'vitest' {
  interface ProvidedContext {
    /** How many requests are made up: `FUZZ_CASES`. */
    fuzzCases: number
    /** Where they start: the same each time, so that a failure can be had again; another in `npm run fuzz`. */
    fuzzSeed: number
  }
}

export {}
