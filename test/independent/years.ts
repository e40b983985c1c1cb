/**
 * Random years of payees, as the library pays them: a plan of any mechanisms, twelve months of order lines, the settlement of both
 * halves of the year, and between them a correction of the first half. All of it goes through JSON, as an archive would keep it.
 */
import fc from 'fast-check'
import {
  attempt,
  attributeCommission,
  type CommissionLinesInput,
  type CommissionPlanInput,
  type CommissionStatement,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  restateCommission,
  type ScaleInput,
  type Settlement,
  settleCommission,
} from 'sales-rules'
import type { PayeeYear } from './archive.js'

const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })
const optionally = <Key extends string, Value>(key: Key, values: fc.Arbitrary<Value>) =>
  optional(values).map((value) => (value === undefined ? {} : { [key]: value }))
const money = (minimum: number, maximum: number) =>
  fc.integer({ min: minimum, max: maximum }).map(String)
const modes = fc.constantFrom(
  'half-up' as const,
  'half-even' as const,
  'half-down' as const,
  'up' as const,
  'down' as const,
  'ceiling' as const,
  'floor' as const,
)

/** Scales of every mode whose tiers end on the grid of the amounts. */
const scales: fc.Arbitrary<ScaleInput> = fc
  .record({
    mode: fc.constantFrom('marginal' as const, 'whole-amount' as const, 'interpolated' as const),
    boundary: fc.constantFrom('upper-tier' as const, 'lower-tier' as const),
    negative: fc.constantFrom('mirror' as const, 'zero' as const),
    thresholds: fc.constantFrom('money' as const, 'attainment' as const),
    isSeparate: fc.nat({ max: 5 }).map((draw) => draw === 0),
    ends: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
    rates: fc.array(fc.integer({ min: 0, max: 125 }), { minLength: 4, maxLength: 4 }),
    flats: fc.array(optional(fc.integer({ min: 1, max: 900 })), { minLength: 4, maxLength: 4 }),
    minimum: optional(fc.integer({ min: 1, max: 400 })),
    maximum: optional(fc.integer({ min: 401, max: 2_000 })),
  })
  .map(({ boundary, negative, ends, rates, flats, minimum, maximum, ...drawn }) => {
    const mode = drawn.isSeparate ? 'whole-amount' : drawn.mode
    const thresholds = drawn.isSeparate ? 'money' : drawn.thresholds
    const last = ends.length
    const bounds = {
      ...(minimum !== undefined && { minimum: String(minimum) }),
      ...(maximum !== undefined && { maximum: String(maximum) }),
    }
    return {
      mode,
      boundary,
      negative,
      thresholds,
      measure: drawn.isSeparate ? 'separate' : 'base',
      tiers: [...ends]
        .sort((a, b) => a - b)
        .map((end) => (thresholds === 'attainment' ? String(end / 4) : String(end * 5_000)))
        .concat('open')
        .map((end, index) => ({
          id: `tier-${index}`,
          upTo: end === 'open' ? null : end,
          rate: String((rates[index] ?? 0) / 1_000),
          ...(flats[index] !== undefined &&
            (mode !== 'interpolated' || index < last) && { amount: String(flats[index]) }),
          ...(index === last && mode !== 'interpolated' ? bounds : {}),
        })),
    }
  })

const steps = (ends: readonly string[]) =>
  fc.array(fc.integer({ min: 2, max: 8 }), { minLength: 3, maxLength: 3 }).map((quarters) =>
    [...ends, null].map((upTo, index) => ({
      id: `step-${index}`,
      upTo,
      multiplier: String((quarters[index] ?? 4) / 4),
    })),
  )

const boundaries = fc.constantFrom('upper-tier' as const, 'lower-tier' as const)

/** Over tiers that pay a rate alone: a cap on the line, rounding at the line, or a cap on the base of marginal tiers. */
const plainChanges = fc.constantFrom<Partial<CommissionPlanInput>>(
  {},
  {},
  {},
  {},
  { cap: { line: '300' } },
  { cap: { line: '90' } },
  { rounding: { mode: 'half-even', at: 'line' } },
  { rounding: { mode: 'up', at: 'line' } },
  { cap: { base: '6000' } },
)

function changed(
  plan: CommissionPlanInput,
  change: Partial<CommissionPlanInput>,
): CommissionPlanInput {
  if (Object.keys(change).length === 0) return plan
  const { cap: _, rates: __, ...others } = plan
  const tiers = plan.scale.tiers.map(({ id, upTo, rate = '0' }) => ({ id, upTo, rate }))
  const isCut = change.cap?.base !== undefined
  return {
    ...others,
    scale: { ...plan.scale, tiers, ...(isCut && { mode: 'marginal', measure: 'base' }) },
    payment: { ...plan.payment, accrual: 'period', trueUp: 'every-period' },
    ...change,
  }
}

