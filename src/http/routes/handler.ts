import type { Context } from 'hono'
import { CardError } from '../../model/errors.ts'
import { findNearest } from '../../model/nearest.ts'
import { findSuffixes } from '../../request/routes.ts'
import type { Surroundings } from '../picture-cache.ts'

/** What a handler gets from the platform, and a way to ask for another answer of ours, which is not logged. */
export type Bindings = Surroundings & { ask: (url: string) => Promise<Response> }

/** What answers a route. Throws `CardError` for a mistake of the caller. */
export type Handler = (context: Context<{ Bindings: Bindings }>) => Response | Promise<Response>

/** The id in a path; in the path of a file the variable includes the suffix. */
export function toId(context: Context, suffix = ''): string {
  const name = context.req.param('id') ?? ''
  return suffix === '' ? name : name.slice(0, -suffix.length - 1)
}

/** A page as text, with the doctype that JSX does not write. */
export const toHtml = (page: unknown): string => `<!doctype html>${page}`

/** 404 for an address that is none of ours; where it is one but for its suffix, with the suffixes that there are. */
export function unknownPath(path: string): CardError {
  const allowed = findSuffixes(path)
  if (allowed.length === 0)
    return new CardError(404, 'unknown-path', 'There is nothing at this address; / shows what there is')
  const suggestion = findNearest(path.slice(path.lastIndexOf('.') + 1), allowed)
  return new CardError(404, 'unknown-format', `Not available in this format; expected one of ${allowed.join(', ')}`, {
    allowed,
    ...(suggestion && { suggestion }),
  })
}
