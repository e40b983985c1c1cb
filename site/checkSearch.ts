/**
 * Asks the search of the site as it was built last what people ask in everyday words, with the index and the ranking that the pages have. A page that
 * answers has to be among the first three.
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { RANKING, wordsOfText } from './search.js'

const CHUNKS = fileURLToPath(new URL('dist/assets/chunks', import.meta.url))

/** What is asked, and the pages of which any answers it. */
const ASKED: ReadonlyMap<string, readonly string[]> = new Map([
  ['form validation errors', ['start/crm#how-does-an-error-get-beside-its-field']],
  ['import CSV', ['start/analyst#how-do-i-get-my-roster', 'recipes#pay-everybody-of-a-csv']],
  ['audit trail', ['recipes#keep-an-audit-trail', 'start/payroll#can-i-prove-it']],
  ['refund after payday', ['commission/what-if-it-was-wrong']],
  ['print statement pdf', ['recipes#print-a-statement', 'start/payroll#why-did-i-get-this']],
  ['Excel export', ['recipes#export-a-statement-to-excel', 'explain#which-format']],
  ['browser bundle', ['start/crm#how-does-the-page-compute']],
  ['budget neutral rate', ['start/analyst#which-rate-keeps-the-cost', 'what-if#which-rate']],
  ['my own currency', ['recipes#pay-in-my-own-currency']],
  ['CommonJS require', ['recipes#load-it-from-commonjs', 'runtimes']],
  ['clawback', ['commission/what-if-it-was-wrong', 'commission/when-is-it-paid']],
  ['rounding', ['commission/how-much-is-it', 'coming-from/spreadsheets#round']],
  ['explain', ['explain']],
  ['compare two plans', ['start/analyst#how-do-i-compare', 'what-if']],
])

interface Index {
  search(query: string): readonly { readonly id: string }[]
}

async function loadIndex(): Promise<Index> {
  const chunk = readdirSync(CHUNKS).find((name) => /^@?_?localSearchIndexroot\./.test(name))
  if (chunk === undefined) throw new Error(`There is no index of the search in ${CHUNKS}`)
  const { default: json } = await import(pathToFileURL(`${CHUNKS}/${chunk}`).href)
  // The version that VitePress searches with, whose types are not those of this folder.
  const require = createRequire(createRequire(import.meta.url).resolve('vitepress/package.json'))
  return require('minisearch').loadJSON(json, {
    fields: ['title', 'titles', 'text'],
    storeFields: ['title', 'titles'],
    tokenize: wordsOfText,
    searchOptions: RANKING,
  })
}

const base = process.env['SITE_BASE'] ?? '/'
const say = (text: string) => process.stdout.write(`${text}\n`)

loadIndex().then((index) => {
  for (const [query, answers] of ASKED) {
    const first = index
      .search(query)
      .slice(0, 3)
      .map(({ id }) => id.slice(base.length))
    if (first.some((place) => answers.some((answer) => place.startsWith(answer)))) continue
    say(`${query}: none of ${answers.join(', ')} is among the first, which are ${first.join(', ')}`)
    process.exitCode = 1
  }
  say(`${ASKED.size} questions asked of the search`)
})