/** What only refuses to go with something else is drawn as well; plans that are refused are drawn again. */
const plans: fc.Arbitrary<DefinedCommissionPlan> = fc
  .tuple(
    plainChanges,
    fc.record({
      currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
      scale: scales,
      coefficient: fc.record({
        applies: fc.constantFrom('add-to-rate' as const, 'multiply' as const),
      }),
      rounding: modes.map((mode) => ({ mode })),
      refunds: fc.constantFrom('net' as const, 'net' as const, 'mirror' as const),
    }),
    optionally(
      'gate',
      fc.record({
        attainment: fc.constantFrom('1', '0.5', '0.8'),
        counts: fc.constantFrom(
          'all' as const,
          'all' as const,
          'above-target' as const,
          'above-gate' as const,
        ),
        startsIn: fc.constantFrom('first-tier' as const, 'own-tier' as const),
      }),
    ),
    optionally(
      'accelerator',
      fc.record({
        mode: fc.constantFrom('marginal' as const, 'whole-amount' as const),
        boundary: boundaries,
        steps: steps(['0.75', '1.25']),
      }),
    ),
    optionally(
      'kpiMultiplier',
      fc.record({
        fact: fc.constant('onTime'),
        boundary: boundaries,
        steps: steps(['0.9', '0.95']),
      }),
    ),
    optionally(
      'rates',
      scales.map((scale) => [
        {
          id: 'services',
          when: { product: 'service' },
          scale: { ...scale, thresholds: 'money' as const, measure: 'base' as const },
        },
      ]),
    ),
    optionally(
      'awards',
      fc
        .record({ amount: money(1, 500), whileGateShut: fc.constantFrom('paid', 'forgone') })
        .map((award) => [
          {
            id: 'large-first-order',
            for: 'first-order',
            order: { comparison: 'at-least', amount: '5000' },
            ...award,
          },
        ]),
    ),
    optionally('cap', caps()),
    fc.record({ payment: paymentTerms() }),
  )
  .map(([change, ...parts]) => changed(Object.assign({}, ...parts), change))
  .map((plan) => attempt(() => defineCommissionPlan(plan)))
  .filter((result) => result.ok)
  .map((result) => result.value as DefinedCommissionPlan)

function caps() {
  return fc
    .tuple(
      optionally('amount', money(200, 2_000)),
      optionally('year', money(2_000, 9_000)),
      optionally('rate', fc.constantFrom('0.02', '0.05')),
    )
    .map((parts) => Object.assign({}, ...parts))
    .filter((cap) => Object.keys(cap).length > 0)
}

function paymentTerms() {
  return fc
    .tuple(
      fc.constantFrom(
        {},
        {},
        {},
        { accrual: 'year-to-date' },
        { accrual: 'year-to-date', trueUp: 'quarter' },
      ),
      optionally(
        'holdback',
        fc.record({ share: fc.constantFrom('0.1', '0.333'), releaseAfter: fc.constantFrom(1, 3) }),
      ),
      optionally(
        'draw',
        fc
          .tuple(
            fc.record({
              amount: money(100, 1_000),
              kind: fc.constantFrom('recoverable', 'recoverable', 'non-recoverable'),
              recoverFrom: fc.constantFrom('all', 'above-draw'),
              recoverAfter: fc.constantFrom(0, 2),
              recoverAtMost: fc.constantFrom('1', '0.5'),
            }),
            optionally('owedAtMost', money(500, 3_000)),
            optionally('periods', fc.constantFrom(3, 5)),
            optionally(
              'schedule',
              fc.constantFrom([{ periods: 1, amount: '800' }], [{ periods: 2, amount: '0' }]),
            ),
          )
          .map((parts) => Object.assign({}, ...parts)),
      ),
      optionally('minimumPayout', money(10, 300)),
    )
    .map((parts) => Object.assign({}, ...parts))
}

/** A sale; a small one is a refund of the sale before it in its month. */
interface DrawnLine {
  readonly amount: number
  readonly product: string
  readonly isFirst: boolean
}

const drawnLines: fc.Arbitrary<readonly DrawnLine[]> = fc.array(
  fc.record({
    amount: fc.integer({ min: -4, max: 24 }).map((half) => half * 500),
    product: fc.constantFrom('goods', 'service'),
    isFirst: fc.boolean(),
  }),
  { maxLength: 4 },
)

const months = Array.from(
  { length: 12 },
  (_, month) => `2026-${String(month + 1).padStart(2, '0')}`,
)

interface Drawn {
  readonly plan: DefinedCommissionPlan
  readonly cents: number
  readonly lines: readonly (readonly DrawnLine[])[]
  readonly later: readonly (readonly DrawnLine[])[]
  readonly uplift: string
  readonly measure: string
  readonly onTime: readonly string[]
  readonly target: string
}

const drawnYears: fc.Arbitrary<Drawn> = fc.record({
  plan: plans,
  cents: fc.constantFrom(0, 0, 1, 37),
  lines: fc.array(drawnLines, { minLength: 12, maxLength: 12 }),
  later: fc.array(drawnLines, { minLength: 2, maxLength: 2 }),
  uplift: fc.constantFrom('0', '0.005', '0.0033'),
  measure: fc.constantFrom('4000', '5000', '12500'),
  onTime: fc.array(fc.constantFrom('0.85', '0.9', '0.95', '1'), { minLength: 12, maxLength: 12 }),
  target: fc.constantFrom('5000', '10000', '7777'),
})

