import { type DrawingJob, draw } from '../src/http/drawing.ts'

/** The Worker's own line, without a signature: a job in JSON is answered with its picture as it is kept. */
export default {
  async fetch(request: Request): Promise<Response> {
    const job: DrawingJob = await request.json()
    return new Response((await draw(job)).body)
  },
}
