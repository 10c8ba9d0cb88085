import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** The baseline on Node: a Hono server that gives the same bytes under the same headers, and does nothing else. */
const [port, picture = '', told = ''] = process.argv.slice(2)
const bytes = readFileSync(picture)
const headers: Record<string, string> = JSON.parse(readFileSync(told, 'utf8'))
const app = new Hono().get('/indicators/*', context => context.body(bytes, 200, headers))
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(port) })