/** Years of payees, as JSON brings them back. */
export const payeeYears: fc.Arbitrary<PayeeYear> = drawnYears.map(
  (drawn) => JSON.parse(JSON.stringify(payYear(drawn))) as PayeeYear,
)

type Month = Omit<CommissionLinesInput, 'payee'>

function payYear(drawn: Drawn) {
  const { plan } = drawn
  const payee = 'E-1'
  const inputs = months.map((_, index) => monthOf(drawn, index, drawn.lines[index] ?? []))
  const first = settleCommission({ payee, periods: inputs.slice(0, 6) }, plan)
  const restatement = isRestated(plan) ? restate(first, inputs, drawn) : null
  const [july, ...others] = inputs.slice(6) as [Month, ...Month[]]
  const second = settleCommission(
    {
      payee,
      opening: first.closing,
      periods: [{ ...july, adjustments: restatement?.corrections ?? [] }, ...others],
    },
    plan,
  )
  const inputOf = (statement: CommissionStatement, among: readonly Month[]) =>
    among.find(({ period }) => period === statement.period)
  const kept = (statement: CommissionStatement, among: readonly Month[]) =>
    withShares(statement, inputOf(statement, among), plan)
  return {
    payee,
    settlements: [first, second].map((settlement) => ({
      ...settlement,
      periods: settlement.periods.map((period) => ({
        ...period,
        statement: kept(period.statement, inputs),
      })),
    })),
    restatement: restatement && {
      ...restatement,
      statements: restatement.statements.map((one) => kept(one, restated(inputs, drawn))),
    },
  }
}

/** A statement with the shares of its lines, where its plan looks at each line; a year to date is kept without. */
function withShares(
  statement: CommissionStatement,
  input: Month | undefined,
  plan: DefinedCommissionPlan,
) {
  const looks = plan.refunds === 'mirror' || plan.rounding.at === 'line' || plan.cap?.line
  if (input === undefined || !looks || plan.cap?.year !== undefined) return statement
  return { ...statement, shares: attributeCommission(input, plan).lines }
}

/** A year to date takes up what changes by itself, and a cap for the year asks what was earned before. */
function isRestated({ payment, cap }: DefinedCommissionPlan): boolean {
  return payment?.accrual === 'period' && cap?.year === undefined
}

/** February and May as they should have been: with other lines. The months between are stated again as they were. */
function restate(first: Settlement, inputs: readonly Month[], drawn: Drawn) {
  const now = restated(inputs, drawn).map((month) => ({ ...month, payee: first.payee }))
  const paid = first.periods.map(({ statement }) => statement)
  return restateCommission({ paid, now }, drawn.plan)
}

function restated(inputs: readonly Month[], drawn: Drawn): Month[] {
  return inputs.slice(1, 5).map((month, index) => {
    const lines = index === 0 ? drawn.later[0] : index === 3 ? drawn.later[1] : undefined
    return lines === undefined ? month : monthOf(drawn, index + 1, lines)
  })
}

function isWithoutRates({ coefficient, scale, rates = [] }: DefinedCommissionPlan): boolean {
  const all = [scale, ...rates.map((rule) => rule.scale)]
  const isFlat = all.some(({ tiers }) => tiers.every(({ rate }) => Number(rate) === 0))
  return coefficient.applies === 'add-to-rate' && isFlat
}

function monthOf(drawn: Drawn, index: number, lines: readonly DrawnLine[]): Month {
  const period = months[index] ?? ''
  const { plan, target, measure, uplift, onTime } = drawn
  return {
    period,
    target,
    // An uplift is refused where there are no rates that it could raise.
    coefficientUplift: isWithoutRates(plan) ? '0' : uplift,
    ...(plan.scale.measure === 'separate' && { measure }),
    ...(plan.kpiMultiplier && { facts: { onTime: onTime[index] ?? '1' } }),
    lines: lines.map((line, position) => ({
      id: `${period}-${position}`,
      amount: amountOf(line, drawn),
      product: line.product,
      firstOrder: line.isFirst,
      ...refundOf(lines, position, period),
    })),
  }
}

function amountOf({ amount }: DrawnLine, { cents, plan }: Drawn): string {
  if (cents === 0 || plan.currency === 'JPY') return String(amount)
  return `${amount}.${String(cents).padStart(2, '0')}`
}

/** A refund names the sale before it where that is large enough; others stand on their own. */
function refundOf(lines: readonly DrawnLine[], position: number, period: string) {
  const before = lines[position - 1]
  const line = lines[position]
  if (before === undefined || line === undefined || line.amount >= 0) return {}
  return before.amount > -line.amount ? { refundOf: `${period}-${position - 1}` } : {}
}
