/**
 * Tries the built page in a browser, as people use it: `tsx site/playground/check.ts`, after the site is built. `CHROMIUM` names the browser,
 * where it is not to be looked for, and `PICTURES` a folder for what it looks like.
 */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { calculateCommission, defineCommissionPlan } from 'sales-rules'
import { explain } from 'sales-rules/explain'
import { findChromium, launch, twoAtATime } from '../browser.js'
import { serve } from '../serve.js'
import { type JsonObject, withValueAt } from './document.js'
import { documentOf } from './documents.js'
import { fragmentOf } from './html.js'
import { readHash } from './share.js'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const BASE = process.env['SITE_BASE'] ?? '/'
const PICTURES = process.env['PICTURES']
const HANDBOOK = documentOf('handbook-commission')
const LINE = '.playground > .line'

interface Screen {
  readonly width: number
  readonly height: number
  readonly colorScheme: 'dark' | 'light'
}

const DESKTOP: Screen = { width: 1280, height: 900, colorScheme: 'light' }

/** Opens the page, and fails where it reports an error of its own. */
async function open(browser: Browser, address: string, screen = DESKTOP): Promise<Page> {
  const { colorScheme, ...viewport } = screen
  const page = await browser.newPage({ viewport, colorScheme })
  page.on('pageerror', (error) => assert.fail(`the page failed: ${error}`))
  page.on('console', (message) => {
    const { url } = message.location()
    const isIcon = url.endsWith('/favicon.ico')
    if (message.type() === 'error' && !isIcon) assert.fail(`the page reports: ${message.text()}`)
  })
  await page.goto(address)
  await lineWith(page, /\d/)
  return page
}

/** What the line at the foot says, once it says something like this. */
async function lineWith(page: Page, expected: RegExp): Promise<string> {
  const line = page.locator(LINE).filter({ hasText: expected })
  await line.waitFor({ timeout: 15_000 })
  return (await line.innerText()).trim()
}

/** The page and the library have to say the same, word for word. */
async function saysTheSame(page: Page, policy: JsonObject, locale: 'en' | 'zh-CN', input: object) {
  const plan = defineCommissionPlan(policy as never)
  const statement = calculateCommission(input as never, plan)
  const line = (await page.locator(LINE).innerText()).trim()
  assert.equal(line, explain(statement, { locale, depth: 'line' }))
  const html = fragmentOf(explain(statement, { locale, format: 'html', policy: plan }), 2)
  const [shown, expected] = await page.evaluate((written) => {
    const inert = new DOMParser().parseFromString(written, 'text/html')
    return [document.querySelector('.results .written')?.textContent, inert.body.textContent]
  }, html)
  assert.equal(shown?.trim(), expected?.trim())
}

/** Tabs through the page until a field has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return
  }
  assert.fail(`${id} is not reached by the keyboard`)
}

async function sharedIn(page: Page): Promise<JsonObject> {
  await page.waitForTimeout(300)
  const shared = await readHash(new URL(page.url()).hash)
  assert.equal(shared.says, 'policy')
  return shared.says === 'policy' ? shared.document : {}
}

/** Figures as a spreadsheet in China saves them, two of the rows wrong. */
const CELLS = ['张三', '李四', '王五', '8765432', '7654321']
const CSV_GB18030 = Buffer.concat(
  [
    ['d0d5c3fb', ';', 'd2b5bca8', ';', 'c4bfb1ea', '\r\n'],
    ['d5c5c8fd', ';', '"8,765,432.00"', ';', '7654321\r\n'],
    ['c0eecbc4', ';', 'abc', ';', '7654321\r\n'],
    ['cdf5cee5', ';', '8765432', ';', '\r\n'],
  ]
    .flat()
    .map((text) => Buffer.from(text, /^[0-9a-f]{8}$/.test(text) ? 'hex' : 'utf8')),
)

async function editsByKeyboard(page: Page): Promise<void> {
  await tabTo(page, 'field-scale.tiers.1.rate')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('4')
  await page.locator('[id="field-scale.tiers.1.rate-issues"]').waitFor()
  const invalid = page.locator('[aria-invalid="true"]')
  assert.equal(await invalid.getAttribute('id'), 'field-scale.tiers.1.rate')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('0.045')
  await lineWith(page, /52,500\.00/)
  const edited = withValueAt(HANDBOOK, ['scale', 'tiers', 1, 'rate'], '0.045')
  assert.deepEqual(await sharedIn(page), edited)
  await saysTheSame(page, edited, 'en', { payee: 'Ann', sales: '1500000', target: '1200000' })
}

/** The text and the fields are one policy; what comes and goes takes the focus along. */
async function editsAsText(page: Page): Promise<void> {
  await page.locator('summary').first().click()
  const text = page.locator('#policy-json')
  const before = await text.inputValue()
  await text.fill(before.replace('"0.05"', '"0.06"'))
  await lineWith(page, /52,500\.00/)
  assert.equal(await page.locator('[id="field-scale.tiers.2.rate"]').inputValue(), '0.06')
  await text.fill(`${before}]`)
  await page.locator('#policy-json-issue').waitFor()
  await text.fill(before)
  assert.ok(await text.isVisible())
  await page.locator('[id="section-scale.tiers"] ~ button').focus()
  await page.keyboard.press('Enter')
  await page.locator('[id="field-scale.tiers.3.id"]').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.id)
  assert.equal(await focused(), 'field-scale.tiers.2.id')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('[id="field-scale.tiers.3.id"]').waitFor({ state: 'detached' })
  assert.equal(await focused(), 'section-scale.tiers')
  assert.equal(await text.inputValue(), before)
}

