/** Random plans of every kind, and random months of order lines for them. */
import fc from 'fast-check'
import type {
  Award,
  Factor,
  Line,
  Measure,
  Month,
  Plan,
  Rule,
  Scale,
  Step,
  Test,
  When,
} from './facts.js'
import type { Settled, Year } from './year.js'

/** There in one of so many cases. */
function optional<Value>(values: fc.Arbitrary<Value>, oneIn = 2) {
  return fc.oneof(
    { arbitrary: fc.constant(undefined), weight: oneIn - 1 },
    { arbitrary: values, weight: 1 },
  )
}

/** Without what was not drawn. */
function given<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
}

const oneOf = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values)
const boundaries = optional(fc.constantFrom('upper-tier' as const, 'lower-tier' as const))

const rates = oneOf('0.05', '0.1', '0.2', '0.035', '1/7', '0')

/** Ends in turn, each tier with a rate, and now and then with more. */
function scaleOf(
  ends: fc.Arbitrary<readonly string[]>,
  more: fc.Arbitrary<object>,
  tier: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<Scale> {
  return fc
    .record({
      ends,
      rates: fc.array(rates, { minLength: 4, maxLength: 4 }),
      extras: fc.array(tier, { minLength: 4, maxLength: 4 }),
      owners: fc.array(boundaries, { minLength: 4, maxLength: 4 }),
      boundary: boundaries,
      more,
    })
    .map(({ ends: at, rates: own, extras, owners, boundary, more: others }) => {
      const tiers = [...at, null].map((upTo, index) => {
        const owner = upTo === null ? undefined : owners[index]
        return given({ id: `t${index}`, upTo, rate: own[index], boundary: owner, ...extras[index] })
      })
      return given({ boundary, ...others, tiers }) as unknown as Scale
    })
}

function some(list: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc
    .subarray([...list], { maxLength: Math.min(3, list.length) })
    .map((ends) => [...ends].sort((a, b) => Number(a) - Number(b)))
}

const modes = oneOf('marginal', 'marginal', 'whole-amount').map((mode) => ({ mode }))
const negatives = optional(oneOf('mirror', 'zero'), 3)
const money = some(['1000', '2000', '4000', '10000'])
const attained = some(['0.5', '0.8', '1', '1.25'])

const flats = optional(
  fc.record({
    amount: optional(oneOf('20', '50'), 3),
    minimum: optional(oneOf('30', '60'), 4),
    maximum: optional(oneOf('150', '300'), 4),
  }),
  3,
).map((value) => given(value ?? {}))

/** Each line, or each order, on its own. */
const each = scaleOf(
  money,
  fc
    .tuple(modes, oneOf('line', 'order'), negatives)
    .map(([mode, per, negative]) => given({ ...mode, per, negative })),
  flats,
)

const plain = scaleOf(money, modes)
const byAttainment = scaleOf(
  attained,
  modes.map((mode) => ({ ...mode, thresholds: 'attainment' })),
)

/** A table whose tiers another figure chooses, and the figure. */
const measured: fc.Arbitrary<{ readonly scale: Scale; readonly measuredBy: Measure }> = fc
  .constantFrom<readonly [Measure, readonly string[]]>(
    ['amount', ['1000', '2000']],
    ['margin', ['0.1', '0.2', '0.5']],
    ['discount', ['0.09', '0.2', '0.25']],
    ['quantity', ['1', '3', '5']],
    ['daysLate', ['30', '60']],
    [{ fact: 'level' }, ['1', '2']],
    ['attainment', ['0.5', '1', '1.25']],
    ['units', ['3', '8', '15']],
  )
  .chain(([measuredBy, ends]) =>
    scaleOf(
      some(ends),
      negatives.map((negative) => ({ mode: 'whole-amount', measure: 'separate', negative })),
    ).map((scale) => ({ scale: given(scale) as Scale, measuredBy })),
  )

const tests: fc.Arbitrary<Test> = fc
  .tuple(
    fc.constantFrom<readonly [string, Test['unit'], string]>(
      ['amount', 'money', '1500'],
      ['margin', 'ratio', '0.2'],
      ['discount', 'ratio', '0.1'],
      ['quantity', 'count', '3'],
      ['daysLate', 'count', '30'],
      ['level', 'count', '2'],
    ),
    fc.constantFrom<Test['comparison']>('at-least', 'above', 'at-most', 'below'),
  )
  .map(([[id, unit, required], comparison]) => ({ id, comparison, required, unit }))

const whens: fc.Arbitrary<When> = fc
  .record({ product: optional(oneOf('a', 'b')), is: optional(tests) })
  .map((when) => given(when) as When)
  .filter((when) => Object.keys(when).length > 0)

/** A fact of the statement that must reach a figure. */
const conditions: fc.Arbitrary<Test> = oneOf('0.8', '1').map((required) => ({
  id: 'yearOnQuota',
  comparison: 'at-least',
  required,
  unit: 'ratio',
}))

function rulesOf(scales: fc.Arbitrary<Partial<Rule>>): fc.Arbitrary<readonly Rule[]> {
  return fc
    .record({
      first: scales,
      second: scales,
      is: optional(tests),
      product: oneOf('a', 'b'),
      held: optional(conditions, 4),
      count: fc.constantFrom(1, 2),
    })
    .map(({ first, second, is, product, held, count }) =>
      [
        given({ id: 'r-a', when: { product: 'a' }, ...first, conditions: held }),
        given({ id: 'r-2', when: given({ product: is ? product : 'b', is }), ...second }),
      ].slice(0, count),
    ) as never
}

const steps = (ends: readonly string[]): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(some(ends), fc.array(oneOf('0.5', '1', '1.5', '2', '0'), { minLength: 4, maxLength: 4 }))
    .map(([at, times]) =>
      [...at, null].map((upTo, index) => ({
        id: `s${index}`,
        upTo,
        multiplier: times[index] ?? '1',
      })),
    )

const accelerators = fc
  .record({
    mode: oneOf('marginal', 'whole-amount'),
    boundary: boundaries,
    steps: steps(['0.5', '1', '1.5']),
    conditions: optional(conditions, 3),
  })
  .map(given) as unknown as fc.Arbitrary<NonNullable<Plan['accelerator']>>

const factors: fc.Arbitrary<readonly Factor[]> = fc
  .array(
    fc
      .record({
        when: optional(whens),
        applies: optional(fc.constantFrom('both' as const, 'counts' as const, 'earns' as const)),
        above: optional(oneOf('1000', '500'), 3),
        how: fc.oneof(
          oneOf('0', '0.5', '1', '1.5').map((multiplier) => ({ multiplier })),
          fc.constant({ part: 'first' }),
          fc
            .tuple(
              fc.constantFrom<readonly [string, readonly string[]]>(
                ['daysLate', ['31', '61']],
                ['quantity', ['3']],
                ['level', ['1', '2']],
              ),
              boundaries,
            )
            .chain(([[fact, ends], boundary]) =>
              steps(ends).map((list) => ({ by: given({ fact, boundary, steps: list }) })),
            ),
        ),
      })
      .map(({ how, ...others }) => given({ ...others, ...how })),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map((one, index) => ({ id: `f${index}`, ...one }))) as never

const awards: fc.Arbitrary<readonly Award[]> = fc
  .array(
    fc
      .record({
        when: optional(whens, 3),
        order: optional(
          fc.record({
            comparison: fc.constantFrom('above' as const, 'at-least' as const),
            amount: oneOf('1000', '2500'),
          }),
        ),
        pays: fc.constantFrom<Partial<Award>>(
          { amount: '100' },
          { per: 'order', amount: '33.33' },
          { per: 'line', amount: '7.5' },
          { per: 'unit', amount: '3.05' },
          { rate: '0.0125' },
        ),
        whileGateShut: optional(fc.constantFrom('paid' as const, 'forgone' as const)),
        conditions: optional(conditions, 4),
      })
      .map(({ pays, ...others }) => given({ for: 'any' as const, ...others, ...pays })),
    { minLength: 1, maxLength: 2 },
  )
  .map((list) => list.map((one, index) => ({ id: `award-${index}`, ...one }))) as never

const multipliers: fc.Arbitrary<NonNullable<Plan['multipliers']>> = fc.subarray(
  [
    { fact: 'grade', values: { S: '1.2', A: '1', C: '0.8' } },
    {
      fact: 'attendance',
      steps: [
        { id: 'absent', upTo: '0.9', multiplier: '0.5' },
        { id: 'present', upTo: null, multiplier: '1' },
      ],
    },
  ],
  { minLength: 1 },
)

/** What every plan may have beside its tiers. */
const beside: fc.Arbitrary<Partial<Plan>> = fc
  .record({
    base: optional(
      fc.constantFrom(
        'margin' as const,
        'amount-without-tax' as const,
        'margin-without-tax' as const,
      ),
      3,
    ),
    gate: optional(
      fc
        .record({ attainment: optional(oneOf('0.5', '1')), conditions: optional(conditions) })
        .filter(({ attainment, conditions: held }) => (attainment ?? held) !== undefined)
        .map(given),
      5,
    ),
    coefficient: optional(
      fc.constantFrom({ applies: 'multiply' as const }, { applies: 'add-to-rate' as const }),
    ),
    multipliers: optional(multipliers, 4),
    awards: optional(awards, 3),
    refunds: optional(fc.constantFrom('net' as const, 'mirror' as const)),
    rounding: optional(fc.constant({ at: 'line' as const }), 6),
    cap: optional(
      fc
        .record({ line: optional(oneOf('90', '300')), rate: optional(oneOf('0.12'), 3) })
        .filter(({ line, rate }) => (line ?? rate) !== undefined)
        .map(given),
      4,
    ),
    payment: fc.constantFrom(
      { accrual: 'period' as const },
      { accrual: 'period' as const },
      { accrual: 'year-to-date' as const },
    ),
  })
  .map((drawn) => given(drawn) as unknown as Partial<Plan>)

/** A plan whose tiers are of one kind. */
function planOf(tiers: fc.Arbitrary<Partial<Plan>>): fc.Arbitrary<Plan> {
  return fc
    .tuple(tiers, beside)
    .map(([own, others]) => sharedOut({ id: 'plan', currency: 'EUR', ...others, ...own } as Plan))
}

/** What a line's share comes to, the oracle knows in the order of deals. */
function sharedOut(plan: Plan): Plan {
  return plan.refunds === 'mirror' && plan.attribution !== undefined
    ? { ...plan, attribution: 'deal-order' }
    : plan
}

/** The kinds of plans, by the part of the issue that they are about. */
export const kinds = {
  'each line or order on its own, with floors': planOf(
    fc
      .record({
        scale: each,
        rates: optional(rulesOf(fc.oneof(each, plain).map((scale) => ({ scale }))), 3),
        floor: optional(oneOf('15', '40').map((line) => ({ line }))),
        accelerator: optional(
          accelerators.map((one) => ({ ...one, mode: 'whole-amount' as const })),
          4,
        ),
      })
      .map((drawn) => given(drawn) as Partial<Plan>),
  ),
  'tables that a figure or a fact chooses': planOf(
    fc
      .record({
        own: fc.oneof(
          measured,
          plain.map((scale) => ({ scale })),
        ),
        rates: optional(rulesOf(measured)),
        accelerator: optional(
          accelerators.map((one) => ({ ...one, mode: 'whole-amount' as const })),
          4,
        ),
        floor: optional(
          oneOf('15', '40').map((line) => ({ line })),
          5,
        ),
        factors: optional(factors, 4),
      })
      .map(({ own, ...others }) => given({ ...others, ...own }) as Partial<Plan>),
  ),
  'factors, and rates within one quota': planOf(
    fc
      .record({
        scale: fc.oneof(plain, byAttainment),
        rates: optional(rulesOf(fc.oneof(plain, byAttainment).map((scale) => ({ scale })))),
        isShared: fc.boolean(),
        factors: optional(factors),
        accelerator: optional(accelerators, 3),
        attribution: optional(fc.constantFrom('deal-order' as const, 'pro-rata' as const)),
      })
      .map(({ isShared, ...drawn }) => {
        const tiersOver = isShared && drawn.rates ? ('all-lines' as const) : undefined
        return given({ ...drawn, tiersOver }) as unknown as Partial<Plan>
      }),
  ),
  'open slopes, jumps and rounded attainment': planOf(
    fc
      .record({
        scale: scaleOf(
          attained,
          modes.map((mode) => ({ ...mode, thresholds: 'attainment' })),
        ).chain((scale) =>
          fc
            .record({
              isMultiple: fc.boolean(),
              times: fc.array(oneOf('1', '1.25', '1.5', '2/3'), { minLength: 4, maxLength: 4 }),
              flat: fc.array(optional(oneOf('0.1', '0.25'), 3), { minLength: 4, maxLength: 4 }),
              isInterpolated: fc.boolean(),
              jump: fc.boolean(),
            })
            .map((drawn) => slopes(scale, drawn)),
        ),
        payout: fc.constantFrom(
          'of-target-incentive' as const,
          'of-target-incentive' as const,
          'money' as const,
        ),
        attainmentRounding: optional(
          fc.record({
            mode: fc.constantFrom('down' as const, 'half-up' as const),
            decimals: fc.constantFrom(2, 1, 3),
          }),
        ),
        accelerator: optional(accelerators, 3),
        kpiMultiplier: optional(
          fc.constant({
            fact: 'onTime',
            steps: [
              { id: 'late', upTo: '0.9', multiplier: '0.9' },
              { id: 'fine', upTo: null, multiplier: '1' },
            ],
          }),
          4,
        ),
      })
      .map(
        (drawn) =>
          given({ ...drawn, coefficient: { applies: 'multiply' } }) as unknown as Partial<Plan>,
      ),
  ),
} as const

interface Slopes {
  readonly isMultiple: boolean
  readonly times: readonly string[]
  readonly flat: readonly (string | undefined)[]
  readonly isInterpolated: boolean
  readonly jump: boolean
}

/** Multiples of the base rate with flat parts, or a payout table with a jump and an open end. */
function slopes(scale: Scale, { isMultiple, times, flat, isInterpolated, jump }: Slopes): Scale {
  const tiers = scale.tiers.map(({ rate, ...tier }, index) =>
    given({
      ...tier,
      ...(isMultiple && !isInterpolated
        ? { multiple: times[index] }
        : { rate: isInterpolated ? '0' : rate }),
      amount: tier.upTo === null && isInterpolated ? undefined : flat[index],
    }),
  )
  const [first] = tiers
  const twice =
    jump && isInterpolated && first && first.upTo !== null
      ? [first, { id: 'jump', upTo: first.upTo, amount: '0.2' }, ...tiers.slice(1)]
      : tiers
  return {
    ...scale,
    mode: isInterpolated ? 'interpolated' : scale.mode,
    tiers: twice as unknown as Scale['tiers'],
  }
}

interface DrawnLine {
  readonly amount: string
  readonly cost: string
  readonly listed: string
  readonly quantity: string
  readonly late: number
  readonly product: string
  readonly order: string | undefined
  readonly level: string
  readonly first: string
  readonly refund: number | undefined
}

const drawnLines: fc.Arbitrary<readonly DrawnLine[]> = fc.array(
  fc.record({
    amount: oneOf('500', '1000', '1500', '2000', '2500.05', '4000', '999.99'),
    cost: oneOf('0.5', '0.8', '1', '1.2', '0.333'),
    listed: oneOf('1', '1.1', '1.25', '2'),
    quantity: oneOf('1', '2', '3', '5'),
    late: fc.constantFrom(-5, 0, 30, 31, 60, 90),
    product: oneOf('a', 'b', 'c'),
    order: optional(oneOf('A', 'B')),
    level: oneOf('0', '1', '2', '3'),
    first: oneOf('100', '250', '500'),
    refund: optional(fc.constantFrom(0.5, 1, 0.3), 4),
  }),
  { maxLength: 5 },
)

interface DrawnMonth {
  readonly lines: readonly DrawnLine[]
  readonly really: readonly DrawnLine[] | undefined
  readonly ago: number
  readonly target: string
  readonly facts: Readonly<Record<string, string>>
}

const drawnMonths: fc.Arbitrary<DrawnMonth> = fc.record({
  lines: drawnLines,
  really: optional(drawnLines, 4),
  ago: fc.integer({ min: 1, max: 3 }),
  target: oneOf('2000', '3000', '5000'),
  facts: fc.record({
    yearOnQuota: oneOf('0.7', '0.8', '1', '1.02'),
    grade: oneOf('S', 'A', 'C'),
    attendance: oneOf('0.85', '0.9', '1'),
    onTime: oneOf('0.85', '0.9', '1'),
  }),
})

export interface Chain {
  readonly year: Year
  readonly starts: readonly number[]
}

/** Of these, what lines earn does not depend on each other, but for what all of them have reached. */
export const kindsOfLines = planOf(
  fc
    .record({
      own: fc.oneof(
        measured,
        each.map((scale) => ({ scale: { ...scale, per: 'line' as const } })),
      ),
      rates: optional(rulesOf(measured)),
      accelerator: optional(
        accelerators.map((one) => ({ ...one, mode: 'whole-amount' as const })),
        3,
      ),
      factors: optional(factors, 3),
      floor: optional(
        oneOf('15', '40').map((line) => ({ line })),
        4,
      ),
    })
    .map(({ own, ...others }) => given({ ...others, ...own }) as Partial<Plan>),
).map(lineByLine)

/** Without what goes by the sum of them: a cap on the rate, and nothing for a sum below zero. */
function lineByLine({ cap: { line } = {}, ...plan }: Plan): Plan {
  const mirroring = (scale: Scale): Scale => ({ ...scale, negative: 'mirror' })
  return {
    ...plan,
    ...(line !== undefined && { cap: { line } }),
    scale: mirroring(plan.scale),
    ...(plan.rates && {
      rates: plan.rates.map((rule) => ({ ...rule, scale: mirroring(rule.scale) })),
    }),
    payment: { accrual: 'year-to-date' },
  }
}

/** Years whose uplift changes on the way. */
export function yearsOfUplifts(plans: fc.Arbitrary<Plan>): fc.Arbitrary<Chain> {
  return fc
    .tuple(years(plans), fc.array(oneOf('0.005', '0.01'), { minLength: 4, maxLength: 4 }))
    .map(([{ year, starts }, uplifts]) => {
      const at = ({ period }: Month) => uplifts[Number(period.slice(-2)) - 1] ?? '0.005'
      const raised = (month: Month): Month =>
        isRaised(year.plan) ? { ...month, coefficientUplift: at(month) } : month
      const months = year.months.map(({ month, corrections }) => ({
        month: raised(month),
        corrections: corrections.map(raised),
      }))
      return { year: { ...year, months }, starts }
    })
}

/** Years of a plan, cut into settlements anywhere. */
export function years(plans: fc.Arbitrary<Plan>): fc.Arbitrary<Chain> {
  return fc
    .record({
      plan: plans,
      months: fc.array(drawnMonths, { minLength: 1, maxLength: 4 }),
      uplift: optional(oneOf('0.005', '0.01'), 3),
      starts: fc.subarray([1, 2, 3]),
    })
    .map(({ plan, months, uplift, starts }) => ({
      year: { plan, months: monthsOf(plan, months, uplift) },
      starts,
    }))
}

function monthsOf(
  plan: Plan,
  drawn: readonly DrawnMonth[],
  uplift: string | undefined,
): readonly Settled[] {
  const months: Month[] = []
  for (const [index, { lines, target, facts }] of drawn.entries())
    months.push(
      given({
        period: `2026-0${index + 1}`,
        lines: linesOf(lines, index + 1, 'O', months),
        target,
        targetIncentive: plan.payout !== 'of-target-incentive' ? undefined : '1000',
        coefficientUplift: isRaised(plan) ? uplift : undefined,
        facts: factsFor(plan, facts),
      }) as Month,
    )
  return months.map((month, index) => {
    const { really, ago } = drawn[index] as DrawnMonth
    const wrong = months[index - ago]
    if (really === undefined || wrong === undefined) return { month, corrections: [] }
    return {
      month,
      corrections: [{ ...wrong, lines: rightIn(wrong, really, index - ago + 1, months) }],
    }
  })
}

/** An uplift raises rates, and where all of a scale are 0 there are none. */
function isRaised({ coefficient, scale, rates = [] }: Plan): boolean {
  const scales = [scale, ...rates.map((rule) => rule.scale)]
  const isFlat = scales.some(({ tiers }) => tiers.every(({ rate }) => rate === '0'))
  return coefficient?.applies === 'multiply' || !isFlat
}

/** What the plan looks at, and nothing else. */
function factsFor(plan: Plan, all: Readonly<Record<string, string>>) {
  const {
    gate,
    accelerator,
    rates = [],
    awards: paid = [],
    kpiMultiplier,
    multipliers: own = [],
  } = plan
  const held = [gate, accelerator, ...rates, ...paid].flatMap((one) => one?.conditions?.id ?? [])
  const names = [
    ...held,
    ...own.map(({ fact }) => fact),
    ...(kpiMultiplier ? [kpiMultiplier.fact] : []),
  ]
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
}

/** Lines that others take back stay; the others are really others. */
function rightIn(
  wrong: Month,
  really: readonly DrawnLine[],
  month: number,
  months: readonly Month[],
) {
  const taken = new Set(
    months.flatMap(({ lines }) => lines.flatMap(({ refundOf }) => refundOf ?? [])),
  )
  const kept = wrong.lines.filter(({ id, refundOf }) => taken.has(id) || refundOf !== undefined)
  const others = really.map((line) => ({ ...line, refund: undefined }))
  return [...kept, ...linesOf(others, month, `N${month}`, [])]
}

function linesOf(
  drawn: readonly DrawnLine[],
  month: number,
  name: string,
  before: readonly Month[],
): readonly Line[] {
  const lines: Line[] = []
  for (const [index, line] of drawn.entries()) {
    const all = [...before.flatMap((one) => one.lines), ...lines]
    const refund = line.refund === undefined ? undefined : refundIn(all, line, month, index)
    lines.push(refund ?? lineOf(line, month, `${name}-${month}-${index}`))
  }
  return lines
}

function lineOf(drawn: DrawnLine, month: number, id: string): Line {
  const { amount, late, order, product, quantity, level, first } = drawn
  const times = (factor: string) => String(Math.round(Number(amount) * Number(factor) * 100) / 100)
  const due = new Date(Date.UTC(2026, month - 1, 10))
  const paid = new Date(due.getTime() + late * 86_400_000)
  return given({
    id,
    amount,
    cost: times(drawn.cost),
    listPrice: times(drawn.listed),
    tax: times('0.19'),
    quantity,
    dueOn: due.toISOString().slice(0, 10),
    paidOn: paid.toISOString().slice(0, 10),
    product,
    order,
    facts: { level, first },
  }) as Line
}

/** A part of a sale so far that is not taken back yet. */
function refundIn(
  all: readonly Line[],
  { refund = 1, level }: DrawnLine,
  month: number,
  index: number,
): Line | undefined {
  const sales = all.filter(({ refundOf }) => refundOf === undefined)
  const of = sales[(Number(level) * 7 + index) % Math.max(sales.length, 1)]
  if (of === undefined) return undefined
  const cents = (amount: string) => Math.round(Number(amount) * 100)
  const taken = all.filter(({ refundOf }) => refundOf === of.id)
  const left = cents(of.amount) + taken.reduce((total, { amount }) => total + cents(amount), 0)
  const part = Math.round(left * refund)
  if (part <= 0) return undefined
  return { id: `R-${month}-${index}`, amount: String(-part / 100), refundOf: of.id }
}
