export type Drawn = string | Uint8Array

/**
 * A Worker that draws when asked: `?what=…&rounds=…` draws that often within one request, because a Worker's clock stands
 * still while it computes, and answers the last; without a query it answers what it can draw.
 */
export const toContender = (draw: Record<string, () => Promise<Drawn> | Drawn>) => ({
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url)
    const what = searchParams.get('what')
    if (!what) return Response.json(Object.keys(draw))
    const run = draw[what]
    if (!run) return new Response(`nothing is called ${what}`, { status: 404 })
    let last: Drawn = ''
    for (let round = 0; round < Number(searchParams.get('rounds') ?? 1); round++) last = await run()
    return new Response(typeof last === 'string' ? last : new Uint8Array(last))
  },
})
