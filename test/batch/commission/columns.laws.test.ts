/**
 * The fast forms against the rules that they stand for: a million random figures, seeded, so that a failing case fails again. Set
 * `COLUMN_CASES` to try more (`COLUMN_CASES=10000000 npx vitest run test/batch/commission/columns.laws.test.ts`).
 */
import {
  attempt,
  attributeCommission,
  type CommissionFacts,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  type DefinedCommissionPlan,
  defineCommissionPlan,
} from 'sales-rules'
import {
  attributeCommissionColumns,
  attributeCommissionRows,
  type CommissionColumns,
  type CommissionColumnsBuilder,
  type CommissionPayColumns,
  type CommissionRow,
  calculateCommissionColumns,
  calculateCommissionRows,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { compilePlan } from '../../../src/batch/commission/compilePlan.js'
import { fastForm } from '../../../src/batch/commission/fastForm.js'
import { payUnits } from '../../../src/batch/commission/payUnits.js'
import { unscale } from '../../../src/batch/number/scaled.js'
import { exactPlan } from '../../../src/commission/internal.js'
import { known } from '../../../src/kernel/number/decimal.js'
import { roundingModes } from '../../../src/kernel/number/rounding.js'
import { randomScale } from '../../laws/randomScale.js'
import { type Random, seededRandom } from '../../oracle/random.js'
import { unitsByRule } from './unitsByRule.js'

const CASES = Number(process.env['COLUMN_CASES'] ?? 1_000_000)
const SEED = 20_261_125
/** Milliseconds: a case takes some 30 µs; a busy machine may need ten times as long. */
const TIMEOUT = Math.max(240_000, CASES / 3)

interface Drawn {
  readonly plan: DefinedCommissionPlan
  readonly facts: CommissionFacts
  readonly near: readonly string[]
}

const CURRENCIES = [
  ['CNY', 2],
  ['JPY', 0],
  ['KWD', 3],
] as const

/** A plan of any kind that the fast forms know, and some that they do not, with what it needs to know. */
function draw(random: Random): Drawn {
  const { input, target, near } = randomScale(random)
  const [currency, decimals] = random.pick(CURRENCIES)
  const plan: CommissionPlanInput = {
    currency,
    scale: random.oneIn(8) ? withOddRates(input, random) : input,
    coefficient: { applies: random.pick(['add-to-rate', 'multiply'] as const) },
    rounding: {
      mode: random.pick(roundingModes),
      decimals: random.integer(0, decimals),
      at: random.oneIn(10) ? 'line' : 'total',
    },
    attribution: random.oneIn(6) ? 'pro-rata' : 'deal-order',
    ...(random.oneIn(3) ? { cap: { amount: String(random.integer(1, 60_000)) } } : {}),
    ...(random.oneIn(2) ? { gate: someGate(input, random) } : {}),
  }
  const facts = {
    ...(random.oneIn(40) ? {} : { target }),
    ...(input.measure === 'separate' && !random.oneIn(20)
      ? { measure: random.decimal({ near, decimals: 4 }) }
      : {}),
    ...(random.oneIn(3) ? { coefficientUplift: random.pick(UPLIFTS) } : {}),
  }
  const mechanism = random.oneIn(2) ? someMechanism(random) : NOTHING_MORE
  // Some exclude each other; then the plan does without.
  const defined = attempt(() => defineCommissionPlan({ ...plan, ...mechanism.terms }))
  return {
    plan: defined.ok ? defined.value : defineCommissionPlan(plan),
    facts: { ...facts, ...(defined.ok ? mechanism.facts : {}) },
    near: [...near, target],
  }
}

interface Mechanism {
  readonly terms: Partial<CommissionPlanInput>
  readonly facts: CommissionFacts
}

const NOTHING_MORE: Mechanism = { terms: {}, facts: {} }

/** What the compiled plan leaves to the rule, and what columns pass over because it pays nothing without more being said. */
function someMechanism(random: Random): Mechanism {
  const steps = [
    { id: 'low', upTo: '0.9', multiplier: '0.5' },
    { id: 'high', upTo: null, multiplier: '1.25' },
  ]
  const boundary = random.pick(['upper-tier', 'lower-tier'] as const)
  const limit = String(random.integer(1, 60_000))
  const onTime = { facts: { 'on-time': random.pick(['0.89', '0.9', '0.95']) } }
  const ofSpans = { earned: '12.34', half: random.pick(['0', '5', '12.34']) }
  return random.pick<Mechanism>([
    { terms: { accelerator: { mode: 'marginal', boundary, steps } }, facts: {} },
    { terms: { accelerator: { mode: 'whole-amount', boundary, steps } }, facts: {} },
    { terms: { kpiMultiplier: { fact: 'on-time', boundary, steps } }, facts: onTime },
    { terms: { gate: { conditions: PUNCTUAL } }, facts: onTime },
    { terms: { cap: { base: limit } }, facts: {} },
    { terms: { cap: { rate: '0.02' } }, facts: {} },
    { terms: { cap: { line: limit } }, facts: {} },
    { terms: { cap: { year: limit } }, facts: { yearToDate: { earned: '12.34' } } },
    { terms: { cap: { quarter: limit } }, facts: { yearToDate: { earned: '12.34' } } },
    { terms: { cap: { half: limit, year: limit } }, facts: { yearToDate: ofSpans } },
    { terms: { exchange: { on: 'order-date' } }, facts: {} },
    { terms: { awards: [{ id: 'first', for: 'first-order', amount: '9' }] }, facts: {} },
    { terms: { eligibility: { newCustomer: { firstOrderAtLeast: '9' } } }, facts: {} },
  ])
}

const PUNCTUAL = {
  id: 'on-time',
  comparison: 'at-least',
  required: '0.9',
  unit: 'ratio',
} as const

const UPLIFTS = ['0', '0.005', 0.01, '0.0033', '0.000000001', '1', '7']

function someGate(
  { mode, measure, tiers }: CommissionPlanInput['scale'],
  random: Random,
): NonNullable<CommissionPlanInput['gate']> {
  const isBounded = tiers.some(({ minimum, maximum }) => (minimum ?? maximum) !== undefined)
  const hasOwnTiers = measure !== 'separate' && !(mode === 'marginal' && isBounded)
  const above = random.pick(['above-target', 'above-gate'] as const)
  return {
    attainment: random.pick(['1', '0.8', '1.25', '0.333']),
    ...random.pick([
      { counts: 'all' },
      { counts: above },
      { counts: above, ...(hasOwnTiers ? { startsIn: 'own-tier' as const } : {}) },
    ] as const),
  }
}

/** Rates of many decimals leave little room for integers. */
function withOddRates(scale: CommissionPlanInput['scale'], random: Random) {
  const rate = () => `0.0${random.integer(1, 9)}${'7'.repeat(random.integer(3, 12))}`
  return { ...scale, tiers: scale.tiers.map((tier) => ({ ...tier, rate: rate() })) }
}

function someAmount(random: Random, near: readonly string[]): string | number {
  const text = random.decimal({
    near,
    decimals: random.oneIn(6) ? 12 : 2,
    digits: random.oneIn(6) ? 15 : 7,
  })
  return random.oneIn(3) ? asNumber(text) : text
}

/** A number where its shortest decimal has few enough digits. */
function asNumber(text: string): string | number {
  const value = Number(text)
  return String(value) === text && text.replace(/\D/g, '').length <= 15 ? value : text
}

const PAYEES = ['Ann', 'Ben', 'Çem', '丁']

function someRows(random: Random, near: readonly string[]): CommissionRow[] {
  return Array.from({ length: random.integer(0, 12) }, () => ({
    payee: random.pick(PAYEES),
    amount: someAmount(random, near),
  }))
}

function fail(drawn: Drawn, rows: unknown, found: unknown, expected: unknown): never {
  const given = JSON.stringify({ plan: drawn.plan, facts: drawn.facts, rows })
  throw new Error(`seed ${SEED}: got ${String(found)}, expected ${String(expected)}, of ${given}`)
}

describe('the compiled plan', () => {
  it(
    `pays what the rule pays, in ${CASES.toLocaleString('en')} cases`,
    () => {
      const random = seededRandom(SEED)
      let cases = 0
      let inRange = 0
      while (cases < CASES) {
        const drawn = draw(random)
        if (fastForm(exactPlan(drawn.plan)) !== 'compiled' || drawn.facts.target === undefined)
          continue
        const tried = compareCompiled(drawn, random)
        cases += tried.cases
        inRange += tried.inRange
      }
      expect(inRange / cases).toBeGreaterThan(0.5)
    },
    TIMEOUT,
  )
})

const SALES_EACH = 250

/** Sales around the thresholds and around both ends of the range, each by the compiled plan and by the rule. */
function compareCompiled(drawn: Drawn, random: Random) {
  const { plan, facts, near } = drawn
  const uplift = known(String(facts.coefficientUplift ?? 0))
  const target = known(String(facts.target))
  const decimals = random.integer(0, 4)
  const exact = exactPlan(plan)
  const compiled = compilePlan(exact, { decimals, uplift, target })
  let inRange = 0
  for (let index = 0; index < SALES_EACH; index += 1) {
    const sales = someSales(compiled.highest, decimals, near, random)
    const units = payUnits(sales, compiled)
    if (Number.isNaN(units)) continue
    inRange += 1
    const paid = unitsByRule(unscale(sales, decimals), exact, uplift, target)
    if (!Object.is(units, paid)) fail(drawn, sales, units, paid)
  }
  return { cases: SALES_EACH, inRange }
}

function someSales(
  highest: number,
  decimals: number,
  near: readonly string[],
  random: Random,
): number {
  if (random.oneIn(3)) return (random.oneIn(2) ? 1 : -1) * (highest - random.integer(0, 1000))
  const text = random.decimal({ near, decimals })
  return Math.round(Number(text) * 10 ** decimals)
}

describe('columns', () => {
  it(
    'pay and share out what the rules do, payee by payee and line by line',
    () => {
      const random = seededRandom(SEED + 1)
      let figures = 0
      while (figures < CASES / 20) {
        const drawn = draw(random)
        const rows = someRows(random, drawn.near)
        figures += comparePay(drawn, rows, random) + compareShares(drawn, rows, random)
      }
      expect(figures).toBeGreaterThan(0)
    },
    TIMEOUT,
  )
})

/** The rows of each payee as the rule takes them, in their order. */
function linesOf(rows: readonly CommissionRow[]): ReadonlyMap<string, CommissionRow[]> {
  const lines = new Map<string, CommissionRow[]>()
  for (const row of rows) lines.set(row.payee, [...(lines.get(row.payee) ?? []), row])
  return lines
}

function withIds(rows: readonly CommissionRow[]) {
  return rows.map(({ amount }, index) => ({ id: String(index), amount }))
}

/** Every way to the columns at once: all rows, totals, parts that were merged, other decimals. */
function comparePay(drawn: Drawn, rows: readonly CommissionRow[], random: Random): number {
  const { plan, facts } = drawn
  const outcomes = [
    calculateCommissionRows(rows, plan, facts),
    ...builtFrom(drawn, rows, random).map((columns) =>
      calculateCommissionColumns(columns, plan, facts),
    ),
  ]
  for (const [payee, lines] of linesOf(rows)) {
    const stated = attempt(() => calculateCommission({ ...facts, lines: withIds(lines) }, plan))
    const expected = stated.ok ? stated.value.amount : codes(stated.issues)
    for (const outcome of outcomes) {
      const found = paidIn(outcome, payee, plan)
      if (found !== expected) fail(drawn, lines, found, expected)
    }
  }
  return outcomes.length * linesOf(rows).size
}

/** What a payee is paid, as a statement writes it, or the codes of the refusal. */
function paidIn(outcome: CommissionPayColumns, payee: string, plan: DefinedCommissionPlan): string {
  const place = outcome.payees.indexOf(payee)
  const refusal = outcome.issues.find(({ row, id }) => row === null && id === payee)
  if (refusal !== undefined) return codes(refusal.issues)
  const wide = outcome.wide.get(place)?.commission
  return wide ?? money(outcome.commission[place] ?? Number.NaN, plan)
}

function builtFrom({ plan }: Drawn, rows: readonly CommissionRow[], random: Random) {
  const decimals = random.integer(0, 6)
  const builders = [commissionColumnsBuilder(plan), commissionColumnsBuilder(plan, { decimals })]
  if (addsUp(plan)) builders.push(commissionColumnsBuilder(plan, { keep: 'totals' }))
  for (const builder of builders) addSomehow(builder, rows, random)
  const parts = builders.map((builder) => builder.finish())
  return [...parts, merged(plan, rows, random)]
}

/** Whether totals will do, as they do for the accumulator. */
function addsUp(plan: DefinedCommissionPlan): boolean {
  return attempt(() => commissionAccumulator(plan)).ok
}

/** Some rows as objects, some as texts, some as bytes. */
function addSomehow(
  builder: CommissionColumnsBuilder,
  rows: readonly CommissionRow[],
  random: Random,
): void {
  for (const row of rows) {
    if (typeof row.amount === 'number' || random.oneIn(3)) builder.addRow(row)
    else if (random.oneIn(2)) builder.addTexts([row.payee], [String(row.amount)])
    else addAsBytes(builder, row)
  }
}

const utf8 = new TextEncoder()

function addAsBytes(builder: CommissionColumnsBuilder, { payee, amount }: CommissionRow): void {
  const name = utf8.encode(payee)
  const bytes = utf8.encode(`${payee};${String(amount)}\n`)
  builder.addBytes(bytes, Int32Array.of(0, name.length, name.length + 1, bytes.length - 1))
}

/** Two halves that were built apart and put together; where the plan allows it, one of them as totals. */
function merged(
  plan: DefinedCommissionPlan,
  rows: readonly CommissionRow[],
  random: Random,
): CommissionColumns {
  const cut = random.integer(0, rows.length)
  const keep = addsUp(plan) ? 'totals' : 'lines'
  const halves = [rows.slice(0, cut), rows.slice(cut)].map((half) => {
    const builder = commissionColumnsBuilder(plan, { keep })
    builder.addRows(half)
    return structuredClone(builder.finish())
  })
  const whole = commissionColumnsBuilder(plan, { keep: random.oneIn(2) ? keep : 'lines' })
  for (const half of halves) whole.addColumns(half)
  return whole.finish()
}

function compareShares(drawn: Drawn, rows: readonly CommissionRow[], random: Random): number {
  const { plan, facts } = drawn
  const builder = commissionColumnsBuilder(plan)
  addSomehow(builder, rows, random)
  const outcomes = [
    attributeCommissionRows(rows, plan, facts),
    attributeCommissionColumns(builder.finish(), plan, facts),
  ]
  for (const [payee, lines] of linesOf(rows)) {
    const shared = attempt(() => attributeCommission({ ...facts, lines: withIds(lines) }, plan))
    const expected = shared.ok
      ? shared.value.lines.map(({ amount }) => amount).join(' ')
      : codes(shared.issues)
    for (const outcome of outcomes) {
      const refusal = outcome.issues.find(({ row, id }) => row === null && id === payee)
      const found = refusal
        ? codes(refusal.issues)
        : rows
            .flatMap((row, line) => (row.payee === payee ? [line] : []))
            .map(
              (line) => outcome.wide.get(line) ?? money(outcome.shares[line] ?? Number.NaN, plan),
            )
            .join(' ')
      if (found !== expected) fail(drawn, lines, found, expected)
    }
  }
  return outcomes.length * rows.length
}

function codes(issues: readonly { readonly code: string }[]): string {
  return issues.map(({ code }) => code).join(' ')
}

const DECIMALS = new Map<string, number>(CURRENCIES)

/** Units of the plan's rounding in the currency's decimals, as statements write them. */
function money(units: number, { currency, rounding }: DefinedCommissionPlan): string {
  if (!Number.isSafeInteger(units) || Object.is(units, -0)) return String(units)
  const decimals = DECIMALS.get(currency) ?? 0
  const scaled = BigInt(units) * 10n ** BigInt(decimals - rounding.decimals)
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals > 0 ? `.${digits.slice(cut)}` : ''}`
}
