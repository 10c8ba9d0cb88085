const shownInReadme = [
  ['trade-china-russia', 'size=og'],
  ['titr-throughput', 'size=og&theme=dark'],
  ['visa-free-tourism', 'size=og&lang=kk'],
  ['two-ledgers', 'size=og&lang=zh'],
  ['china-central-asia-trade', 'size=og&lang=ru'],
  ['trade-china-russia', 'size=og&layout=stat&theme=dark'],
  ['china-kazakhstan-rail', 'size=og'],
  ['minerals-announced', 'size=og&lang=ru&theme=dark'],
  ['baku-port', 'size=og&accent=0d6f63'],
  ['overnight-visitors', 'size=og&lang=en'],
  ['northern-route', 'size=og&lang=zh&theme=dark'],
  ['titr-containers', 'size=og&lang=kk'],
] as const

/** The dozen that the README shows: where each is kept, and the address it is drawn at. */
export const dozen = shownInReadme.map(([id, query], i) => ({
  id,
  file: `docs/cards/${String(i + 1).padStart(2, '0')}-${id}.png`,
  path: `/indicators/${id}.png?${query}`,
}))
