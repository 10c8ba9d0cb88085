import { documents, pictures, type Suffix } from './formats.ts'

/**
 * `page`: HTML, whose failure is a page too. `data`: for programs, described by OpenAPI. `service`: for other software.
 * `asset`: what pages and crawlers load.
 */
type RouteKind = 'page' | 'data' | 'service' | 'asset'

/**
 * Every address of the service but the files of an indicator, written as OpenAPI writes a path. The app, the log, OpenAPI
 * and the failures read this list; a route without a handler does not compile, nor does a `data` route without a
 * description in OpenAPI.
 */
const fixedRoutes = {
  '/': 'page',
  '/indicators/{id}': 'page',
  '/indicators/{id}/build': 'page',
  '/indicators/{id}/embed': 'page',
  '/inspect': 'page',
  '/docs': 'page',
  '/indicators.json': 'data',
  '/indicators.csv': 'data',
  '/indicators/{id}/datapackage.json': 'data',
  '/badges/{id}.json': 'data',
  '/datapackage.json': 'data',
  '/feed.atom': 'data',
  '/feed.json': 'data',
  '/indicators/{id}/feed.atom': 'data',
  '/openapi.json': 'data',
  '/healthz': 'data',
  '/oembed': 'service',
  '/mcp': 'service',
  '/llms.txt': 'data',
  '/robots.txt': 'asset',
  '/.well-known/security.txt': 'asset',
  '/sitemap.xml': 'asset',
  '/favicon.svg': 'asset',
  '/site.css': 'asset',
  '/site.js': 'asset',
  '/frame.css': 'asset',
  '/frame.js': 'asset',
  '/text-400.woff2': 'asset',
  '/text-600.woff2': 'asset',
  '/caravan.js': 'asset',
  '/caravan-card.js': 'asset',
  '/{short}': 'page',
  '/{lang}/{short}': 'page',
} as const satisfies Record<string, RouteKind>
export type FixedRoute = keyof typeof fixedRoutes

/** The fixed routes of one kind. */
export type RouteOf<Kind extends RouteKind> = {
  [Path in FixedRoute]: (typeof fixedRoutes)[Path] extends Kind ? Path : never
}[FixedRoute]

/** A file of an indicator. */
type FileRoute = `/indicators/{id}.${Suffix}`
export const toFileRoute = <S extends Suffix>(suffix: S): `/indicators/{id}.${S}` => `/indicators/{id}.${suffix}`

export type Route = FixedRoute | FileRoute
export const routes: readonly Route[] = [
  ...pictures.map(({ suffix }) => toFileRoute(suffix)),
  ...documents.map(({ suffix }) => toFileRoute(suffix)),
  ...listFixed(),
]

/** The fixed routes, in the order in which they are matched. */
export function listFixed(): FixedRoute[] {
  return Object.keys(fixedRoutes).filter(path => isFixed(path))
}

function isFixed(path: string): path is FixedRoute {
  return Object.hasOwn(fixedRoutes, path)
}

/** How a route fails: a picture as a notice card, a page as a page for readers who ask for HTML, the rest as problem details. */
export function isPage(route: Route): boolean {
  return isFixed(route) && fixedRoutes[route] === 'page'
}

/** The characters that a variable of a path may have; a dot ends it where a suffix follows. */
const variables: Record<string, string> = { id: '[^/.]+', lang: '[A-Za-z-]+', short: '[A-Za-z0-9-]+' }

/**
 * A route as Hono matches it: `/indicators/{id}.svg` is `/indicators/:id{[^/]+\.svg}`. Hono has no variable with a suffix,
 * so the value of the variable includes the suffix.
 */
export const toPattern = (route: Route): string =>
  route.replace(/\{(\w+)\}((?:\.\w+)?)/g, (_, name: string, suffix: string) =>
    name === 'id' && suffix === '' ? ':id' : `:${name}{${variables[name]}${suffix.replace('.', '\\.')}}`,
  )

const byPattern = new Map(routes.map(route => [toPattern(route), route]))

/** The route that Hono matched by its pattern; undefined when none of ours did. */
export const findRoute = (pattern: string): Route | undefined => byPattern.get(pattern)

/** The suffixes under which an address is answered that has another; none where nothing is answered under any. */
export function findSuffixes(pathname: string): string[] {
  const [, stem = ''] = /^(.*\/[^/.]+)\.[\w.]+$/.exec(pathname) ?? []
  return routes.flatMap(route => {
    const [, before = '', suffix] = /^(.*)\.(\w+)$/.exec(route) ?? []
    const isSame = new RegExp(`^${before.replace('{id}', '[^/.]+')}$`).test(stem)
    return suffix && isSame ? [suffix] : []
  })
}

/** The id in a path that matches this route; undefined for a route without one. */
export function findIdOn(route: Route, pathname: string): string | undefined {
  const [before = '', after] = route.split('{id}')
  return after === undefined ? undefined : pathname.slice(before.length, pathname.length - after.length)
}

/** The id in the address of an indicator, of its page or any of its files; undefined for any other address. */
export function findIdIn(pathname: string): string | undefined {
  const [, id, ending] = /^\/indicators\/([^/.]+)(.*)$/.exec(pathname) ?? []
  return routes.some(route => route === `/indicators/{id}${ending}`) ? id : undefined
}
