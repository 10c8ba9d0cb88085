/** A reading for Prometheus: a counter only grows. */
export type Reading = { name: string; kind: 'counter' | 'gauge'; about: string; value: number }

/** Readings in the text format of Prometheus 0.0.4, each with its help and type. */
export const toMetrics = (readings: readonly Reading[]): string =>
  readings
    .map(({ name, kind, about, value }) => `# HELP ${name} ${about}\n# TYPE ${name} ${kind}\n${name} ${value}\n`)
    .join('')
