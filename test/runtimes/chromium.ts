/** The golden cases in a page of a browser: the files of the installed package as they are, with an import map, and no leave to make code of texts. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const NONCE = 'golden'
const POLICY = `default-src 'none'; connect-src 'self'; script-src 'self' 'nonce-${NONCE}'`
const TIME = 300_000

export async function inChromium(command: string, project: string): Promise<string> {
  const page = pageOf(project)
  let answer: (text: string) => void
  const answered = new Promise<string>((resolve) => {
    answer = resolve
  })
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (request.method === 'POST') answer(await bodyOf(request))
    if (path === '/') response.setHeader('content-security-policy', POLICY)
    response.setHeader('content-type', path === '/' ? 'text/html' : 'text/javascript')
    response.end(path === '/' ? page : readOr404(project, path))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const profile = `--user-data-dir=${join(project, '.chromium')}`
  const url = `http://127.0.0.1:${port}/`
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    profile,
    '--remote-debugging-port=0',
  ]
  const browser = spawn(command, [...flags, url], { stdio: 'ignore' })
  try {
    return await Promise.race([answered, tooLate()])
  } finally {
    browser.kill()
    server.close()
    server.closeAllConnections()
  }
}

/** A page whose import map is the `exports` of the packages. */
function pageOf(project: string): string {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8')) as Package
  const { exports } = read('sales-rules')
  const ours = Object.entries(exports).flatMap(([name, entry]) =>
    typeof entry === 'string'
      ? []
      : [
          [
            name.replace('.', 'sales-rules'),
            `/node_modules/sales-rules/${entry.import.default.slice(2)}`,
          ],
        ],
  )
  const imports = {
    ...Object.fromEntries(ours),
    zod: '/node_modules/zod/index.js',
    'decimal.js': '/node_modules/decimal.js/decimal.mjs',
  }
  return `<!doctype html><meta charset="utf-8"><title>golden</title>
<script type="importmap" nonce="${NONCE}">${JSON.stringify({ imports })}</script>
<script type="module" nonce="${NONCE}">
const say = (body) => fetch('/answer', { method: 'POST', body })
addEventListener('error', ({ message }) => say(message))
try { say((await import('/golden.mjs')).golden()) } catch (error) { say(String(error)) }
</script>`
}

interface Package {
  readonly exports: Readonly<
    Record<string, string | { readonly import: { readonly default: string } }>
  >
}

function readOr404(project: string, path: string): string {
  try {
    return readFileSync(join(project, path), 'utf8')
  } catch {
    return ''
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${TIME / 1000} s`)), TIME).unref()
  })
}
