export type Drawn = string | Uint8Array

/** The drawings of a contender, by name: the card of a number. Numbers past the last card are cards with other digits. */
export type Draws = Record<string, (card: number) => Promise<Drawn> | Drawn>

/**
 * A Worker that draws when asked: `?what=…&first=…&count=…` draws so many cards within one request, for a Worker's clock stands
 * still while it computes, and answers the last; without a query it answers what it can draw.
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
