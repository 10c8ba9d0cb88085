import picture from '../../generated/bench/card.png'
import told from '../../generated/bench/card-headers.json.bin'

const headers: Record<string, string> = JSON.parse(new TextDecoder().decode(told))

/** The baseline: a Worker that gives the same bytes under the same headers from memory, and does nothing else. */
export default { fetch: (): Response => new Response(picture, { headers }) }
