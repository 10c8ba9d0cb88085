export type Drawn = string | Uint8Array

/** The drawings of a contender, by name: the card of a number. Numbers past the last card are cards with other digits. */
export type Draws = Record<string, (card: number) => Promise<Drawn> | Drawn>

/**
 * A Worker that draws on request: `?what=…&first=…&count=…` draws so many cards within one request, because a Worker's clock does
 * not move while it computes. It answers the last card; without a query it answers the list of its drawings.
 */
export const toContender = (draws: Draws) => ({
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url)
    const what = searchParams.get('what')
    if (!what) return Response.json(Object.keys(draws))
    const draw = draws[what]
    if (!draw) return new Response(`nothing is called ${what}`, { status: 404 })
    const first = Number(searchParams.get('first'))
    let last: Drawn = ''
    for (let card = first; card < first + Number(searchParams.get('count')); card++) last = await draw(card)
    return new Response(typeof last === 'string' ? last : new Uint8Array(last))
  },
})