async function opensFile(page: Page): Promise<void> {
  await page.locator('#language').selectOption('zh-CN')
  await lineWith(page, /业绩/)
  const hash = new URL(page.url()).hash
  const file = { name: '业绩.csv', mimeType: 'text/csv', buffer: CSV_GB18030 }
  await page.locator('#file').setInputFiles(file)
  await lineWith(page, /8,765,432/)
  const edited = await sharedIn(page)
  assert.equal(new URL(page.url()).hash, hash)
  for (const cell of [...CELLS, 'Ann'])
    assert.ok(!page.url().includes(cell) && !JSON.stringify(edited).includes(cell), cell)
  await saysTheSame(page, edited, 'zh-CN', {
    payee: '张三',
    sales: '8765432',
    target: '7654321',
  })
  const wrong = page.locator('.inputs table tbody tr')
  await wrong.nth(1).waitFor()
  const rows = await wrong.allInnerTexts()
  assert.deepEqual(
    rows.map((row) => row.split('\t')[0]),
    ['3', '4'],
  )
  assert.match(rows[0] ?? '', /李四.*sales：收到 "abc"/)
}

/** Notes how long each frame takes. A text, since what translates this file leaves names in functions that the page does not have. */
const MEASURE_FRAMES = `
  window.gaps = []
  let last = performance.now()
  const frame = () => {
    window.gaps.push(performance.now() - last)
    last = performance.now()
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)`

/** All figures of the comparison, which are there last: for ten thousand people they take a while. */
const COMPARED = '[aria-labelledby="what-if-title"] > details:last-of-type'

/** Until the comparison is another one than this. */
async function otherThan(page: Page, before: string | null): Promise<string | null> {
  await page.waitForFunction(
    ([selector, old]) => {
      const now = document.querySelector(selector ?? '')?.textContent
      return now !== undefined && now !== old
    },
    [COMPARED, before],
    { timeout: 60_000 },
  )
  return await page.locator(COMPARED).textContent()
}

/** Fewer are drawn where the page itself works out what is slow. */
const FEWEST_FRAMES = 5

/**
 * What is slow is done beside the page, which goes on drawing, and answers before all of it is there. How long it takes is said, and fails
 * nothing: that is the machine's as well.
 */
async function staysQuick(page: Page): Promise<string> {
  const rows = Array.from({ length: 10_000 }, (_, at) => `P-${at},T-${at % 9},${at * 211},1000000`)
  const buffer = Buffer.from(`payee,team,sales,target\n${rows.join('\n')}`)
  const ofFew = await page.locator(COMPARED).textContent()
  await page.locator('#file').setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer })
  await page.locator('#shown').selectOption({ label: 'P-199' })
  const ofMany = await otherThan(page, ofFew)
  const start = Date.now()
  await page.locator('[id="field-gate.below"]').fill('0.02')
  await lineWith(page, /839\.78/)
  const answered = Date.now() - start
  await page.evaluate(MEASURE_FRAMES)
  await otherThan(page, ofMany)
  const [frames, longest] = await page.evaluate<readonly [number, number]>(
    '[window.gaps.length, Math.max(...window.gaps)]',
  )
  assert.ok(frames >= FEWEST_FRAMES, `the page drew ${frames} times while others were compared`)
  return `answered in ${answered} ms, drew ${frames} times meanwhile, at most ${Math.round(longest)} ms apart`
}

async function toleratesAddresses(browser: Browser, address: string): Promise<void> {
  const hashes = ['#commission=AAAA', '#leads=%E0%A4%A', '#<script>a=alert(1)</script>']
  await twoAtATime(hashes, async (hash) => {
    const page = await open(browser, address + hash)
    await page.getByRole('alert').waitFor()
    await lineWith(page, /50,000\.00/)
    await page.close()
  })
}

const EXAMPLES = ['handbook-commission', 'handbook-challenge-appraisal', 'handbook-leads']
const SCREENS: readonly Screen[] = [
  DESKTOP,
  { ...DESKTOP, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
]

async function isAccessible(browser: Browser, address: string): Promise<void> {
  const looks = SCREENS.flatMap((screen) => EXAMPLES.map((example) => ({ screen, example })))
  await twoAtATime(looks, async ({ screen, example }) => {
    const page = await open(browser, `${address}#example=${example}`, screen)
    await exampleIsAccessible(page, example, screen)
    await page.close()
  })
}

async function exampleIsAccessible(page: Page, example: string, screen: Screen): Promise<void> {
  // Something is wrong and something has changed, so that all parts of the page are there.
  await page.locator('#compared').selectOption('handbook')
  await page.locator('#figures').fill(`${await page.locator('#figures').inputValue()}\nZoe,x`)
  await page.locator('.inputs table').waitFor()
  await page.addScriptTag({ content: axe.source })
  // What is around it is looked at with all other pages.
  const { violations } = await page.evaluate<AxeResults>("axe.run('.playground')")
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  assert.deepEqual(found, [], `${example} at ${JSON.stringify(screen)}`)
  const room = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(room <= screen.width, `${example} is ${room} px wide at ${screen.width}`)
  const name = `${example}-${screen.width}-${screen.colorScheme}.png`
  if (PICTURES) await page.screenshot({ path: join(PICTURES, name), fullPage: true })
}

const found = findChromium()
assert.ok(found, 'NOT TRIED IN A BROWSER: no Chromium starts. Name one in CHROMIUM.')
const served = await serve(DIST, BASE)
const browser = await launch(found)
try {
  const address = `${served.address}${BASE}playground`
  const page = await open(browser, address)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await editsByKeyboard(page)
  await editsAsText(page)
  await opensFile(page)
  const pace = await staysQuick(page)
  assert.deepEqual(requests, [])
  await toleratesAddresses(browser, address)
  await isAccessible(browser, address)
  process.stdout.write(`The playground works: ${pace}.\n`)
} finally {
  await browser.close()
  served.close()
}
