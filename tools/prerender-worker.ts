import { type DrawingJob, drawJob } from '../src/http/drawing.ts'

/** Draws with the code of the Worker: a job in JSON is answered with its unsigned picture. */
export default {
  async fetch(request: Request): Promise<Response> {
    const job: DrawingJob = await request.json()
    return new Response((await drawJob(job)).body)
  },
}
