import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PayeeYear } from './archive.js'
import { recomputeYear } from './year.js'
import { payeeYears } from './years.js'

const HERE = resolve('test/independent')

/** A hundred years, the same on every run. */
const years = fc
  .sample(payeeYears, { seed: 2026, numRuns: 100 })
  .map((year, index) => ({ ...year, payee: `E-${index + 1}` }))

function recomputeFile(content: readonly PayeeYear[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'years-'))
  const file = join(folder, 'years.json')
  writeFileSync(file, JSON.stringify(content))
  try {
    const script = join(HERE, 'recompute.ts')
    return execFileSync(process.execPath, ['--import', 'tsx', script, file], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the independent script', () => {
  it('agrees to the cent on what a hundred payees were paid in a year, from the JSON alone', () => {
    const printed = recomputeFile(years).trimEnd().split('\n')
    expect(printed.at(-1)).toBe('100 years, 0 differ')
    expect(printed).toHaveLength(101)
  })

  it('agrees on any year of any plan, on every figure on the way', () => {
    fc.assert(
      fc.property(payeeYears, (year) => {
        const { paid, stated, findings } = recomputeYear(year)
        expect(findings).toEqual([])
        expect(paid).toBe(stated)
      }),
    )
  })

  it('is given every mechanism, and years in which something is paid', () => {
    const settlements = years.flatMap((year) => year.settlements)
    const periods = settlements.flatMap((settlement) => settlement.periods)
    const statements = periods.map(({ statement }) => statement)
    const kinds = new Set(statements.flatMap(({ adjustments }) => adjustments.map((a) => a.kind)))
    expect([...kinds].sort()).toEqual([
      'accelerator',
      'award',
      'cap',
      'cap-base',
      'cap-line',
      'cap-rate',
      'cap-year',
      'coefficient',
      'kpi-multiplier',
      'line-rounding',
      'refund',
    ])
    const keys = new Set(statements.flatMap(({ slices }) => slices.flatMap(Object.keys)))
    for (const key of ['rule', 'flat', 'width', 'minimum', 'maximum']) expect(keys).toContain(key)
    const figures = [
      'heldBack',
      'released',
      'drawn',
      'guaranteed',
      'recovered',
      'adjusted',
    ] as const
    for (const figure of figures)
      expect(periods.filter((period) => Number(period[figure]) !== 0).length).toBeGreaterThan(9)
    expect(periods.filter(({ paid }) => Number(paid) > 0).length).toBeGreaterThan(500)
    expect(statements.filter(({ gate }) => gate?.outcome === 'unmet').length).toBeGreaterThan(100)
  })

  it('knows nothing of the library', () => {
    const own = readdirSync(HERE).filter((name) => /\.ts$/.test(name) && !/^years|test/.test(name))
    expect(own.sort()).toEqual([
      'archive.ts',
      'recompute.ts',
      'settlement.ts',
      'statement.ts',
      'year.ts',
    ])
    const texts = [...own.map((name) => join(HERE, name)), resolve('test/oracle/fraction.ts')]
    const imported = texts.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(([, name]) => name),
    )
    expect([...new Set(imported)].sort()).toEqual([
      '../oracle/fraction.js',
      './archive.js',
      './settlement.js',
      './statement.js',
      './year.js',
      'node:fs',
    ])
  })
})

/** Every figure that the script recomputes or recomputes from, each in a year where it is not nothing. */
const tampered: readonly (readonly [string, (year: Tampered) => string | undefined])[] = [
  ['a payment', (year) => raise(year.settlements[1]?.periods.find(isAbove('paid')), 'paid')],
  ['the sum of the payments', (year) => raise(year.settlements[0], 'paid')],
  ['what is carried over', (year) => raise(year.settlements[1]?.periods.at(-1), 'carried')],
  [
    'what was held back',
    (year) => raise(year.settlements[0]?.periods.find(isAbove('heldBack')), 'heldBack'),
  ],
  [
    'what was recovered',
    (year) => raise(year.settlements[0]?.periods.find(isAbove('recovered')), 'recovered'),
  ],
  ['a statement', (year) => raise(statementWith(year, 'slices'), 'amount')],
  ['a slice', (year) => raise(statementWith(year, 'slices')?.slices[0], 'amount')],
  ['a base', (year) => raise(statementWith(year, 'slices')?.slices.find(isByRate), 'base')],
  ['a refund', (year) => raise(refundIn(year), 'amount')],
  ['an adjustment', (year) => raise(statementWith(year, 'adjustments')?.adjustments[0], 'amount')],
  ['a correction', (year) => raise(year.restatement?.corrections[0], 'amount')],
]

type Figures = Record<string, unknown>
type Tampered = {
  settlements: (Figures & { periods: (Figures & { statement: TamperedStatement })[] })[]
  restatement: { corrections: Figures[] } | null
}
type TamperedStatement = Figures & {
  slices: Figures[]
  adjustments: Figures[]
  refunds?: Figures[]
}

/** A hundred more of its base is worth more than rounding hides. */
const isByRate = ({ rate, minimum, maximum }: Figures) =>
  Number(rate) > 0.02 && minimum === undefined && maximum === undefined

const isAbove = (key: string) => (figures: Figures) => Number(figures[key]) > 0

function statementWith(year: Tampered, key: 'slices' | 'adjustments') {
  const all = year.settlements.flatMap(({ periods }) => periods.map(({ statement }) => statement))
  return all.find((statement) => statement[key].length > 0)
}

function refundIn(year: Tampered): Figures | undefined {
  const all = year.settlements.flatMap(({ periods }) => periods.map(({ statement }) => statement))
  const found = all.find(({ refunds, shares }) => refunds?.length && shares)
  return found?.refunds?.[0]
}

/** Adds 100 to a figure, and says its name; undefined where the year does not have it. */
function raise(figures: Figures | undefined, key: string): string | undefined {
  if (figures === undefined) return undefined
  figures[key] = String(Number(figures[key]) + 100)
  return key
}

describe('a year in which one figure was changed', () => {
  it.each(tampered)('is found out: %s', (_, change) => {
    const changed = years.flatMap((year) => {
      const copy = structuredClone(year)
      return change(copy as unknown as Tampered) === undefined ? [] : [copy]
    })
    expect(changed.length).toBeGreaterThan(9)
    for (const year of changed.map(recomputeYear))
      expect(year.findings.length > 0 || year.paid !== year.stated).toBe(true)
  })
})
