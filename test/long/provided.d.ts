declare module 'vitest' {
  interface ProvidedContext {
    /** How many requests are made up: `FUZZ_CASES`. */
    fuzzCases: number
  }
}

export {}
