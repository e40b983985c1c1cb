/**
 * Runs the files for sandboxes, as they were built, in the engines that functions of SQL and workers have inside, and compares what comes out with the
 * library. The table is printed, and written into docs/scale/sql-sandboxes.md. Ends with 1 where one differs.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expected, given, PROGRAM } from '../runtime/sandboxed.js'
import { printInto } from './print.js'
import { type Runtime, runtimes } from './runtimes.js'

const ENGINES = ['V8 with nothing but the language, no `eval`', 'QuickJS', 'workerd']
const built = fileURLToPath(new URL('../../dist/sandbox/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'sales-rules-sandboxes-'))
const answer = expected()

try {
  writeProgram()
  const rows: string[] = []
  for (const name of ENGINES) {
    const runtime = runtimes.find((one) => one.name === name)
    if (runtime === undefined) throw new Error(`no engine is called ${name}`)
    rows.push(`| ${name} | ${await resultIn(runtime)} |`)
  }
  const table = [
    `Two plans, 50 trees of parts each, a lead, a grade and a refusal, ${new Date().toISOString().slice(0, 10)}:`,
    ...['', '| engine | version | against one pass in Node |', '|---|---|---|', ...rows],
  ].join('\n')
  printInto('docs/scale/sql-sandboxes.md', 'sandboxes', table)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The script and the module, each with a program whose `golden` is run. */
function writeProgram(): void {
  const script = readFileSync(join(built, 'sales-rules.js'), 'utf8')
  copyFileSync(join(built, 'sales-rules.mjs'), join(folder, 'sales-rules.mjs'))
  const json = JSON.stringify(given())
  writeFileSync(
    join(folder, 'whole.js'),
    `${script}\n${PROGRAM}\nvar program = { golden: () => sandboxed(SalesRules, ${json}) }`,
  )
  writeFileSync(
    join(folder, 'whole.mjs'),
    `import * as rules from './sales-rules.mjs'\n${PROGRAM}\nexport const golden = () => sandboxed(rules, ${json})`,
  )
}

async function resultIn({ version, run }: Runtime): Promise<string> {
  const found = version()
  const isSame = (await run(folder)) === answer
  if (!isSame) process.exitCode = 1
  return `${found} | ${isSame ? 'identical' : '**differs**'}`
}
