/**
 * Checks the site as it was built last: every link and anchor leads somewhere, nothing is fetched from elsewhere, and axe finds nothing serious on
 * pages of each kind, by day and by night, on a phone and on a desk. The last needs a Chromium: CHROMIUM names one, or it is looked for. Without
 * one the check fails, unless it is told --without-browser.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { findChromium, launch, twoAtATime } from './browser.js'
import { deadLinks, outsideRequests, readPages } from './built.js'
import { serve } from './serve.js'

const DIST = fileURLToPath(new URL('dist', import.meta.url))
const BASE = process.env['SITE_BASE'] ?? '/'

/** One page of each kind. */
const LOOKED_AT = [
  ...['', 'questions', 'start/crm', 'commission/what-counts', 'cookbook/spiff', 'glossary'],
  ...['overview', 'clauses', 'policy/', 'policy/targets', 'api/', 'api/leads'],
  ...['zh-CN/', 'zh-CN/start', 'zh-CN/glossary', 'playground'],
]
const SCREENS = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
]

const say = (text: string) => process.stdout.write(`${text}\n`)

async function check(): Promise<readonly string[]> {
  if (!existsSync(DIST)) return ['There is no built site. Run `npm run site` first.']
  const pages = readPages(DIST)
  const dead = deadLinks(DIST, pages, BASE)
  say(`${pages.size} pages, ${dead.length} dead links`)
  const outside = outsideRequests(DIST, pages)
  say(`${outside.length} requests to elsewhere`)
  const found = [...dead, ...outside]
  if (process.argv.includes('--without-browser')) {
    say('NOT LOOKED AT IN A BROWSER, as --without-browser says.')
    return found
  }
  const chromium = findChromium()
  if (chromium === undefined)
    return [
      ...found,
      'NOT LOOKED AT IN A BROWSER: no Chromium starts. Name one in CHROMIUM, or say --without-browser.',
    ]
  return [...found, ...(await lookAt(pages, chromium))]
}

async function lookAt(
  pages: ReadonlyMap<string, string>,
  chromium: string,
): Promise<readonly string[]> {
  const served = await serve(DIST, BASE)
  const browser = await launch(chromium)
  const paths = LOOKED_AT.filter((path) =>
    [`/${path}.html`, `/${path}index.html`].some((name) => pages.has(name)),
  )
  try {
    const faults = new Map<string, string[]>()
    const found = await twoAtATime(paths, (path) => lookAtPage(browser, served.address, path))
    for (const { what, where } of found.flat())
      faults.set(what, [...(faults.get(what) ?? []), where])
    say(`${paths.length} pages looked at, ${faults.size} faults`)
    const notFound = await searchIn(browser, served.address)
    say(`${QUERIES.length} words searched for, ${notFound.length} not found`)
    return [...[...faults].map(([what, where]) => `${what}\n  ${where.join(', ')}`), ...notFound]
  } finally {
    await browser.close()
    served.close()
  }
}

/** Words that the search of a language finds, and a page that it is to name for each. */
const QUERIES = [
  { home: '', query: 'holdback', page: 'commission/when-is-it-paid' },
  { home: '', query: 'VLOOKUP', page: 'coming-from/spreadsheets' },
  { home: '', query: 'tiersPer', page: 'policy/commission' },
  { home: 'zh-CN/', query: '超额累进', page: 'zh-CN/start' },
  { home: 'zh-CN/', query: '流失', page: 'zh-CN/handbook' },
]

type Query = (typeof QUERIES)[number]

async function searchIn(browser: Browser, address: string): Promise<readonly string[]> {
  const found = await twoAtATime(QUERIES, (query) => isFound(browser, address, query))
  return QUERIES.filter((_, at) => !found[at]).map(
    ({ query, page }) => `${query} is not found in ${page}`,
  )
}

async function isFound(browser: Browser, address: string, { home, query, page: expected }: Query) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${address}${BASE}${home}`, { waitUntil: 'networkidle' })
  await page.click('.DocSearch-Button')
  await page.fill('.search-input', query)
  const result = `.VPLocalSearchBox .result[href*="${BASE}${expected}"]`
  const isThere = await page.waitForSelector(result, { timeout: 60_000 }).catch(() => undefined)
  await page.close()
  return isThere !== undefined
}

interface Fault {
  readonly what: string
  readonly where: string
}

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RUN_AXE =
  "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)"

/** What axe calls serious or critical on a page, what it asks of other servers, what throws, and what does not fit its screen. */
async function lookAtPage(browser: Browser, address: string, path: string): Promise<Fault[]> {
  const page = await browser.newPage()
  const found: Fault[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !url.startsWith('data:'))
      found.push({ what: `asks for ${url}`, where: `/${path}` })
  })
  page.on('pageerror', ({ message }) => found.push({ what: message, where: `/${path}` }))
  await page.goto(`${address}${BASE}${path}`, { waitUntil: 'networkidle' })
  await page.addScriptTag({ content: AXE })
  for (const viewport of SCREENS)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const where = `/${path} (${viewport.width}, ${colorScheme})`
      for (const what of await faultsOfScreen(page)) found.push({ what, where })
    }
  await page.close()
  return found
}

async function faultsOfScreen(page: Page): Promise<readonly string[]> {
  const violations = (await page.evaluate(RUN_AXE)) as readonly Violation[]
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
  return [
    ...serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary} in ${nodes[0]?.html}`),
    ...(over > 0 ? [`is ${over} pixels wider than its screen`] : []),
  ]
}

check().then((found) => {
  for (const fault of found) say(fault)
  process.exitCode = found.length === 0 ? 0 : 1
})
