/** The built site on a port of this machine, with its addresses as a server of pages has them: /start/crm is start/crm.html. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** The file of a path, or none. */
export function fileOf(dist: string, path: string): string | undefined {
  const names = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`]
  return names
    .map((name) => join(dist, name))
    .find((file) => existsSync(file) && statSync(file).isFile())
}

export interface Served {
  readonly address: string
  readonly close: () => void
}

/** Serves a site under its base, `/` or `/sales-rules/`. */
export async function serve(dist: string, base: string): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pathname.startsWith(base)
      ? fileOf(dist, `/${decodeURIComponent(pathname.slice(base.length))}`)
      : undefined
    response.statusCode = file === undefined ? 404 : 200
    response.setHeader('content-type', TYPES[extname(file ?? '.html')] ?? 'text/plain')
    response.end(readFileSync(file ?? join(dist, '404.html')))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { address: `http://127.0.0.1:${port}`, close }
}
