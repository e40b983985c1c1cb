/** What a program pays for the library before it has computed anything: time to start, and kilobytes to load. */
import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { calculateCommission, handbook } from 'sales-rules'
import { numberFrom } from './child.js'
import type { Comparison } from './comparison.js'

const timed = (work: string) => `
  const start = performance.now()
  ${work}
  console.log(performance.now() - start)`

const cold: Comparison = {
  work: 'cold import of `sales-rules/commission` and the plan, first statement',
  against: 'importing zod alone',
  bound: { 'at-most': 0.25 },
  unit: 'ms',
  prepare: () => ({
    subject: () =>
      numberFrom(
        timed(`const { calculateCommission } = await import('sales-rules/commission')
          const { commission } = await import('sales-rules/handbook')
          calculateCommission({ sales: '1500000', target: '1200000' }, commission)`),
      ),
    reference: () => numberFrom(timed("await import('zod')")),
    check: () => {
      const sales = { sales: '1500000', target: '1200000' }
      assert.equal(calculateCommission(sales, handbook.commission).amount, '50000.00')
    },
  }),
}

async function gzipped(contents: string): Promise<number> {
  const resolveDir = new URL('.', import.meta.url).pathname
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length / 1000
}

/** The bundle of a program, against a size in kB. */
const bundled = (
  work: string,
  program: string,
  against: string,
  reference: () => number | Promise<number>,
): Comparison => ({
  work: `bundle of ${work}, minified, gzip`,
  against,
  bound: { 'at-most': 1 },
  unit: 'kB',
  prepare: () => ({ subject: () => gzipped(program), reference, check: () => {} }),
})

const statementOf = (plan: string) =>
  `console.log(calculateCommission({ sales: '1', target: '1' }, ${plan}))`

const fromEntries = `import { calculateCommission } from 'sales-rules/commission'
  import { commission } from 'sales-rules/handbook'
  ${statementOf('commission')}`

const fromBoth = `import { calculateCommission } from 'sales-rules'
  import { commission } from 'sales-rules/handbook'
  ${statementOf('commission')}`

const fromRoot = `import { calculateCommission, handbook } from 'sales-rules'
  ${statementOf('handbook.commission')}`

const rounding = `import { round } from 'sales-rules'
  console.log(round('1', { mode: 'half-up', decimals: 0 }))`

const decimals = "import { Decimal } from 'decimal.js'\nconsole.log(new Decimal(1))"

const most = (kB: number) => [`a limit of ${kB} kB`, () => kB] as const

export const comparisons: readonly Comparison[] = [
  cold,
  bundled(
    '`calculateCommission` and the plan, each from its entry',
    fromEntries,
    'decimal.js alone and 8 kB on top',
    async () => 8 + (await gzipped(decimals)),
  ),
  bundled('`calculateCommission` from the root, the plan from its entry', fromBoth, ...most(20.3)),
  bundled('`calculateCommission` and the plan, both from the root', fromRoot, ...most(20.3)),
  bundled('`round` from the root', rounding, ...most(4)),
]
