// test/independent/plans/scratch.ts
import fc2 from 'fast-check'

// test/independent/plans/draw.ts
import fc from 'fast-check'

function optional(values, oneIn = 2) {
  return fc.oneof(
    { arbitrary: fc.constant(void 0), weight: oneIn - 1 },
    { arbitrary: values, weight: 1 },
  )
}
function given(value) {
  return Object.fromEntries(Object.entries(value).filter(([, one3]) => one3 !== void 0))
}
var oneOf = (...values) => fc.constantFrom(...values)
var boundaries = optional(fc.constantFrom('upper-tier', 'lower-tier'))
var rates = oneOf('0.05', '0.1', '0.2', '0.035', '1/7', '0')
function scaleOf(ends, more, tier = fc.constant({})) {
  return fc
    .record({
      ends,
      rates: fc.array(rates, { minLength: 4, maxLength: 4 }),
      extras: fc.array(tier, { minLength: 4, maxLength: 4 }),
      owners: fc.array(boundaries, { minLength: 4, maxLength: 4 }),
      boundary: boundaries,
      more,
    })
    .map(({ ends: at2, rates: own, extras, owners, boundary: boundary3, more: others }) => {
      const tiers = [...at2, null].map((upTo2, index) => {
        const owner = upTo2 === null ? void 0 : owners[index]
        return given({
          id: `t${index}`,
          upTo: upTo2,
          rate: own[index],
          boundary: owner,
          ...extras[index],
        })
      })
      return given({ boundary: boundary3, ...others, tiers })
    })
}
function some(list2) {
  return fc
    .subarray([...list2], { maxLength: Math.min(3, list2.length) })
    .map((ends) => [...ends].sort((a, b) => Number(a) - Number(b)))
}
var modes = oneOf('marginal', 'marginal', 'whole-amount').map((mode) => ({ mode }))
var negatives = optional(oneOf('mirror', 'zero'), 3)
var money = some(['1000', '2000', '4000', '10000'])
var attained = some(['0.5', '0.8', '1', '1.25'])
var flats = optional(
  fc.record({
    amount: optional(oneOf('20', '50'), 3),
    minimum: optional(oneOf('30', '60'), 4),
    maximum: optional(oneOf('150', '300'), 4),
  }),
  3,
).map((value) => given(value ?? {}))
var each = scaleOf(
  money,
  fc
    .tuple(modes, oneOf('line', 'order'), negatives)
    .map(([mode, per, negative]) => given({ ...mode, per, negative })),
  flats,
)
var plain = scaleOf(money, modes)
var byAttainment = scaleOf(
  attained,
  modes.map((mode) => ({ ...mode, thresholds: 'attainment' })),
)
var measured = fc
  .constantFrom(
    ['amount', ['1000', '2000']],
    ['margin', ['0.1', '0.2', '0.5']],
    ['discount', ['0.09', '0.2', '0.25']],
    ['quantity', ['1', '3', '5']],
    ['daysLate', ['30', '60']],
    [{ fact: 'level' }, ['1', '2']],
    ['attainment', ['0.5', '1', '1.25']],
    ['units', ['3', '8', '15']],
  )
  .chain(([measuredBy2, ends]) =>
    scaleOf(
      some(ends),
      negatives.map((negative) => ({ mode: 'whole-amount', measure: 'separate', negative })),
    ).map((scale) => ({ scale: given(scale), measuredBy: measuredBy2 })),
  )
var tests = fc
  .tuple(
    fc.constantFrom(
      ['amount', 'money', '1500'],
      ['margin', 'ratio', '0.2'],
      ['discount', 'ratio', '0.1'],
      ['quantity', 'count', '3'],
      ['daysLate', 'count', '30'],
      ['level', 'count', '2'],
    ),
    fc.constantFrom('at-least', 'above', 'at-most', 'below'),
  )
  .map(([[id, unit, required], comparison]) => ({ id, comparison, required, unit }))
var whens = fc
  .record({ product: optional(oneOf('a', 'b')), is: optional(tests) })
  .map((when) => given(when))
  .filter((when) => Object.keys(when).length > 0)
var conditions = oneOf('0.8', '1').map((required) => ({
  id: 'yearOnQuota',
  comparison: 'at-least',
  required,
  unit: 'ratio',
}))
function rulesOf(scales) {
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
    )
}
var steps = (ends) =>
  fc
    .tuple(some(ends), fc.array(oneOf('0.5', '1', '1.5', '2', '0'), { minLength: 4, maxLength: 4 }))
    .map(([at2, times]) =>
      [...at2, null].map((upTo2, index) => ({
        id: `s${index}`,
        upTo: upTo2,
        multiplier: times[index] ?? '1',
      })),
    )
var accelerators = fc
  .record({
    mode: oneOf('marginal', 'whole-amount'),
    boundary: boundaries,
    steps: steps(['0.5', '1', '1.5']),
    conditions: optional(conditions, 3),
  })
  .map(given)
var factors = fc
  .array(
    fc
      .record({
        when: optional(whens),
        applies: optional(fc.constantFrom('both', 'counts', 'earns')),
        above: optional(oneOf('1000', '500'), 3),
        how: fc.oneof(
          oneOf('0', '0.5', '1', '1.5').map((multiplier2) => ({ multiplier: multiplier2 })),
          fc.constant({ part: 'first' }),
          fc
            .tuple(
              fc.constantFrom(
                ['daysLate', ['31', '61']],
                ['quantity', ['3']],
                ['level', ['1', '2']],
              ),
              boundaries,
            )
            .chain(([[fact, ends], boundary3]) =>
              steps(ends).map((list2) => ({
                by: given({ fact, boundary: boundary3, steps: list2 }),
              })),
            ),
        ),
      })
      .map(({ how, ...others }) => given({ ...others, ...how })),
    { minLength: 1, maxLength: 3 },
  )
  .map((list2) => list2.map((one3, index) => ({ id: `f${index}`, ...one3 })))
var awards = fc
  .array(
    fc
      .record({
        when: optional(whens, 3),
        order: optional(
          fc.record({
            comparison: fc.constantFrom('above', 'at-least'),
            amount: oneOf('1000', '2500'),
          }),
        ),
        pays: fc.constantFrom(
          { amount: '100' },
          { per: 'order', amount: '33.33' },
          { per: 'line', amount: '7.5' },
          { per: 'unit', amount: '3.05' },
          { rate: '0.0125' },
        ),
        whileGateShut: optional(fc.constantFrom('paid', 'forgone')),
        conditions: optional(conditions, 4),
      })
      .map(({ pays, ...others }) => given({ for: 'any', ...others, ...pays })),
    { minLength: 1, maxLength: 2 },
  )
  .map((list2) => list2.map((one3, index) => ({ id: `award-${index}`, ...one3 })))
var multipliers = fc.subarray(
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
var beside = fc
  .record({
    base: optional(fc.constantFrom('margin', 'amount-without-tax', 'margin-without-tax'), 3),
    gate: optional(
      fc
        .record({ attainment: optional(oneOf('0.5', '1')), conditions: optional(conditions) })
        .filter(({ attainment, conditions: held }) => (attainment ?? held) !== void 0)
        .map(given),
      5,
    ),
    coefficient: optional(fc.constantFrom({ applies: 'multiply' }, { applies: 'add-to-rate' })),
    multipliers: optional(multipliers, 4),
    awards: optional(awards, 3),
    refunds: optional(fc.constantFrom('net', 'mirror')),
    rounding: optional(fc.constant({ at: 'line' }), 6),
    cap: optional(
      fc
        .record({ line: optional(oneOf('90', '300')), rate: optional(oneOf('0.12'), 3) })
        .filter(({ line, rate: rate2 }) => (line ?? rate2) !== void 0)
        .map(given),
      4,
    ),
    payment: fc.constantFrom(
      { accrual: 'period' },
      { accrual: 'period' },
      { accrual: 'year-to-date' },
    ),
  })
  .map((drawn) => given(drawn))
function planOf(tiers) {
  return fc
    .tuple(tiers, beside)
    .map(([own, others]) => sharedOut({ id: 'plan', currency: 'EUR', ...others, ...own }))
}
function sharedOut(plan) {
  return plan.refunds === 'mirror' && plan.attribution !== void 0
    ? { ...plan, attribution: 'deal-order' }
    : plan
}
var kinds = {
  'each line or order on its own, with floors': planOf(
    fc
      .record({
        scale: each,
        rates: optional(rulesOf(fc.oneof(each, plain).map((scale) => ({ scale }))), 3),
        floor: optional(oneOf('15', '40').map((line) => ({ line }))),
        accelerator: optional(
          accelerators.map((one3) => ({ ...one3, mode: 'whole-amount' })),
          4,
        ),
      })
      .map((drawn) => given(drawn)),
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
          accelerators.map((one3) => ({ ...one3, mode: 'whole-amount' })),
          4,
        ),
        floor: optional(
          oneOf('15', '40').map((line) => ({ line })),
          5,
        ),
        factors: optional(factors, 4),
      })
      .map(({ own, ...others }) => given({ ...others, ...own })),
  ),
  'factors, and rates within one quota': planOf(
    fc
      .record({
        scale: fc.oneof(plain, byAttainment),
        rates: optional(rulesOf(fc.oneof(plain, byAttainment).map((scale) => ({ scale })))),
        isShared: fc.boolean(),
        factors: optional(factors),
        accelerator: optional(accelerators, 3),
        attribution: optional(fc.constantFrom('deal-order', 'pro-rata')),
      })
      .map(({ isShared: isShared3, ...drawn }) => {
        const tiersOver = isShared3 && drawn.rates ? 'all-lines' : void 0
        return given({ ...drawn, tiersOver })
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
        payout: fc.constantFrom('of-target-incentive', 'of-target-incentive', 'money'),
        attainmentRounding: optional(
          fc.record({
            mode: fc.constantFrom('down', 'half-up'),
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
      .map((drawn) => given({ ...drawn, coefficient: { applies: 'multiply' } })),
  ),
}
function slopes(scale, { isMultiple, times, flat, isInterpolated, jump }) {
  const tiers = scale.tiers.map(({ rate: rate2, ...tier }, index) =>
    given({
      ...tier,
      ...(isMultiple && !isInterpolated
        ? { multiple: times[index] }
        : { rate: isInterpolated ? '0' : rate2 }),
      amount: tier.upTo === null && isInterpolated ? void 0 : flat[index],
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
    tiers: twice,
  }
}
var drawnLines = fc.array(
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
var drawnMonths = fc.record({
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
function years(plans) {
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
function monthsOf(plan, drawn, uplift) {
  const months = []
  for (const [index, { lines, target, facts }] of drawn.entries())
    months.push(
      given({
        period: `2026-0${index + 1}`,
        lines: linesOf(lines, index + 1, 'O', months),
        target,
        targetIncentive: plan.payout !== 'of-target-incentive' ? void 0 : '1000',
        coefficientUplift: isRaised(plan) ? uplift : void 0,
        facts: factsFor(plan, facts),
      }),
    )
  return months.map((month, index) => {
    const { really, ago } = drawn[index]
    const wrong = months[index - ago]
    if (really === void 0 || wrong === void 0) return { month, corrections: [] }
    return {
      month,
      corrections: [{ ...wrong, lines: rightIn(wrong, really, index - ago + 1, months) }],
    }
  })
}
function isRaised({ coefficient, scale, rates: rates2 = [] }) {
  const scales = [scale, ...rates2.map((rule) => rule.scale)]
  const isFlat = scales.some(({ tiers }) => tiers.every(({ rate: rate2 }) => rate2 === '0'))
  return coefficient?.applies === 'multiply' || !isFlat
}
function factsFor(plan, all) {
  const {
    gate,
    accelerator: accelerator2,
    rates: rates2 = [],
    awards: paid = [],
    kpiMultiplier: kpiMultiplier2,
    multipliers: own = [],
  } = plan
  const held = [gate, accelerator2, ...rates2, ...paid].flatMap(
    (one3) => one3?.conditions?.id ?? [],
  )
  const names2 = [
    ...held,
    ...own.map(({ fact }) => fact),
    ...(kpiMultiplier2 ? [kpiMultiplier2.fact] : []),
  ]
  return Object.fromEntries(Object.entries(all).filter(([name2]) => names2.includes(name2)))
}
function rightIn(wrong, really, month, months) {
  const taken = new Set(
    months.flatMap(({ lines }) => lines.flatMap(({ refundOf }) => refundOf ?? [])),
  )
  const kept = wrong.lines.filter(({ id, refundOf }) => taken.has(id) || refundOf !== void 0)
  const others = really.map((line) => ({ ...line, refund: void 0 }))
  return [...kept, ...linesOf(others, month, `N${month}`, [])]
}
function linesOf(drawn, month, name2, before) {
  const lines = []
  for (const [index, line] of drawn.entries()) {
    const all = [...before.flatMap((one3) => one3.lines), ...lines]
    const refund = line.refund === void 0 ? void 0 : refundIn(all, line, month, index)
    lines.push(refund ?? lineOf(line, month, `${name2}-${month}-${index}`))
  }
  return lines
}
function lineOf(drawn, month, id) {
  const { amount, late, order, product, quantity, level, first } = drawn
  const times = (factor) => String(Math.round(Number(amount) * Number(factor) * 100) / 100)
  const due = new Date(Date.UTC(2026, month - 1, 10))
  const paid = new Date(due.getTime() + late * 864e5)
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
  })
}
function refundIn(all, { refund = 1, level }, month, index) {
  const sales = all.filter(({ refundOf }) => refundOf === void 0)
  const of = sales[(Number(level) * 7 + index) % Math.max(sales.length, 1)]
  if (of === void 0) return void 0
  const cents = (amount) => Math.round(Number(amount) * 100)
  const taken = all.filter(({ refundOf }) => refundOf === of.id)
  const left = cents(of.amount) + taken.reduce((total, { amount }) => total + cents(amount), 0)
  const part = Math.round(left * refund)
  if (part <= 0) return void 0
  return { id: `R-${month}-${index}`, amount: String(-part / 100), refundOf: of.id }
}

// src/kernel/number/fraction.ts
var ZERO = { n: 0n, d: 1n }
var ONE = { n: 1n, d: 1n }
var HUNDRED = { n: 100n, d: 1n }
function whole(value) {
  return { n: BigInt(value), d: 1n }
}
function add(a, b) {
  if (a.n === 0n) return b
  if (b.n === 0n) return a
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d }
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d }
  return reduce({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
}
function subtract(a, b) {
  return add(a, negate(b))
}
function multiply(a, b) {
  return { n: a.n * b.n, d: a.d * b.d }
}
function divide(a, b) {
  return reduce(quotient(a, b))
}
function quotient(a, b) {
  const [n2, d] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, a.d * b.n]
  return d < 0n ? { n: -n2, d: -d } : { n: n2, d }
}
function negate(a) {
  return { n: -a.n, d: a.d }
}
function absolute(a) {
  return a.n < 0n ? negate(a) : a
}
function compare(a, b) {
  const left = a.d === b.d ? a.n : a.n * b.d
  const right = a.d === b.d ? b.n : b.n * a.d
  if (left === right) return 0
  return left < right ? -1 : 1
}
function smaller(a, b) {
  return compare(a, b) <= 0 ? a : b
}
function larger(a, b) {
  return compare(a, b) >= 0 ? a : b
}
function isZero(a) {
  return a.n === 0n
}
function isNegative(a) {
  return a.n < 0n
}
function sum(parts) {
  let total = ZERO
  for (const part of parts) total = add(total, part)
  return total
}
function reduce(a) {
  const [n2, d] = [Number(a.n), Number(a.d)]
  if (Math.abs(n2) <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) {
    const divisor2 = commonDivisor(Math.abs(n2), d)
    return divisor2 === 1 ? a : { n: BigInt(n2 / divisor2), d: BigInt(d / divisor2) }
  }
  let divisor = a.n < 0n ? -a.n : a.n
  let rest = a.d
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return divisor === 1n ? a : { n: a.n / divisor, d: a.d / divisor }
}
function commonDivisor(first, second) {
  let divisor = first
  let rest = second
  while (rest !== 0) {
    const next = divisor % rest
    divisor = rest
    rest = next
  }
  return divisor
}
var MOST_POWERS = 100
var powers = [1n]
function powerOfTen(exponent) {
  return powers[exponent] ?? growPowers(exponent)
}
function growPowers(exponent) {
  if (exponent > MOST_POWERS) return 10n ** BigInt(exponent)
  let power = powers.at(-1) ?? 1n
  while (powers.length <= exponent) {
    power *= 10n
    powers.push(power)
  }
  return power
}
function toUnits(value, decimals, mode) {
  const scaled = value.n * powerOfTen(decimals)
  const towardZero = scaled / value.d
  const rest = scaled % value.d
  if (rest === 0n) return towardZero
  const negative = scaled < 0n
  const away = roundsAway(mode, negative, towardZero, 2n * (negative ? -rest : rest) - value.d)
  if (!away) return towardZero
  return negative ? towardZero - 1n : towardZero + 1n
}
function round(value, rounding) {
  const n2 = toUnits(value, rounding.decimals, rounding.mode)
  return { n: n2, d: powerOfTen(rounding.decimals) }
}
function roundsAway(mode, negative, towardZero, overHalf) {
  switch (mode) {
    case 'half-up':
      return overHalf >= 0n
    case 'half-down':
      return overHalf > 0n
    case 'half-even':
      return overHalf > 0n || (overHalf === 0n && towardZero % 2n !== 0n)
    case 'up':
      return true
    case 'down':
      return false
    case 'ceiling':
      return !negative
    case 'floor':
      return negative
  }
}

// src/kernel/time/dates.ts
import { addDays as daysLater } from 'date-fns/addDays'
import { addMonths as monthsLater } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'

// src/kernel/input/issue.ts
var MARK = /* @__PURE__ */ Symbol.for('sales-rules/error')
var SalesRulesError = class _SalesRulesError extends Error {
  issues
  constructor(issues) {
    super(summarize(issues))
    this.name = 'SalesRulesError'
    this.issues = issues
    Object.defineProperty(this, MARK, { value: true })
  }
  static [Symbol.hasInstance](value) {
    if (this === _SalesRulesError) return isMarked(value)
    return Function.prototype[Symbol.hasInstance].call(this, value)
  }
}
function isMarked(value) {
  try {
    return value?.[MARK] === true
  } catch {
    return false
  }
}
var MOST_MESSAGES = 100
function summarize(issues) {
  const messages = issues.slice(0, MOST_MESSAGES).map(({ message }) => message)
  const left = issues.length - messages.length
  return [...messages, ...(left === 0 ? [] : [`\u2026 and ${left} more`])].join('\n')
}
function code(name2, fixed, text) {
  return text === void 0 ? { code: name2, fixed: {}, text: fixed } : { code: name2, fixed, text }
}
function invalid(value, path, { keyword, words: words2 }, values = {}) {
  const params = { expected: keyword, ...values }
  const needed = `expected ${words2(values)}.`
  if (value === void 0 || value === null)
    return issueOf('VALUE_MISSING', path, params, `is missing, ${needed}`)
  const given4 = show(value)
  return issueOf('VALUE_INVALID', path, { given: given4, ...params }, `got ${given4}, ${needed}`)
}
function missingOr(kind, value, path, expected) {
  if (value === void 0 || value === null) return invalid(value, path, expected)
  return at(kind, path, { given: show(value) })
}
function at({ code: code2, fixed, text }, path, params) {
  return issueOf(code2, path, { ...fixed, ...params }, text(params))
}
function issueOf(code2, path, params, sentence) {
  const message = path.length === 0 ? sentence : `${formatPath(path)}: ${sentence}`
  return { code: code2, severity: 'error', path, params, message }
}
function asWarning(issue) {
  return { ...issue, severity: 'warning' }
}
function under(path, issue) {
  return moved([...path, ...issue.path], issue)
}
function moved(path, issue) {
  const { code: code2, path: inner, params, message } = issue
  const text = inner.length === 0 ? message : message.slice(formatPath(inner).length + 2)
  return { ...issue, ...issueOf(code2, path, params, text), severity: issue.severity }
}
function within(path, call) {
  try {
    return call()
  } catch (error) {
    if (!(error instanceof SalesRulesError)) throw error
    throw new SalesRulesError(error.issues.map((issue) => under(path, issue)))
  }
}
function add2(issues, issue) {
  refuseIfTooMany(issues)
  issues.push(issue)
}
function refuseIfAny(issues) {
  if (issues.length > 0) throw new SalesRulesError(issues)
}
var MOST_ISSUES = 1e3
function refuseIfTooMany(issues) {
  if (issues.length >= MOST_ISSUES) throw new SalesRulesError(issues)
}
function refuse(kind, path, params) {
  throw new SalesRulesError([at(kind, path, params)])
}
function formatPath(path) {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else text += text === '' ? clip(step) : `.${clip(step)}`
  }
  return text
}
function show(value) {
  if (typeof value === 'string') return JSON.stringify(clip(value))
  if (value === null || ['undefined', 'number', 'boolean'].includes(typeof value))
    return String(value)
  return typeof value === 'object' ? kindOf(value) : `a ${typeof value}`
}
function kindOf(value) {
  try {
    if (Array.isArray(value)) return 'an array'
    return value instanceof Date ? 'a Date' : 'an object'
  } catch {
    return 'an object'
  }
}
var LONGEST_SHOWN = 40
function clip(text) {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}\u2026`
}
function closest(word, known2) {
  if (word.length > LONGEST_SHOWN) return null
  let best = null
  let bestDistance = Math.floor(word.length / 3) + 1
  for (const candidate of known2) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
function editDistance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
function didYouMean(suggestion) {
  return suggestion === null ? '' : ` Did you mean ${JSON.stringify(suggestion)}?`
}

// src/kernel/issues.ts
var A_DECIMAL = { keyword: 'decimal', words: () => 'a decimal' }
var A_WHOLE_NUMBER = {
  keyword: 'whole-number',
  words: ({ minimum, maximum }) => `a whole number from ${minimum} to ${maximum}`,
}
var A_COUNT = {
  keyword: 'count',
  words: () => 'a count: a whole number of 0 or more',
}
var TRUE_OR_FALSE = { keyword: 'boolean', words: () => 'true or false' }
var A_NAME = {
  keyword: 'name',
  words: () => 'a text of 1 to 200 characters',
}
var ONE_OF = {
  keyword: 'one-of',
  words: ({ allowed }) => `one of ${listed(allowed)}`,
}
var A_DATE = { keyword: 'date', words: () => 'a calendar date YYYY-MM-DD' }
var A_PERIOD = {
  keyword: 'period',
  words: () => 'a period 2026-03, 2026-Q1, 2026-H1, 2026-W07 or 2026',
}
var A_HISTORY = {
  keyword: 'history',
  words: ({ unit }) => `a history of ${unit}s`,
}
var A_PERIOD_WITHIN = {
  keyword: 'period-within',
  words: ({ unit }) => `a period no longer than a ${unit}`,
}
var A_QUOTIENT = {
  keyword: 'quotient',
  words: () => '{ actual, target }, as what was reached in all periods is divided by all targets',
}
var A_PLAIN_OBJECT = { keyword: 'plain-object', words: () => 'a plain object' }
var AN_ARRAY = { keyword: 'array', words: () => 'an array' }
var PLAIN_JSON = {
  keyword: 'plain-json',
  words: () => 'plain JSON: objects, arrays, texts, numbers, true, false, null',
}
var UNICODE = {
  keyword: 'unicode',
  words: () => 'whole Unicode characters: half of a surrogate pair is none',
}
var A_REQUIREMENT = {
  keyword: 'requirement',
  words: () => 'true, false, a word or a list of words; give a "unit" for a number',
}
var A_WORD = { keyword: 'word', words: () => 'a word' }
var A_VALUE = { keyword: 'value', words: () => 'a value' }
var A_VALID_VALUE = { keyword: 'valid-value', words: () => 'a valid value' }
var A_VALUE_OF_TYPE = {
  keyword: 'type',
  words: ({ unit }) => `a value of type ${unit}`,
}
var AT_LEAST = {
  keyword: 'at-least',
  words: ({ minimum, unit }) => `at least ${minimum}${counted(unit)}`,
}
var AT_MOST = {
  keyword: 'at-most',
  words: ({ maximum, unit }) => `at most ${maximum}${counted(unit)}`,
}
var counted = (unit) => (unit === 'number' ? '' : ` ${unit}`)
var listed = (words2) => words2.map((word) => JSON.stringify(word)).join(', ')
var NUMBER_INVALID = /* @__PURE__ */ code(
  'NUMBER_INVALID',
  ({ given: given4, suggestion }) =>
    `got ${given4}, expected a plain decimal.${didYouMean(suggestion)}`,
)
var NUMBER_TOO_LARGE = /* @__PURE__ */ code(
  'NUMBER_INVALID',
  { exponent: 30, characters: 100 },
  ({ given: given4, suggestion }) =>
    `got ${given4}, expected an exponent from -30 to 30 and at most 100 characters.${didYouMean(suggestion)}`,
)
var NUMBER_TOO_PRECISE = /* @__PURE__ */ code('NUMBER_TOO_PRECISE', ({ given: given4, limit }) => {
  const fix = limit === 15 ? 'Give it as a string, or round it first.' : 'Round it first.'
  return `got ${given4}, expected at most ${limit} significant digits. ${fix}`
})
var NUMBER_OUT_OF_RANGE = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  ({ given: given4, minimum, maximum }) =>
    `got ${given4}, expected ${rangeFrom(minimum, maximum)}.`,
)
function rangeFrom(minimum, maximum) {
  if (minimum === null) return `at most ${maximum}`
  return maximum === null ? `${minimum} or more` : `from ${minimum} to ${maximum}`
}
var NUMBER_NOT_ABOVE = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'above-minimum' },
  ({ given: given4, minimum, maximum }) =>
    `got ${given4}, expected ${maximum === null ? `more than ${minimum}` : `above ${minimum} to ${maximum}`}.`,
)
var WHOLE_NUMBER_OUT_OF_RANGE = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'whole-number' },
  ({ given: given4, minimum, maximum }) =>
    `got ${given4}, expected a whole number from ${minimum} to ${maximum}.`,
)
var RATIO_OUT_OF_RANGE = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'ratio', minimum: '0', maximum: '1' },
  ({ given: given4 }) => `got ${given4}, expected a ratio from 0 to 1.`,
)
var MORE_THAN_CONDITIONS = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'number-of-conditions', minimum: '1' },
  ({ given: given4, maximum }) =>
    `got ${given4}, expected at most ${maximum}, the number of conditions.`,
)
var MORE_THAN_PERIODS = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'number-of-periods', minimum: '1' },
  ({ given: given4, maximum }) =>
    `got ${given4}, expected at most ${maximum}, the number of periods.`,
)
var COVERAGE_TOO_LONG = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'days-of-coverage', minimum: null },
  ({ given: given4, maximum }) => `got ${given4}, expected a coverage of at most ${maximum} days.`,
)
var RATIO_LOOKS_LIKE_PERCENT = /* @__PURE__ */ code(
  'NUMBER_LOOKS_LIKE_PERCENT',
  ({ given: given4, suggestion }) =>
    `got ${given4}, expected a ratio, where 1 is 100%. Did you mean ${suggestion}?`,
)
var SHARE_LOOKS_LIKE_PERCENT = /* @__PURE__ */ code(
  'NUMBER_LOOKS_LIKE_PERCENT',
  { maximum: '1' },
  ({ given: given4, suggestion, percent }) =>
    `got ${given4}, expected a ratio from 0 to 1. Did you mean ${suggestion} (${percent}%)?`,
)
var DECIMALS_OF_CURRENCY_EXCEEDED = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { expected: 'decimals-of-currency', minimum: '0' },
  ({ given: given4, maximum, currency }) =>
    `got ${given4}, expected at most ${maximum}, the decimals of ${currency}.`,
)
var CURRENCY_UNKNOWN = /* @__PURE__ */ code(
  'CURRENCY_UNKNOWN',
  ({ given: given4 }) => `got ${given4}, expected a currency code of ISO 4217, like "CNY".`,
)
var VALUE_NOT_ALLOWED = /* @__PURE__ */ code(
  'VALUE_NOT_ALLOWED',
  ({ given: given4, allowed, suggestion }) =>
    `got ${given4}, expected one of ${listed(allowed)}.${didYouMean(suggestion)}`,
)
var NOT_A_FUNCTION = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: 'function' },
  ({ given: given4 }) => `got ${given4}, expected a function.`,
)
var PROMISE_RETURNED = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { given: 'a promise', expected: 'synchronous-function' },
  () => 'got a promise, expected a function that returns its value at once.',
)
var MEASURE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'measure' },
  () => 'is missing, expected the figure that chooses the tier.',
)
var UNKNOWN_KEY = /* @__PURE__ */ code(
  'UNKNOWN_KEY',
  ({ known: known2, suggestion }) =>
    `is not a known key. Known: ${known2.join(', ')}.${didYouMean(suggestion)}`,
)
var KEY_FORBIDDEN = /* @__PURE__ */ code('KEY_FORBIDDEN', () => 'is never read. Remove it.')
var FIELD_NOT_OWN = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'not-own' },
  () => 'is inherited or an accessor, which is not read. Copy it into a plain object.',
)
var OBJECT_THROWS = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'throws' },
  () => 'got an object that throws when it is read, expected plain data.',
)
var TOO_MANY_KEYS = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-many-keys' },
  ({ limit }) => `got an object of more than ${limit} keys, expected plain data.`,
)
var TOO_MANY_ENTRIES = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-many-entries' },
  ({ limit }) => `got an array of more than ${limit} entries, expected plain data.`,
)
var CYCLE = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'cycle' },
  () => 'got a cycle, expected plain data. Simplify it.',
)
var TOO_DEEP = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-deep' },
  ({ limit }) => `got more than ${limit} levels, expected plain data. Simplify it.`,
)
var TOO_MANY_VALUES = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'too-many-values' },
  ({ limit }) => `got more than ${limit} values, expected plain data. Simplify it.`,
)
var FORMAT_UNKNOWN = /* @__PURE__ */ code(
  'FORMAT_UNKNOWN',
  ({ given: given4, known: known2 }) =>
    `got ${given4}, expected ${known2}, as this version writes it.`,
)
var POLICY_THROWS = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'policy-throws' },
  () => 'got an object that cannot be read, which no policy needs. Simplify it.',
)
var POLICY_TEXT_TOO_LONG = /* @__PURE__ */ code(
  'VALUE_UNREADABLE',
  { reason: 'text-too-long' },
  ({ limit }) => `got a text of more than ${limit} characters, which no policy needs. Simplify it.`,
)
var POLICY_NOT_DEFINED = /* @__PURE__ */ code(
  'POLICY_NOT_DEFINED',
  ({ define }) => `the policy given does not come from ${define}. Pass what that returns.`,
)
var POLICY_OF_OTHER_VERSION = /* @__PURE__ */ code(
  'POLICY_NOT_DEFINED',
  { reason: 'other-version' },
  ({ define, definedBy, version }) =>
    `the policy given was defined by version ${definedBy} of sales-rules, and this is version ${version}. Pass what ${define} of this version returns.`,
)
var PART_NOT_IN_POLICY = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { suggestion: null },
  ({ given: given4, known: known2 }) =>
    `got "${given4}", which this policy does not have. It has: ${known2.join(', ')}. Remove this entry.`,
)
var ID_DUPLICATE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  ({ id }) => `got ${show(id)} twice, expected each id once.`,
)
var NOT_RISING = /* @__PURE__ */ code(
  'OUT_OF_ORDER',
  ({ given: given4, previous }) => `got ${given4}, expected more than the ${previous} before it.`,
)
var LAST_STEP_CLOSED = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'last-step-closed' },
  ({ given: given4 }) => `got ${given4}, expected null: nothing says what holds above it.`,
)
var INNER_STEP_OPEN = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'inner-step-open', given: null },
  () => 'got null, expected an end: only the last step is open.',
)
var LAST_TIER_CLOSED = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'last-tier-closed' },
  ({ given: given4 }) =>
    `got ${given4}, expected null: nothing says what is earned above it. Use null, or "beyond": "stop".`,
)
var LAST_TIER_OPEN = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'last-tier-open', given: null },
  () => 'got null, but the scale stops beyond its last tier. Give the end, or leave "beyond" out.',
)
var INNER_TIER_OPEN = /* @__PURE__ */ code(
  'SCALE_END',
  { reason: 'inner-tier-open', given: null },
  () => 'got null, expected an end: only the last tier is open.',
)
var SEPARATE_MEASURE_MODE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'separate-measure-mode' },
  () =>
    'a separate measure chooses one tier for all of the base, so the mode must be "whole-amount".',
)
var SEPARATE_MEASURE_THRESHOLDS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'separate-measure-thresholds' },
  () => 'the tiers of a separate measure count that measure. Leave "thresholds" out.',
)
var SEPARATE_MEASURE_STOPS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'separate-measure-stops' },
  () => 'a separate measure needs an open last tier. Leave "beyond" out.',
)
var MINIMUM_ABOVE_MAXIMUM = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'minimum-above-maximum' },
  ({ minimum, maximum }) =>
    `the minimum ${minimum} is more than the maximum ${maximum}. Swap them.`,
)
var MULTIPLE_BESIDE_RATE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'multiple-beside-rate' },
  () => 'a tier pays its rate, or a multiple of the base rate. Leave one of them out.',
)
var OPEN_TIER_AMOUNT = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'open-tier-amount' },
  () => 'an open tier is never full, so its amount is never reached. Give an end or a rate.',
)
var INTERPOLATED_TIER_BOUNDS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'interpolated-tier-bounds' },
  () => 'a tier that is paid by its filled share has no minimum or maximum.',
)
var COMPARISON_NEEDS_UNIT = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'comparison-needs-unit' },
  ({ given: given4 }) => `"${given4}" compares numbers. Give a "unit".`,
)
var COMPARISON_OF_WORDS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'comparison-of-words' },
  () => '"one-of" takes a list of words, "equals" a single value.',
)
var HISTORY_TWICE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'history-twice' },
  ({ field, other }) =>
    `"${field}" and "${other}" both say how a history is looked at. Remove one.`,
)
var HISTORY_OF_WORDS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'history-of-words' },
  () => 'a mean and a total are made of numbers. Give a "unit".',
)
var HISTORY_OF_DATES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'history-of-dates' },
  ({ field }) => `the unit asks for one date, and "${field}" for a history. Remove one.`,
)
var HOLIDAY_AND_WORKDAY = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'holiday-and-workday' },
  ({ date }) => `${date} is both a holiday and a working day. Remove one.`,
)
var BASE_NEGATIVE = /* @__PURE__ */ code(
  'BASE_NEGATIVE',
  ({ given: given4 }) => `got ${given4}, and this scale refuses a base below 0.`,
)
var TARGET_FOR_THRESHOLDS_MISSING = /* @__PURE__ */ code(
  'TARGET_MISSING',
  { needed: 'attainment-thresholds' },
  () => 'is missing, and the tiers are ratios of it. Give a target above 0.',
)
var DATE_INVALID = /* @__PURE__ */ code('DATE_INVALID', ({ given: given4 }) => {
  const fix =
    given4 === 'a Date' ? ' A Date is an instant; give its day where the rule applies.' : ''
  return `got ${given4}, expected a calendar date YYYY-MM-DD that exists.${fix}`
})
var PERIOD_INVALID = /* @__PURE__ */ code(
  'PERIOD_INVALID',
  ({ given: given4 }) =>
    `got ${given4}, expected a period 2026-03, 2026-Q1, 2026-H1, 2026-W07 or 2026.`,
)
var PERIODS_MIXED = /* @__PURE__ */ code(
  'PERIODS_MIXED',
  {},
  ({ other, unit }) => `got ${other} in a history of ${unit}s, expected periods of one length.`,
)
var EXCUSED_WITH_VALUE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'excused-with-value' },
  ({ field }) => `the period has "excused" and "${field}". Give one of them.`,
)
var GAP_BREAKS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'gap-breaks' },
  () =>
    'says how many periods are passed over, where one breaks a run. Leave it out, or write gap: "ignore".',
)
var AS_OF_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'as-of' },
  ({ field }) =>
    `is missing: "${field}" must hold up to now. Give the period in which you ask, such as 2026-Q3.`,
)
var AS_OF_DAY_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'as-of-day' },
  ({ field }) =>
    `is missing: the time since "${field}" is counted. Give the day on which you ask, YYYY-MM-DD.`,
)
var PERIOD_DUPLICATE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { kind: 'period' },
  ({ id }) => `got ${id} twice, expected each period once.`,
)
var WEEKDAY_DUPLICATE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { kind: 'weekday' },
  ({ id }) => `got ${id} twice, expected each weekday once.`,
)
var DATE_DUPLICATE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { kind: 'date' },
  ({ id }) => `got ${id} twice, expected each date once.`,
)
var DATES_OUT_OF_ORDER = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  ({ from, to }) => `got ${from}, which is after ${to}. Swap them.`,
)
var ENDS_BEFORE_START = /* @__PURE__ */ code(
  'DATES_OUT_OF_ORDER',
  { reason: 'span' },
  ({ from, to }) => `ends on ${to}, before it starts on ${from}. Swap them.`,
)
var VERSIONS_OVERLAP = /* @__PURE__ */ code(
  'VERSIONS_OVERLAP',
  ({ first, second }) =>
    `the version from ${first} is still in force on ${second}, when the next one starts. End it the day before.`,
)
var OUTSIDE_COVERAGE = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'calendar' },
  ({ date, from, to }) =>
    `${date} is outside the coverage ${from} to ${to}. Widen it, or remove the date.`,
)
var OUTSIDE_YEARS = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'years' },
  () => 'leads out of the years 1 to 9999.',
)

// src/kernel/input/values.ts
var FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype']
var MOST_KEYS = 1e3
var MOST_ENTRIES = 1e7
function readersOf(fields, path, issues) {
  const required = (key, reader) => reader(fields[key], [...path, key], issues)
  const optional2 = (key, reader) =>
    (fields[key] ?? null) === null ? void 0 : required(key, reader)
  return { required, optional: optional2 }
}
function readFields(value, path, known2, issues) {
  const fields = readRecord(value, path, issues, known2)
  if (fields === void 0) return void 0
  for (const key of Object.keys(fields)) {
    if (!known2.includes(key) && !FORBIDDEN_KEYS.includes(key))
      add2(issues, unknownKey(key, path, known2))
  }
  return fields
}
function readRecord(value, path, issues, known2 = []) {
  refuseIfTooMany(issues)
  try {
    if (!isRecord(value)) {
      issues.push(invalid(value, path, A_PLAIN_OBJECT))
      return void 0
    }
    const keys = Object.keys(value)
    if (keys.length > MOST_KEYS) {
      issues.push(at(TOO_MANY_KEYS, path, { limit: MOST_KEYS }))
      return void 0
    }
    const hidden = hiddenKeys(value, keys, known2)
    for (const key of hidden) add2(issues, at(FIELD_NOT_OWN, [...path, key], {}))
    return copyFields(value, [...keys, ...hidden], path, issues)
  } catch (error) {
    if (error instanceof SalesRulesError) throw error
    add2(issues, at(OBJECT_THROWS, path, {}))
    return void 0
  }
}
function hasField(value, key) {
  try {
    return Object.hasOwn(value, key) && value[key] !== void 0
  } catch {
    return false
  }
}
function isRecord(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof Date || value instanceof Map || value instanceof Set)
}
function hiddenKeys(value, keys, known2) {
  const prototype = Object.getPrototypeOf(value)
  const isPlain2 = prototype === Object.prototype || prototype === null
  if (isPlain2 && Object.getOwnPropertyNames(value).length === keys.length) return []
  return known2.filter((key) => !keys.includes(key) && value[key] !== void 0)
}
function copyFields(value, keys, path, issues) {
  const copy = new Bare()
  for (const key of keys) {
    if (FORBIDDEN_KEYS.includes(key)) add2(issues, forbiddenKey(key, path))
    const field = value[key]
    if (field !== void 0) copy[key] = field
  }
  return copy
}
var Bare = /* @__PURE__ */ (() => {
  const make = () => {}
  make.prototype = Object.freeze(/* @__PURE__ */ Object.create(null))
  return make
})()
function unknownKey(key, path, known2) {
  if (FORBIDDEN_KEYS.includes(key)) return forbiddenKey(key, path)
  const suggestion = closest(key, known2)
  return at(UNKNOWN_KEY, [...path, key], { key, known: known2, suggestion })
}
function forbiddenKey(key, path) {
  return at(KEY_FORBIDDEN, [...path, key], { key })
}
function readWord(value, path, allowed, issues) {
  if (allowed.includes(value)) return value
  add2(issues, notAllowed(value, path, allowed))
  return void 0
}
function notAllowed(value, path, allowed) {
  if (value === void 0) return invalid(value, path, ONE_OF, { allowed })
  const given4 = show(value)
  const suggestion = typeof value === 'string' ? closest(value, allowed) : null
  return at(VALUE_NOT_ALLOWED, path, { given: given4, allowed, suggestion })
}
var LONGEST_NAME = 200
function isName(value) {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME
}
function readName(value, path, issues) {
  if (isName(value)) return value
  add2(issues, invalid(value, path, A_NAME))
  return void 0
}
function readBoolean(value, path, issues) {
  if (typeof value === 'boolean') return value
  add2(issues, invalid(value, path, TRUE_OR_FALSE))
  return void 0
}
function readArray(value, path, issues) {
  refuseIfTooMany(issues)
  const length = readLength(value, path, issues)
  if (length === void 0) return void 0
  try {
    const list2 = []
    for (let index = 0; index < length; index += 1) list2.push(value[index])
    return list2
  } catch {
    issues.push(at(OBJECT_THROWS, path, {}))
    return void 0
  }
}
function readLength(value, path, issues) {
  try {
    if (Array.isArray(value)) {
      const { length } = value
      if (length <= MOST_ENTRIES) return length
      add2(issues, at(TOO_MANY_ENTRIES, path, { limit: MOST_ENTRIES }))
    } else add2(issues, invalid(value, path, AN_ARRAY))
  } catch {
    add2(issues, at(OBJECT_THROWS, path, {}))
  }
  return void 0
}
function readInteger(value, path, issues, { minimum, maximum }) {
  const range = { minimum: String(minimum), maximum: String(maximum) }
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    add2(issues, invalid(value, path, A_WHOLE_NUMBER, range))
    return void 0
  }
  if (value < minimum || value > maximum) {
    add2(issues, at(WHOLE_NUMBER_OUT_OF_RANGE, path, { given: String(value), ...range }))
    return void 0
  }
  return value + 0
}

// src/kernel/time/utcDate.ts
var UtcDate = class extends Date {
  /** Without an argument a Date would be now. */
  constructor(instant) {
    super(instant)
  }
  getTimezoneOffset() {
    return 0
  }
  getFullYear() {
    return this.getUTCFullYear()
  }
  getMonth() {
    return this.getUTCMonth()
  }
  getDate() {
    return this.getUTCDate()
  }
  getDay() {
    return this.getUTCDay()
  }
  getHours() {
    return this.getUTCHours()
  }
  getMinutes() {
    return this.getUTCMinutes()
  }
  getSeconds() {
    return this.getUTCSeconds()
  }
  getMilliseconds() {
    return this.getUTCMilliseconds()
  }
  setFullYear(...parts) {
    return this.setUTCFullYear(...parts)
  }
  setMonth(...parts) {
    return this.setUTCMonth(...parts)
  }
  setDate(day) {
    return this.setUTCDate(day)
  }
  setHours(...parts) {
    return this.setUTCHours(...parts)
  }
}

// src/kernel/time/dates.ts
var DATE_TEXT = /^\d{4}-\d{2}-\d{2}$/
var DAY = 864e5
var FIRST_DATE = '0001-01-01'
var LAST_DATE = '9999-12-31'
function isDateText(value) {
  return typeof value === 'string' && DATE_TEXT.test(value)
}
function readDate(value, path, issues) {
  if (typeof value === 'string' && DATE_TEXT.test(value) && value >= FIRST_DATE) {
    if (exists(value)) return value
  }
  add2(issues, missingOr(DATE_INVALID, value, path, A_DATE))
  return void 0
}
var MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
function exists(date) {
  const day = Number(date.slice(8))
  return day >= 1 && day <= daysInMonth(date)
}
function daysInMonth(date) {
  const month = Number(date.slice(5, 7))
  return month === 2 && isLeapYear(Number(date.slice(0, 4))) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}
function isLeapYear(year) {
  return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)
}
function utcDate(date) {
  return new UtcDate(`${date}T00:00:00Z`)
}
function dateOf(day) {
  return day.toISOString().slice(0, 10)
}
function dayNumber(date) {
  return /* @__PURE__ */ new Date(`${date}T00:00:00Z`).getTime() / DAY
}
function dateOfDay(day) {
  return dateOf(new Date(day * DAY))
}
function daysBetween(from, to) {
  const issues = []
  readDate(from, ['from'], issues)
  readDate(to, ['to'], issues)
  refuseIfAny(issues)
  return differenceInCalendarDays(utcDate(to), utcDate(from))
}

// src/kernel/time/weeks.ts
function weekAt(day) {
  return Math.floor((day + 3) / 7)
}
function mondayOf(week) {
  return week * 7 - 3
}
function lastWeek() {
  return weekAt(dayNumber(LAST_DATE) + 1) - 1
}
function readWeek(year, week) {
  const position = firstOf(year) + Number(week) - 1
  return position <= lastWeek() && writeWeek(position) === `${year}-W${week}` ? position : void 0
}
function writeWeek(week) {
  const year = dateOfDay(mondayOf(week) + 3).slice(0, 4)
  return `${year}-W${String(week - firstOf(year) + 1).padStart(2, '0')}`
}
function firstOf(year) {
  return weekAt(dayNumber(`${year}-01-04`))
}

// src/kernel/time/periodText.ts
var PERIOD_UNITS = ['week', 'month', 'quarter', 'half-year', 'year']
var PERIOD_TEXT = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|W(\d\d)))?$/
var MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 }
function readPeriod(value, path, issues) {
  const match = typeof value === 'string' ? PERIOD_TEXT.exec(value) : null
  const at2 = match === null || match[1] === '0000' ? void 0 : positionOf(match)
  if (at2 === void 0) add2(issues, missingOr(PERIOD_INVALID, value, path, A_PERIOD))
  return at2
}
function positionOf([, year, month, quarter, half, week]) {
  const inYear = (unit, part) => ({
    unit,
    position: (Number(year) * 12) / MONTHS[unit] + Number(part) - 1,
  })
  if (month !== void 0) return inYear('month', month)
  if (quarter !== void 0) return inYear('quarter', quarter)
  if (half !== void 0) return inYear('half-year', half)
  if (week === void 0) return inYear('year', '1')
  const position = readWeek(year, week)
  return position === void 0 ? void 0 : { unit: 'week', position }
}
function writePeriod({ unit, position }) {
  if (unit === 'week') return writeWeek(position)
  const perYear = 12 / MONTHS[unit]
  const year = String(Math.floor(position / perYear)).padStart(4, '0')
  const part = (position % perYear) + 1
  if (unit === 'year') return year
  if (unit === 'month') return `${year}-${String(part).padStart(2, '0')}`
  return `${year}-${unit === 'quarter' ? 'Q' : 'H'}${part}`
}

// src/kernel/time/period.ts
function rangeOf(at2) {
  if (at2.unit === 'week') {
    const monday = mondayOf(at2.position)
    return { ...at2, name: writePeriod(at2), from: dateOfDay(monday), to: dateOfDay(monday + 6) }
  }
  const months = MONTHS[at2.unit]
  const first = writePeriod({ unit: 'month', position: at2.position * months })
  const last = writePeriod({ unit: 'month', position: (at2.position + 1) * months - 1 })
  return { ...at2, name: writePeriod(at2), from: `${first}-01`, to: `${last}-${daysInMonth(last)}` }
}
function periodWith(date, unit) {
  const at2 = placeOf(date, unit)
  return at2.position > bounds(unit).last ? void 0 : at2
}
function placeOf(date, unit) {
  if (unit === 'week') return { unit, position: weekAt(dayNumber(date)) }
  return { unit, position: Math.floor(monthNumber(date) / MONTHS[unit]) }
}
function monthNumber(date) {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}
function firstPosition(unit) {
  return bounds(unit).first
}
function bounds(unit) {
  const first = placeOf(FIRST_DATE, unit).position
  return { first, last: unit === 'week' ? lastWeek() : placeOf(LAST_DATE, unit).position }
}
function periodAround(at2, per) {
  if (at2.unit === per) return at2
  if (PERIOD_UNITS.indexOf(per) < PERIOD_UNITS.indexOf(at2.unit)) return void 0
  return placeOf(rangeOf(at2).to, per)
}

// src/kernel/time/elapsed.ts
function completeSince(date, asOf, unit) {
  if (asOf <= date) return 0
  if (unit === 'day') return dayNumber(asOf) - dayNumber(date)
  const begun = monthNumber(asOf) - monthNumber(date)
  const months = monthsOn(date, begun) > asOf ? begun - 1 : begun
  return unit === 'month' ? months : Math.floor(months / MONTHS_OF_A_YEAR)
}
function completeOn(date, count, unit) {
  if (unit === 'day')
    return dayNumber(LAST_DATE) - dayNumber(date) < count
      ? null
      : dateOfDay(dayNumber(date) + count)
  const months = unit === 'month' ? count : count * MONTHS_OF_A_YEAR
  return monthNumber(LAST_DATE) - monthNumber(date) < months ? null : monthsOn(date, months)
}
function monthsOn(date, months) {
  const month = writePeriod({ unit: 'month', position: monthNumber(date) + months })
  const day = Math.min(Number(date.slice(8)), daysInMonth(month))
  return `${month}-${String(day).padStart(2, '0')}`
}
var MONTHS_OF_A_YEAR = 12

// src/kernel/time/latest.ts
function latestPeriods(asOf, entries, count) {
  const byPosition = new Map(entries.map((entry) => [entry.at.position, entry]))
  const least = firstPosition(asOf.unit)
  const to = byPosition.has(asOf.position) ? asOf.position : Math.max(asOf.position - 1, least)
  const values = []
  const missing3 = []
  let position = to
  for (; values.length + missing3.length < count && position >= least; position -= 1) {
    const entry = byPosition.get(position)
    if (entry === void 0) missing3.push(position)
    else if ('value' in entry) values.push(entry.value)
  }
  const named = (at2) => writePeriod({ unit: asOf.unit, position: at2 })
  return {
    from: named(position + 1),
    to: named(to),
    values,
    missing: missing3.reverse().map(named),
  }
}

// src/kernel/time/streak.ts
function gapIssues({ gap, gapAtMost }, path) {
  if (gap === 'ignore' || gapAtMost === void 0) return []
  return [at(GAP_BREAKS, [...path, 'gapAtMost'], {})]
}
function readHistory(history, path, issues, field) {
  const entries = []
  const seen = /* @__PURE__ */ new Set()
  for (const [index, row] of (readArray(history, path, issues) ?? []).entries()) {
    const entry = readEntry(row, [...path, index], issues, field)
    if (entry === void 0) continue
    const [{ at: first } = entry] = entries
    const where = [...path, index, 'period']
    const id = writePeriod(entry.at)
    if (first.unit !== entry.at.unit) {
      const params = { first: writePeriod(first), other: id, unit: first.unit }
      issues.push(at(PERIODS_MIXED, where, params))
    } else if (seen.has(id)) issues.push(at(PERIOD_DUPLICATE, where, { id }))
    else entries.push(entry)
    seen.add(id)
  }
  return entries.sort((a, b) => a.at.position - b.at.position)
}
function readEntry(row, path, issues, { key, read: readValue2 }) {
  const fields = readFields(row, path, ['period', key, 'excused'], issues)
  if (fields === void 0) return void 0
  const at2 = readPeriod(fields['period'], [...path, 'period'], issues)
  if ((fields['excused'] ?? null) === null) {
    const value = readValue2(fields[key], [...path, key], issues)
    return at2 === void 0 || value === void 0 ? void 0 : { at: at2, value }
  }
  const excused = readExcused(fields, key, path, issues)
  return at2 === void 0 || excused === void 0 ? void 0 : { at: at2, excused }
}
function readExcused(fields, key, path, issues) {
  if ((fields[key] ?? null) === null)
    return readName(fields['excused'], [...path, 'excused'], issues)
  issues.push(at(EXCUSED_WITH_VALUE, [...path, 'excused'], { field: key }))
  return void 0
}
function holdIn(entries, holds5) {
  return entries.map((entry) =>
    'excused' in entry ? entry : { at: entry.at, value: holds5(entry.value) },
  )
}
function runUpTo(asOf, entries, rule) {
  const past = entries.filter(({ at: at2 }) => at2.position <= asOf.position)
  const isKnown = past.at(-1)?.at.position === asOf.position
  const end = isKnown ? [] : [{ at: asOf, excused: '' }]
  const runs = runsOf([...past, ...end], rule)
  return runs.at(-1) ?? []
}
function runsOf(entries, { gap, gapAtMost = 1 }) {
  const runs = [[]]
  const most = gap === 'break' ? 0 : gapAtMost
  let previous
  let without = 0
  for (const entry of entries) {
    without += previous === void 0 ? 0 : entry.at.position - previous.position - 1
    if (without > most) {
      runs.push([])
      without = 0
    }
    previous = entry.at
    if ('excused' in entry) continue
    without = 0
    if (entry.value) runs.at(-1)?.push(writePeriod(entry.at))
    else runs.push([])
  }
  return runs
}

// src/kernel/check/computeCondition.ts
function computeCondition(known2) {
  if ('condition' in known2) {
    const finding = { condition: known2.condition, ...judge(known2.fact) }
    const missing3 = isMissing(finding.outcome) ? [finding] : []
    return { outcome: finding.outcome, findings: [finding], missing: missing3, nearest: missing3 }
  }
  const parts = known2.parts.map(computeCondition)
  const outcome = join(
    parts.map((part) => part.outcome),
    known2.needed,
  )
  const isOpen = isMissing(outcome)
  return {
    outcome,
    findings: parts.flatMap(({ findings }) => findings),
    missing: isOpen ? parts.flatMap(({ missing: missing3 }) => missing3) : [],
    nearest: isOpen ? nearestOf(parts, known2.needed) : [],
  }
}
function isMissing(outcome) {
  return outcome === 'unmet' || outcome === 'unknown'
}
function join(outcomes, needed) {
  const applicable = outcomes.filter((outcome) => outcome !== 'not-applicable')
  if (applicable.length === 0) return 'not-applicable'
  const enough = needed === 'all' ? applicable.length : needed
  const met = applicable.filter((outcome) => outcome === 'met').length
  const unknown5 = applicable.filter((outcome) => outcome === 'unknown').length
  if (met >= enough) return 'met'
  return met + unknown5 >= enough ? 'unknown' : 'unmet'
}
function nearestOf(parts, needed) {
  const open = parts.filter(({ outcome }) => isMissing(outcome))
  const met = parts.filter(({ outcome }) => outcome === 'met').length
  const enough = needed === 'all' ? open.length : needed - met
  const shortest = [...open].sort((a, b) => a.nearest.length - b.nearest.length).slice(0, enough)
  return open.filter((part) => shortest.includes(part)).flatMap(({ nearest }) => nearest)
}
function judge(fact) {
  if (typeof fact === 'string') return { outcome: fact, actual: null, gap: null }
  switch (fact.kind) {
    case 'number':
      return judgeNumber(fact.actual, fact)
    case 'word':
    case 'answer':
      return { outcome: stateOf(passes(fact)), actual: fact.actual, gap: null }
    case 'since':
      return judgeSince(fact)
    case 'run':
      return judgeNumber(runLength(fact), { comparison: 'at-least', required: fact.required })
    case 'count':
      return judgeCount(fact)
    case 'mean':
    case 'total':
      return judgeOver(fact)
  }
}
function stateOf(isMet2) {
  return isMet2 ? 'met' : 'unmet'
}
function judgeNumber(actual, { comparison, required }) {
  if (holds[comparison](compare(actual, required))) return { outcome: 'met', actual, gap: null }
  return { outcome: 'unmet', actual, gap: absolute(subtract(required, actual)) }
}
function passes(fact) {
  if (fact.kind === 'number') return holds[fact.comparison](compare(fact.actual, fact.required))
  return fact.required.includes(fact.actual)
}
var holds = {
  'at-least': (order) => order >= 0,
  above: (order) => order > 0,
  'at-most': (order) => order <= 0,
  below: (order) => order < 0,
  equals: (order) => order === 0,
  'one-of': (order) => order === 0,
}
function judgeSince({ unit, comparison, required, actual, asOf }) {
  const judged = judgeNumber(whole(completeSince(actual, asOf, unit)), { comparison, required })
  if (judged.outcome === 'met') return { ...judged, metOn: null }
  const needed = Number(required.n / required.d) + (comparison === 'above' ? 1 : 0)
  const isByWaiting = comparison === 'at-least' || comparison === 'above'
  return { ...judged, metOn: isByWaiting ? completeOn(actual, needed, unit) : null }
}
function runLength({ actual, asOf, ...rule }) {
  return whole(runUpTo(asOf, holdIn(actual, passes), rule).length)
}
function judgeCount({ actual, asOf, periods, required }) {
  const latest = latestPeriods(asOf, actual, periods)
  const window = windowOf(latest, 'count')
  const held = whole(latest.values.filter(passes).length)
  const judged = judgeNumber(held, { comparison: 'at-least', required })
  const couldBeMet = compare(whole(latest.missing.length), judged.gap ?? held) >= 0
  if (judged.outcome === 'unmet' && couldBeMet)
    return { outcome: 'unknown', actual: held, gap: null, window }
  return { ...judged, window }
}
function judgeOver({ kind, actual, asOf, periods, each: each2 }) {
  const latest = latestPeriods(asOf, actual, periods)
  const window = windowOf(latest, kind)
  if (latest.values.length < periods) return { outcome: 'unknown', actual: null, gap: null, window }
  return { ...judgeNumber(takeOf(latest.values, { kind, each: each2 }), each2), window }
}
function takeOf(values, { kind, each: each2 }) {
  const total = sum(values.map(({ actual }) => actual))
  if (kind === 'mean') return divide(total, whole(values.length))
  return each2.unit === 'ratio' ? divide(total, sum(values.map(({ target }) => target))) : total
}
function windowOf({ from, to, missing: missing3 }, take) {
  return { take, from, to, missing: missing3 }
}

// src/kernel/number/decimal.ts
var LONGEST_TEXT = 100
var MOST_DIGITS = 34
var MOST_NUMBER_DIGITS = 15
var MOST_WRITTEN_DIGITS = 1e3
var LARGEST_EXPONENT = 30
var DECIMAL_TEXT = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/
function readDecimal(value, path, issues, bounds2) {
  const text = decimalText(value)
  const parsed = text === void 0 ? void 0 : parseDecimal(text, limitFor(value))
  return accept(parsed, { value, path, bounds: bounds2 }, issues)
}
function readPositive(value, path, issues) {
  return readDecimal(value, path, issues, { minimum: ZERO, above: true })
}
function isDecimal(value) {
  const text = decimalText(value)
  return text !== void 0 && typeof parseDecimal(text, limitFor(value)) === 'object'
}
function readWritten(value, path, issues, bounds2) {
  const isLong =
    typeof value === 'string' && value.length > MOST_DIGITS && value.length <= MOST_WRITTEN_DIGITS
  if (!isLong) return readDecimal(value, path, issues, bounds2)
  return accept(parseDecimal(value, MOST_WRITTEN_DIGITS), { value, path, bounds: bounds2 }, issues)
}
function accept(parsed, { value, path, bounds: bounds2 }, issues) {
  if (parsed === void 0 || parsed === 'too-precise') {
    add2(issues, numberIssue(value, path, parsed))
    return void 0
  }
  if (bounds2 !== void 0 && !isWithin(parsed, bounds2)) {
    add2(issues, rangeIssue(value, path, bounds2))
    return void 0
  }
  return parsed
}
var LIKELY_PERCENTAGE = { n: 10n, d: 1n }
function readRatio(value, path, issues) {
  const ratio2 = readDecimal(value, path, issues)
  const [issue] = ratio2 === void 0 ? [] : percentIssues(show(value), ratio2, path)
  if (issue === void 0) return ratio2
  add2(issues, issue)
  return void 0
}
function percentIssues(given4, ratio2, path) {
  if (compare(absolute(ratio2), LIKELY_PERCENTAGE) < 0) return []
  const suggestion = writeDecimal({ n: ratio2.n, d: ratio2.d * 100n })
  return [at(RATIO_LOOKS_LIKE_PERCENT, path, { given: given4, suggestion })]
}
function limitFor(value) {
  return typeof value === 'number' ? MOST_NUMBER_DIGITS : MOST_DIGITS
}
function decimalText(value) {
  const text = ownText(value)
  return text !== void 0 && text.length <= LONGEST_TEXT ? text : void 0
}
function ownText(value) {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return typeof value === 'bigint' ? bigintText(value) : textOfDecimal(value)
}
function bigintText(value) {
  const limit = powerOfTen(LONGEST_TEXT)
  return value < limit && value > -limit ? String(value) : void 0
}
function textOfDecimal(value) {
  if (typeof value !== 'object') return void 0
  try {
    const { toStringTag } = value
    return toStringTag === '[object Decimal]' ? String(value) : void 0
  } catch {
    return void 0
  }
}
function parseDecimal(text, mostDigits) {
  return parseShort(text) ?? parseLong(text, mostDigits)
}
var MINUS = 45
var POINT = 46
var ZERO_DIGIT = 48
function parseShort(text) {
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  const last = text.length - 1
  if (last < first || last >= MOST_NUMBER_DIGITS) return void 0
  let size = 0
  let point = last
  for (let at2 = first; at2 <= last; at2 += 1) {
    const code2 = text.charCodeAt(at2)
    if (code2 >= ZERO_DIGIT && code2 <= ZERO_DIGIT + 9) size = size * 10 + code2 - ZERO_DIGIT
    else if (code2 === POINT && point === last && at2 > first && at2 < last) point = at2
    else return void 0
  }
  return { n: BigInt(first === 1 ? -size : size), d: powerOfTen(last - point) }
}
function parseLong(text, mostDigits) {
  const match = DECIMAL_TEXT.exec(text)
  if (match === null) return void 0
  const [, sign = '', integer = '', decimals = '', exponentText = '0'] = match
  const exponent = Number(exponentText)
  if (Math.abs(exponent) > LARGEST_EXPONENT) return void 0
  const coefficient = integer + decimals
  if (significantDigits(coefficient) > mostDigits) return 'too-precise'
  const magnitude = BigInt(coefficient)
  const n2 = sign === '-' ? -magnitude : magnitude
  const places = decimals.length - exponent
  return places >= 0 ? { n: n2, d: powerOfTen(places) } : { n: n2 * powerOfTen(-places), d: 1n }
}
function significantDigits(coefficient) {
  let first = 0
  let last = coefficient.length
  while (coefficient[first] === '0') first += 1
  while (last > first && coefficient[last - 1] === '0') last -= 1
  return last - first
}
function numberIssue(value, path, failure) {
  if (value === void 0 || value === null) return invalid(value, path, A_DECIMAL)
  const given4 = show(value)
  if (failure === 'too-precise')
    return at(NUMBER_TOO_PRECISE, path, { given: given4, limit: limitFor(value) })
  const kind = isTooLarge(value) ? NUMBER_TOO_LARGE : NUMBER_INVALID
  return at(kind, path, { given: given4, suggestion: plainForm(value) })
}
function isTooLarge(value) {
  if (typeof value === 'bigint') return true
  return typeof value === 'string' && (value.length > LONGEST_TEXT || /^-?[\d.]+[eE]/.test(value))
}
function plainForm(value) {
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) return null
  const plain2 = value
    .replace(/[０-９．－，￥]/g, (wide) => wide.normalize('NFKC'))
    .replace(/[\s'’_¥$€£]/g, '')
    .replace(/(?<=^[^.]*\d),(?=\d{3}(?!\d))/g, '')
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '')
  return plain2 !== value && DECIMAL_TEXT.test(plain2) ? plain2 : null
}
function isWithin(value, { minimum, maximum, above = false }) {
  if (maximum !== void 0 && compare(value, maximum) > 0) return false
  return minimum === void 0 || compare(value, minimum) >= (above ? 1 : 0)
}
function rangeIssue(value, path, { minimum, maximum, above }) {
  const given4 = show(value)
  const params = {
    given: given4,
    minimum: minimum === void 0 ? null : writeDecimal(minimum),
    maximum: maximum === void 0 ? null : writeDecimal(maximum),
  }
  return at(above === true ? NUMBER_NOT_ABOVE : NUMBER_OUT_OF_RANGE, path, params)
}
var WRITTEN_DECIMALS = 12
function writeDecimal(value) {
  const decimals = placesOf(value.d) ?? countDecimals(value) ?? WRITTEN_DECIMALS
  const cut = (value.n * powerOfTen(decimals)) / value.d
  return withoutZeros(writeFixed(cut, decimals), decimals)
}
function writeRate(value) {
  if (countDecimals(value) !== void 0) return writeDecimal(value)
  const { n: n2, d } = reduce(value)
  return `${n2}/${d}`
}
function withoutZeros(text, decimals) {
  if (decimals === 0) return text
  let end = text.length
  const point = end - decimals - 1
  while (end > point + 1 && text.charCodeAt(end - 1) === ZERO_DIGIT) end -= 1
  if (end === point + 1) end = point
  return text.slice(0, end)
}
function writePadded(value, decimals) {
  const places = placesOf(value.d)
  if (places !== void 0 && places <= decimals)
    return writeFixed(value.n * powerOfTen(decimals - places), decimals)
  const [whole2, digits = ''] = writeDecimal(value).split('.')
  const padded = digits.padEnd(decimals, '0')
  return padded === '' ? `${whole2}` : `${whole2}.${padded}`
}
function writeFixed(units, decimals) {
  const number = Number(units)
  const text = String(Number.isSafeInteger(number) ? number : units)
  if (decimals === 0) return text
  const sign = number < 0 ? '-' : ''
  const digits = text.slice(sign.length).padStart(decimals + 1, '0')
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
function countDecimals(value) {
  let rest = reduce(value).d
  let twos = 0
  let fives = 0
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : void 0
}
function placesOf(denominator) {
  const wanted = Number(denominator)
  let power = 1
  let places = 0
  for (; power < wanted && places < 15; places += 1) power *= 10
  return power === wanted ? places : void 0
}
function known(value) {
  const [whole2, part] = String(value).split('/')
  if (part !== void 0) return reduce({ n: BigInt(whole2 ?? 0), d: BigInt(part) })
  const parsed = parseDecimal(String(value), MOST_WRITTEN_DIGITS)
  if (parsed === void 0 || parsed === 'too-precise') throw new RangeError(`not a decimal: ${value}`)
  return parsed
}
function knownOrNull(value) {
  return value === void 0 || value === null ? null : known(value)
}

// src/kernel/number/quotient.ts
function isQuotient(fact) {
  return hasField(fact, 'actual') || hasField(fact, 'target')
}
function readQuotient(fact, path, issues) {
  const { actual, target } = readActualAndTarget(fact, path, issues)
  return actual && target && divide(actual, target)
}
function readActualAndTarget(fact, path, issues, minimum) {
  const fields = readFields(fact, path, ['actual', 'target'], issues)
  if (fields === void 0) return { actual: void 0, target: void 0 }
  const least = minimum && { minimum }
  return {
    actual: readDecimal(fields['actual'], [...path, 'actual'], issues, least),
    target: readPositive(fields['target'], [...path, 'target'], issues),
  }
}

// src/kernel/time/asOf.ts
function readPeriodAsOf(value, per, path, issues) {
  if (isDateText(value)) return readPeriodWith(value, per, path, issues)
  const asOf = readPeriod(value, path, issues)
  const around = asOf && periodAround(asOf, per)
  if (asOf !== void 0 && around === void 0)
    add2(issues, invalid(value, path, A_PERIOD_WITHIN, { unit: per }))
  return around
}
function readPeriodWith(given4, per, path, issues) {
  const date = readDate(given4, path, issues)
  if (date === void 0) return void 0
  const within4 = periodWith(date, per)
  if (within4 === void 0)
    add2(issues, at(OUTSIDE_YEARS, path, { date, from: FIRST_DATE, to: LAST_DATE }))
  return within4
}

// src/kernel/check/exactCondition.ts
function compileCondition(condition) {
  if ('id' in condition) return compileFact(condition)
  if ('all' in condition) return { parts: condition.all.map(compileCondition), needed: 'all' }
  if ('any' in condition) return { parts: condition.any.map(compileCondition), needed: 1 }
  return { parts: condition.of.map(compileCondition), needed: condition.atLeast }
}
function compileFact(written2) {
  const { id, absent = 'unknown' } = written2
  return { id, absent, written: written2, test: testOf(written2) }
}
function testOf({ inARow, ofLast, over, ...written2 }) {
  const { comparison, required, unit } = written2
  if (unit !== void 0 && isSince(unit))
    return { kind: 'since', unit: SINCE[unit], comparison, required: known(String(required)) }
  const each2 = testOfOne(written2)
  if (inARow !== void 0)
    return { kind: 'run', each: each2, ...inARow, required: known(inARow.length) }
  if (ofLast !== void 0)
    return { kind: 'count', each: each2, ...ofLast, required: known(ofLast.atLeast) }
  if (over !== void 0 && each2.kind === 'number') return { kind: over.take, each: each2, ...over }
  return each2
}
function testOfOne({ required, unit, comparison, maximum }) {
  if (unit !== void 0 && !isSince(unit)) {
    const bounds2 = maximum === void 0 ? {} : { minimum: ZERO, maximum: known(maximum) }
    return { kind: 'number', unit, comparison, required: known(String(required)), bounds: bounds2 }
  }
  if (typeof required === 'boolean') return { kind: 'answer', required: [required] }
  return { kind: 'word', required: typeof required === 'string' ? [required] : required }
}
var SINCE = {
  'days-since': 'day',
  'months-since': 'month',
  'years-since': 'year',
}
function isSince(unit) {
  return Object.hasOwn(SINCE, unit)
}
var AS_OF = 'asOf'
function factsOf(condition) {
  if ('parts' in condition) return condition.parts.flatMap(factsOf)
  return 'per' in condition.test || condition.test.kind === 'since'
    ? [condition.id, AS_OF]
    : [condition.id]
}

// src/kernel/check/readCondition.ts
function readCondition(condition, facts, path, issues) {
  if ('parts' in condition) {
    const parts = condition.parts.map((part) => readCondition(part, facts, path, issues))
    return { parts, needed: condition.needed }
  }
  const isGiven2 = Object.hasOwn(facts, condition.id) && (facts[condition.id] ?? null) !== null
  const fact = isGiven2 ? readFact(condition, facts, path, issues) : condition.absent
  return { condition, fact: fact ?? 'unknown' }
}
function readFact({ id, test }, facts, path, issues) {
  const factPath = [...path, id]
  const when = { id, given: facts[AS_OF], path: [...path, AS_OF] }
  switch (test.kind) {
    case 'number':
    case 'word':
    case 'answer':
      return readValue(test, facts[id], factPath, issues)
    case 'since': {
      const actual = readDate(facts[id], factPath, issues)
      const asOf = readDay(when, issues)
      return actual === void 0 || asOf === void 0 ? void 0 : { ...test, actual, asOf }
    }
    case 'run':
    case 'count': {
      const read = (value, at2, found) => readValue(test.each, value, at2, found)
      const history = readPeriods(read, { test, given: facts[id], path: factPath, when }, issues)
      return history && { ...test, ...history }
    }
    case 'mean':
    case 'total': {
      const read = (value, at2, found) => readPart(test, value, at2, found)
      const history = readPeriods(read, { test, given: facts[id], path: factPath, when }, issues)
      return history && { ...test, ...history }
    }
  }
}
function readPeriods(readOne, { test, given: given4, path, when }, issues) {
  const actual = readHistory(given4, path, issues, {
    key: 'value',
    read: (value, valuePath, found) =>
      (value ?? null) === null ? void 0 : readOne(value, valuePath, found),
  })
  const first = actual[0]?.at
  const isOfLength = first === void 0 || first.unit === test.per
  if (!isOfLength) add2(issues, invalid(writePeriod(first), path, A_HISTORY, { unit: test.per }))
  const asOf = readAsOf(test, when, issues)
  return isOfLength && asOf !== void 0 ? { actual, asOf } : void 0
}
function readAsOf({ per }, { id, given: given4, path }, issues) {
  if ((given4 ?? null) === null) {
    add2(issues, at(AS_OF_MISSING, path, { field: id }))
    return void 0
  }
  return readPeriodAsOf(given4, per, path, issues)
}
function readDay({ id, given: given4, path }, issues) {
  if ((given4 ?? null) !== null) return readDate(given4, path, issues)
  add2(issues, at(AS_OF_DAY_MISSING, path, { field: id }))
  return void 0
}
function readValue(test, given4, path, issues) {
  if (test.kind === 'number') {
    const actual2 = readNumber[test.unit](given4, path, issues, test.bounds)
    return actual2 && { ...test, actual: actual2 }
  }
  const reader = test.kind === 'word' ? readName : readBoolean
  const actual = reader(given4, path, issues)
  return actual === void 0 ? void 0 : { ...test, actual }
}
function readPart({ kind, each: each2 }, given4, path, issues) {
  if (kind === 'mean' || each2.unit !== 'ratio') {
    const actual2 = readNumber[each2.unit](given4, path, issues, each2.bounds)
    return actual2 && { actual: actual2, target: ONE }
  }
  if (!isQuotient(given4)) {
    add2(issues, invalid(given4, path, A_QUOTIENT))
    return void 0
  }
  const { actual, target } = readActualAndTarget(given4, path, issues)
  return actual && target && { actual, target }
}
var readNumber = {
  ratio: (given4, path, issues) =>
    isQuotient(given4) ? readQuotient(given4, path, issues) : readRatio(given4, path, issues),
  points: readDecimal,
  count: readCount,
  money: readDecimal,
}
function readCount(given4, path, issues) {
  const count = readDecimal(given4, path, issues)
  if (count === void 0 || (count.n >= 0n && count.n % count.d === 0n)) return count
  add2(issues, invalid(given4, path, A_COUNT))
  return void 0
}

// src/kernel/check/writeChecks.ts
function writeChecks({ outcome, findings }) {
  return { outcome, checks: findings.map(writeCheck) }
}
function writeCheck(finding) {
  const { id, clause = null, comparison, required, inARow, ofLast } = finding.condition.written
  const needed = inARow?.length ?? ofLast?.atLeast
  const asked =
    needed === void 0
      ? { comparison, required }
      : { comparison: 'at-least', required: String(needed) }
  return {
    id,
    clause,
    outcome: finding.outcome,
    comparison: asked.comparison,
    actual: writeActual(finding.actual),
    required: asked.required,
    ...(needed === void 0 ? {} : { each: { comparison, required } }),
    ...windowOf2(finding),
    ...dayOf(finding),
    gap: finding.gap && writeDecimal(finding.gap),
  }
}
function windowOf2({ condition, window }) {
  const { ofLast, over } = condition.written
  return ofLast === void 0 && over === void 0 ? {} : { window: window ?? null }
}
function dayOf({ condition, metOn = null }) {
  return condition.test.kind === 'since' ? { metOn } : {}
}
function writeActual(actual) {
  return actual !== null && typeof actual === 'object' ? writeDecimal(actual) : actual
}

// src/kernel/check/check.ts
function run(condition, facts, path, issues) {
  return writeChecks(computeCondition(readCondition(condition, facts, path, issues)))
}

// src/kernel/number/currency.ts
var DECIMALS = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: 'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}
var decimalsByCode = new Map(
  Object.entries(DECIMALS).flatMap(([decimals, codes]) =>
    codes.split(' ').map((code2) => [code2, Number(decimals)]),
  ),
)
function decimalsOf(code2) {
  return decimalsByCode.get(code2)
}
function writeMoney(amount, currency) {
  return writePadded(amount, decimalsOf(currency) ?? 0)
}
function unknownCurrency(code2, path) {
  return at(CURRENCY_UNKNOWN, path, { given: show(code2) })
}

// src/kernel/number/rounding.ts
var roundingModes = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor']
var MOST_DECIMALS = 12

// src/kernel/number/allocate.ts
function roundTogether(parts, total) {
  return total < 0n
    ? dealOut(parts.map(negate), -total).map((unit) => -unit)
    : dealOut(parts, total)
}
function dealOut(parts, total) {
  const units = []
  const remainders = []
  let left = total
  for (const { n: n2, d } of parts) {
    const rest = n2 % d
    const isBelow = rest < 0n
    const unit = isBelow ? n2 / d - 1n : n2 / d
    units.push(unit)
    remainders.push({ n: isBelow ? rest + d : rest, d })
    left -= unit
  }
  if (left <= 0n) return units
  for (const index of byLargest(remainders)) {
    if (left <= 0n) break
    units[index] = (units[index] ?? 0n) + 1n
    left -= 1n
  }
  return units
}
function byLargest(values) {
  return values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => compare(b.value, a.value))
    .map(({ index }) => index)
}

// src/kernel/policy/version.ts
var VERSION = '0.1.0'

// src/kernel/policy/defined.ts
var MARK2 = /* @__PURE__ */ Symbol.for('sales-rules/defined')
function seal(kind, policy) {
  const mark = { kind, version: VERSION, policy }
  Object.defineProperty(policy, MARK2, { value: Object.freeze(mark) })
  deepFreeze(policy)
  return policy
}
function check(policy, kind) {
  const mark = markOf(policy)
  const define = `define${kind}`
  if (mark?.kind !== kind) refuse(POLICY_NOT_DEFINED, [], { define })
  const { version: definedBy } = mark
  if (definedBy !== VERSION)
    refuse(POLICY_OF_OTHER_VERSION, [], { define, definedBy, version: VERSION })
}
function markOf(policy) {
  try {
    const mark = policy?.[MARK2]
    return mark?.policy === policy ? mark : void 0
  } catch {
    return void 0
  }
}
function compiler(kind, compile2) {
  return oncePerPolicy((policy) => {
    check(policy, kind)
    return compile2(policy)
  })
}
function oncePerPolicy(make) {
  const made = /* @__PURE__ */ new WeakMap()
  return (policy) => {
    const before = made.get(policy)
    if (before !== void 0) return before
    const now = make(policy)
    made.set(policy, now)
    return now
  }
}
function deepFreeze(value) {
  if (Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
}
function reference({ id, version }) {
  return { id, version }
}

// src/kernel/time/spans.ts
function readSpan({ from: first, to: last }, path, issues) {
  const from = readDate(first, [...path, 'from'], issues)
  const to = (last ?? null) === null ? null : readDate(last, [...path, 'to'], issues)
  return spanOf(from, to, path, issues)
}
function readClosedSpan({ from: first, to: last }, path, issues) {
  const from = readDate(first, [...path, 'from'], issues)
  const to = readDate(last, [...path, 'to'], issues)
  return spanOf(from, to, path, issues)
}
function spanOf(from, to, path, issues) {
  if (from === void 0 || to === void 0) return void 0
  if (to === null || to >= from) return { from, to }
  add2(issues, at(ENDS_BEFORE_START, path, { from, to }))
  return void 0
}
function byFirstDay(a, b) {
  if (a.from === b.from) return 0
  return a.from < b.from ? -1 : 1
}
function timeline(rows, issues) {
  const ordered2 = [...rows].sort(byFirstDay)
  for (const [index, { from, to, path }] of ordered2.entries()) {
    const next = ordered2[index + 1]
    if (next !== void 0 && next.from <= (to ?? from))
      add2(issues, at(VERSIONS_OVERLAP, path, { first: from, second: next.from }))
  }
  return ordered2
}
function rowOn(ordered2, date) {
  return ordered2.find(({ from, to }, index) => {
    const next = ordered2[index + 1]
    if (from > date || (next !== void 0 && next.from <= date)) return false
    return to === null || date <= to
  })
}

// src/kernel/time/anyPeriod.ts
function readAnyPeriod(value, path, issues) {
  const found = []
  const isObject = typeof value === 'object' && value !== null
  const fields = isObject ? readFields(value, path, ['id', 'from', 'to'], found) : void 0
  if (fields === void 0 && found.every(({ code: code2 }) => code2 === 'VALUE_INVALID')) {
    const at2 = readPeriod(value, path, issues)
    return at2 && rangeOf(at2)
  }
  issues.push(...found)
  if (fields === void 0) return void 0
  const name2 = readName(fields['id'], [...path, 'id'], issues)
  const days = readClosedSpan(fields, path, issues)
  return name2 === void 0 || days === void 0
    ? void 0
    : { unit: 'own', position: 0, name: name2, ...days }
}
function writeAnyPeriod({ unit, name: name2, from, to }) {
  return unit === 'own' ? { id: name2, from, to } : name2
}
function isSamePeriod(a, b) {
  return a.name === b.name && a.from === b.from && a.to === b.to
}
function monthsOf2({ unit, from, to }) {
  if (unit === 'week') return null
  if (unit !== 'own') return MONTHS[unit]
  const next = dayAfter(to)
  return next.slice(8) === from.slice(8) ? monthNumber(next) - monthNumber(from) : null
}
function endOfNext(period) {
  const { from, to } = period
  const months = monthsOf2(period)
  if (months !== null) return monthNumber(to) + months
  const last = dayNumber(to)
  return monthNumber(dateOfDay(last + last - dayNumber(from) + 1))
}
function dayAfter(date) {
  return dateOfDay(dayNumber(date) + 1)
}
function monthText(month) {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`
}

// src/kernel/time/calendar.ts
var MOST_COVERED_DAYS = 55e3

// src/kernel/time/fiscal.ts
function spanOf2({ to }, { unit, yearStartsIn }) {
  const months = MONTHS[unit]
  const first = firstOf2(monthNumber(to), { unit, yearStartsIn })
  const [from, last] = [monthText(first), monthText(first + months - 1)]
  const days = { from: `${from}-01`, to: `${last}-${daysInMonth(last)}` }
  const position = first / months
  return Number.isInteger(position)
    ? { unit, position, name: writePeriod({ unit, position }), ...days }
    : { unit: 'own', position: 0, name: `${from}/${last}`, ...days }
}
function isFirst({ from, to }, rule) {
  const before = dateOfDay(dayNumber(from) - 1)
  return firstOf2(monthNumber(before), rule) !== firstOf2(monthNumber(to), rule)
}
function isLast(period, rule) {
  return firstOf2(endOfNext(period), rule) !== firstOf2(monthNumber(period.to), rule)
}
function isWhole({ from, to }, rule) {
  const span2 = spanOf2({ to }, rule)
  return from <= span2.from && to === span2.to
}
function firstOf2(month, { unit, yearStartsIn }) {
  const months = MONTHS[unit]
  return month - ((((month - yearStartsIn + 1) % months) + months) % months)
}

// src/kernel/input/attempt.ts
function attempt(call) {
  requireFunction(call, 'call')
  let value
  try {
    value = call()
  } catch (error) {
    if (error instanceof SalesRulesError) return { ok: false, issues: error.issues }
    throw error
  }
  refusePromise(value)
  return { ok: true, value }
}
function requireFunction(value, name2) {
  if (typeof value !== 'function') refuse(NOT_A_FUNCTION, [name2], { given: show(value) })
}
function refusePromise(value) {
  if (!(typeof value === 'object' && value !== null && isThenable(value))) return
  if (value instanceof Promise) value.catch(() => void 0)
  refuse(PROMISE_RETURNED, ['call'], {})
}
function isThenable(value) {
  try {
    return typeof value.then === 'function'
  } catch {
    return false
  }
}

// src/kernel/policy/digest.ts
import { sha256 } from '@noble/hashes/sha2.js'

// src/kernel/policy/canonical.ts
var DEEPEST = 100
var MOST_VALUES = 1e7
function writeCanonical(value, take) {
  const writing = { take, issues: [], above: [], values: 0 }
  writeValue(value, [], writing)
  refuseIfAny(writing.issues)
}
function writeValue(value, path, writing) {
  writing.values += 1
  if (writing.values > MOST_VALUES) stop(at(TOO_MANY_VALUES, path, { limit: MOST_VALUES }), writing)
  if (typeof value === 'string') writeText(value, path, writing)
  else if (value === null || typeof value === 'boolean' || Number.isFinite(value))
    writing.take(JSON.stringify(value))
  else if (typeof value !== 'object') add2(writing.issues, invalid(value, path, PLAIN_JSON))
  else if (isDecimal(value)) writing.take(JSON.stringify(String(value)))
  else writeObject(value, path, writing)
}
function stop(issue, { issues }) {
  add2(issues, issue)
  refuseIfAny(issues)
}
function writeText(text, path, { take, issues }) {
  if (/\p{Surrogate}/u.test(text)) add2(issues, invalid(text, path, UNICODE))
  take(JSON.stringify(text))
}
function writeObject(value, path, writing) {
  const { above, issues } = writing
  if (above.includes(value)) add2(issues, at(CYCLE, path, {}))
  else if (above.length >= DEEPEST) add2(issues, at(TOO_DEEP, path, { limit: DEEPEST }))
  else {
    above.push(value)
    writeParts(value, path, writing)
    above.pop()
  }
}
function writeParts(value, path, writing) {
  try {
    if (Array.isArray(value)) writeArray(value, path, writing)
    else if (isPlain(value)) writeRecord(value, path, writing)
    else add2(writing.issues, invalid(value, path, PLAIN_JSON))
  } catch (error) {
    if (error instanceof SalesRulesError) throw error
    add2(writing.issues, at(OBJECT_THROWS, path, {}))
  }
}
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
function writeArray(values, path, writing) {
  writing.take('[')
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) writing.take(',')
    writeValue(values[index], [...path, index], writing)
  }
  writing.take(']')
}
function writeRecord(fields, path, writing) {
  let separator = ''
  writing.take('{')
  for (const key of Object.keys(fields).sort()) {
    const part = fields[key]
    if (part === void 0) continue
    writing.take(separator)
    writeText(key, [...path, key], writing)
    writing.take(':')
    writeValue(part, [...path, key], writing)
    separator = ','
  }
  writing.take('}')
}

// src/kernel/policy/digest.ts
var PIECE = 65536
function digestOf(value) {
  const hash = sha256.create()
  const encoder = new TextEncoder()
  let piece = ''
  writeCanonical(value, (text) => {
    piece += text
    if (piece.length < PIECE) return
    hash.update(encoder.encode(piece))
    piece = ''
  })
  hash.update(encoder.encode(piece))
  return Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
function digestOfContents({ id, version, provenance, ...contents }) {
  return digestOf(contents)
}

// src/kernel/scale/scales.ts
var compile = /* @__PURE__ */ oncePerPolicy((scale) => {
  let from = ZERO
  let ownsStart = scale.boundary === 'upper-tier'
  const tiers = []
  for (const { id, upTo: upTo2, rate: rate2, amount, minimum, maximum, ...tier } of scale.tiers) {
    const end = knownOrNull(upTo2)
    const multiple = knownOrNull(tier.multiple)
    tiers.push({
      id,
      stated: { from, upTo: end },
      from,
      upTo: end,
      ownsStart,
      multiple,
      rate: multiple ?? known(rate2),
      amount: knownOrNull(amount) ?? ZERO,
      minimum: knownOrNull(minimum),
      maximum: knownOrNull(maximum),
    })
    from = end ?? from
    ownsStart = (tier.boundary ?? scale.boundary) === 'upper-tier'
  }
  return { scale, tiers }
})
function pay(base, exact, figures) {
  const { scale } = exact
  if (isNegative(base) && scale.negative === 'refuse') {
    refuse(BASE_NEGATIVE, ['base'], { given: writeDecimal(base) })
  }
  figureOf(base, scale, figures)
  const slices = slicesOf(base, stretch(exact, figures), figures)
  return { amount: sum(slices.map((slice) => slice.amount)), slices }
}
function stretch(exact, { target }) {
  if (exact.scale.thresholds !== 'attainment') return exact
  if (target === void 0) {
    return refuse(TARGET_FOR_THRESHOLDS_MISSING, ['target'], {})
  }
  const tiers = exact.tiers.map((tier) => ({
    ...tier,
    from: multiply(tier.from, target),
    upTo: tier.upTo && multiply(tier.upTo, target),
  }))
  return { scale: exact.scale, tiers }
}
function figureOf(base, scale, { measure }) {
  if (scale.measure === 'base') return base
  if (measure !== void 0) return measure
  return refuse(MEASURE_MISSING, ['measure'], {})
}
function ownerOf(figure, { tiers }) {
  const owner = tiers.findIndex(
    ({ upTo: upTo2 }, index) =>
      upTo2 === null || compare(upTo2, figure) >= (tiers[index + 1]?.ownsStart ? 1 : 0),
  )
  return owner === -1 ? tiers.length - 1 : owner
}
function isReached(base, { from, ownsStart }) {
  const over = compare(base, from)
  return over > 0 || (over === 0 && from.n > 0n && ownsStart)
}
function slicesOf(base, exact, figures) {
  if (!isNegative(base)) return slicesOfPositive(base, exact, figures)
  if (exact.scale.negative === 'zero') return []
  return slicesOfPositive(negate(base), exact, figures).map((slice) => ({
    ...slice,
    base: negate(slice.base),
    amount: negate(slice.amount),
  }))
}
function slicesOfPositive(base, exact, figures) {
  const { scale, tiers } = exact
  if (scale.mode === 'whole-amount') return [wholeSlice(base, exact, figures)].filter(isSomething)
  const slices = []
  for (const tier of tiers) {
    if (!isReached(base, tier)) break
    slices.push(tierSlice(base, tier, scale))
  }
  return slices.filter(isSomething)
}
function isSomething({ base, amount }) {
  return base.n !== 0n || amount.n !== 0n
}
function tierSlice(base, tier, scale) {
  const filled = subtract(tier.upTo === null ? base : smaller(base, tier.upTo), tier.from)
  const amount = scale.mode === 'interpolated' ? interpolate(filled, tier) : earned(filled, tier)
  return { tier, base: filled, amount }
}
function wholeSlice(base, exact, figures) {
  const figure = figureOf(base, exact.scale, figures)
  const tier = exact.tiers[ownerOf(figure, exact)] ?? exact.tiers[0]
  const isSeparate = exact.scale.measure === 'separate'
  const paid = tier.upTo === null || isSeparate ? base : smaller(base, tier.upTo)
  const amount = figure.n > 0n ? earned(paid, tier) : multiply(paid, tier.rate)
  return { tier, base: paid, amount }
}
function earned(part, tier) {
  const pay2 = add(multiply(part, tier.rate), tier.amount)
  const atLeast2 = tier.minimum === null ? pay2 : larger(pay2, tier.minimum)
  return tier.maximum === null ? atLeast2 : smaller(atLeast2, tier.maximum)
}
function interpolate(filled, tier) {
  return isJump(tier) ? tier.amount : multiply(filled, slopeOf(tier))
}
function isJump({ from, upTo: upTo2 }) {
  return upTo2 !== null && compare(from, upTo2) === 0
}
function slopeOf(tier) {
  if (tier.upTo === null) return tier.rate
  return add(tier.rate, divide(tier.amount, subtract(tier.upTo, tier.from)))
}
function positionOf2(base, given4, figures) {
  const exact = stretch(given4, figures)
  const figure = figureOf(base, exact.scale, figures)
  const owner = ownerOf(figure, exact)
  const tier = exact.tiers[owner] ?? exact.tiers[0]
  const next = exact.tiers[owner + 1]
  if (next === void 0) return { tier, next: null }
  const remaining = subtract(next.from, figure)
  const reached = next.ownsStart ? 'at' : 'above'
  return { tier, next: { tier: next, remaining, reached } }
}

// src/commission/plan/needs.ts
var UNEVEN = 'uneven'
var TABLE = [
  ['base', 'margin', 'line'],
  ['scale.per', null, 'amount', 'order'],
  ['base', 'amount-without-tax', 'line'],
  ['base', 'margin-without-tax', 'line'],
  ['measuredBy', null, 'line'],
  ['measuredBy', 'attainment', 'target'],
  ['measuredBy', 'units', 'order'],
  ['rates', null, 'line'],
  ['rates.measuredBy', 'attainment', 'target'],
  ['rates.measuredBy', 'units', 'order'],
  ['rates.scale.per', null, 'amount', 'order'],
  ['tiersOver', 'all-lines', 'line', 'order'],
  ['factors', null, 'line'],
  ['factors', UNEVEN, 'line', 'order'],
  ['eligibility.statuses', null, 'line'],
  ['eligibility.marginFloor', null, 'line'],
  ['eligibility.exclude', null, 'line'],
  ['eligibility.newCustomer', null, 'first-order'],
  ['awards', null, 'first-order'],
  ['awards.for', 'any', 'line', 'order'],
  ['awards.when', null, 'line', 'order'],
  ['awards.per', null, 'line', 'order'],
  ['awards.rate', null, 'line', 'order'],
  ['exchange', null, 'currency'],
  ['rounding.at', 'line', 'order'],
  ['cap.line', null, 'amount', 'order'],
  ['floor.line', null, 'amount', 'order'],
  ['refunds', 'mirror', 'refund', 'order'],
  ['gate.attainment', null, 'target'],
  ['gate.conditions', null, 'facts'],
  ['accelerator', null, 'target'],
  ['accelerator.conditions', null, 'facts'],
  ['rates.conditions', null, 'facts', 'order'],
  ['awards.conditions', null, 'facts'],
  ['scale.thresholds', 'attainment', 'target'],
  ['scale.tiers.multiple', null, 'target'],
  ['rates.scale.tiers.multiple', null, 'target'],
  ['scale.measure', 'separate', 'measure'],
  ['kpiMultiplier', null, 'facts'],
  ['multipliers', null, 'facts'],
  ['payout', 'of-target-incentive', 'incentive'],
  ['cap.quarter', null, 'year'],
  ['cap.half', null, 'year'],
  ['cap.year', null, 'year'],
]
function needsOf(plan) {
  return TABLE.flatMap(([field, value, ...of]) =>
    isUsed(field, value, plan) ? [{ field, of }] : [],
  )
}
function isUneven({ factors: factors2 = [] }) {
  return factors2.some(({ applies }) => applies !== 'both')
}
function isUsed(field, value, plan) {
  if (field === 'scale.measure' && plan.measuredBy !== void 0) return false
  if (field.endsWith('multiple') && plan.payout === 'money') return false
  if (value === UNEVEN) return isUneven(plan)
  const found = valuesAt(field.split('.'), plan)
  return value === null ? found.length > 0 : found.includes(value)
}
function valuesAt(keys, plan) {
  return keys.reduce((parts, key) => parts.flat().flatMap((part) => part[key] ?? []), [plan])
}
function fieldThatNeeds({ needs }, ...kinds2) {
  return needs.find(({ of }) => of.some((kind) => kinds2.includes(kind)))?.field ?? null
}

// src/commission/plan/roundedAttainment.ts
function paysOnAttainment({ mode, thresholds }, payout) {
  return thresholds === 'attainment' && (mode === 'interpolated' || payout !== 'money')
}
function reachOf(level, isAt, { mode, decimals }) {
  const step = { n: 1n, d: powerOfTen(decimals) }
  const reached = isAt
    ? round(level, { mode: 'ceiling', decimals })
    : add(round(level, { mode: 'floor', decimals }), step)
  return mode === 'down' ? reached : subtract(reached, { n: 1n, d: 2n * step.d })
}
function reachedScale({ scale, tiers }, rounding) {
  let from = ZERO
  const reached = tiers.map((tier, index) => {
    const next = tiers[index + 1]
    const upTo2 = next && tier.upTo ? reachOf(tier.upTo, next.ownsStart, rounding) : tier.upTo
    const moved2 = { ...tier, from, upTo: upTo2, ownsStart: true }
    from = upTo2 ?? from
    return moved2
  })
  return { scale, tiers: reached }
}

// src/commission/plan/types.ts
function isStatementMeasure(name2) {
  return name2 === 'attainment' || name2 === 'units'
}
var LINE_FIGURE_UNITS = {
  amount: ['money', 'count'],
  margin: ['ratio'],
  discount: ['ratio'],
  quantity: ['count'],
  daysLate: ['count'],
}
function isLineFigure(name2) {
  return Object.hasOwn(LINE_FIGURE_UNITS, name2)
}

// src/commission/plan/exactPlan.ts
var NO_CAP_ON_AMOUNTS = { amount: null, quarter: null, half: null, year: null }
var exactPlan = /* @__PURE__ */ compiler('CommissionPlan', compilePlan)
function compilePlan(json) {
  const {
    scale,
    measuredBy: measuredBy2,
    rates: rates2 = [],
    awards: awards3 = [],
    rounding,
    attainmentRounding = null,
  } = json
  const [awardClause = null, ...otherClauses] = new Set(awards3.map(({ clause }) => clause))
  const needs = needsOf(json)
  return {
    ...json,
    json,
    reference: reference(json),
    decimals: decimalsOf(json.currency) ?? 0,
    unit: powerOfTen(rounding.decimals),
    increment: incrementOf(rounding),
    isInUnits: scale.thresholds === 'units',
    paysFlat: [scale, ...rates2.map((rule) => rule.scale)].some(paysFlat),
    paysByTarget: needs.some(({ field }) => field.endsWith('multiple')),
    paidAttainment: paysOnAttainment(scale, json.payout) ? attainmentRounding : null,
    groups: [
      compileGroup(ownScale(json), null, measuredBy2),
      ...rates2.map(({ id, when, conditions: conditions2, scale: own, measuredBy: by }) =>
        compileGroup(
          compile(own),
          { id, when, conditions: compileConditions(conditions2), isHeld: true },
          by,
        ),
      ),
    ],
    axes: axesOf(json),
    factors: (json.factors ?? []).map(compileFactor),
    countsUnits: [json, ...rates2].some((one3) => one3.measuredBy === 'units'),
    gate: compileGate(json),
    accelerator: compileAccelerator(json),
    multipliers: compileMultipliers(json),
    awards: awards3.map(compileAward),
    awardClause: otherClauses.length === 0 ? awardClause : null,
    cap: compileCap(json),
    leastOfLine: knownOrNull(json.floor?.line),
    eligibility: compileEligibility(json),
    payment: json.payment ?? null,
    tiersPer: json.tiersPer ?? null,
    yearStartsIn: json.yearStartsIn ?? 1,
    factNames: factNamesOf(json),
    needs,
  }
}
function incrementOf({ increment, decimals }) {
  return increment === void 0 ? 1n : toUnits(known(increment), decimals, 'half-up')
}
function axesOf(plan) {
  const { scale, rates: rates2 = [], tiersOver } = plan
  if (tiersOver === 'all-lines') return [0, ...rates2.map(() => 0)]
  if (!isUneven(plan)) return null
  return [{ scale }, ...rates2].map((one3, group) => (one3.scale.measure === 'base' ? group : null))
}
function compileFactor(factor) {
  const { when = null, applies, above, multiplier: multiplier2, by, part } = factor
  return {
    factor,
    when,
    applies,
    above: knownOrNull(above),
    multiplier: knownOrNull(multiplier2) ?? ONE,
    fact: by?.fact ?? part ?? null,
    steps: by === void 0 ? null : compileSteps(by),
  }
}
function paysFlat({ tiers }) {
  const isPaid = (text = '0') => known(text).n !== 0n
  return (
    !tiers.some(({ rate: rate2 }) => isPaid(rate2)) &&
    tiers.some(({ amount, minimum }) => isPaid(amount) || isPaid(minimum))
  )
}
function compileGroup(scale, rule, measuredBy2) {
  const { per = null } = scale.scale
  const measuredTogether = isStatementMeasure(measuredBy2) ? measuredBy2 : null
  const ofLines = isStatementMeasure(measuredBy2) ? null : (measuredBy2 ?? null)
  const none = ofLines === null ? [ZERO] : scale.tiers.map(() => ZERO)
  const noBases = per === null ? none : []
  return { scale, rule, measuredBy: ofLines, measuredTogether, per, noBases }
}
function ownScale({ scale, payout, attainmentRounding }) {
  const exact = compile(scale)
  const isChosen = scale.thresholds === 'attainment' && !paysOnAttainment(scale, payout)
  return isChosen && attainmentRounding ? reachedScale(exact, attainmentRounding) : exact
}
function compileAccelerator(json) {
  const { accelerator: accelerator2, attainmentRounding } = json
  if (accelerator2 === void 0) return null
  const { boundary: boundary3, mode } = accelerator2
  const conditions2 = compileConditions(accelerator2.conditions)
  const exact = { ...compileSteps(accelerator2), mode, conditions: conditions2 }
  if (attainmentRounding === void 0) return exact
  const isAt = boundary3 === 'upper-tier'
  const steps3 = exact.steps.map((step) => ({
    ...step,
    upTo: step.upTo && reachOf(step.upTo, isAt, attainmentRounding),
  }))
  return { ...exact, boundary: 'upper-tier', steps: steps3 }
}
function compileGate({ gate, attainmentRounding }) {
  if (gate === void 0) return null
  const { counts, startsIn, conditions: conditions2 } = gate
  const attainment = knownOrNull(gate.attainment)
  return {
    attainment:
      attainment && attainmentRounding ? reachOf(attainment, true, attainmentRounding) : attainment,
    counts,
    startsIn,
    conditions: compileConditions(conditions2),
  }
}
function compileConditions(conditions2) {
  return conditions2 === void 0 ? null : compileCondition(conditions2)
}
function compileSteps({ boundary: boundary3, steps: steps3 }) {
  return { boundary: boundary3, steps: steps3.map(compileStep) }
}
function compileStep({ id, upTo: upTo2, multiplier: multiplier2 }) {
  return {
    id,
    upTo: knownOrNull(upTo2),
    multiplier: known(multiplier2),
  }
}
function compileMultipliers({ kpiMultiplier: kpiMultiplier2, multipliers: multipliers4 = [] }) {
  const kpi = kpiMultiplier2 === void 0 ? [] : [compileMultiplier(kpiMultiplier2, true)]
  return [...kpi, ...multipliers4.map((one3) => compileMultiplier(one3, false))]
}
function compileMultiplier(multiplier2, isKpi) {
  const { fact } = multiplier2
  if ('values' in multiplier2) {
    const steps3 = Object.entries(multiplier2.values).map(([id, value]) => ({
      id,
      upTo: null,
      multiplier: known(value),
    }))
    return { fact, isKpi, isByWord: true, isRatio: false, boundary: 'upper-tier', steps: steps3 }
  }
  const exact = compileSteps(multiplier2)
  const isRatio = exact.steps.every(({ upTo: upTo2 }) => upTo2 === null || compare(upTo2, ONE) <= 0)
  return { ...exact, fact, isKpi, isByWord: false, isRatio }
}
function compileAward(award) {
  const { order, amount, conditions: conditions2 } = award
  return {
    award,
    amount: knownOrNull(amount) ?? ZERO,
    rate: knownOrNull(award.rate),
    conditions: compileConditions(conditions2),
    order: order ? { comparison: order.comparison, amount: known(order.amount) } : null,
  }
}
function compileCap({ cap: cap2 = {} }) {
  return {
    base: knownOrNull(cap2.base),
    rate: knownOrNull(cap2.rate),
    line: knownOrNull(cap2.line),
    amount: knownOrNull(cap2.amount),
    quarter: knownOrNull(cap2.quarter),
    half: knownOrNull(cap2.half),
    year: knownOrNull(cap2.year),
  }
}
function compileEligibility({ eligibility: eligibility2 = {} }) {
  const { statuses = null, marginFloor, newCustomer, exclude = [] } = eligibility2
  return {
    statuses,
    marginFloor: knownOrNull(marginFloor),
    firstOrderAtLeast: knownOrNull(newCustomer?.firstOrderAtLeast),
    exclude,
  }
}
function factNamesOf(plan) {
  const {
    gate,
    accelerator: accelerator2,
    rates: rates2 = [],
    awards: awards3 = [],
    kpiMultiplier: kpiMultiplier2,
    multipliers: multipliers4 = [],
  } = plan
  const conditions2 = [gate, accelerator2, ...rates2, ...awards3].flatMap(
    (part) => part?.conditions ?? [],
  )
  const ofConditions = conditions2.flatMap((one3) => factsOf(compileCondition(one3)))
  const others = [...(kpiMultiplier2 ? [kpiMultiplier2] : []), ...multipliers4]
  return [.../* @__PURE__ */ new Set([...ofConditions, ...others.map(({ fact }) => fact)])]
}

// src/commission/issues.ts
var A_LINE_FACT = {
  keyword: 'line-fact',
  words: () => 'a number, a word, true or false',
}
var AN_AMOUNT_OR_RATE = {
  keyword: 'amount-or-rate',
  words: () => 'an amount, or a "rate" of the sales',
}
var quoted = (names2, joint) => names2.map((name2) => `"${name2}"`).join(joint)
var LINE_TWICE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { reason: 'line' },
  ({ id }) =>
    `got ${show(id)} a second time; only its first line counts. Remove it, or give it another id.`,
)
var LINE_OUTSIDE_PERIOD = /* @__PURE__ */ code(
  'LINE_OUTSIDE_PERIOD',
  ({ date, period }) => `got ${date}, which is not in ${period}. It counts in its own period.`,
)
var STATUS_NOT_COUNTED = /* @__PURE__ */ code(
  'STATUS_NOT_COUNTED',
  ({ given: given4, accepted }) => {
    const status = given4 === null ? 'no status' : `"${given4}"`
    return `got ${status}. It counts once it is ${quoted(accepted, ' or ')}.`
  },
)
var LINE_EXCLUDED = /* @__PURE__ */ code(
  'LINE_EXCLUDED',
  ({ rule, reason }) =>
    `is left out by "${rule}": ${reason.replace(/\.$/, '')}. It counts once the plan drops that rule.`,
)
var MARGIN_TOO_LOW = /* @__PURE__ */ code(
  'MARGIN_TOO_LOW',
  ({ amount, margin, floor, amountNeeded, costAtMost }) => {
    const orAmount = amountNeeded === null ? '' : `an amount of ${amountNeeded} or `
    const bound = amount.startsWith('-') ? 'at least' : 'at most'
    return `its margin of ${margin} is below the floor of ${floor}. It counts from ${orAmount}a cost of ${bound} ${costAtMost}.`
  },
)
var RATE_CONFLICT = /* @__PURE__ */ code(
  'RATE_CONFLICT',
  ({ rules }) =>
    `the rates ${quoted(rules, ' and ')} match it, and neither is more specific. It counts once one rate names all that they name.`,
)
var COST_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'cost' },
  () => 'is missing, expected what the line cost.',
)
var TAX_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'tax' },
  () => 'is missing, expected the tax that is in the amount.',
)
var LIST_PRICE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'list-price' },
  () => 'is missing, expected its price without a discount.',
)
var QUANTITY_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'quantity' },
  () => 'is missing, expected how many units the line is of.',
)
var DUE_DATE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'due-date' },
  () => 'is missing, expected the day the line was due.',
)
var PAYMENT_DATE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'payment-date' },
  () => 'is missing, expected the day the line was paid.',
)
var FACT_OF_LINE_MISSING = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'line' },
  () => 'is missing, and the plan looks at it. Give it with the line.',
)
var LINE_FACT_TAKEN = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'line-fact-taken' },
  ({ id }) => `"${id}" is computed from the line itself. Give this fact another name.`,
)
var LINE_WITHOUT_HISTORY = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'line-without-history' },
  () => 'a line has no history of periods. Ask for one value, or put the condition on the gate.',
)
var RATIO_OF_ZERO = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { given: '0', minimum: null, maximum: null, expected: 'not-zero' },
  () => 'got 0, expected another amount: there is no ratio of 0.',
)
var NOT_CONVERTED = /* @__PURE__ */ code(
  'CURRENCY_MIXED',
  { reason: 'plan' },
  ({ given: given4, expected }) =>
    `got ${given4}, and the plan pays ${expected} and converts nothing. Give the amount in ${expected}, or the plan an "exchange".`,
)
var EXCHANGE_DATE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'exchange-date' },
  () => 'is missing, expected the date whose rate converts the line.',
)
var EXCHANGE_RATE_MISSING = /* @__PURE__ */ code(
  'EXCHANGE_RATE_MISSING',
  ({ currency, date }) =>
    `no rate of ${currency} is given for ${date}. It counts once "exchangeRates" has one.`,
)
var REFUND_CURRENCY = /* @__PURE__ */ code(
  'CURRENCY_MIXED',
  { reason: 'refund' },
  ({ given: given4, expected, line }) =>
    `got ${given4}, and ${show(line)} is in ${expected}. Give the amount in ${expected}.`,
)
var REFUND_UNKNOWN = /* @__PURE__ */ code(
  'REFUND_UNKNOWN',
  ({ refundOf }) =>
    `got ${show(refundOf)}, which is no line of this statement that counts. Give the id, amount and commission of the line that was paid.`,
)
var REFUND_TOO_LARGE = /* @__PURE__ */ code(
  'REFUND_TOO_LARGE',
  ({ given: given4, refundOf, open }) =>
    `got ${given4}, expected an amount below 0 that takes at most the ${open} left of ${show(refundOf)}.`,
)
var REFUND_CONFLICT = /* @__PURE__ */ code(
  'REFUND_CONFLICT',
  ({ refundOf, first, given: given4, expected }) =>
    `got ${given4}, and ${show(first)}, another refund of ${show(refundOf)}, says ${expected}. Say the same in both.`,
)
var REFUND_RATE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'rate-of-refunded-line' },
  () => 'is missing, expected the rate that converted the line.',
)
var FIRST_ORDER_TWICE = /* @__PURE__ */ code(
  'FIRST_ORDER_TWICE',
  ({ first, customer }) =>
    `the first order of ${show(customer)} is ${show(first)}. This one earns no award for it. Correct one of them.`,
)
var ORDER_LINES_DIFFER = /* @__PURE__ */ code(
  'FIRST_ORDER_TWICE',
  { reason: 'lines-differ' },
  ({ first }) =>
    `${show(first)}, a line of the same order, says something else. Say the same in both.`,
)
var SALES_TWICE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'sales-and-lines' },
  () => 'got a figure and lines, expected one of them.',
)
var LINES_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'lines' },
  ({ field }) => `is missing, expected the order lines, which "${field}" of the plan looks at.`,
)
var LINES_TO_SHARE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'lines-to-share' },
  () => 'is missing, expected the order lines to share the commission out to.',
)
var UPLIFT_ON_UNITS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'uplift-on-units' },
  () =>
    'an uplift is added to rates, and this plan pays for units. Set "coefficient.applies" to "multiply", or leave the uplift out.',
)
var UPLIFT_ON_FLAT = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'uplift-on-flat' },
  () =>
    'an uplift is added to rates, and this plan pays flat amounts by tiers whose rates are all 0. Set its "coefficient.applies" to "multiply", or leave the uplift out.',
)
var UPLIFT_ON_MULTIPLES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'uplift-on-multiples' },
  () =>
    'an uplift is added to rates, and this plan pays multiples of target incentive \xF7 target. Set its "coefficient.applies" to "multiply", or leave the uplift out.',
)
var UPLIFT_LIKE_PERCENT = /* @__PURE__ */ code(
  'NUMBER_LOOKS_LIKE_PERCENT',
  { reason: 'uplift' },
  ({ given: given4, suggestion }) =>
    `got ${given4}, expected what is added to every rate, at most 0.1. Did you mean ${suggestion}?`,
)
var EARNED_BEFORE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'earned-year-to-date' },
  () =>
    'is missing, expected what the year earned before, as the plan caps it. For its first period, "earned" is 0.',
)
var EARNED_IN_SPAN_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'earned-in-span' },
  () =>
    'is missing, expected what that span has earned before, and before its own cap: "earned" is that of another span.',
)
var NOTHING_BEFORE = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { expected: '0', reason: 'begins-span' },
  ({ given: given4 }) =>
    `got ${given4}, and the period begins the span: nothing was sold or earned in it before. Give 0, or leave it out.`,
)
var SPAN_OF_OTHER_LENGTH = /* @__PURE__ */ code(
  'PERIODS_MIXED',
  { reason: 'tiers-per' },
  ({ other, unit }) =>
    `got ${other}, expected a ${unit}, or a part of one that the plan counts to date: "tiersPer" says that the tiers are those of a ${unit}.`,
)
var PERIOD_LONGER_THAN_CAP = /* @__PURE__ */ code(
  'PERIODS_MIXED',
  { reason: 'cap-of-span' },
  ({ other, unit }) =>
    `got ${other}, which is longer than the ${unit} that the plan caps. Give shorter periods.`,
)
var CAP_OF_PART = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'cap-of-part' },
  () =>
    'pays lines as they come in, and a cap is of a part of the span that "accrual" counts. Pay what is booked, count over no more than the cap is of, or cap the longer span.',
)
var SALES_BEFORE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'sales-year-to-date' },
  () => 'is missing, expected what was sold before, because the plan counts to date.',
)
var TARGET_BEFORE_MISSING = /* @__PURE__ */ code(
  'TARGET_MISSING',
  { needed: 'sales-before' },
  () =>
    'is missing, and the period has a target: the plan counts both to date. Give the target of what was sold before.',
)
var TARGET_OF_OTHER_SPAN = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'target-of-other-span' },
  ({ given: given4, expected = 'the period of the sales, which is missing' }) =>
    `got the target of ${given4}, expected that of ${expected}.`,
)
var TARGETS_MIXED = /* @__PURE__ */ code(
  'TARGET_MISSING',
  { needed: 'one-span' },
  () => 'is given for the whole span, and for periods of it as well. Give one or the other.',
)
var TARGET_OF_GATE_MISSING = /* @__PURE__ */ code(
  'TARGET_MISSING',
  { needed: 'gate' },
  () =>
    'is missing, and the plan pays once it is met (COM-2). Give a target above 0, or a plan without a gate.',
)
var TARGET_OF_ACCELERATOR_MISSING = /* @__PURE__ */ code(
  'TARGET_MISSING',
  { needed: 'accelerator' },
  () => 'is missing, and the accelerator goes by it. Give a target above 0.',
)
var TARGET_OF_MULTIPLES_MISSING = /* @__PURE__ */ code(
  'TARGET_MISSING',
  { needed: 'multiples' },
  () =>
    'is missing, and the tiers pay multiples of target incentive \xF7 target. Give a target above 0.',
)
var FACT_OF_GATE_MISSING = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'gate' },
  () => 'is missing, and the gate depends on it. Give it, or drop the condition.',
)
var FACT_OF_CONDITION_MISSING = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'condition' },
  () => 'is missing, and a condition of the plan depends on it. Give it, or drop the condition.',
)
var FACT_OF_KPI_MISSING = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'kpi-multiplier' },
  () => 'is missing, and the plan multiplies the commission by it (COM-6). Give it.',
)
var FACT_OF_MULTIPLIER_MISSING = /* @__PURE__ */ code(
  'FACT_MISSING',
  { reason: 'multiplier' },
  () => 'is missing, and the plan multiplies the commission by it. Give it.',
)
var INCENTIVE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'target-incentive' },
  () => 'is missing, expected what the payee earns on target, of which the tiers pay ratios.',
)
var PRORATION_MOVED = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'proration-in-target-plan' },
  () =>
    'how targets are prorated is said by a target plan. Move it there, to defineTargetPlan({ currency, proration }), and give that plan to prorateTarget.',
)
var MEASURED_BY_BASE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'measured-by-base' },
  () =>
    'the scale chooses its tiers by the base. Set its "measure" to "separate", or leave "measuredBy" out.',
)
var MEASURED_BY_FLAT_TIERS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'measured-by-flat-tiers' },
  () =>
    'tiers that are chosen line by line pay a rate; flat amounts, minimums and maximums belong to a statement.',
)
var EACH_ON_ITS_OWN = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'each-on-its-own' },
  ({ field = '' }) =>
    `each line, or each order, goes through the scale on its own, which "${field}" does not fit. Leave "per" out, or change that.`,
)
var LINE_FLOOR_ABOVE_CAP = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'line-floor-above-cap' },
  ({ given: given4, maximum }) =>
    `got ${given4}, which is more than the most that a line earns, ${maximum}. Lower one of the two.`,
)
var FLOOR_OF_LINES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'floor-of-lines' },
  ({ field = '', expected = '' }) =>
    `the plan has a floor for each line, which only the line itself earns. Set "${field}" to "${expected}".`,
)
var UNITS_OF_MIRRORED = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'units-of-mirrored' },
  () =>
    'the units of what an earlier part of the year sold are not known where refunds mirror. Set "refunds" to "net", or "accrual" to "period".',
)
var AWARD_OF_RATE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'award-of-rate' },
  ({ field = '' }) =>
    `the award is a rate of the sales, which "${field}" does not fit. Leave out one of the two.`,
)
var RULE_BY_ATTAINMENT = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'rule-by-attainment' },
  () => 'attainment is that of all sales, not of some lines. Use thresholds in money.',
)
var MULTIPLE_OF_UNITS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'multiple-of-units' },
  () =>
    'a multiple is of 1 of the currency, and the tiers count units. Give "rate", which is money per unit, or set "payout" to "of-target-incentive".',
)
var ROUNDING_OF_NOTHING = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'rounding-of-nothing' },
  () =>
    'nothing looks up an attainment that could be rounded. Leave it out, or set "thresholds" of the scale to "attainment".',
)
var ROUNDING_OF_SLICES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'rounding-of-slices' },
  () =>
    'each slice of sales earns its own rate, so that no one attainment is looked up. Use the mode "whole-amount", or a payout "of-target-incentive".',
)
var ROUNDING_ABOVE_GATE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'rounding-above-gate' },
  () =>
    'a gate that opens by a rounded attainment opens elsewhere than at its own level. Let "gate.counts" be "all" or "above-target".',
)
var ROUNDING_OF_RATES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'rounding-of-rates' },
  () =>
    'attainment is that of all sales, which rate rules and uneven factors take apart. Leave "rates", the factors or the rounding out.',
)
var AMOUNT_OFF_INCREMENT = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'amount-off-increment' },
  ({ given: given4, other }) =>
    `got ${given4}, expected a multiple of ${other}, in which the plan pays.`,
)
var INCREMENT_OF_PARTS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'increment-of-parts' },
  ({ field }) =>
    `"${field}" pays or takes back parts of a statement, which are no multiples of an increment. Leave one of them out.`,
)
var UNITS_AND_MONEY = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'units-and-money' },
  () => 'units and money cannot be added up. Give every scale of the plan the same thresholds.',
)
var RULE_WITHOUT_MEASURE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'rule-without-measure' },
  () => 'a rate rule chooses its tiers by its lines. Say by which figure: "margin" or "discount".',
)
var TARGET_OF_RATES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'above-target-of-rates' },
  () =>
    'nothing says which lines are those above the target, or the gate. Let all sales count, or leave "rates" out.',
)
var CAP_BASE_OF_RATES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'cap-base-of-rates' },
  () => 'nothing says which lines lie above the cap. Cap the amount, or leave "rates" out.',
)
var ACCELERATOR_ON_TIERS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'marginal-accelerator-on-tiers' },
  () =>
    'a marginal accelerator needs marginal tiers in money or attainment without minimum and maximum. Use "whole-amount".',
)
var ACCELERATOR_ON_RATES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'marginal-accelerator-on-rates' },
  () =>
    'nothing says which lines are those above a threshold. Let tiers count over "all-lines", or use "whole-amount".',
)
var ONE_SCALE_OVER_ALL = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'one-scale-over-all' },
  () => 'the plan has one scale, which counts all lines. Give it "rates", or leave this out.',
)
var FACTOR_OF_ONE_KIND = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'factor-of-one-kind' },
  () => 'a factor has one of "multiplier", "by" and "part". Split it in two to have both.',
)
var TARGET_OF_FACTORS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'above-target-of-factors' },
  () =>
    'factors make lines count more or less than they earn on, and nothing says what of that is above the target, or the gate. Let all sales count, or let each factor apply to "both".',
)
var CAP_BASE_OF_FACTORS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'cap-base-of-factors' },
  () =>
    'factors make lines count more or less than they earn on, and nothing says what of that lies above the cap. Cap the amount, or let each factor apply to "both".',
)
var SPREAD_TIERS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'spread-tiers' },
  () =>
    'parts of lines lie in these tiers, so that each pays a rate and nothing else. Use a marginal or whole-amount scale of rates, or let each factor apply to "both".',
)
var TARGET_OF_MEASURED = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'above-target-of-measured' },
  () =>
    'tiers are chosen line by line, and nothing says which lines are those above the target, or the gate. Let all sales count.',
)
var CAP_BASE_OF_MEASURED = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'cap-base-of-measured' },
  () =>
    'tiers are chosen line by line, and nothing says which lines lie above the cap. Cap the amount.',
)
var MARGIN_OF_UNITS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'margin-of-units' },
  () => 'a margin is money, and the scale counts units.',
)
var EXCHANGE_OF_UNITS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'exchange-of-units' },
  () => 'units have no currency. Leave "exchange" out.',
)
var NOTHING_TO_TRUE_UP = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'nothing-to-true-up' },
  () =>
    'there is nothing to true up to while each period is on its own. Set "accrual" to "year-to-date".',
)
var NOTHING_AFTER_LEAVING = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'nothing-after-leaving' },
  () =>
    'what is booked is paid at once, so that nothing is left to come after leaving. Set "on" to "invoiced" or "collected".',
)
var DRAW_ENDS_BEFORE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'draw-ends-before' },
  () =>
    'the schedule goes on after the draw has ended. Shorten it, or let the draw last for more periods.',
)
var RATE_CONDITIONS_TO_DATE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'rate-conditions-to-date' },
  () =>
    'a rule that holds in some periods only has no one rate for a year to date. Count by period, or put the condition on the accelerator.',
)
var MULTIPLIES_BY_NOTHING = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'multiplies-by-nothing' },
  () => 'has no words. Give the multiplier of each word, or drop it.',
)
var MATCHES_EVERY_LINE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'matches-every-line' },
  () =>
    'nothing is said of the line, so that every line matches. Name a product, category, region or customer.',
)
var GATE_ALWAYS_OPEN = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'gate-always-open' },
  () => 'a gate without an attainment and without conditions is always open. Leave the gate out.',
)
var ABOVE_NO_TARGET = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'above-no-target' },
  () =>
    'sales above the target, or the gate, need an "attainment". Add it, or let all sales count.',
)
var OWN_TIER_OF_ALL = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'own-tier-of-all' },
  () =>
    'all sales count, so that none begin to count in a later tier. Set "counts" to "above-target" or "above-gate", or leave "startsIn" out.',
)
var OWN_TIER_OF_MEASURE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'own-tier-of-measure' },
  () =>
    'a separate measure chooses the tier, wherever sales lie among all of them. Leave "startsIn" out.',
)
var OWN_TIER_OF_BOUNDS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'own-tier-of-bounds' },
  () =>
    'nothing says what part of a minimum or a maximum belongs to the sales that count. Set it to "first-tier", or leave the minimum and the maximum of the tiers out.',
)
var CAP_OF_NOTHING = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'cap-of-nothing' },
  () =>
    'caps nothing. Give a base, a rate, a line, an amount, a quarter, a half or a year, or leave it out.',
)
var AMOUNT_NOT_PAYABLE = /* @__PURE__ */ code(
  'TOTAL_TOO_PRECISE',
  { reason: 'rounding' },
  ({ total, decimals }) =>
    `got ${total}, expected at most ${decimals} decimals, as amounts are rounded.`,
)

// src/commission/lines/lineFigures.ts
function figureOf2(name2, { line, amount }, plan) {
  switch (name2) {
    case 'amount':
      return sizeOf(amount, line)
    case 'quantity':
      return line.quantity === void 0 ? missing('quantity', line) : sizeOf(line.quantity, line)
    case 'daysLate':
      return daysLate(line)
    default:
      return ratioOf(name2, line, plan)
  }
}
function ratioOf(name2, given4, plan) {
  const isMargin = name2 === 'margin'
  if (isMargin && isWithoutTax(plan) && given4.tax === void 0) return missing('tax', given4)
  const line = isMargin ? ownAmount(given4, plan) : given4
  const key = isMargin ? 'cost' : 'listPrice'
  const other = line[key]
  if (other === void 0) return missing(key, line)
  const [whole2, part] = isMargin
    ? [line.amount, subtract(line.amount, other)]
    : [other, subtract(other, line.amount)]
  if (!isZero(whole2)) return divide(part, whole2)
  return at(RATIO_OF_ZERO, [...line.path, isMargin ? 'amount' : 'listPrice'], {})
}
function ownAmount(line, plan) {
  if (!isWithoutTax(plan)) return line
  return { ...line, amount: subtract(line.amount, line.tax ?? ZERO) }
}
function isWithoutTax({ base }) {
  return base.endsWith('without-tax')
}
function sizeOf(figure, { amount, refundOf }) {
  const size = absolute(figure)
  if (typeof refundOf !== 'object' || isZero(amount)) return size
  const whole2 = divide(refundOf.amount, absolute(amount))
  return multiply(size, whole2)
}
function unitsOf({ amount, quantity }, of) {
  const part = of && !isZero(of.amount) ? divide(amount, of.amount) : ONE
  const units = quantity ?? multiply(of?.quantity ?? ZERO, part)
  return amount.n < 0n ? negate(absolute(units)) : absolute(units)
}
function daysLate({ dueOn, paidOn: paidOn2, path }) {
  if (dueOn === void 0) return missing('dueOn', { path })
  if (paidOn2 === void 0) return missing('paidOn', { path })
  return whole(dayNumber(paidOn2) - dayNumber(dueOn))
}
var MISSING = {
  cost: COST_MISSING,
  listPrice: LIST_PRICE_MISSING,
  tax: TAX_MISSING,
  quantity: QUANTITY_MISSING,
  dueOn: DUE_DATE_MISSING,
  paidOn: PAYMENT_DATE_MISSING,
}
function missing(key, { path }) {
  return at(MISSING[key], [...path, key], {})
}
function isIssue(value) {
  return typeof value === 'object' && value !== null && 'code' in value
}

// src/commission/lines/refundSizeIssue.ts
function refundSizeIssue({ amount, path }, original, decimals = 0) {
  const { id, left } = original
  if (amount.n < 0n && compare(negate(amount), left) <= 0) return null
  return at(REFUND_TOO_LARGE, [...path, 'amount'], {
    given: writePadded(amount, decimals),
    refundOf: id,
    open: writePadded(left, decimals),
  })
}

// src/commission/lines/readLineFacts.ts
function readLineFacts(value, path, issues) {
  const fields = readRecord(value, path, issues)
  if (fields === void 0) return void 0
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name2, fact]) => {
      const at2 = [...path, name2]
      if (isLineFigure(name2)) add2(issues, at(LINE_FACT_TAKEN, at2, { id: name2 }))
      const written2 = asText(fact)
      if (written2 !== void 0) return [[name2, written2]]
      if (fact !== null && fact !== void 0) add2(issues, invalid(fact, at2, A_LINE_FACT))
      return []
    }),
  )
}
function asText(fact) {
  if (typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean') return fact
  if (typeof fact === 'bigint' || isDecimal(fact)) return String(fact)
  return void 0
}

// src/commission/lines/readLine.ts
function refundedId(refundOf) {
  return typeof refundOf === 'string' ? refundOf : refundOf.id
}
var LINE_FIGURES = ['cost', 'listPrice', 'tax', 'quantity']
var LINE_FACTS = [
  'date',
  'paidOn',
  'dueOn',
  'status',
  'product',
  'category',
  'region',
  'customer',
  'order',
  'currency',
  'firstOrder',
  'newMarket',
  'facts',
]
var LINE_KEYS = ['id', 'amount', ...LINE_FIGURES, ...LINE_FACTS, 'refundOf']
var AT = /* @__PURE__ */ Object.fromEntries(LINE_KEYS.map((key) => [key, [key]]))
function readEach(lines, path, issues) {
  const given4 = []
  const rows = readArray(lines, path, issues) ?? []
  for (let index = 0; index < rows.length; index += 1) {
    const line = readLine(rows[index], [...path, index], issues)
    if (line !== void 0) given4.push(line)
  }
  return given4
}
function withoutTwice(lines) {
  const seen = /* @__PURE__ */ new Set()
  const given4 = []
  const twice = []
  for (const line of lines) {
    if (seen.has(line.id)) twice.push({ line, issue: duplicate(line) })
    else given4.push(line)
    seen.add(line.id)
  }
  return { given: given4, twice }
}
function readLine(row, path, issues) {
  const before = issues.length
  const fields = readFields(row, path, LINE_KEYS, issues)
  const line = fields && lineIn(fields, path, issues)
  return issues.length === before ? line : void 0
}
function lineIn(fields, path, issues) {
  const found = []
  const optional2 = (key, reader) => {
    const value = fields[key] ?? void 0
    return value === void 0 ? void 0 : reader(value, AT[key], found)
  }
  const line = {
    id: readName(fields['id'], AT.id, found) ?? '',
    path,
    amount: readDecimal(fields['amount'], AT.amount, found) ?? ZERO,
    cost: optional2('cost', readDecimal),
    listPrice: optional2('listPrice', readDecimal),
    quantity: optional2('quantity', readDecimal),
    tax: optional2('tax', readDecimal),
    date: optional2('date', readDate),
    paidOn: optional2('paidOn', readDate),
    dueOn: optional2('dueOn', readDate),
    status: optional2('status', readName),
    product: optional2('product', readName),
    category: optional2('category', readName),
    region: optional2('region', readName),
    customer: optional2('customer', readName),
    order: optional2('order', readName),
    currency: optional2('currency', readName),
    firstOrder: optional2('firstOrder', readBoolean),
    newMarket: optional2('newMarket', readBoolean),
    facts: optional2('facts', readLineFacts),
    refundOf: optional2('refundOf', readRefundOf),
  }
  if (found.length === 0) return line
  for (const one3 of found) add2(issues, under(path, one3))
  return void 0
}
var EARLIER_KEYS = ['id', 'amount', 'commission', 'refundedBefore', 'date', 'rate']
function readRefundOf(value, path, issues) {
  if (typeof value !== 'object') return readName(value, path, issues)
  const fields = readFields(value, path, EARLIER_KEYS, issues)
  if (fields === void 0) return void 0
  const { required } = readersOf(fields, path, issues)
  const before = issues.length
  const { refundedBefore = null, date = null, rate: rate2 = null } = fields
  const atLeast2 = { minimum: ZERO }
  const earlier = {
    id: required('id', readName) ?? '',
    amount: required('amount', readPositive) ?? ZERO,
    commission: required('commission', readDecimal) ?? ZERO,
    refundedBefore:
      readDecimal(refundedBefore ?? 0, [...path, 'refundedBefore'], issues, atLeast2) ?? ZERO,
    date: date === null ? void 0 : required('date', readDate),
    rate: rate2 === null ? void 0 : required('rate', readPositive),
  }
  return issues.length === before ? earlier : void 0
}
function duplicate({ id, path }) {
  return asWarning(at(LINE_TWICE, [...path, 'id'], { id }))
}

// src/commission/lines/convertLine.ts
function readRates(value, path, issues) {
  const rows = /* @__PURE__ */ new Map()
  for (const [index, row] of (readArray(value, path, issues) ?? []).entries()) {
    const at2 = [...path, index]
    const fields = readFields(row, at2, ['currency', 'from', 'to', 'rate'], issues)
    if (fields === void 0) continue
    const { required } = readersOf(fields, at2, issues)
    const currency = required('currency', readCurrency)
    const span2 = readSpan(fields, at2, issues)
    const rate2 = required('rate', readPositive)
    if (currency === void 0 || span2 === void 0 || rate2 === void 0) continue
    const list2 = rows.get(currency) ?? []
    list2.push({ ...span2, path: at2, rate: rate2 })
    rows.set(currency, list2)
  }
  return new Map([...rows].map(([currency, list2]) => [currency, timeline(list2, issues)]))
}
function readCurrency(value, path, issues) {
  const code2 = readName(value, path, issues)
  if (code2 === void 0 || decimalsOf(code2) !== void 0) return code2
  issues.push(unknownCurrency(code2, path))
  return void 0
}
function asItIs(line) {
  return { line, amount: line.amount, cost: line.cost, tax: line.tax, converted: null }
}
function convertLine(one3, rates2, plan) {
  const { line } = one3
  const { currency, refundOf } = line
  if (currency === void 0 || currency === plan.currency || typeof refundOf === 'string') return one3
  const path = [...line.path, 'currency']
  if (decimalsOf(currency) === void 0) return unknownCurrency(currency, path)
  if (plan.exchange === void 0)
    return at(NOT_CONVERTED, path, { given: currency, expected: plan.currency })
  if (refundOf?.rate !== void 0)
    return convertAt({ currency, date: refundOf.date ?? null, rate: refundOf.rate }, line, plan)
  const date = dayOf2(line, plan.exchange.on === 'order-date' ? 'date' : 'paidOn')
  if (typeof date === 'object') return date
  const found = rowOn(rates2.get(currency) ?? [], date)
  if (found === void 0) return at(EXCHANGE_RATE_MISSING, path, { currency, date })
  return convertAt({ rate: found.rate, date, currency }, line, plan)
}
function dayOf2({ refundOf, path, ...line }, key) {
  if (typeof refundOf !== 'object')
    return line[key] ?? at(EXCHANGE_DATE_MISSING, [...path, key], {})
  const date = key === 'date' ? refundOf.date : void 0
  return date ?? at(REFUND_RATE_MISSING, [...path, 'refundOf', 'rate'], {})
}
function convertAt({ rate: rate2, date, currency }, line, plan) {
  const exact = multiply(line.amount, rate2)
  const amount = round(exact, { mode: plan.rounding.mode, decimals: plan.decimals })
  return {
    line,
    amount,
    cost: line.cost && multiply(line.cost, rate2),
    tax: line.tax && multiply(line.tax, rate2),
    converted: {
      id: line.id,
      currency,
      given: writeMoney(line.amount, currency),
      date,
      rate: writeDecimal(rate2),
      amount: writeMoney(amount, plan.currency),
    },
  }
}

// src/commission/lines/matchLine.ts
var NAMES = ['product', 'category', 'region', 'customer']
function matches(one3, match, plan) {
  if (!NAMES.every((name2) => isOneOf(one3.line[name2], match[name2]))) return false
  return match.is === void 0 || holds2(match.is, one3, plan)
}
function isOneOf(name2, names2) {
  return names2 === void 0 || (name2 !== void 0 && names2.includes(name2))
}
var compiled = /* @__PURE__ */ oncePerPolicy((condition) => compileCondition(condition))
function holds2(condition, one3, plan) {
  const lacking3 = []
  const wrong = []
  const known2 = lookUp(compiled(condition), { one: one3, plan, lacking: lacking3, wrong })
  const [fault] = wrong
  if (fault !== void 0) return fault
  const { outcome } = computeCondition(known2)
  return outcome === 'unknown' ? (lacking3[0] ?? false) : outcome === 'met'
}
function lookUp(condition, looking) {
  if ('parts' in condition)
    return {
      parts: condition.parts.map((part) => lookUp(part, looking)),
      needed: condition.needed,
    }
  const { id, test, absent } = condition
  const { one: one3, plan, lacking: lacking3, wrong } = looking
  if (isLineFigure(id) && test.kind === 'number') {
    const actual = figureOf2(id, one3, plan)
    if (!isIssue(actual)) return { condition, fact: { ...test, actual } }
    lacking3.push(actual)
    return { condition, fact: absent }
  }
  const { facts = {}, path } = one3.line
  if (!isGiven(id, one3.line)) lacking3.push(lacksFact(id, one3.line))
  return readCondition(condition, facts, [...path, 'facts'], wrong)
}
function isGiven(fact, { facts = {} }) {
  return Object.hasOwn(facts, fact)
}
function lacksFact(fact, { path }) {
  return at(FACT_OF_LINE_MISSING, [...path, 'facts', fact], { id: fact })
}

// src/commission/lines/applyFactors.ts
function applyFactors(base, one3, plan) {
  let [credited, earning] = [base, base]
  const applied = []
  for (const factor of plan.factors) {
    const found = findFactor(factor, base, one3, plan)
    if (isIssue(found)) return found
    if (found === null) continue
    const { applies } = factor
    if (applies !== 'earns') credited = multiply(credited, found.times)
    if (applies !== 'counts') earning = multiply(earning, found.times)
    applied.push(found.applied)
  }
  return { credited: reduce(credited), base: reduce(earning), factors: applied }
}
function findFactor(factor, base, one3, plan) {
  const share = shareFor(factor, base, one3, plan)
  if (isIssue(share)) return share
  if (isZero(share)) return null
  const applied = multiplierOf(factor, one3, plan)
  if (isIssue(applied)) return applied
  const change2 = multiply(share, subtract(applied.multiplier, ONE))
  return { applied, times: add(ONE, change2) }
}
function shareFor({ when, above }, base, one3, plan) {
  const isMatch2 = when === null || matches(one3, when, plan)
  if (isIssue(isMatch2)) return isMatch2
  return isMatch2 ? shareAbove(above, wholeOf(base, one3.line)) : ZERO
}
function wholeOf(figure, { amount, refundOf }) {
  const size = absolute(figure)
  if (typeof refundOf !== 'object' || isZero(amount)) return size
  return multiply(size, divide(refundOf.amount, absolute(amount)))
}
function shareAbove(level, size) {
  if (level === null) return ONE
  if (compare(size, level) <= 0) return ZERO
  return divide(subtract(size, level), size)
}
function multiplierOf(factor, one3, plan) {
  const { multiplier: multiplier2, fact, steps: steps3 } = factor
  if (fact === null) return { factor, multiplier: multiplier2 }
  const value = measureOf(fact, one3, plan)
  if (isIssue(value)) return value
  if (steps3 === null) return partOf(value, factor, one3.line)
  const ends = steps3.boundary === 'upper-tier' ? 1 : 0
  const step = steps3.steps.find(
    ({ upTo: upTo2 }) => upTo2 === null || compare(upTo2, value) >= ends,
  )
  return { factor, multiplier: step?.multiplier ?? multiplier2, value, step: step?.id ?? '' }
}
function partOf(value, factor, line) {
  const amount = wholeOf(line.amount, line)
  if (isZero(amount)) return at(RATIO_OF_ZERO, [...line.path, 'amount'], {})
  return { factor, multiplier: divide(absolute(value), amount), value }
}
function measureOf(name2, one3, plan) {
  if (isLineFigure(name2)) return figureOf2(name2, one3, plan)
  const { facts = {}, path } = one3.line
  if (!isGiven(name2, one3.line)) return lacksFact(name2, one3.line)
  const wrong = []
  const value = readDecimal(facts[name2], [...path, 'facts', name2], wrong)
  return value ?? wrong[0]
}

// src/commission/lines/chooseRule.ts
function chooseRule(one3, rules, plan) {
  const found = rules.flatMap((rule) => {
    const isMatch2 = matches(one3, rule.when, plan)
    return isMatch2 === false ? [] : [{ rule, isMatch: isMatch2 }]
  })
  const left = found.filter(({ rule }) =>
    found.every((other) => other.isMatch !== true || !isMoreSpecific(other.rule.when, rule.when)),
  )
  const unknown5 = left.find(({ isMatch: isMatch2 }) => isIssue(isMatch2))
  return unknown5 === void 0 ? left.map(({ rule }) => rule) : unknown5.isMatch
}
function isMoreSpecific(a, b) {
  const [first, second] = [specificity(a), specificity(b)]
  return (
    first.every((level, index) => level >= (second[index] ?? 0)) &&
    first.some((level, index) => level > (second[index] ?? 0))
  )
}
function specificity(match) {
  const [product = 0, category = 0, region = 0, customer = 0, is = 0] = [...NAMES, 'is'].map(
    (key) => Number(match[key] !== void 0),
  )
  return [2 * product + category, region, customer, is]
}

// src/commission/lines/countLine.ts
function countLine(one3, period, plan) {
  const { line, amount } = one3
  const reason =
    outsidePeriod(line, period) ??
    wrongStatus(line, plan) ??
    excluded(one3, plan) ??
    lowMargin(line, plan)
  if (reason !== null) return reason
  const group = groupOf(one3, plan)
  if (typeof group !== 'number') return group
  const tier = tierOf(one3, plan.groups[group], plan)
  if (isIssue(tier)) return tier
  if (plan.countsUnits && line.quantity === void 0) return missing('quantity', line)
  const base = baseOf(one3, plan)
  if (isIssue(base)) return base
  const weighed = applyFactors(base, one3, plan)
  if (isIssue(weighed)) return weighed
  return { id: line.id, given: line, sales: amount, group, tier, ...weighed }
}
function baseOf({ line, amount, cost, tax }, plan) {
  let base = amount
  if (isWithoutTax(plan)) {
    if (tax === void 0) return missing('tax', line)
    base = subtract(base, tax)
  }
  if (!plan.base.startsWith('margin')) return base
  return cost === void 0 ? missing('cost', line) : subtract(base, cost)
}
function outsidePeriod({ date, path }, period) {
  if (date === void 0 || period === null) return null
  if (date >= period.from && date <= period.to) return null
  return at(LINE_OUTSIDE_PERIOD, [...path, 'date'], { date, period: period.name })
}
function wrongStatus({ status, path }, { eligibility: eligibility2 }) {
  const accepted = eligibility2.statuses
  if (accepted === null || (status !== void 0 && accepted.includes(status))) return null
  return at(STATUS_NOT_COUNTED, [...path, 'status'], { given: status ?? null, accepted })
}
function excluded(one3, plan) {
  for (const { id, when, reason } of plan.eligibility.exclude) {
    const isMatch2 = matches(one3, when, plan)
    if (isIssue(isMatch2)) return isMatch2
    if (isMatch2) return at(LINE_EXCLUDED, one3.line.path, { rule: id, reason })
  }
  return null
}
function lowMargin(line, plan) {
  const floor = plan.eligibility.marginFloor
  if (floor === null) return null
  const margin = ratioOf('margin', line, plan)
  if (isIssue(margin)) return margin
  if (compare(margin, floor) >= 0) return null
  return { ...marginIssue(margin, floor, ownAmount(line, plan), plan), clause: 'APP-5' }
}
function marginIssue(margin, floor, { amount, cost = amount, currency, path }, plan) {
  const decimals = decimalsOf(currency ?? plan.currency) ?? 0
  const kept = subtract(ONE, floor)
  const rounded = (value, mode) => writePadded(round(value, { mode, decimals }), decimals)
  return at(MARGIN_TOO_LOW, path, {
    amount: writeDecimal(amount),
    margin: writeDecimal(margin),
    floor: writeDecimal(floor),
    // Without tax, how much it needs with it is not known.
    amountNeeded: isZero(kept) || isWithoutTax(plan) ? null : rounded(divide(cost, kept), 'up'),
    costAtMost: rounded(multiply(amount, kept), 'down'),
  })
}
function groupOf(one3, plan) {
  const { groups } = plan
  if (groups.length === 1) return 0
  const rules = chooseRule(
    one3,
    groups.flatMap(({ rule }, group) => (rule?.isHeld ? [{ ...rule, group }] : [])),
    plan,
  )
  if (isIssue(rules)) return rules
  if (rules.length <= 1) return rules[0]?.group ?? 0
  return at(RATE_CONFLICT, one3.line.path, { rules: rules.map(({ id }) => id) })
}
function tierOf(one3, group, plan) {
  if (group === void 0 || group.measuredBy === null) return null
  const by = group.measuredBy
  const measure = typeof by === 'string' ? figureOf2(by, one3, plan) : numberOf(by.fact, one3.line)
  return isIssue(measure) ? measure : ownerOf(measure, group.scale)
}
function numberOf(fact, line) {
  if (!isGiven(fact, line)) return lacksFact(fact, line)
  const issues = []
  const figure = readDecimal(line.facts?.[fact], [...line.path, 'facts', fact], issues)
  return figure ?? issues[0]
}

// src/commission/settle/issues.ts
var NO_PAYMENT_TERMS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'no-payment' },
  () =>
    'the plan has no "payment", so there is nothing to settle by. Add its terms, or pay the statements as they are.',
)
var NOT_PAID_ON = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'not-paid-on' },
  ({ given: given4, expected }) =>
    `the plan pays what is ${expected}, and nothing looks at what is ${given4}. Leave it out, or set payment.on to "${given4}".`,
)
var LINES_AND_FIGURES = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'lines-and-figures' },
  () =>
    'the periods of a year have lines and figures. A year to date is made of lines in each period, or of figures in each.',
)
var PERIODS_NOT_CONSECUTIVE = /* @__PURE__ */ code(
  'PERIODS_NOT_CONSECUTIVE',
  ({ given: given4, expected }) =>
    `got ${given4}, expected ${expected}: periods are settled one after the other.`,
)
var PERIOD_NOT_CLOSED = /* @__PURE__ */ code(
  'PERIOD_NOT_CLOSED',
  ({ period, closedThrough }) =>
    `got ${period}, and the books are closed through ${closedThrough}. Close the period first, or leave it out.`,
)
var PERIOD_OF_OTHER_LENGTH = /* @__PURE__ */ code(
  'PERIODS_MIXED',
  { reason: 'opening' },
  ({ first, other, unit }) => `got ${other}, expected a ${unit} like ${first}.`,
)
var PERIOD_OF_CALENDAR = /* @__PURE__ */ code(
  'PERIODS_MIXED',
  { reason: 'numbered' },
  ({ other, first }) =>
    `got ${other}, and ${first} is a period of the company's own. Give the number of the period, counted from the first that was settled.`,
)
var YEAR_STARTS_ELSEWHERE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'year-starts' },
  ({ given: given4, expected }) =>
    `got the year ${expected}, which goes on, and the settlement counts ${given4}. Keep "yearStartsIn" until the year has ended.`,
)
var YEAR_NOT_TRUED_UP = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'not-trued-up' },
  ({ id }) =>
    `the year ended with ${id}, and was not trued up in it, as another of its length would still have been in the year. Set "trueUp" to "every-period", or let the last period of a year be no shorter than the next.`,
)
var CORRECTED_TOO_EARLY = /* @__PURE__ */ code(
  'PERIOD_NOT_CLOSED',
  { reason: 'correction' },
  ({ period, closedThrough }) =>
    `got ${period}, and ${closedThrough} is settled: only an earlier period is corrected. Give the period as it is.`,
)
var CORRECTED_TWICE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { reason: 'corrections' },
  ({ id }) =>
    `got two corrections of ${id}, of which neither follows the other. Give the last one alone.`,
)
var CORRECTED_SINCE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { reason: 'corrected-since' },
  ({ id }) =>
    `a later correction of ${id} was taken before. Pass all that were paid to "restateCommission" as "corrected", and give what comes of it.`,
)
var OWN_PERIOD_TWICE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { reason: 'own-period' },
  ({ id }) =>
    `got ${show(id)} twice in a year. Give each period an id of its own, as what is said of it names it so.`,
)
var PERIODS_TO_RESTATE = /* @__PURE__ */ code(
  'PERIODS_TO_RESTATE',
  ({ period, periods }) =>
    `corrects ${period}, which changes ${periods.join(', ')} as well. Restate and give those, too.`,
)
var PLAN_OF_PERIOD_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'plan-of-period' },
  ({ period }) =>
    `is missing, expected the plan by which ${period} was settled: what is corrected changes it, and only its plan computes it again. Restate by the plan of then, and give it here.`,
)
var YEAR_KNOWN_TWICE = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'year-known-twice' },
  () =>
    'the year has periods that were settled before, and they say what it sold and earned. Leave it out, or give it with the first period.',
)
var SALES_AFTER_FINAL = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'sales-after-final' },
  () =>
    "is above 0, and the payee's last period is settled. Give what was sold before as a correction of its period.",
)
var CHANGE_OF_PROGRESS = /* @__PURE__ */ code(
  'POLICY_CONFLICT',
  { reason: 'change-of-progress' },
  () =>
    'has lines that are open by what was invoiced or collected, and the plan looks at the other. Settle them by a plan that pays what is booked.',
)
var TARGET_OF_SOME_PERIODS = /* @__PURE__ */ code(
  'TARGET_MISSING',
  { needed: 'year-to-date' },
  ({ given: given4, of }) =>
    `is given in ${given4} of the ${of} periods of the year so far. Give the target of each, or of none.`,
)
var INCENTIVE_OF_SOME_PERIODS = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'target-incentive-of-each-period' },
  ({ given: given4, of }) =>
    `is given in ${given4} of the ${of} periods of the year so far. Give the target incentive of each, or of none.`,
)
var BALANCE_MISSING = /* @__PURE__ */ code(
  'VALUE_MISSING',
  { expected: 'closing-of-the-settlement-before' },
  () => 'is missing, expected what the settlement before closed with.',
)
var OTHER_CURRENCY = /* @__PURE__ */ code(
  'CURRENCY_MIXED',
  { reason: 'amounts' },
  ({ given: given4, expected }) =>
    `got ${given4}, and the plan pays ${expected}. Amounts of two currencies are never added.`,
)
var SOMEBODY_ELSES = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { reason: 'somebody-elses' },
  ({ given: given4, expected }) =>
    `got ${given4}, expected ${expected}: an adjustment is paid to the one it is for.`,
)
var BALANCE_OF_ANOTHER = /* @__PURE__ */ code(
  'VALUE_INVALID',
  { reason: 'balance-of-another' },
  ({ given: given4, expected }) =>
    `got ${given4}, expected ${expected}: nobody goes on with the balance of somebody else.`,
)
var PLAN_CHANGED = /* @__PURE__ */ code(
  'PLAN_CHANGED',
  ({ was, is }) =>
    `got ${show(was)}, and ${show(is)} settles. Say in "planChange" what becomes of the year: "continue", "restart" or "from-start-of-year".`,
)
var NOT_PAYABLE = /* @__PURE__ */ code(
  'TOTAL_TOO_PRECISE',
  { reason: 'amount-paid' },
  ({ total, decimals }) =>
    `got ${total}, expected at most ${decimals} decimals, as amounts are paid. Round it first.`,
)
var LINE_OF_EARLIER_PERIOD = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { reason: 'earlier-period' },
  ({ id }) =>
    `got ${show(id)}, which an earlier period has; only the first counts. Remove it, or give it an id of its own.`,
)
var PAID_TWICE = /* @__PURE__ */ code(
  'ID_DUPLICATE',
  { reason: 'period-paid' },
  ({ id }) => `got ${id} twice, expected one for each payee and period.`,
)
var LINE_UNKNOWN = /* @__PURE__ */ code(
  'LINE_UNKNOWN',
  ({ line }) =>
    `got ${show(line)}, expected a line of this or an earlier period that is not settled for good.`,
)
var PAID_TOO_MUCH = /* @__PURE__ */ code(
  'PAID_TOO_MUCH',
  ({ given: given4, line, open }) =>
    `got ${given4}, and ${open} of ${show(line)} is open. Give what belongs to this line alone.`,
)
var CAME_BACK_TOO_MUCH = /* @__PURE__ */ code(
  'NUMBER_OUT_OF_RANGE',
  { maximum: null, expected: 'what-came-in' },
  ({ given: given4, minimum }) =>
    `got ${given4}, expected at least ${minimum}: no more comes back than came in.`,
)
var NOT_IN_SETTLEMENT = /* @__PURE__ */ code(
  'DATE_NOT_COVERED',
  { reason: 'settlement' },
  ({ date, from, to }) => {
    const covers = from === null ? 'no period' : `${from} to ${to}`
    return `got ${show(date)}, and this settlement covers ${covers}. What was learned late belongs to the period in which it was learned.`
  },
)

// src/commission/settle/notPayable.ts
function notPayable(amount, path, decimals) {
  if ((countDecimals(amount) ?? 0) <= decimals) return []
  return [at(NOT_PAYABLE, path, { total: writeDecimal(amount), decimals })]
}

// src/commission/lines/findRefunds.ts
function refundFinder(counted2, period, plan) {
  const originals = new Map(counted2.map((line) => [line.id, line]))
  const taken = { here: /* @__PURE__ */ new Map(), earlier: /* @__PURE__ */ new Map() }
  const firsts = /* @__PURE__ */ new Map()
  return (refund) => {
    const { amount, refundOf = '' } = refund.line
    const [id, takenOf] =
      typeof refundOf === 'string' ? [refundOf, taken.here] : [refundOf.id, taken.earlier]
    const before = largerOf(takenOf.get(id), refundOf)
    const result =
      outsidePeriod(refund.line, period) ??
      (typeof refundOf === 'string'
        ? ofThisStatement(refund.line, originals.get(refundOf), before, plan)
        : (conflict(refund.line, refundOf, firsts.get(id) ?? refundOf.first) ??
          ofEarlier(refund, refundOf, before, plan)))
    if (isIssue(result)) return result
    takenOf.set(id, subtract(before, amount))
    if (isStated(refund.line) && !firsts.has(id)) firsts.set(id, refund.line)
    return result
  }
}
function isStated({ refundOf }) {
  return typeof refundOf === 'object' && refundOf.currency === void 0
}
function largerOf(taken = ZERO, refundOf) {
  return typeof refundOf === 'string' ? taken : larger(taken, refundOf.refundedBefore)
}
function ofThisStatement(line, original, taken, plan) {
  if (original === void 0) return unknown(line)
  const currency = original.given.currency ?? plan.currency
  const parts = otherCurrency(line, currency, plan) ?? partsOf(line, original.given, taken)
  if (isIssue(parts)) return parts
  const { before, after } = parts
  const share = subtract(before, after)
  const base = multiply(original.base, share)
  const credited = multiply(original.credited, share)
  const sales = salesBetween(original, parts, plan)
  const counted2 = { ...original, id: line.id, given: line, sales, base, credited }
  return { line: counted2, original, earlier: null, before, after }
}
function partsOf(line, { id, amount }, taken) {
  const fault = refundSizeIssue(line, { id, left: subtract(amount, taken) })
  if (fault !== null) return fault
  const after = divide(subtract(taken, line.amount), amount)
  return { before: divide(taken, amount), after }
}
function salesBetween({ given: given4, sales }, { before, after }, { currency, decimals }) {
  const isConverted = (given4.currency ?? currency) !== currency
  const part = (share) => {
    const exact = multiply(sales, share)
    return isConverted ? round(exact, { mode: 'half-up', decimals }) : exact
  }
  return subtract(part(before), part(after))
}
function ofEarlier(refund, earlier, taken, plan) {
  const { line, amount } = refund
  const parts = otherCurrency(line, earlier.currency, plan) ?? partsOf(line, earlier, taken)
  if (isIssue(parts)) return parts
  const counted2 =
    plan.refunds === 'net'
      ? countLine(refund, null, plan)
      : { id: line.id, given: line, sales: amount, ...ofAmount(amount) }
  return isIssue(counted2) ? counted2 : { line: counted2, original: null, earlier, ...parts }
}
function ofAmount(amount) {
  return { base: amount, credited: amount, factors: [], group: 0, tier: null }
}
function conflict(line, earlier, first) {
  if (typeof first?.refundOf !== 'object' || !isStated(line)) return null
  for (const key of ['amount', 'commission']) {
    const [given4, expected] = [writeDecimal(earlier[key]), writeDecimal(first.refundOf[key])]
    const params = { refundOf: earlier.id, first: first.id, given: given4, expected }
    const path = [...line.path, 'refundOf', key]
    if (given4 !== expected) return at(REFUND_CONFLICT, path, params)
  }
  return null
}
function otherCurrency(line, expected, plan) {
  const given4 = line.currency ?? plan.currency
  if (expected === void 0 || given4 === expected) return null
  const params = { given: given4, expected, line: refundedId(line.refundOf ?? '') }
  return at(REFUND_CURRENCY, [...line.path, 'currency'], params)
}
function unknown({ path, refundOf }) {
  return at(REFUND_UNKNOWN, [...path, 'refundOf'], { refundOf: String(refundOf) })
}

// src/commission/lines/checkConditions.ts
function checkConditions(conditions2, { facts }, missing3 = FACT_OF_CONDITION_MISSING) {
  if (conditions2 === null) return { isMet: true, checks: null }
  const issues = []
  const { outcome, checks } = run(conditions2, facts, ['facts'], issues)
  if (outcome === 'unknown' && issues.length === 0) {
    for (const { id, outcome: own } of checks)
      if (own === 'unknown') issues.push(at(missing3, ['facts', id], { id }))
  }
  refuseIfAny(issues)
  return { isMet: outcome !== 'unmet', checks }
}

// src/commission/lines/findAwards.ts
function findAwards(orders, facts, plan) {
  return plan.awards.flatMap((award) => {
    const { isMet: isHeld } = checkConditions(award.conditions, facts)
    return orders.flatMap((order) => {
      const found = awardOf(order, award, plan)
      return found === null ? [] : [{ award, order, isHeld, ...found }]
    })
  })
}
function isFor(award, order, plan) {
  const found = awardOf(order, award, plan)
  return found === null ? false : found.isKnown || void 0
}
function awardOf(order, award, plan) {
  if (isOnce(award) && order.earned?.has(award)) return null
  const flag = flagOf(order, award)
  if (flag === false) return null
  const all = linesFor(order.all, award, plan)
  const own = linesFor(order.lines, award, plan)
  if (isIssue(all)) return unknown2(all)
  if (isIssue(own)) return unknown2(own)
  const left = ({ left: left2, sales }) => leftBy(plan, left2, sales)
  if (own.length === 0 || !isLargeEnough(sum(all.map(left)), award)) return null
  const parts = partsOf2(own, award, plan)
  if (isIssue(parts)) return unknown2(parts)
  const amount = payable(sum(parts.map(([, part]) => part)), plan)
  return { isKnown: flag === true, amount, parts: upTo(amount, parts), issue: null }
}
function isOnce({ rate: rate2, award: { per } }) {
  return rate2 === null && per !== 'line' && per !== 'unit'
}
function unknown2(found) {
  return { isKnown: false, amount: ZERO, parts: [], issue: asWarning(found) }
}
function leftBy({ refunds }, left, sales) {
  return refunds === 'net' ? left : sales
}
function linesFor(lines, { award: { when } }, plan) {
  if (when === void 0) return lines
  const found = []
  for (const line of lines) {
    const isMatch2 = matches({ line: line.given, amount: line.sales }, when, plan)
    if (isIssue(isMatch2)) return isMatch2
    if (isMatch2) found.push(line)
  }
  return found
}
function partsOf2(lines, exact, plan) {
  if (isOnce(exact)) return shareOut(exact.amount, lines)
  const parts = []
  for (const { id, given: given4, sales, left } of lines) {
    const part = partOf2({ given: given4, sales, left: leftBy(plan, left, sales) }, exact)
    if (isIssue(part)) return part
    parts.push([id, part])
  }
  return parts
}
function shareOut(amount, lines) {
  const [line, ...others] = lines
  const all = sum(lines.map(({ sales }) => sales))
  if (line !== void 0 && (others.length === 0 || all.n <= 0n)) return [[line.id, amount]]
  const rate2 = reduce(divide(amount, all))
  return lines.map(({ id, sales }) => [id, multiply(sales, rate2)])
}
function partOf2({ left, sales, given: given4 }, { award, amount, rate: rate2 }) {
  if (rate2 !== null) return multiply(left, rate2)
  if (award.per === 'line') return left.n > 0n ? amount : ZERO
  const units = unitsLeft(given4, left, sales)
  return isIssue(units) ? units : multiply(units, amount)
}
function unitsLeft(given4, left, sales) {
  if (given4.quantity === void 0) return missing('quantity', given4)
  if (sales.n <= 0n) return ZERO
  const units = absolute(given4.quantity)
  return multiply(units, divide(left, sales))
}
function payable(amount, { rounding: { mode, decimals } }) {
  return round(amount, { mode, decimals })
}
function upTo(amount, parts) {
  const total = sum(parts.map(([, part]) => part))
  if (isZero(total) || compare(total, amount) === 0) return parts
  const factor = reduce(divide(amount, total))
  return parts.map(([line, part]) => [line, multiply(part, factor)])
}
function flagOf({ firstOrder, newMarket }, { award }) {
  if (award.for === 'any') return true
  return award.for === 'first-order' ? firstOrder : newMarket
}
function isLargeEnough(sales, { order }) {
  if (order === null) return sales.n > 0n
  const over = compare(sales, order.amount)
  return order.comparison === 'above' ? over > 0 : over >= 0
}

// src/commission/lines/orders.ts
function isToKeep({ given: given4, sales }, plan) {
  const { awards: awards3, eligibility: eligibility2 } = plan
  if (awards3.length === 0 && eligibility2.firstOrderAtLeast === null) return false
  if (given4.order !== void 0 || (given4.firstOrder === true && asksForFirst(plan))) return true
  return awards3.some((award) => flagOf(given4, award) !== false && isLargeEnough(sales, award))
}
function asksForFirst({ awards: awards3, eligibility: eligibility2 }) {
  return (
    eligibility2.firstOrderAtLeast !== null ||
    awards3.some(({ award }) => award.for === 'first-order')
  )
}
function joinOrders(lines, refunded, plan) {
  const groups = /* @__PURE__ */ new Map()
  for (const line of lines) {
    if (!isToKeep(line, plan)) continue
    const name2 = line.given.order ?? line
    const own = groups.get(name2)
    if (own === void 0) groups.set(name2, [line])
    else own.push(line)
  }
  const firsts = /* @__PURE__ */ new Map()
  return [...groups.values()].map((own) => {
    const order = joinLines(own, refunded)
    const { customer, firstOrder, left } = order
    const isFirst2 = firstOrder === true && left.n > 0n && asksForFirst(plan)
    if (customer === void 0 || !isFirst2) return order
    const first = firsts.get(customer)
    if (first !== void 0) return notFirst(order, first, customer)
    firsts.set(customer, order)
    return order
  })
}
function joinLines(lines, refunded) {
  let found = null
  const said = (key) => {
    const [one3, ...others] = lines.filter(({ given: given4 }) => given4[key] !== void 0)
    const other = others.find(({ given: given4 }) => given4[key] !== one3?.given[key])
    if (other === void 0) return one3?.given[key]
    const params = { first: one3?.id ?? '', customer: null }
    found ??= asWarning(at(ORDER_LINES_DIFFER, [...other.given.path, key], params))
    return void 0
  }
  const customer = said('customer')
  const flags = found === null && { firstOrder: said('firstOrder'), newMarket: said('newMarket') }
  const sales = sum(lines.map((line) => line.sales))
  const all = lines.map((line) => ({
    ...line,
    left: line.left ?? add(line.sales, refunded.get(line.id) ?? ZERO),
  }))
  const left = sum(all.map((line) => line.left))
  return { ...NO_FLAGS, ...flags, lines: all, all, sales, left, customer, issue: found }
}
var NO_FLAGS = { firstOrder: void 0, newMarket: void 0 }
function notFirst(order, { lines: [first] }, customer) {
  const path = order.lines.find(({ given: given4 }) => given4.firstOrder === true)?.given.path ?? []
  const params = { first: first?.given.order ?? first?.id ?? '', customer }
  const twice = at(FIRST_ORDER_TWICE, [...path, 'firstOrder'], params)
  return { ...order, firstOrder: false, issue: order.issue ?? asWarning(twice) }
}

// src/commission/lines/placeLines.ts
var AS_THEY_ARE = { line: (line) => line, refund: (refund) => refund }
function placingOf(given4, { groups }) {
  if (groups.every(({ per }) => per === null)) return AS_THEY_ARE
  const ofLines = /* @__PURE__ */ new Map()
  const ofOrders = /* @__PURE__ */ new Map()
  for (const [index, { id, order, refundOf }] of given4.entries()) {
    ofLines.set(id, 2 * index)
    if (order !== void 0 && refundOf === void 0 && !ofOrders.has(order))
      ofOrders.set(order, 2 * index)
  }
  const perOf = ({ group }) => groups[group]?.per ?? null
  const placeOf4 = (line) => {
    const { order } = line.given
    const ofOrder = perOf(line) === 'order' && order !== void 0 ? ofOrders.get(order) : void 0
    return ofOrder ?? ofLines.get(line.id) ?? 0
  }
  return {
    line: (line) =>
      perOf(line) === null ? line : { ...line, places: [[placeOf4(line), line.base]] },
    refund: (refund) =>
      perOf(refund.line) === null
        ? refund
        : { ...refund, line: { ...refund.line, places: placesOf2(refund, placeOf4) } },
  }
}
function placesOf2({ line, original, before, after }, placeOf4) {
  if (original !== null) return [[placeOf4(original), line.base]]
  const place = placeOf4({ ...line, given: { ...line.given, order: void 0 } })
  const whole2 = divide(line.base, subtract(before, after))
  const left = (part) => multiply(whole2, subtract(ONE, part))
  return [
    [place, left(after)],
    [place + 1, negate(left(before))],
  ]
}
function placedAfter(lines, taken) {
  return lines.map((line) => {
    if (line.places === void 0) return line
    const from = afterAll(taken[line.group]?.length ?? 0)
    return { ...line, places: line.places.map(([place, base]) => [place + from, base]) }
  })
}
function afterAll(places) {
  return places + (places % 2)
}

// src/commission/lines/countSales.ts
var NOTHING = {
  walked: [],
  lines: null,
  refunds: [],
  orders: [],
  refunded: /* @__PURE__ */ new Map(),
  converted: [],
  notCounted: [],
}
function nothingSold({ groups }) {
  const zero2 = ZERO
  const none = { sales: zero2, credited: zero2, units: zero2, walked: [] }
  return { ...none, bases: groups.map(({ noBases }) => noBases) }
}
function countFigure(sales, plan) {
  const [, ...others] = plan.groups.map(({ noBases }) => noBases)
  const units = ZERO
  return { ...NOTHING, sales, credited: sales, units, bases: [[sales], ...others] }
}
function addSales(sales, before) {
  const [[own = ZERO] = [], ...others] = sales.bases
  return {
    ...sales,
    sales: add(sales.sales, before),
    credited: add(sales.credited, before),
    bases: [[add(own, before)], ...others],
  }
}
function countLines({ given: given4, twice }, rates2, period, plan) {
  const notCounted = [...twice]
  const readable = eachOf(given4.map(asItIs), notCounted, (one3) => convertLine(one3, rates2, plan))
  const refunding = readable.filter(({ line }) => line.refundOf !== void 0)
  const others = readable.filter(({ line }) => line.refundOf === void 0)
  const placing = placingOf(given4, plan)
  const counted2 = eachOf(others, notCounted, (one3) => countLine(one3, period, plan)).map(
    placing.line,
  )
  const refunds =
    refunding.length === 0
      ? []
      : eachOf(refunding, notCounted, refundFinder(counted2, period, plan)).map(placing.refund)
  const isMirror = plan.refunds === 'mirror'
  const earning = isMirror ? counted2 : withRefunds(readable, counted2, refunds, plan)
  const takenBack4 = isMirror ? refunds.filter(({ original }) => original !== null) : []
  const all =
    takenBack4.length === 0 ? earning : [...earning, ...takenBack4.map(({ line }) => line)]
  return {
    ...sumLines(all, earning, plan),
    lines: earning,
    orders: counted2,
    refunds: isMirror ? refunds : [],
    refunded: refundedOf(refunds),
    converted: plan.exchange === void 0 ? [] : convertedOf(readable, all, plan),
    notCounted: inOrder2(notCounted),
  }
}
function eachOf(lines, notCounted, count) {
  const counted2 = []
  for (const one3 of lines) {
    const result = count(one3)
    if (isIssue(result)) notCounted.push({ line: one3.line, issue: asWarning(result) })
    else counted2.push(result)
  }
  return counted2
}
function withRefunds(readable, counted2, refunds, { leastOfLine }) {
  if (leastOfLine !== null) return [...counted2, ...refunds.map(({ line }) => line)]
  return inPlace(readable, counted2, refunds)
}
function inPlace(readable, counted2, refunds) {
  if (refunds.length === 0) return counted2
  const byId = new Map(
    [...counted2, ...refunds.map(({ line }) => line)].map((line) => [line.id, line]),
  )
  return readable.flatMap(({ line }) => byId.get(line.id) ?? [])
}
function sumLines(all, earning, plan) {
  const bases = plan.groups.map(({ noBases }) => [...noBases])
  for (const line of earning) addToBases(bases, line)
  return {
    sales: sum(all.map((line) => line.sales)),
    credited: sum(all.map((line) => line.credited)),
    units: plan.countsUnits ? unitsOfAll(all) : ZERO,
    bases,
    walked: earning,
  }
}
function unitsOfAll(all) {
  const byId = new Map(all.map(({ id, given: given4 }) => [id, given4]))
  const originalOf = ({ refundOf }) =>
    typeof refundOf === 'string' ? (byId.get(refundOf) ?? null) : null
  return sum(all.map(({ given: given4 }) => unitsOf(given4, originalOf(given4))))
}
function addToBases(bases, { group, tier, base, places }) {
  const parts = bases[group]
  if (parts === void 0) return
  for (const [place, own] of places ?? [[tier ?? 0, base]]) {
    while (parts.length < place) parts.push(ZERO)
    parts[place] = add(parts[place] ?? ZERO, own)
  }
}
function refundedOf(refunds) {
  const sums = /* @__PURE__ */ new Map()
  for (const { original, line } of refunds) {
    if (original === null) continue
    sums.set(original.id, add(sums.get(original.id) ?? ZERO, line.sales))
  }
  return sums
}
function convertedOf(readable, counted2, { currency }) {
  const byId = new Map(readable.map(({ line, converted }) => [line.id, converted]))
  const sales = new Map(counted2.map((line) => [line.id, line.sales]))
  return readable.flatMap(({ line, converted }) => {
    if (typeof line.refundOf !== 'string') return converted === null ? [] : [converted]
    const original = byId.get(line.refundOf) ?? null
    const amount = sales.get(line.id)
    if (original === null || amount === void 0) return []
    const given4 = writeMoney(line.amount, original.currency)
    return [{ ...original, id: line.id, given: given4, amount: writeMoney(amount, currency) }]
  })
}
function inOrder2(refused2) {
  const position = ({ line }) => Number(line.path.at(-1) ?? 0)
  return [...refused2].sort((a, b) => position(a) - position(b))
}

// src/commission/lines/periods.ts
function countsToDate(period, plan) {
  if (plan.payment === null || plan.payment.accrual === 'period') return false
  return period === null || isTruedUp(period, plan)
}
function isTruedUp(period, { payment, yearStartsIn }) {
  const { trueUp: unit = 'every-period' } = payment ?? {}
  return unit === 'every-period' || isLast(period, { unit, yearStartsIn })
}
function yearOf2(period, { yearStartsIn }) {
  return spanOf2(period, { unit: 'year', yearStartsIn }).name
}
var SPANS = {
  period: null,
  'quarter-to-date': 'quarter',
  'half-year-to-date': 'half-year',
  'year-to-date': 'year',
}
function spanOf3(period, { payment, yearStartsIn }) {
  const unit = SPANS[payment?.accrual ?? 'period']
  if (unit === null || isWhole(period, { unit, yearStartsIn })) return period
  return spanOf2(period, { unit, yearStartsIn })
}
function isFirstOfSpan(period, { payment, yearStartsIn }) {
  const unit = SPANS[payment?.accrual ?? 'period']
  return unit === null || isFirst(period, { unit, yearStartsIn })
}
function isSameSpan(a, b) {
  return a.from === b.from && a.to === b.to
}
var CAPPED = { quarter: 'quarter', half: 'half-year', year: 'year' }
var CAP_SPANS = ['quarter', 'half', 'year']
function cappedSpans({ cap: cap2 }) {
  return CAP_SPANS.filter((span2) => cap2[span2] !== null)
}
function beginsSpan(period, span2, { yearStartsIn }) {
  return isFirst(period, { unit: CAPPED[span2], yearStartsIn })
}
function isWholeSpan(period, span2, { yearStartsIn }) {
  return isWhole(period, { unit: CAPPED[span2], yearStartsIn })
}
function nameOfSpan(period, span2, { yearStartsIn }) {
  return spanOf2(period, { unit: CAPPED[span2], yearStartsIn }).name
}
function countedSpan({ payment }) {
  const unit = SPANS[payment?.accrual ?? 'period']
  return CAP_SPANS.find((span2) => CAPPED[span2] === unit) ?? null
}

// src/commission/lines/readYearToDate.ts
function readYearToDate(fields, known2, plan, issues) {
  const path = ['yearToDate']
  const given4 = fields['yearToDate'] ?? void 0
  if (given4 === void 0) {
    issues.push(...lacking(known2, path, plan))
    return void 0
  }
  const before = readBefore(given4, path, issues)
  const { sales, target } = before
  issues.push(...spanIssues(before, known2.period, plan))
  if (!countsToDate(known2.period, plan)) return { ...before, sales: void 0, target: void 0 }
  const field = fieldThatNeeds(plan, 'line', 'amount')
  if (field !== null) issues.push(at(LINES_MISSING, [...path, 'sales'], { field }))
  if (sales === void 0) issues.push(at(SALES_BEFORE_MISSING, [...path, 'sales'], {}))
  const isNothing = sales !== void 0 && isZero(sales)
  if (!isNothing || target !== void 0) issues.push(...otherTarget(known2, target, path))
  return before
}
function lacking({ period, target, isOfSpan: isOfSpan2 }, path, plan) {
  const isPart = (span2) => period === null || !isWholeSpan(period, span2, plan)
  if (cappedSpans(plan).some(isPart)) return [at(EARNED_BEFORE_MISSING, path, {})]
  const isLater2 = (period?.from ?? '') > (target?.period?.from ?? '')
  return isOfSpan2 && isLater2 ? [at(SALES_BEFORE_MISSING, path, {})] : []
}
function spanIssues(before, period, plan) {
  return [...lackingSpans(before, period, plan), ...beforeItBegins(before, period, plan)]
}
function beforeItBegins(before, period, plan) {
  if (period === null) return []
  const counted2 = countedSpan(plan)
  const spans = /* @__PURE__ */ new Set([
    ...cappedSpans(plan),
    ...(counted2 === null ? [] : [counted2]),
  ])
  return [...spans]
    .filter((span2) => beginsSpan(period, span2, plan))
    .flatMap((span2) => [
      span2,
      ...(isMeant(span2, plan) ? ['earned'] : []),
      ...(span2 === counted2 ? ['sales', 'target'] : []),
    ])
    .filter((key) => (before[key]?.n ?? 0n) !== 0n)
    .map((key) => {
      const given4 = writeDecimal(before[key] ?? ZERO)
      return at(NOTHING_BEFORE, ['yearToDate', key], { given: given4 })
    })
}
function lackingSpans(before, period, plan) {
  return cappedSpans(plan)
    .filter((span2) => before[span2] === void 0 && !isMeant(span2, plan))
    .filter((span2) => period === null || !beginsSpan(period, span2, plan))
    .map((span2) => at(EARNED_IN_SPAN_MISSING, ['yearToDate', span2], {}))
}
function isMeant(span2, plan) {
  const spans = cappedSpans(plan)
  const counted2 = countedSpan(plan)
  if (counted2 === null) return span2 === (spans.at(-1) ?? 'year')
  const isShorter = (other) => CAP_SPANS.indexOf(other) < CAP_SPANS.indexOf(counted2)
  return span2 === counted2 && !spans.some(isShorter)
}
function earnedIn(span2, before, period, plan) {
  return before === void 0 ? ZERO : (knownIn(span2, before, period, plan) ?? before.earned)
}
function knownIn(span2, before, period, plan) {
  if (before[span2] !== void 0) return before[span2]
  if (isMeant(span2, plan)) return before.earned
  return period !== null && beginsSpan(period, span2, plan) ? ZERO : void 0
}
function otherTarget({ target, isOfSpan: isOfSpan2 }, before, path) {
  if (isOfSpan2) return before === void 0 ? [] : [at(TARGETS_MIXED, ['target'], {})]
  const isMissing2 = target !== void 0 && before === void 0
  return isMissing2 ? [at(TARGET_BEFORE_MISSING, [...path, 'target'], {})] : []
}
function readBefore(given4, path, issues) {
  const figures = readFields(given4, path, BEFORE_KEYS, issues) ?? {}
  const { sales = null, earned: earned2, target = null } = figures
  const ofSpan = (span2) => {
    const value = figures[span2] ?? null
    return value === null ? void 0 : readWritten(value, [...path, span2], issues)
  }
  const above = { minimum: ZERO, above: true }
  return {
    sales: sales === null ? void 0 : readDecimal(sales, [...path, 'sales'], issues),
    earned: readWritten(earned2, [...path, 'earned'], issues) ?? ZERO,
    target: target === null ? void 0 : readDecimal(target, [...path, 'target'], issues, above),
    quarter: ofSpan('quarter'),
    half: ofSpan('half'),
    year: ofSpan('year'),
  }
}
var BEFORE_KEYS = ['sales', 'earned', 'target', ...CAP_SPANS]

// src/commission/earn/caps.ts
function payOnCappedBase(base, most, { scales: [scale], facts }) {
  if (scale === void 0) return ZERO
  return pay(within2(base, most), scale, facts).amount
}
function capRate(amount, base, rate2) {
  const most = multiply(base, rate2)
  return base.n < 0n ? larger(amount, most) : smaller(amount, most)
}
function capLine(amount, { cap: cap2 }) {
  return cap2.line === null ? amount : within2(amount, cap2.line)
}
function amountCaps({ period, yearToDate }, plan) {
  const { cap: cap2 } = plan
  const caps = []
  if (cap2.amount !== null) caps.push({ kind: 'cap', most: cap2.amount, above: ZERO })
  for (const span2 of cappedSpans(plan))
    caps.push(...capOfSpan(span2, earnedIn(span2, yearToDate, period, plan), plan))
  return caps
}
function capOfSpan(span2, earned2, { cap: cap2 }) {
  const most = cap2[span2]
  if (most === null) return []
  const left = subtract(most, earned2)
  const kind = `cap-${span2}`
  return isNegative(left)
    ? [{ kind, most: ZERO, above: negate(left) }]
    : [{ kind, most: left, above: ZERO }]
}
function isOfSpan({ kind }) {
  return CAP_SPANS.some((span2) => kind === `cap-${span2}`)
}
function within2(amount, most) {
  return larger(smaller(amount, most), negate(most))
}

// src/commission/earn/chooseTiers.ts
function chooseTiers(sales, terms, plan) {
  if (plan.groups.every(({ measuredTogether }) => measuredTogether === null)) return terms
  return {
    ...terms,
    scales: terms.scales.map((exact, group) => {
      const measure = plan.groups[group]?.measuredTogether ?? null
      return measure === null ? exact : inTier(exact, figureOf3(measure, sales, terms, plan))
    }),
  }
}
function figureOf3(measure, sales, { facts }, { json: { attainmentRounding } }) {
  if (measure === 'units') return sales.units
  const target = facts.target ?? refuse(TARGET_FOR_THRESHOLDS_MISSING, ['target'], {})
  const attainment = divide(sales.credited, target)
  return attainmentRounding ? round(attainment, attainmentRounding) : attainment
}
function inTier(exact, figure) {
  const tier = exact.tiers[ownerOf(figure, exact)] ?? exact.tiers[0]
  const scale = { ...exact.scale, mode: 'marginal', measure: 'base' }
  return { scale, tiers: [{ ...tier, from: ZERO, upTo: null }] }
}

// src/commission/earn/openGate.ts
function readGate(facts, { gate }) {
  if (gate === null) return null
  const { isMet: isMet2, checks } = checkConditions(gate.conditions, facts, FACT_OF_GATE_MISSING)
  const level = levelOf(gate, facts)
  return {
    level,
    isByAttainment: gate.attainment !== null,
    areConditionsMet: isMet2,
    checks,
    counts: gate.counts,
    countsFrom: countsFrom(gate, level, facts),
  }
}
function openGate(credited, gate) {
  const over = subtract(credited, gate.level)
  const isReached3 = over.n >= 0n || !gate.isByAttainment
  return {
    level: gate.level,
    isByAttainment: gate.isByAttainment,
    areConditionsMet: gate.areConditionsMet,
    checks: gate.checks,
    counts: gate.counts,
    countsFrom: gate.countsFrom,
    isOpen: isReached3 && gate.areConditionsMet,
    remaining: isReached3 ? ZERO : negate(over),
  }
}
function isShut(gate) {
  return gate !== null && !gate.isOpen
}
function countedBy(gate, sales) {
  if (gate === null || gate.counts === 'all') return sales
  return larger(subtract(sales, gate.countsFrom), ZERO)
}
function levelOf({ attainment }, { target }) {
  if (attainment === null) return ZERO
  if (target === void 0) return refuse(TARGET_OF_GATE_MISSING, ['target'], {})
  return multiply(attainment, target)
}
function countsFrom({ counts }, level, { target }) {
  if (counts === 'all') return ZERO
  return counts === 'above-target' ? (target ?? level) : level
}

// src/commission/earn/payAwards.ts
function outcomeOf({ award: { award }, isKnown, isHeld }, gate) {
  if (!isHeld) return 'forgone'
  if (!isKnown) return 'unknown'
  return isShut(gate) && award.whileGateShut === 'forgone' ? 'forgone' : 'paid'
}
function payAwards(awards3, gate) {
  const paid = /* @__PURE__ */ new Map()
  for (const one3 of awards3) {
    if (outcomeOf(one3, gate) !== 'paid') continue
    for (const [line, amount] of one3.parts) paid.set(line, add(paid.get(line) ?? ZERO, amount))
  }
  return paid
}

// src/commission/earn/shareProRata.ts
function shareProRata({ sales, earnings, sums, terms, awards: awards3 }, plan) {
  const lines = sales.lines ?? []
  const slices = isShut(terms.gate) ? [] : payable2(earnings.slices, sums[0]?.units ?? 0n, plan)
  const pools = poolsOf(lines, slices, plan)
  const inPools = new Map(pools.flatMap(membersOf).map((one3) => [one3.line, one3]))
  const ofAll = membersOf(poolOfAll(pools, lines, slices))
  const members = lines.map((line, index) => [inPools.get(line), ofAll[index]])
  const weights = weightsOf(members, amountOf(slices))
  const byLine = payAwards(awards3, terms.gate)
  const awarded = lines.map(({ id }) => byLine.get(id) ?? ZERO)
  const split = sums.map(({ kind, units }, index) => {
    if (index === 0) return members.map(([own, common]) => own.units + common.units)
    const total = units - (sums[index - 1]?.units ?? 0n)
    return kind === 'award' ? inUnits(awarded, total, plan) : shareUnits(weights, total)
  })
  return lines.map((line, index) => ({
    line,
    sums: sumsOf(sums, split, index),
    slices: (members[index] ?? []).flatMap(({ pool, part }) => sliceParts(pool, part, plan)),
  }))
}
function sumsOf(sums, split, line) {
  let running = 0n
  return sums.map((whole2, step) => {
    running += split[step]?.[line] ?? 0n
    return { ...whole2, units: running }
  })
}
function poolsOf(lines, slices, plan) {
  const byKey = /* @__PURE__ */ new Map()
  for (const line of lines) {
    const key = `${line.group} ${line.tier ?? ''}`
    const own = byKey.get(key)
    if (own === void 0) byKey.set(key, [line])
    else own.push(line)
  }
  return [...byKey.values()].map((own) => poolOf(own, slices, plan))
}
function poolOf(lines, all, { groups }) {
  const [{ group, tier }] = lines
  const { rule, scale } = groups[group]
  const slices = all.filter(
    (slice) =>
      slice.rule === (rule?.id ?? null) &&
      (tier === null || slice.tier.id === scale.tiers[tier]?.id),
  )
  return { lines, slices, amount: amountOf(slices) }
}
function poolOfAll(pools, lines, all) {
  const pooled = new Set(pools.flatMap((pool) => pool.slices))
  const slices = all.filter((slice) => !pooled.has(slice))
  return { lines, slices, amount: amountOf(slices) }
}
function amountOf(slices) {
  return sum(slices.map(({ amount }) => amount))
}
function membersOf(pool) {
  const { lines, amount } = pool
  const base = sum(lines.map((line) => line.base))
  const parts = lines.map((line) => (isZero(base) ? oneOf2(lines) : divide(line.base, base)))
  const units = shareUnits(parts, amount.n)
  return lines.map((line, index) => ({
    line,
    pool,
    part: parts[index],
    units: units[index],
  }))
}
function weightsOf(members, all) {
  if (isZero(all)) return members.map(() => oneOf2(members))
  return members.map((own) =>
    sum(own.map(({ part, pool }) => multiply(part, divide(pool.amount, all)))),
  )
}
function oneOf2({ length }) {
  return { n: 1n, d: BigInt(length) }
}
function shareUnits(weights, total) {
  const all = { n: total, d: 1n }
  return roundTogether(
    weights.map((weight) => multiply(weight, all)),
    total,
  )
}
function inUnits(amounts, total, { unit }) {
  const units = { n: unit, d: 1n }
  return roundTogether(
    amounts.map((amount) => multiply(amount, units)),
    total,
  )
}
function payable2(slices, total, plan) {
  const units = inUnits(
    slices.map(({ amount }) => amount),
    total,
    plan,
  )
  return slices.map((slice, index) => ({ ...slice, amount: { n: units[index] ?? 0n, d: 1n } }))
}
function sliceParts({ slices }, part, { unit, decimals }) {
  const cents = powerOfTen(decimals)
  const bases = slices.map(({ base }) => multiply(multiply(base, part), { n: cents, d: 1n }))
  const whole2 = roundTogether(bases, toUnits(sum(bases), 0, 'half-up'))
  return slices.map(({ tier, rule, amount }, index) => ({
    tier,
    rule,
    base: { n: whole2[index] ?? 0n, d: cents },
    amount: multiply(multiply(amount, part), { n: 1n, d: unit }),
  }))
}

// src/commission/earn/sliceDifference.ts
function sliceDifference(after, before) {
  const changed = before.map((slice) => {
    const { tier, base, amount } = after.find((now) => isSame(now, slice)) ?? {
      ...slice,
      base: ZERO,
      amount: ZERO,
    }
    return {
      ...slice,
      tier,
      base: subtract(base, slice.base),
      amount: subtract(amount, slice.amount),
    }
  })
  const added = after.filter((slice) => !before.some((one3) => isSame(one3, slice)))
  return [...changed, ...added].filter(isSomething)
}
function isSame(one3, other) {
  return one3.tier.id === other.tier.id && one3.rule === other.rule
}

// src/commission/earn/toPayable.ts
function toPayable(amount, { rounding, increment }, mode = rounding.mode) {
  if (increment === 1n) return toUnits(amount, rounding.decimals, mode)
  const steps3 = { n: amount.n, d: amount.d * increment }
  return toUnits(steps3, rounding.decimals, mode) * increment
}

// src/commission/earn/sumUp.ts
function totalOf(sums) {
  return sums.at(-1)?.units ?? 0n
}
function sumUp({ earnings, byLine, awards: awards3 }, terms, plan) {
  const { decimals, mode } = plan.rounding
  const sums = isShut(terms.gate) ? [NOTHING2] : payableSteps(earnings, byLine, plan)
  if (!isZero(awards3)) {
    const units = totalOf(sums) + toUnits(awards3, decimals, mode)
    sums.push({ kind: 'award', clause: plan.awardClause, units, limit: null })
  }
  const earned2 = terms.before?.earned ?? null
  if (earned2 !== null)
    sums.push({
      kind: 'to-date',
      clause: null,
      units: totalOf(sums) - toUnits(earned2, decimals, mode),
      limit: null,
    })
  for (const cap2 of terms.caps) {
    const limit = { n: toPayable(cap2.most, plan, 'floor'), d: plan.unit }
    sums.push({ kind: cap2.kind, clause: null, units: capUnits(totalOf(sums), cap2, plan), limit })
  }
  return sums
}
function capUnits(units, { most, above }, plan) {
  const limit = toPayable(most, plan, 'floor')
  const asked = units + toUnits(above, plan.rounding.decimals, 'floor')
  return asked < limit ? asked : limit
}
var NOTHING2 = { kind: 'slices', clause: null, units: 0n, limit: null }
function payableSteps({ steps: steps3 }, byLine, plan) {
  const { rounding, cap: cap2, leastOfLine, increment } = plan
  const toUnits2 = (amount) => toUnits(amount, rounding.decimals, rounding.mode)
  const sums = steps3.map(({ kind, clause, amount, limit }) => ({
    kind,
    clause,
    units: toUnits2(amount),
    limit,
  }))
  let exact = steps3.at(-1)?.amount ?? ZERO
  if (byLine !== null && cap2.line !== null) {
    exact = byLine.capped
    sums.push({ kind: 'cap-line', clause: null, units: toUnits2(exact), limit: cap2.line })
  }
  if (byLine !== null && leastOfLine !== null) {
    exact = byLine.raised ?? byLine.capped
    sums.push({ kind: 'floor-line', clause: null, units: toUnits2(exact), limit: leastOfLine })
  }
  if (byLine !== null && rounding.at === 'line')
    sums.push({ kind: 'line-rounding', clause: null, units: byLine.rounded, limit: null })
  else if (increment !== 1n)
    sums.push({ kind: 'increment', clause: null, units: toPayable(exact, plan), limit: null })
  return sums
}

// src/commission/lines/readTarget.ts
var BEYOND_REACH = { n: /* @__PURE__ */ powerOfTen(100), d: 1n }
function readTarget(value, path, issues) {
  if (!namesPeriod(value)) {
    const figure = readPositive(value, path, issues)
    return figure && { amount: figure, period: null }
  }
  const fields = readFields(value, path, ['period', 'amount'], issues) ?? {}
  const period = readAnyPeriod(fields['period'], [...path, 'period'], issues)
  const amount = readPositive(fields['amount'], [...path, 'amount'], issues)
  return amount && period && { amount, period }
}
function namesPeriod(value) {
  return hasField(value, 'period') || hasField(value, 'amount')
}
function isTargetOfSpan({ period: given4 }, period, plan, issues) {
  if (given4 === null || (period !== null && isSameSpan(given4, period))) return false
  const span2 = period !== null && countsToDate(period, plan) ? spanOf3(period, plan) : null
  if (span2 !== null && isSameSpan(given4, span2)) return true
  const expected = span2?.name ?? period?.name
  const params = { given: given4.name, ...(expected !== void 0 && { expected }) }
  issues.push(at(TARGET_OF_OTHER_SPAN, ['target', 'period'], params))
  return false
}

// src/commission/earn/accelerateScale.ts
function accelerateScale(exact, { steps: steps3 }, target, level) {
  const isByTarget = exact.scale.thresholds === 'attainment'
  const state2 = (base) => (isByTarget ? divide(base, target) : base)
  const { tiers } = stretch(exact, { target, measure: void 0 })
  const own = target === BEYOND_REACH ? openFirst(steps3) : steps3
  const cutters = own.map(({ id, upTo: upTo2, multiplier: multiplier2 }) => {
    const end = upTo2 && subtract(multiply(upTo2, target), level)
    return { id, upTo: end, multiplier: multiplier2 }
  })
  const pieces = tiers.flatMap((tier) => cutTier(tier, cutters, state2))
  const scale = { ...exact.scale, thresholds: 'money' }
  return { scale, tiers: pieces }
}
function openFirst([first]) {
  return first === void 0 ? [] : [{ ...first, upTo: null }]
}
function cutTier(tier, cutters, state2) {
  while (cutters[0] !== void 0 && endsBy(cutters[0], tier.from)) cutters.shift()
  const pieces = []
  let from = tier.from
  for (const { id, upTo: stepEnd, multiplier: multiplier2 } of cutters) {
    const upTo2 = lower(stepEnd, tier.upTo)
    pieces.push({
      ...tier,
      id: `${tier.id}/${id}`,
      stated: { from: state2(from), upTo: upTo2 && state2(upTo2) },
      from,
      upTo: upTo2,
      rate: multiply(tier.rate, multiplier2),
      // A flat amount is paid once, where its tier begins.
      amount: from === tier.from ? tier.amount : ZERO,
    })
    if (upTo2 === null || upTo2 === tier.upTo) break
    from = upTo2
  }
  return pieces
}
function endsBy({ upTo: upTo2 }, from) {
  return upTo2 !== null && compare(upTo2, from) <= 0
}
function lower(step, tier) {
  if (step === null || tier === null) return step ?? tier
  return compare(step, tier) < 0 ? step : tier
}

// src/commission/earn/multiplierAt.ts
function multiplierAt(figure, { steps: steps3, boundary: boundary3 }) {
  const ends = boundary3 === 'upper-tier' ? 1 : 0
  return steps3.find(({ upTo: upTo2 }) => upTo2 === null || compare(upTo2, figure) >= ends) ?? null
}

// src/commission/earn/multipliersAt.ts
function multipliersAt({ facts }, { multipliers: multipliers4 }) {
  const issues = []
  const held = multipliers4.flatMap((by) => {
    const step = stepOf(facts[by.fact] ?? null, by, issues)
    return step === null ? [] : [{ by, step }]
  })
  refuseIfAny(issues)
  return held
}
function stepOf(given4, by, issues) {
  const path = ['facts', by.fact]
  if (given4 === null) {
    const missing3 = by.isKpi ? FACT_OF_KPI_MISSING : FACT_OF_MULTIPLIER_MISSING
    issues.push(at(missing3, path, { id: by.fact }))
    return null
  }
  if (by.isByWord) {
    const words2 = by.steps.map(({ id }) => id)
    const word = readWord(given4, path, words2, issues)
    return by.steps.find(({ id }) => id === word) ?? null
  }
  const figure = (by.isRatio ? readRatio : readDecimal)(given4, path, issues)
  return figure === void 0 ? null : multiplierAt(figure, by)
}

// src/commission/earn/raiseRates.ts
function raiseRates(exact, uplift) {
  if (isZero(uplift)) return exact
  const [first, ...others] = exact.tiers
  const raise = (tier) => ({ ...tier, rate: add(tier.rate, uplift) })
  return { scale: exact.scale, tiers: [raise(first), ...others.map(raise)] }
}

// src/commission/earn/scaleAbove.ts
function scaleAbove({ scale, tiers }, level) {
  const [last] = tiers.slice(-1)
  const above = tiers
    .filter((tier) => tier === last || tier.upTo === null || compare(tier.upTo, level) > 0)
    .map((tier) => tierAbove(tier, level, scale.mode))
  return {
    scale: { ...scale, thresholds: 'money' },
    tiers: above,
  }
}
function tierAbove(tier, level, mode) {
  const from = subtract(tier.from, level)
  const upTo2 = tier.upTo && subtract(tier.upTo, level)
  if (from.n >= 0n) return { ...tier, from, upTo: upTo2 }
  const rest = { ...tier, from: ZERO, upTo: upTo2 }
  const isOver = upTo2 !== null && upTo2.n <= 0n
  if (mode === 'whole-amount') return isOver ? { ...rest, upTo: ZERO } : rest
  if (isOver) return { ...rest, upTo: null, rate: ZERO, amount: ZERO }
  return { ...rest, amount: mode === 'interpolated' ? amountOf2(tier, upTo2) : ZERO }
}
function amountOf2({ from, upTo: upTo2, amount }, rest) {
  if (rest === null || upTo2 === null) return amount
  return divide(multiply(amount, rest), subtract(upTo2, from))
}

// src/commission/earn/computeTerms.ts
function computeTerms(credited, facts, plan) {
  return termsAt(credited, computePayeeTerms(facts, plan), plan)
}
function computePayeeTerms(facts, plan) {
  const gate = readGate(facts, plan)
  const accelerating = acceleratingBy(facts, plan)
  const own = { facts, gate, accelerating }
  return {
    ...own,
    scales: plan.groups.map(({ scale }) => scaleOf2(scale, own, plan)),
    multipliers: multipliersAt(facts, plan),
  }
}
function acceleratingBy(facts, { accelerator: accelerator2 }) {
  if (accelerator2 === null) return null
  targetOf(facts)
  return checkConditions(accelerator2.conditions, facts).isMet ? accelerator2 : null
}
function termsAt(credited, terms, plan) {
  const { facts, scales: own, multipliers: multipliers4, accelerating } = terms
  const gate = terms.gate && openGate(credited, terms.gate)
  const accelerator2 = acceleratorAt(credited, terms)
  const caps = amountCaps(facts, plan)
  return {
    facts,
    gate,
    scales: own,
    multipliers: multipliers4,
    accelerating,
    accelerator: accelerator2,
    caps,
    before: null,
  }
}
function scaleOf2(scale, { facts, gate, accelerating }, plan) {
  const raised2 = raisedScale(scale, facts, plan)
  const level = gate?.countsFrom ?? ZERO
  const isOwnTier = plan.gate?.startsIn === 'own-tier'
  const accelerated2 =
    accelerating?.mode === 'marginal'
      ? accelerateScale(raised2, accelerating, targetOf(facts), isOwnTier ? ZERO : level)
      : raised2
  return isOwnTier ? scaleAbove(stretch(accelerated2, facts), level) : accelerated2
}
function raisedScale(scale, facts, plan) {
  const paying = plan.payout === 'money' ? scale : payIncentive(scale, facts)
  return plan.coefficient.applies === 'add-to-rate' ? raiseRates(paying, facts.uplift) : paying
}
function payIncentive({ scale, tiers }, facts) {
  const incentive = incentiveOf(facts)
  const paid = tiers.map((tier) => ({
    ...tier,
    rate: tier.multiple ? multiply(tier.multiple, baseRate(incentive, facts)) : tier.rate,
    amount: multiply(tier.amount, incentive),
    minimum: tier.minimum && multiply(tier.minimum, incentive),
    maximum: tier.maximum && multiply(tier.maximum, incentive),
  }))
  return { scale, tiers: paid }
}
function baseRate(incentive, { target }) {
  if (target === void 0) return refuse(TARGET_OF_MULTIPLES_MISSING, ['target'], {})
  return divide(incentive, target)
}
function incentiveOf({ incentive }) {
  return incentive ?? refuse(INCENTIVE_MISSING, ['targetIncentive'], {})
}
function acceleratorAt(credited, { accelerating, facts }) {
  if (accelerating?.mode !== 'whole-amount') return null
  return multiplierAt(divide(credited, targetOf(facts)), accelerating)
}
function targetOf({ target }) {
  return target ?? refuse(TARGET_OF_ACCELERATOR_MISSING, ['target'], {})
}
function isRaised2({ uplift }) {
  return !isZero(uplift)
}

// src/commission/earn/payEach.ts
function payEach(placed, group, terms, plan) {
  const { rule } = plan.groups[group]
  const scale = terms.scales[group]
  const bases = []
  const slices = []
  for (const [place, base] of placed) {
    if (base.n === 0n) continue
    bases.push(base)
    const sign = base.n < 0n ? -1 : 1
    for (const slice of slicesAt(place, base, scale, terms))
      slices.push({ ...slice, rule: rule?.id ?? null, times: sign })
  }
  return { base: sum(bases), slices: byTier(slices, scale) }
}
function slicesAt(place, base, scale, { facts }) {
  if (place % 2 === 0) return pay(base, scale, facts).slices
  return pay(negate(base), scale, facts).slices.map(({ tier, ...slice }) => ({
    tier,
    base: negate(slice.base),
    amount: negate(slice.amount),
  }))
}
function byTier(slices, { tiers }) {
  const ofTiers = new Map(tiers.map(({ id }) => [id, []]))
  for (const slice of slices) ofTiers.get(slice.tier.id)?.push(slice)
  return [...ofTiers.values()].flatMap((own) => {
    const [first] = own
    if (first === void 0) return []
    const sum3 = {
      ...first,
      base: sum(own.map(({ base }) => base)),
      amount: sum(own.map(({ amount }) => amount)),
      times: own.reduce((total, { times = 0 }) => total + times, 0),
    }
    return isSomething(sum3) ? [sum3] : []
  })
}
function payInstead(pay2, before, now, scale) {
  const gone = before.slices.map(({ base, amount, times = 0, ...slice }) => ({
    ...slice,
    base: negate(base),
    amount: negate(amount),
    times: -times,
  }))
  return {
    base: sum([pay2.base, negate(before.base), now.base]),
    slices: byTier([...pay2.slices, ...gone, ...now.slices], scale),
  }
}

// src/commission/earn/spreadLines.ts
function basesOf(sold, terms, plan) {
  return plan.axes === null ? sold.bases : spreadAll(sold, terms, plan).bases
}
function spreadAll(sold, terms, plan) {
  const spread = {
    scales: terms.scales,
    counted: plan.groups.map(() => ZERO),
    earning: plan.groups.map(() => ZERO),
    bases: sold.bases.map((parts) => [...parts]),
  }
  if (plan.axes === null) return spread
  const anew = {
    ...spread,
    scales: terms.scales.map((scale) => stretch(scale, terms.facts)),
    bases: plan.groups.map(({ noBases }) => [...noBases]),
  }
  for (const line of sold.walked) addLine(anew, line, plan)
  spreadTogether(anew, plan)
  return anew
}
function copyOf({ scales: own, counted: counted2, earning, bases }) {
  return {
    scales: own,
    counted: [...counted2],
    earning: [...earning],
    bases: bases.map((parts) => [...parts]),
  }
}
function countedFor(group, { bases, walked }, { axes }) {
  const axis = axes?.[group] ?? null
  if (axis === null) return bases[group]?.[0] ?? ZERO
  const lines = walked.filter((line) => axes?.[line.group] === axis)
  return sum(lines.map(({ credited }) => credited))
}
function addLine(spread, line, plan) {
  const axis = plan.axes?.[line.group] ?? null
  if (axis === null) addToBases(spread.bases, line)
  else placeLine(line, axis, spread, plan)
}
function placeLine({ group, base, credited }, axis, spread, plan) {
  const { counted: counted2, earning, bases } = spread
  const from = counted2[axis] ?? ZERO
  const to = add(from, credited)
  counted2[axis] = to
  earning[group] = add(earning[group] ?? ZERO, base)
  const exact = spread.scales[group]
  if (!isInOrder(exact, plan)) return
  const before = bases[group] ?? []
  bases[group] = partsBetween(from, to, base, exact).map((part, tier) =>
    add(before[tier] ?? ZERO, part),
  )
}
function spreadTogether(spread, plan) {
  const { scales: all, counted: counted2, earning, bases } = spread
  for (const [group, axis] of (plan.axes ?? []).entries()) {
    const exact = all[group]
    if (axis === null || isInOrder(exact, plan)) continue
    const to = counted2[axis] ?? ZERO
    const base = earning[group] ?? ZERO
    bases[group] =
      exact.scale.mode === 'whole-amount'
        ? // Sales below zero earn in the tier of their opposite.
          partsAt(base.n < 0n ? negate(to) : to, base, exact)
        : partsBetween(ZERO, to, base, exact)
  }
}
function isInOrder({ scale }, { attribution }) {
  return attribution === 'deal-order' && scale.mode !== 'whole-amount'
}
function partsBetween(from, to, base, exact) {
  const width = subtract(to, from)
  if (isZero(width)) return partsAt(absolute(to), base, exact)
  return exact.tiers.map((tier) => {
    const part = subtract(within3(to, tier), within3(from, tier))
    if (part.n === 0n) return ZERO
    if (compare(part, width) === 0) return base
    return reduce(multiply(base, divide(part, width)))
  })
}
function within3(place, { from, upTo: upTo2 }) {
  const size = absolute(place)
  const end = upTo2 === null ? size : smaller(size, upTo2)
  const part = larger(subtract(end, from), ZERO)
  return place.n < 0n ? negate(part) : part
}
function partsAt(place, base, exact) {
  const owner = ownerOf(place, exact)
  return exact.tiers.map((_, tier) => (tier === owner ? base : ZERO))
}

// src/commission/earn/earn.ts
function earn(bases, terms, plan) {
  const pays = plan.groups.map((_, group) => payGroup(bases[group] ?? [], group, terms, plan))
  return beyond(placeOf2(terms, plan), earnTogether(pays, terms, plan))
}
function placeOf2(terms, plan) {
  if (terms.before === null || terms.before.earned !== null) return null
  const { target } = terms.before
  const own = target === null ? terms : atTarget(target, terms, plan)
  const mirroring = { ...own, scales: own.scales.map(mirrored) }
  const bases = basesOf(terms.before, mirroring, plan)
  const pays = plan.groups.map((_, group) => payGroup(bases[group] ?? [], group, mirroring, plan))
  return earnTogether(pays, mirroring, plan)
}
function atTarget(target, terms, plan) {
  const facts = { ...terms.facts, target }
  const { gate, scales: own } = computePayeeTerms(facts, plan)
  return {
    ...terms,
    facts,
    gate: terms.gate && gate && { ...terms.gate, countsFrom: gate.countsFrom },
    scales: terms.scales.map((exact, group) =>
      plan.groups[group]?.scale.scale.mode === 'whole-amount' ? exact : (own[group] ?? exact),
    ),
  }
}
function beyond(place, earnings) {
  if (place === null) return earnings
  const { base, slices, steps: steps3 } = earnings
  return {
    base: subtract(base, place.base),
    slices: sliceDifference(slices, place.slices),
    steps: steps3.map((step, index) => ({
      ...step,
      amount: subtract(step.amount, place.steps[index]?.amount ?? ZERO),
    })),
  }
}
function mirrored(exact) {
  if (exact.scale.negative !== 'refuse') return exact
  return { ...exact, scale: { ...exact.scale, negative: 'mirror' } }
}
function earnTogether(pays, terms, plan) {
  const slices = pays.length === 1 ? (pays[0]?.slices ?? []) : pays.flatMap((pay2) => pay2.slices)
  const base = sum(pays.map((pay2) => pay2.base))
  const fromSlices = sum(slices.map(({ amount }) => amount))
  return { base, slices, steps: stepsOf(fromSlices, base, terms, plan) }
}
function hasBitten(kind, { steps: steps3 }) {
  return steps3.some((step, index) => {
    const before = steps3[index - 1]?.amount ?? step.amount
    return step.kind === kind && step.limit !== null && compare(step.amount, before) !== 0
  })
}
function lastOf({ steps: steps3 }) {
  return steps3.at(-1)?.amount ?? ZERO
}
function payGroup(parts, group, terms, plan) {
  const { rule, measuredBy: measuredBy2, per } = plan.groups[group]
  if (per !== null) return payEach(parts.entries(), group, terms, plan)
  const scale = terms.scales[group]
  const [all = ZERO] = parts
  const base = countedBy(terms.gate, attained2(all, terms.facts, plan))
  if (plan.paysByTarget && terms.facts.target === BEYOND_REACH && base.n !== 0n)
    refuse(TARGET_OF_MULTIPLES_MISSING, ['target'], {})
  const isByTier = measuredBy2 !== null || (plan.axes?.[group] ?? null) !== null
  const pay2 = isByTier ? payByTier(parts, scale, terms) : payTotal(base, scale, terms)
  const id = rule?.id ?? null
  const slices = pay2.slices.map(({ tier, base: own, amount }) => ({
    tier,
    base: own,
    amount,
    rule: id,
  }))
  return { base: pay2.base, slices }
}
function attained2(sales, { target }, { paidAttainment }) {
  if (paidAttainment === null || target === void 0) return sales
  return multiply(round(divide(sales, target), paidAttainment), target)
}
function payTotal(base, scale, { facts }) {
  return { base, slices: pay(base, scale, facts).slices }
}
function payByTier(parts, exact, { facts }) {
  const base = sum(parts)
  if (base.n < 0n && exact.scale.negative !== 'mirror') {
    const figures = { target: facts.target, measure: ZERO }
    return { base, slices: pay(base, exact, figures).slices }
  }
  const slices = exact.tiers.flatMap((tier, index) => {
    const part = parts[index] ?? ZERO
    return part.n === 0n ? [] : [{ tier, base: part, amount: multiply(part, tier.rate) }]
  })
  return { base, slices }
}
function stepsOf(fromSlices, base, terms, { cap: cap2, coefficient }) {
  const { accelerator: accelerator2, multipliers: multipliers4, facts } = terms
  const steps3 = []
  let last = fromSlices
  const step = (kind, amount, { clause = null, limit = null } = {}) => {
    last = amount
    steps3.push({ kind, clause, amount, limit })
  }
  const times = (kind, factor, clause) => step(kind, multiply(last, factor), { clause })
  step('slices', fromSlices)
  if (cap2.base !== null)
    step('cap-base', payOnCappedBase(base, cap2.base, terms), { limit: cap2.base })
  if (accelerator2 !== null) times('accelerator', accelerator2.multiplier, null)
  if (coefficient.applies === 'multiply') times('coefficient', add(ONE, facts.uplift), 'COM-5')
  for (const { by, step: held } of multipliers4)
    times(by.isKpi ? 'kpi-multiplier' : 'multiplier', held.multiplier, by.isKpi ? 'COM-6' : null)
  if (cap2.rate !== null) step('cap-rate', capRate(last, base, cap2.rate), { limit: cap2.rate })
  return steps3
}

// src/commission/earn/raiseLine.ts
function raiseLine(earned2, { id, given: { amount, refundOf } }, floored, { leastOfLine }) {
  if (leastOfLine === null) return earned2
  if (refundOf === void 0) {
    const raised2 = larger(earned2, leastOfLine)
    floored.set(id, { amount, earned: raised2 })
    return raised2
  }
  if (typeof refundOf === 'object') return takenBack(amount, refundOf.amount, refundOf.commission)
  const original = floored.get(refundOf)
  return original === void 0 ? earned2 : takenBack(amount, original.amount, original.earned)
}
function takenBack(amount, sold, earned2) {
  return multiply(earned2, divide(amount, sold))
}

// src/commission/earn/walkLines.ts
function beginWalk(given4, plan) {
  const terms = { ...given4, scales: given4.scales.map(mirrored) }
  const spread = spreadAll(terms.before ?? nothingSold(plan), terms, plan)
  const place = placeOf2(terms, plan)
  const pays = spread.bases.map((parts, group) => payGroup(parts, group, terms, plan))
  const byLine = { capped: ZERO, raised: ZERO, rounded: 0n }
  const earned2 =
    terms.before === null ? ZERO : lastOf(beyond(place, earnTogether(pays, terms, plan)))
  return {
    terms,
    place,
    spread,
    pays,
    earned: earned2,
    floored: /* @__PURE__ */ new Map(),
    byLine: isPaidByLine(plan)
      ? withLine(byLine, { capped: earned2, raised: earned2 }, plan)
      : null,
  }
}
function goOn(walk) {
  return {
    ...walk,
    spread: copyOf(walk.spread),
    pays: [...walk.pays],
    floored: new Map(walk.floored),
  }
}
function* walkLines(lines, walk, plan) {
  const { terms, place, pays } = walk
  for (const line of lines) {
    if (plan.axes === null) addInPlaces(walk, line, plan)
    else addToAll(walk, line, plan)
    const earnings = beyond(place, earnTogether(pays, terms, plan))
    if (walk.byLine !== null) {
      const capped2 = capLine(subtract(lastOf(earnings), walk.earned), plan)
      const raised2 = raiseLine(capped2, line, walk.floored, plan)
      walk.earned = lastOf(earnings)
      walk.byLine = withLine(walk.byLine, { capped: capped2, raised: raised2 }, plan)
    }
    yield { line, earnings, byLine: walk.byLine }
  }
}
function addToAll({ terms, spread, pays }, line, plan) {
  addLine(spread, line, plan)
  spreadTogether(spread, plan)
  for (const [group, parts] of spread.bases.entries())
    pays[group] = payGroup(parts, group, terms, plan)
}
function addInPlaces({ terms, spread, pays }, line, plan) {
  const { bases } = spread
  const { group, places } = line
  const parts = () => bases[group] ?? []
  const payPlaces = (own) =>
    payEach(
      own.map(([place]) => [place, parts()[place] ?? ZERO]),
      group,
      terms,
      plan,
    )
  const before = places && payPlaces(places)
  addToBases(bases, line)
  pays[group] =
    places === void 0 || before === void 0
      ? payGroup(parts(), group, terms, plan)
      : payInstead(pays[group], before, payPlaces(places), terms.scales[group])
}
function withLine({ capped: capped2, raised: raised2 = capped2, rounded }, own, plan) {
  return {
    capped: add(capped2, own.capped),
    raised: add(raised2, own.raised),
    rounded: rounded + toPayable(own.raised, plan),
  }
}
function isPaidByLine({ rounding, cap: cap2, leastOfLine }) {
  return rounding.at === 'line' || cap2.line !== null || leastOfLine !== null
}
function sumByLine({ lines }, terms, plan) {
  if (!isPaidByLine(plan) || lines === null) return null
  const walk = beginWalk(terms, plan)
  for (const _ of walkLines(lines, walk, plan));
  return walk.byLine
}

// src/commission/earn/computeShares.ts
function computeShares(commission, plan) {
  const share = plan.attribution === 'deal-order' ? shareInOrder : shareProRata
  return share(commission, plan)
}
function shareInOrder({ sales, terms, awards: awards3 }, plan) {
  const byLine = payAwards(awards3, terms.gate)
  const shares = []
  let paidAwards = ZERO
  let before = { sums: [], slices: [] }
  for (const walked of walkLines(sales.lines ?? [], beginWalk(terms, plan), plan)) {
    const { line, earnings } = walked
    paidAwards = add(paidAwards, byLine.get(line.id) ?? ZERO)
    const after = {
      sums: sumUp({ ...walked, awards: paidAwards }, terms, plan),
      slices: isShut(terms.gate) ? [] : earnings.slices,
    }
    const sums = difference(after.sums, before.sums)
    const slices = sliceDifference(after.slices, before.slices)
    shares.push({ line, sums, slices: balance(slices, sums[0]?.units ?? 0n, plan) })
    before = after
  }
  return shares
}
function difference(after, before) {
  return after.map((step, index) => {
    const soFar = after.slice(0, index + 1).map(({ kind }) => kind)
    const stood = before.filter(({ kind }) => soFar.includes(kind)).at(-1)
    return { ...step, units: step.units - (stood?.units ?? 0n) }
  })
}
function balance(slices, total, { unit }) {
  const paid = { n: total, d: unit }
  const lacking3 = subtract(paid, sum(slices.map(({ amount }) => amount)))
  if (compare(absolute(lacking3), { n: 1n, d: unit }) < 0) return slices
  const [largest] = [...slices].sort((a, b) => compareSize(b.amount, a.amount))
  return slices.map((slice) =>
    slice === largest ? { ...slice, amount: add(slice.amount, lacking3) } : slice,
  )
}
function compareSize(a, b) {
  return compare(absolute(a), absolute(b))
}

// src/commission/earn/inTierOf.ts
function inTierOf(sold, terms, plan) {
  return {
    ...terms,
    scales: terms.scales.map((exact, group) => {
      const { mode, measure } = exact.scale
      const base = attained2(countedFor(group, sold, plan), terms.facts, plan)
      const isEach = plan.groups[group]?.per !== null
      if (mode !== 'whole-amount' || measure === 'separate' || isEach) return exact
      if (group === 0 && plan.gate?.startsIn === 'own-tier') return ownTier(base, terms, plan)
      return oneTier(exact, group === 0 ? countedBy(terms.gate, base) : base, terms)
    }),
  }
}
function ownTier(sales, { gate, facts }, plan) {
  const [{ scale }] = plan.groups
  const stretched = stretch(raisedScale(scale, facts, plan), facts)
  const { tier, isLast: isLast2 } = reachedBy(sales, stretched)
  const own = tierAbove(tier, gate?.countsFrom ?? ZERO, 'whole-amount')
  return paidBy(own, isLast2, stretched)
}
function oneTier(exact, base, { facts }) {
  const stretched = stretch(exact, facts)
  const { tier, isLast: isLast2 } = reachedBy(base, stretched)
  return paidBy(tier, isLast2, stretched)
}
function reachedBy(sales, stretched) {
  const owner = ownerOf(absolute(sales), stretched)
  const tier = stretched.tiers[owner] ?? stretched.tiers[0]
  return { tier, isLast: owner === stretched.tiers.length - 1 }
}
function paidBy(tier, isLast2, stretched) {
  const whole2 = { ...tier, from: ZERO, upTo: isLast2 ? tier.upTo : null }
  const scale = { ...stretched.scale, mode: 'marginal', thresholds: 'money' }
  const isFlat = !isZero(tier.amount) || tier.minimum !== null || tier.maximum !== null
  if (!isFlat || isZero(tier.from)) return { scale, tiers: [whole2] }
  const earned2 = multiply(tier.from, tier.rate)
  const less = (bound) => bound && subtract(bound, earned2)
  const below = { ...whole2, id: `${tier.id}/below`, upTo: tier.from, ...NOTHING_FLAT }
  const own = {
    ...tier,
    upTo: whole2.upTo,
    minimum: less(tier.minimum),
    maximum: less(tier.maximum),
  }
  return { scale, tiers: [below, own] }
}
var NOTHING_FLAT = { amount: ZERO, minimum: null, maximum: null }

// src/commission/earn/mirrorRefunds.ts
function mirrorRefunds(refunds, shares, { terms: { caps }, sums }, plan) {
  const byLine = new Map(shares.map((share) => [share.line.id, share]))
  const ofSpans = caps.filter(isOfSpan)
  const paidOf = (units) => ofSpans.reduce((left, cap2) => capUnits(left, cap2, plan), units)
  const whole2 = totalOf(sums.filter((step) => !isOfSpan(step)))
  let refunded = 0n
  const mirrored3 = refunds.map((refund) => {
    const earned2 = earnedBy(refund, byLine, plan)
    const before = paidOf(whole2 + refunded)
    refunded += takenBack2(earned2, refund.before) - takenBack2(earned2, refund.after)
    return { refund, units: paidOf(whole2 + refunded) - before }
  })
  return { mirrored: mirrored3, refunded }
}
function earnedBy({ original, earlier }, shares, { unit }) {
  if (earlier !== null) return multiply(earlier.commission, { n: unit, d: 1n })
  const share = original === null ? void 0 : shares.get(original.id)
  return { n: share === void 0 ? 0n : totalOf(share.sums), d: 1n }
}
function takenBack2(earned2, refunded) {
  return toUnits(multiply(earned2, refunded), 0, 'half-up')
}
function unitsOf2(mirrored3) {
  let total = 0n
  for (const { units } of mirrored3) total += units
  return total
}

// src/commission/earn/computeCommission.ts
function computeCommission(given4, facts, plan, place = null) {
  const before = place === null ? soldBefore(facts, plan) : { ...place, earned: null }
  const sales = before?.earned ? addSales(given4, facts.yearToDate?.sales ?? ZERO) : given4
  const terms = chooseTiers(sales, { ...computeTerms(sales.credited, facts, plan), before }, plan)
  return computeBy(place === null ? terms : inTierOf(sales, terms, plan), sales, plan)
}
function computeBy(terms, sales, plan) {
  const earnings = earn(basesOf(sales, terms, plan), terms, plan)
  const orders = sales.joined ?? joinOrders(sales.orders, sales.refunded, plan)
  const awards3 = findAwards(orders, terms.facts, plan)
  const parts = {
    earnings,
    byLine: sumByLine(sales, terms, plan),
    awards: sum(payAwards(awards3, terms.gate).values()),
  }
  const sums = sumUp(parts, terms, plan)
  const commission = { sales, terms, earnings, orders, awards: awards3, sums }
  const earned2 = totalOf(sums.filter((step) => !isOfSpan(step)))
  if (sales.refunds.length === 0)
    return { ...commission, mirrored: [], earned: earned2, refunded: 0n, paid: totalOf(sums) }
  const shares = computeShares(withoutSpans(commission), plan)
  const { mirrored: mirrored3, refunded } = mirrorRefunds(sales.refunds, shares, commission, plan)
  const paid = totalOf(sums) + unitsOf2(mirrored3)
  return { ...commission, mirrored: mirrored3, earned: earned2 + refunded, refunded, paid }
}
function soldBefore({ yearToDate }, { groups }) {
  if (yearToDate?.sales === void 0) return null
  const { sales, earned: earned2 } = yearToDate
  const [, ...others] = groups.map(({ noBases }) => noBases)
  const none = { units: ZERO, walked: [], target: null }
  return { ...none, sales, credited: sales, bases: [[sales], ...others], earned: earned2 }
}
function withoutSpans({ terms, sums, ...commission }) {
  const caps = terms.caps.filter((cap2) => !isOfSpan(cap2))
  const own = sums.filter((step) => !isOfSpan(step))
  return { ...commission, terms: { ...terms, caps }, sums: own }
}

// src/commission/lines/lengthIssues.ts
function lengthIssues(period, plan) {
  const { tiersPer } = plan
  const path = ['period']
  const other = period.name
  if (tiersPer !== null && monthsOf2(spanOf3(period, plan)) !== MONTHS[tiersPer])
    return [at(SPAN_OF_OTHER_LENGTH, path, { first: 'tiersPer', other, unit: tiersPer })]
  const [shortest] = cappedSpans(plan)
  if (shortest === void 0 || (monthsOf2(period) ?? 0) <= MONTHS[CAPPED[shortest]]) return []
  const params = { first: `cap.${shortest}`, other, unit: CAPPED[shortest] }
  return [at(PERIOD_LONGER_THAN_CAP, path, params)]
}

// src/commission/lines/readFacts.ts
var FIGURES = ['target', 'measure', 'coefficientUplift', 'targetIncentive', 'facts', 'yearToDate']
var FACT_KEYS = ['payee', 'period', ...FIGURES]
function factsIn(fields, plan, issues) {
  const { optional: optional2 } = readersOf(fields, [], issues)
  const payee = optional2('payee', readName) ?? null
  const period = optional2('period', readAnyPeriod) ?? null
  if (period !== null) issues.push(...lengthIssues(period, plan))
  const given4 = optional2('target', readTarget)
  const isOfSpan2 = given4 !== void 0 && isTargetOfSpan(given4, period, plan, issues)
  const known2 = { period, target: given4, isOfSpan: isOfSpan2 }
  const yearToDate = readYearToDate(fields, known2, plan, issues)
  const target = given4?.amount
  return {
    payee,
    period,
    target: target && add(target, yearToDate?.target ?? ZERO),
    measure: optional2('measure', readDecimal),
    uplift:
      optional2('coefficientUplift', (value, path) => readUplift(value, path, plan, issues)) ??
      ZERO,
    incentive: optional2('targetIncentive', readPositive),
    facts:
      optional2('facts', (value, path) => readFields(value, path, plan.factNames, issues)) ??
      NO_FACTS,
    yearToDate,
  }
}
var NO_FACTS = {}
var LIKELY_PERCENTAGE2 = { n: 1n, d: 10n }
function readUplift(
  value,
  path,
  { coefficient, isInUnits, paysByTarget, paysFlat: paysFlat2 },
  issues,
) {
  const bounds2 = { minimum: ZERO, maximum: ONE }
  const uplift = readDecimal(value, path, issues, bounds2)
  if (uplift === void 0 || isZero(uplift) || coefficient.applies === 'multiply') return uplift
  const conflict2 = paysByTarget
    ? UPLIFT_ON_MULTIPLES
    : isInUnits
      ? UPLIFT_ON_UNITS
      : paysFlat2
        ? UPLIFT_ON_FLAT
        : null
  if (conflict2 !== null) {
    issues.push(at(conflict2, path, {}))
    return void 0
  }
  if (compare(uplift, LIKELY_PERCENTAGE2) <= 0) return uplift
  const suggestion = writeDecimal({ n: uplift.n, d: uplift.d * 100n })
  issues.push(at(UPLIFT_LIKE_PERCENT, path, { given: show(value), suggestion }))
  return void 0
}

// src/commission/lines/readInput.ts
var INPUT_KEYS = ['payee', 'period', 'sales', 'lines', 'exchangeRates', ...FIGURES]
function readInput(input, plan) {
  const issues = []
  const fields = readFields(input, [], INPUT_KEYS, issues)
  refuseIfAny(fields === void 0 ? issues : [])
  const facts = factsIn(fields ?? {}, plan, issues)
  const given4 = salesIn(fields ?? {}, plan, issues)
  refuseIfAny(issues)
  const sales = countGiven(given4, facts, plan)
  return { facts: withTargetBefore(facts, given4), given: given4, sales }
}
function withTargetBefore(facts, given4) {
  const before = facts.yearToDate?.target
  const isAdded = facts.target !== void 0 || before === void 0 || !sellsNothing(given4)
  return isAdded ? facts : { ...facts, target: before }
}
function unlessIdle(facts, given4) {
  const { sales = ZERO } = facts.yearToDate ?? {}
  const isIdle = facts.target === void 0 && sellsNothing(given4) && sales.n <= 0n
  return isIdle ? { ...facts, target: BEYOND_REACH } : facts
}
function sellsNothing({ lines, figure = ZERO }) {
  return lines === void 0 ? figure.n <= 0n : lines.every(({ amount }) => amount.n <= 0n)
}
function salesIn(fields, plan, issues) {
  const { sales = null, lines = null, exchangeRates } = fields
  if (sales !== null && lines !== null) issues.push(at(SALES_TWICE, ['sales'], {}))
  if (lines === null) {
    issues.push(...tooLittle(plan))
    return { figure: readDecimal(fields['sales'], ['sales'], issues) ?? ZERO }
  }
  const rates2 = readRates(exchangeRates ?? [], ['exchangeRates'], issues)
  return { lines: readEach(lines, ['lines'], issues), rates: rates2 }
}
function countGiven(given4, facts, plan) {
  if (given4.lines === void 0) return countFigure(given4.figure, plan)
  const held = withRulesHeld(facts, plan)
  return countLines(withoutTwice(given4.lines), given4.rates, facts.period, held)
}
function withRulesHeld(facts, plan) {
  if (plan.groups.every(({ rule }) => !rule?.conditions)) return plan
  const groups = plan.groups.map((group) => {
    const { rule } = group
    if (rule === null) return group
    return { ...group, rule: { ...rule, isHeld: checkConditions(rule.conditions, facts).isMet } }
  })
  return { ...plan, groups }
}
function tooLittle(plan) {
  const field = fieldThatNeeds(plan, 'line', 'amount')
  return field === null ? [] : [at(LINES_MISSING, ['lines'], { field })]
}

// src/commission/earn/payoutCurve.ts
function curveFrom(start, terms, plan, thresholds = thresholdsOf(start, terms)) {
  const uncapped2 = { ...plan, cap: { ...plan.cap, rate: null } }
  const pay2 = (own) => payAt({ ...start, own }, terms, uncapped2)
  const points = thresholds.map(({ at: at2 }) => at2)
  if (plan.cap.base !== null) points.push(add(plan.cap.base, countsFromOf(terms)))
  let curve = { pay: pay2, breakpoints: orderedFrom(start.own, points) }
  for (const limit of limitsOf(start, terms, plan)) curve = limitedBy(curve, limit)
  return curve
}
function payAt({ own, credited, bases, awards: awards3 }, payee, plan) {
  const terms = termsAt(add(own, credited), payee, plan)
  const earned2 = isShut(terms.gate) ? ZERO : lastOf(earn([[own], ...bases], terms, plan))
  return awards3.length === 0 ? earned2 : add(earned2, sumOf(awards3, terms.gate))
}
function sumOf(awards3, gate) {
  return sum(payAwards(awards3, gate).values())
}
function limitsOf(start, payee, plan) {
  const { rate: rate2 } = plan.cap
  const amounts = amountCaps(payee.facts, plan).map(
    ({ most }) =>
      () =>
        most,
  )
  if (rate2 === null) return amounts
  const beside2 = sum(start.bases.flat())
  const ofRate = (own) => {
    const base = add(countedBy(payee.gate, own), beside2)
    const { gate } = termsAt(add(own, start.credited), payee, plan)
    return add(multiply(base, rate2), sumOf(start.awards, gate))
  }
  return [ofRate, ...amounts]
}
function limitedBy({ pay: pay2, breakpoints }, limit) {
  const meetings = breakpoints.flatMap((point, index) => {
    const next = breakpoints[index + 1]
    const own = segmentFrom(point, next, pay2)
    const other = segmentFrom(point, next, limit)
    const closing = subtract(own.slope, other.slope)
    if (isZero(closing)) return []
    const distance = divide(subtract(other.start, own.start), closing)
    const meeting = add(point, distance)
    const isBetween = distance.n > 0n && (next === void 0 || compare(meeting, next) < 0)
    return isBetween ? [meeting] : []
  })
  return {
    pay: (sales) => smaller(pay2(sales), limit(sales)),
    breakpoints: ordered([...breakpoints, ...meetings]),
  }
}
function orderedFrom(start, points) {
  return ordered([start, ...points.filter((point) => compare(point, start) > 0)])
}
function thresholdsOf({ credited }, payee) {
  const {
    facts,
    gate,
    scales: [scale],
  } = payee
  const from = countsFromOf(payee)
  const thresholds = []
  const add4 = (kind, points) => {
    for (const at2 of points) thresholds.push({ kind, at: at2 })
  }
  if (gate !== null) add4('gate', [subtract(gate.level, credited)])
  if (from.n > 0n) add4('target', [from])
  add4('accelerator', acceleratorThresholds(credited, payee))
  if (scale === void 0) return thresholds
  const { ends, bounds: bounds2 } = breakpointsIn(scale, facts)
  const above = (points) => points.map((point) => add(point, from))
  add4('tier', above([ZERO, ...ends]))
  add4('minimum', above(bounds2))
  return thresholds
}
function countsFromOf({ gate }) {
  return gate?.countsFrom ?? ZERO
}
function acceleratorThresholds(credited, { accelerating, facts: { target } }) {
  if (accelerating === null || target === void 0) return []
  const { mode, steps: steps3 } = accelerating
  return steps3.flatMap(({ upTo: upTo2, multiplier: multiplier2 }, index) => {
    const next = steps3[index + 1]?.multiplier ?? multiplier2
    if (upTo2 === null || compare(multiplier2, next) === 0) return []
    const reached = multiply(upTo2, target)
    return [mode === 'marginal' ? reached : subtract(reached, credited)]
  })
}
function breakpointsIn(scale, facts) {
  if (scale.scale.measure === 'separate')
    return { ends: [], bounds: boundsOfChosenTier(scale, facts) }
  const stretched = stretch(scale, facts)
  return { ends: endsOf(stretched), bounds: boundsInTiers(stretched) }
}
function endsOf({ tiers }) {
  return tiers.flatMap(({ upTo: upTo2 }) => (upTo2 === null ? [] : [upTo2]))
}
function boundsInTiers({ scale, tiers }) {
  const origin = (tier) => (scale.mode === 'whole-amount' ? ZERO : tier.from)
  return tiers.flatMap((tier) =>
    partsAtBounds(tier)
      .map((part) => add(origin(tier), part))
      .filter((point) => isInside(point, tier)),
  )
}
function boundsOfChosenTier(exact, facts) {
  const figure = figureOf(ZERO, exact.scale, facts)
  const tier = exact.tiers[ownerOf(figure, exact)] ?? exact.tiers[0]
  return figure.n > 0n ? partsAtBounds(tier).filter((part) => part.n > 0n) : []
}
function partsAtBounds({ minimum, maximum, amount, rate: rate2 }) {
  if (isZero(rate2)) return []
  return [minimum, maximum].flatMap((bound) =>
    bound === null ? [] : [divide(subtract(bound, amount), rate2)],
  )
}
function isInside(point, { from, upTo: upTo2 }) {
  return compare(point, from) > 0 && (upTo2 === null || compare(point, upTo2) < 0)
}
function ordered(points) {
  const sorted = points.filter(({ n: n2 }) => n2 >= 0n).sort(compare)
  return sorted.filter((point, index) => compare(point, sorted[index - 1] ?? negate(ONE)) > 0)
}
function segmentFrom(point, next, pay2) {
  const width = next === void 0 ? ONE : divide(subtract(next, point), THREE)
  const first = add(point, width)
  const low = pay2(first)
  const rise = subtract(pay2(add(first, width)), low)
  return { start: subtract(low, rise), slope: divide(rise, width) }
}
var THREE = { n: 3n, d: 1n }

// src/commission/earn/computeNext.ts
function computeNext({ sales, terms, awards: awards3 }, plan) {
  const [[own = ZERO] = [], ...bases] = sales.bases
  const [group] = plan.groups
  if (group?.measuredBy !== null || group.per !== null || plan.axes !== null) return null
  if (plan.paidAttainment !== null) return null
  if (plan.groups.some(({ measuredTogether }) => measuredTogether !== null)) return null
  const start = {
    own: larger(own, ZERO),
    credited: subtract(sales.credited, own),
    bases,
    awards: awards3,
  }
  const ahead = thresholdsOf(start, terms).filter(
    ({ kind, at: at3 }) => compare(at3, start.own) >= (kind === 'gate' ? 1 : 0),
  )
  const curve = ahead.length === 0 ? null : curveFrom(start, terms, plan, ahead)
  const place = curve && findPlace(curve)
  if (curve === null || place === null) return nextByMeasure(start, terms, plan)
  const by = kindOf2(place, ahead)
  const tier = tierAbove2(place, terms)
  const isOwned = by === 'tier' ? tier.ownsStart : by === 'accelerator' && isUpper(plan)
  const { at: at2, reached } = writable(place, isOwned, plan)
  const remaining = subtract(at2, own)
  return { by, tier, rate: rateFrom(at2, curve), remaining, reached }
}
function findPlace({ pay: pay2, breakpoints }) {
  const [from = ZERO, ...others] = breakpoints
  const now = pay2(from)
  const { start, slope: rate2 } = segmentFrom(from, others[0], pay2)
  if (compare(start, now) > 0) return { at: from, reached: 'above' }
  for (const [index, at2] of others.entries()) {
    const line = add(now, multiply(rate2, subtract(at2, from)))
    const found = placeIn([at2, others[index + 1]], { start: line, slope: rate2 }, pay2)
    if (found !== null) return found
  }
  return null
}
function placeIn([at2, next], line, pay2) {
  const { start, slope } = segmentFrom(at2, next, pay2)
  if (compare(pay2(at2), line.start) > 0) return { at: at2, reached: 'at' }
  const lacking3 = subtract(line.start, start)
  if (lacking3.n < 0n) return { at: at2, reached: 'above' }
  const gain = subtract(slope, line.slope)
  if (gain.n <= 0n) return null
  if (lacking3.n === 0n) return { at: at2, reached: 'by-bend' }
  const meeting = add(at2, divide(lacking3, gain))
  const isBeforeNext = next === void 0 || compare(meeting, next) < 0
  return isBeforeNext ? { at: meeting, reached: 'above' } : null
}
function rateFrom(at2, { pay: pay2, breakpoints }) {
  const next = breakpoints.find((one3) => compare(one3, at2) > 0)
  return segmentFrom(at2, next, pay2).slope
}
function kindOf2({ at: at2 }, thresholds) {
  let last
  for (const threshold of thresholds) {
    const isLater2 = last === void 0 || compare(threshold.at, last.at) > 0
    if (isLater2 && compare(threshold.at, at2) <= 0) last = threshold
  }
  return last?.kind ?? 'tier'
}
function writable({ at: at2, reached }, isOwned, { decimals, isInUnits }) {
  const written2 = round(at2, { mode: 'ceiling', decimals: isInUnits ? 0 : decimals })
  if (compare(written2, at2) > 0) return { at: written2, reached: 'at' }
  if (reached !== 'by-bend') return { at: at2, reached }
  return { at: at2, reached: isOwned ? 'at' : 'above' }
}
function isUpper({ json: { scale } }) {
  return scale.boundary === 'upper-tier'
}
function tierAbove2({ at: at2 }, { gate, scales: [own], facts }) {
  const exact = stretch(own, facts)
  const counted2 = countedBy(gate, at2)
  const isAbove = ({ upTo: upTo2 }) => upTo2 === null || compare(upTo2, counted2) > 0
  const above =
    exact.scale.measure === 'separate'
      ? positionOf2(at2, exact, facts).tier
      : exact.tiers.find(isAbove)
  return above ?? exact.tiers.at(-1)
}
function nextByMeasure(start, terms, plan) {
  const {
    facts,
    scales: [own],
  } = terms
  if (own === void 0 || own.scale.measure !== 'separate') return null
  const curveAt = (measure) => curveFrom(start, { ...terms, facts: { ...facts, measure } }, plan)
  const figure = figureOf(start.own, own.scale, facts)
  const now = curveAt(figure).pay(start.own)
  for (const tier of own.tiers.slice(ownerOf(figure, own) + 1)) {
    const { pay: pay2, breakpoints } = curveAt(tier.ownsStart ? tier.from : insideOf(tier))
    if (compare(pay2(start.own), now) <= 0) continue
    const { slope } = segmentFrom(start.own, breakpoints[1], pay2)
    const remaining = subtract(tier.from, figure)
    return { by: 'measure', tier, rate: slope, remaining, reached: tier.ownsStart ? 'at' : 'above' }
  }
  return null
}
function insideOf({ from, upTo: upTo2 }) {
  const width = upTo2 === null ? ONE : subtract(upTo2, from)
  return add(from, multiply(width, { n: 1n, d: 2n }))
}

// src/commission/lines/findNewCustomers.ts
function findNewCustomers(orders, { eligibility: eligibility2, currency }) {
  const least = eligibility2.firstOrderAtLeast
  if (least === null) return { effective: [], tooSmall: [] }
  const effective = /* @__PURE__ */ new Set()
  const tooSmall = []
  for (const { lines, left, customer = null, firstOrder, earned: earned2 } of orders) {
    if (firstOrder !== true || earned2?.has('new-customer')) continue
    const line = lines[0]?.id ?? ''
    const remaining = subtract(least, left)
    if (remaining.n <= 0n) effective.add(customer ?? line)
    else tooSmall.push({ line, customer, remaining: writeMoney(remaining, currency) })
  }
  return { effective: [...effective], tooSmall }
}

// src/commission/statement/writeConditions.ts
function writeConditions(facts, { accelerator: accelerator2, groups, awards: awards3 }) {
  const write = (of, id, conditions2) => {
    const { isMet: isMet2, checks } = checkConditions(conditions2, facts)
    return checks === null ? [] : [{ of, id, outcome: isMet2 ? 'met' : 'unmet', checks }]
  }
  return [
    ...write('accelerator', null, accelerator2?.conditions ?? null),
    ...groups.flatMap(({ rule }) => (rule === null ? [] : write('rate', rule.id, rule.conditions))),
    ...awards3.flatMap(({ award, conditions: conditions2 }) =>
      write('award', award.id, conditions2),
    ),
  ]
}

// src/commission/statement/writeMoney.ts
function writeSlices(slices, total, plan) {
  const exact = slices.map(({ amount: { n: n2, d } }) => ({ n: n2 * plan.unit, d }))
  const amounts = roundTogether(exact, total)
  return slices.map(({ tier, rule, base }, index) => {
    const slice = {
      tier: tier.id,
      ...tierTexts(tier),
      base: writeBase(base, plan),
      amount: writeUnits(amounts[index] ?? 0n, plan),
    }
    return rule === null ? slice : { rule, ...slice }
  })
}
var tierTexts = /* @__PURE__ */ oncePerPolicy(({ stated, rate: rate2, multiple }) => ({
  from: writeDecimal(stated.from),
  upTo: stated.upTo && writeDecimal(stated.upTo),
  rate: writeRate(rate2),
  ...(multiple && { multiple: writeRate(multiple) }),
}))
function writeStatedSlices(slices, total, plan) {
  return writeSlices(slices, total, plan).map((written2, index) => {
    const slice = slices[index]
    if (slice === void 0) return written2
    const beside2 = isRateAlone(slice) ? {} : writeBesideRate(slice, plan)
    return slice.times === void 0
      ? { ...written2, ...beside2 }
      : { ...written2, times: slice.times, ...beside2 }
  })
}
function isRateAlone({ tier, base, amount }) {
  const hasNoOther = isZero(tier.amount) && tier.minimum === null && tier.maximum === null
  return hasNoOther || compare(amount, multiply(base, tier.rate)) === 0
}
function writeBesideRate({ tier, rule }, plan) {
  const group = plan.groups.find((one3) => (one3.rule?.id ?? null) === rule)
  const mode = group?.scale.scale.mode
  const width =
    mode === 'interpolated' && tier.upTo !== null && !isJump(tier)
      ? subtract(tier.upTo, tier.from)
      : null
  const written2 = (key, value) =>
    value === null ? {} : { [key]: writeMoney(value, plan.currency) }
  return {
    ...written2('flat', isZero(tier.amount) ? null : tier.amount),
    ...(width && { width: writeBase(width, plan) }),
    ...written2('minimum', tier.minimum),
    ...written2('maximum', tier.maximum),
  }
}
function writeAdjustments(sums, plan, isKept2 = () => false) {
  const adjustments = []
  let before = 0n
  for (const { kind, clause, units, limit } of sums) {
    const change2 = units - before
    before = units
    if (kind === 'slices' || (change2 === 0n && !isKept2(kind))) continue
    const amount = writeUnits(change2, plan)
    const written2 = limit && { limit: writeLimit(kind, limit, plan) }
    adjustments.push({ kind, amount, clause, ...written2 })
  }
  return adjustments
}
function writeLimit(kind, limit, plan) {
  if (kind === 'cap-rate') return writeDecimal(limit)
  if (kind === 'cap-base') return writeBase(limit, plan)
  return writeMoney(limit, plan.currency)
}
function writeNext(next, plan) {
  if (next === null) return null
  const { by, tier, rate: rate2, remaining, reached } = next
  const isSales = by !== 'measure'
  return {
    by,
    tier: tier.id,
    rate: writeDecimal(rate2),
    remaining: isSales ? writeBase(remaining, plan) : writeDecimal(remaining),
    reached,
  }
}
function writeBase(value, { isInUnits, decimals }) {
  return isInUnits ? writeDecimal(value) : writePadded(value, decimals)
}
function writeUnits(units, { unit, decimals }) {
  return writePadded({ n: units, d: unit }, decimals)
}
function writeStep({ id, multiplier: multiplier2 }) {
  return { step: id, multiplier: writeDecimal(multiplier2) }
}
function writeWeighed(lines, plan) {
  return lines
    .filter(({ factors: factors2 }) => factors2.length > 0)
    .map(({ id, credited, base, factors: factors2 }) => ({
      line: id,
      credited: writeBase(credited, plan),
      base: writeBase(base, plan),
      by: factors2.map(({ factor: { factor, fact }, multiplier: multiplier2, value, step }) => ({
        factor: factor.id,
        applies: factor.applies,
        multiplier: writeDecimal(multiplier2),
        ...(factor.above !== void 0 && { above: factor.above }),
        ...(fact !== null && value !== void 0 && { fact, value: writeDecimal(value) }),
        ...(step !== void 0 && { step }),
        reason: factor.reason ?? null,
      })),
    }))
}
function writeAwards(awards3, gate, { currency }) {
  return awards3.map((one3) => ({
    award: one3.award.award.id,
    line: one3.parts[0]?.[0] ?? one3.order.lines[0]?.id ?? '',
    outcome: outcomeOf(one3, gate),
    amount: writeMoney(one3.issue === null ? one3.amount : one3.award.amount, currency),
    clause: one3.award.award.clause ?? null,
  }))
}
function writeNotCounted(notCounted, plan) {
  return notCounted.map(({ line: { id, amount, currency }, issue }) => ({
    id,
    ...writeGiven(amount, currency, plan),
    issue,
  }))
}
function writeGiven(amount, currency, plan) {
  if (currency === void 0 || currency === plan.currency) return { amount: writeBase(amount, plan) }
  return { amount: writeMoney(amount, currency), currency }
}

// src/commission/statement/writeStatement.ts
function writeStatement(commission, plan) {
  const { sales, terms, earnings, paid } = commission
  const { facts, gate } = terms
  const isPaid = !isShut(gate)
  const base = isPaid ? earnings.base : ZERO
  const sums = withRefunds2(commission)
  const target = facts.target === BEYOND_REACH ? void 0 : facts.target
  const statement = {
    payee: facts.payee,
    period: facts.period && writeAnyPeriod(facts.period),
    amount: writeUnits(paid, plan),
    currency: plan.currency,
    sales: writeBase(sales.sales, plan),
    base: writeBase(base, plan),
    target: target === void 0 ? null : writeBase(target, plan),
    attainment: target === void 0 ? null : writeDecimal(quotient(sales.credited, target)),
    gate: gate && writeGate(gate, commission, plan),
    slices: isPaid ? writeStatedSlices(earnings.slices, sums[0]?.units ?? 0n, plan) : [],
    adjustments: writeAdjustments(sums, plan, (kind) => hasBitten(kind, earnings)),
    next: writeNext(nextOf(commission, target, plan), plan),
    effectiveRate: isZero(base) ? null : writeDecimal(quotient({ n: paid, d: plan.unit }, base)),
    coefficient: isRaised2(facts)
      ? { ...plan.coefficient, uplift: writeDecimal(facts.uplift) }
      : null,
    unrounded: isPaid ? writeDecimal(lastOf(earnings)) : '0',
    rounding: plan.rounding,
    notCounted: writeNotCounted(sales.notCounted, plan),
    mode: plan.json.scale.mode,
    policy: plan.reference,
    clauses: clausesOf(commission, plan),
  }
  addMechanisms(statement, commission, plan)
  return statement
}
function nextOf(commission, target, plan) {
  const isUnknown = target === void 0 && fieldThatNeeds(plan, 'target') !== null
  return isUnknown ? null : computeNext(commission, plan)
}
function withRefunds2({ sums, mirrored: mirrored3, paid }) {
  return mirrored3.length === 0
    ? sums
    : [...sums, { kind: 'refund', clause: null, units: paid, limit: null }]
}
function writeGate(gate, commission, plan) {
  const isKnown = !isZero(gate.remaining) && commission.terms.facts.target !== BEYOND_REACH
  const outcome = {
    clause: 'COM-2',
    outcome: gate.isOpen ? 'met' : 'unmet',
    attainment: plan.json.gate?.attainment ?? null,
    counts: gate.counts,
    remaining: isKnown ? writeBase(gate.remaining, plan) : null,
    forgone: gate.isOpen ? null : writeUnits(forgoneBy(gate, commission, plan), plan),
  }
  return gate.checks === null ? outcome : { ...outcome, checks: gate.checks }
}
function forgoneBy(gate, { sales, terms, paid }, plan) {
  return computeBy({ ...terms, gate: { ...gate, isOpen: true } }, sales, plan).paid - paid
}
function addMechanisms(
  statement,
  { sales, terms, orders, awards: awards3, mirrored: mirrored3 },
  plan,
) {
  const { accelerator: accelerator2, gate } = terms
  addRoundedAttainment(statement, sales, terms, plan)
  if (accelerator2 !== null) statement.accelerator = writeStep(accelerator2)
  addMultipliers(statement, terms, plan)
  addFactors(statement, sales, plan)
  const conditions2 = writeConditions(terms.facts, plan)
  if (conditions2.length > 0) statement.conditions = conditions2
  if (plan.json.awards) statement.awards = writeAwards(awards3, gate, plan)
  if (plan.refunds === 'mirror') statement.refunds = writeRefunds(mirrored3, plan)
  if (plan.exchange) statement.converted = sales.converted
  if (plan.eligibility.firstOrderAtLeast !== null)
    statement.newCustomers = findNewCustomers(orders, plan)
  const issues = [...orders, ...awards3].flatMap(({ issue }) => issue ?? [])
  if (issues.length > 0) statement.issues = issues
}
function addRoundedAttainment(
  statement,
  { credited },
  { facts },
  { json: { attainmentRounding } },
) {
  if (attainmentRounding === void 0 || statement.target === null) return
  const attainment = divide(credited, facts.target ?? ONE)
  statement.attainmentRounded = writeDecimal(round(attainment, attainmentRounding))
}
function addMultipliers(statement, { multipliers: multipliers4 }, { json }) {
  const written2 = multipliers4.map(({ by, step }) => ({ fact: by.fact, ...writeStep(step) }))
  const [kpiMultiplier2] = written2
  if (json.kpiMultiplier && kpiMultiplier2) statement.kpiMultiplier = kpiMultiplier2
  if (json.multipliers) statement.multipliers = written2.slice(json.kpiMultiplier ? 1 : 0)
}
function addFactors(statement, { credited, lines }, plan) {
  if (plan.factors.length === 0) return
  statement.credited = writeBase(credited, plan)
  statement.factors = writeWeighed(lines ?? [], plan)
}
function writeRefunds(mirrored3, plan) {
  return mirrored3.map(({ refund: { line, original, earlier }, units }) => ({
    line: line.id,
    refundOf: original?.id ?? earlier?.id ?? '',
    sales: writeMoney(line.sales, plan.currency),
    amount: writeUnits(units, plan),
  }))
}
function clausesOf({ awards: awards3, terms: { gate, facts } }, plan) {
  const clauses = ['COM-1']
  if (gate !== null) clauses.push('COM-2')
  for (const { award, isKnown } of awards3) {
    const { clause } = award.award
    if (isKnown && clause !== void 0 && !clauses.includes(clause)) clauses.push(clause)
  }
  if (isRaised2(facts)) clauses.push('COM-5')
  if (plan.json.kpiMultiplier) clauses.push('COM-6')
  if (plan.eligibility.firstOrderAtLeast !== null) clauses.push('APP-3')
  if (plan.eligibility.marginFloor !== null) clauses.push('APP-5')
  return clauses
}

// src/commission/settle/asJson.ts
function asJson(value) {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(asJson)
  const { toJSON } = value
  if (typeof toJSON === 'function') return toJSON.call(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]))
}

// src/commission/settle/counted.ts
var COUNTED = { minimum: 1, maximum: 1e6 }

// src/commission/settle/planOfBalance.ts
var planOfBalance = /* @__PURE__ */ oncePerPolicy((plan) => ({
  ...reference(plan),
  digest: digestOfContents(plan),
}))

// src/commission/settle/reasonsOf.ts
function differencesOf(is, was) {
  const given4 = [
    { field: 'sales', was: textOf(was['sales']), is: is.sales },
    { field: 'target', was: textOf(was['target']), is: is.target },
    {
      field: 'coefficient',
      was: textOf(inside(was['coefficient'], 'uplift')),
      is: is.coefficient?.uplift ?? null,
    },
    { field: 'policy', was: policyOf(was['policy']), is: policyOf(is.policy) },
    {
      field: 'gate',
      was: textOf(inside(was['gate'], 'outcome')),
      is: is.gate?.outcome ?? null,
    },
    {
      field: 'kpi-multiplier',
      was: textOf(inside(was['kpiMultiplier'], 'step')),
      is: is.kpiMultiplier?.step ?? null,
    },
    { field: 'multiplier', was: stepsOf2(was['multipliers']), is: stepsOf2(is.multipliers) },
  ]
  return given4.filter(isChanged)
}
function reasonsWithout({ amount }, paid) {
  const field = paid === null ? 'not-paid-before' : 'earlier-correction'
  return [{ field, was: paid, is: amount }]
}
function reasonsOf(is, was, isCorrectedBefore) {
  const changed = differencesOf(is, was)
  if (changed.length > 0) return changed
  const measure = { field: 'measure', was: tiersOf(was['slices']), is: tiersOf(is.slices) }
  if (isChanged(measure)) return [measure]
  if (checksDiffer(is, was))
    return [{ field: 'gate', was: checksOf(was['gate']), is: checksOf(is.gate) }]
  const field = isCorrectedBefore ? 'earlier-correction' : 'lines'
  return [{ field, was: textOf(was['amount']), is: is.amount }]
}
function checksDiffer({ gate }, was) {
  return checksOf(gate) !== checksOf(was['gate'])
}
function checksOf(gate) {
  const checks = readArray(inside(gate, 'checks'), [], [])
  const written2 = checks?.map((one3) => `${inside(one3, 'id')}: ${inside(one3, 'outcome')}`)
  return written2?.join(', ') ?? null
}
function isChanged({ was, is }) {
  return was !== is
}
function stepsOf2(multipliers4) {
  const steps3 = readArray(multipliers4 ?? [], [], []) ?? []
  return steps3.length === 0 ? null : steps3.map((one3) => textOf(inside(one3, 'step'))).join(', ')
}
function tiersOf(slices) {
  const list2 = readArray(slices, [], [])
  return list2 === void 0 ? null : list2.map((one3) => textOf(inside(one3, 'tier'))).join(', ')
}
function textOf(value) {
  return typeof value === 'string' ? value : null
}
function inside(value, key) {
  return readRecord(value, [], [])?.[key]
}
function policyOf(policy) {
  const id = textOf(inside(policy, 'id'))
  return id === null ? null : `${id} ${textOf(inside(policy, 'version')) ?? ''}`.trimEnd()
}

// src/commission/settle/correctionsOf.ts
function correctionsOf(due, { paid, corrected }, plan) {
  const compared = due.map((one3) => compare2(one3, paid, corrected))
  const others = compared.filter((one3) => isOther(one3, plan))
  const own = new Set(others)
  const isMoved = (one3) => others.some((other) => countsIn(one3.due, other.due, plan))
  return compared
    .filter((one3) => own.has(one3) || isMoved(one3) || isOfUnknownSpan(one3, plan))
    .map((one3) => {
      const reasons = own.has(one3)
        ? reasonsFor(one3, plan)
        : reasonsBeyond(one3, isMoved(one3), plan)
      return correct(one3, reasons, { paid, given: due }, plan)
    })
}
function isOfUnknownSpan({ original, earlier }, { payment }) {
  const trueUp = payment?.trueUp ?? 'every-period'
  return original !== void 0 && earlier.length === 0 && trueUp !== 'every-period'
}
function compare2(due, paid, corrected) {
  const original = paid.find(isFor2(due))
  const earlier = corrected.filter(isFor2(due))
  const all = [...(original === void 0 ? [] : [original]), ...earlier]
  return { due, original, earlier, before: sum(all.map(({ amount }) => amount)) }
}
function isFor2({ payee, period }) {
  return (other) => other.payee === payee && isSamePeriod(other.period, period)
}
function isOther({ due, original, earlier, before }, { payment }) {
  if (compare(due.amount, before) !== 0) return true
  const latest = latestOf(earlier)
  return (
    !isEarnedAlready(due, original, latest) ||
    (payment !== null && !isOfSameFacts(due, original, latest))
  )
}
function latestOf(corrected) {
  let latest
  for (const one3 of corrected)
    if (latest === void 0 || numberOf2(one3) >= numberOf2(latest)) latest = one3
  return latest
}
function numberOf2({ fields }) {
  return readInteger(fields['number'] ?? 1, [], [], COUNTED) ?? 1
}
function isEarnedAlready(due, original, latest) {
  const earned2 =
    latest === void 0
      ? original && subtract(original.amount, sum(cutsOf(original)))
      : readWritten(latest.fields['earned'], [], [])
  if (earned2 === void 0) return latest !== void 0
  return compare(earned2, due.earned) === 0
}
function isOfSameFacts({ now, statement }, original, latest) {
  const before = latest?.fields['now']
  if (before !== void 0) return digestOf(asJson(before)) === digestOf(now)
  if (now.lines !== void 0) return false
  if (original === void 0) return true
  const differences = differencesOf(statement, original.fields)
  return (
    differences.every(({ field }) => field === 'policy') &&
    !checksDiffer(statement, original.fields)
  )
}
function cutsOf({ fields }, span2) {
  const list2 = readArray(fields['adjustments'], [], []) ?? []
  const kinds2 = (span2 === void 0 ? CAP_SPANS : [span2]).map((one3) => `cap-${one3}`)
  return list2
    .filter((one3) => kinds2.includes(inside(one3, 'kind')))
    .map((one3) => readWritten(inside(one3, 'amount'), [], []) ?? ZERO)
}
function correct({ due, earlier, before }, reasons, { paid, given: given4 }, plan) {
  const { currency } = plan
  return {
    payee: due.payee,
    period: writeAnyPeriod(due.period),
    number: Math.max(0, ...earlier.map(numberOf2)) + 1,
    paid: writeMoney(before, currency),
    due: due.statement.amount,
    amount: writeMoney(subtract(due.amount, before), currency),
    currency,
    reasons,
    earned: writeMoney(due.earned, currency),
    ...(due.owed && { owed: writeMoney(due.owed, currency) }),
    now: due.now,
    policy: planOfBalance(plan.json),
    alsoRestate: paid
      .filter((one3) => isChangedBy(due, one3, plan) && !given4.some(isFor2(one3)))
      .map(({ period }) => period.name),
  }
}
function reasonsBeyond({ due }, isMoved, { currency }) {
  const is = writeMoney(due.earned, currency)
  return [{ field: isMoved ? 'earlier-period' : 'true-up', was: null, is }]
}
function reasonsFor({ due, original, earlier, before }, { currency }) {
  const isCorrectedBefore = earlier.length > 0
  return original === void 0
    ? reasonsWithout(due.statement, isCorrectedBefore ? writeMoney(before, currency) : null)
    : reasonsOf(due.statement, original.fields, isCorrectedBefore)
}
function isChangedBy(due, later, plan) {
  if (countsIn(later, due, plan) || takesBack(later, due)) return true
  const isSame3 = (span2) =>
    nameOfSpan(later.period, span2, plan) === nameOfSpan(due.period, span2, plan)
  return (
    isLater(later, due) &&
    CAP_SPANS.some((span2) => isSame3(span2) && cutsOf(later, span2).length > 0)
  )
}
function takesBack(later, earlier) {
  const refunds = readArray(later.fields['refunds'] ?? [], [], []) ?? []
  const ids = new Set(earlier.now.lines?.map(({ id }) => id))
  return (
    isLater(later, earlier) && refunds.some((one3) => ids.has(String(inside(one3, 'refundOf'))))
  )
}
function countsIn(later, earlier, plan) {
  if ((plan.payment?.accrual ?? 'period') === 'period' || !isLater(later, earlier)) return false
  return isSameSpan(spanOf3(later.period, plan), spanOf3(earlier.period, plan))
}
function isLater(one3, other) {
  return one3.payee === other.payee && one3.period.from > other.period.to
}

// src/commission/settle/otherCurrency.ts
function otherCurrency2(currency, path, expected) {
  if (currency === expected) return []
  const given4 = typeof currency === 'string' ? currency : show(currency)
  return [at(OTHER_CURRENCY, [...path, 'currency'], { given: given4, expected })]
}

// src/commission/settle/account.ts
function noYear(name2, isAfterFinal = false) {
  return { name: name2, before: null, outside: [], isAfterFinal, periods: [], walked: null }
}
function hasLeft({ isAfterFinal, periods }) {
  return isAfterFinal || periods.some(({ isFinal }) => isFinal)
}
function leavingAt(year, isFinal) {
  if (hasLeft(year)) return 'after'
  return isFinal ? 'final' : null
}
function turnTo(name2, account) {
  const { year } = account
  if (year.name === name2) return account
  return { lastYear: year.name === '' ? null : year, year: noYear(name2, hasLeft(year)) }
}
function periodsOf({ lastYear, year }) {
  return [...(lastYear?.periods ?? []), ...year.periods]
}
function sumYear(year, plan) {
  const asComputed = capInOrder(
    year,
    year.periods.map(({ earned: earned2 }) => earned2),
    plan,
  )
  if (year.periods.every(({ byHand }) => byHand === null)) return asComputed
  return capInOrder(
    year,
    year.periods.map(({ earned: earned2, byHand }, index) =>
      byHand === null ? earned2 : add(asComputed.capped[index] ?? earned2, byHand),
    ),
    plan,
  )
}
function capInOrder(year, earned2, plan) {
  let capped2 = earned2
  const capNext = (span2) => {
    const sums = startOf(year, year.periods[0]?.read, span2, plan)
    capped2 = capped2.map((own, index) => {
      const { read, change: change2, caps } = year.periods[index]
      if (change2 === 'restart') sums.clear()
      const name2 = nameOfSpan(read.period, span2, plan)
      const before = sums.get(name2) ?? ZERO
      const after = add(before, own)
      sums.set(name2, after)
      const most = caps[span2]
      if (most === null) return own
      return subtract(smaller(after, most), smaller(before, most))
    })
    return sums
  }
  const [quarter, half, ofYear] = [capNext('quarter'), capNext('half'), capNext('year')]
  return { capped: capped2, spans: { quarter, half, year: ofYear } }
}
function startOf({ before, outside }, first, span2, plan) {
  const sums = /* @__PURE__ */ new Map()
  const add4 = (name2, amount) => sums.set(name2, add(sums.get(name2) ?? ZERO, amount))
  if (before !== null && first !== void 0)
    add4(nameOfSpan(first.period, span2, plan), before[span2] ?? ZERO)
  for (const { to, amount } of outside) add4(nameOfSpan({ to }, span2, plan), amount)
  return sums
}
function earnedBefore(year, { read, change: change2 }, plan) {
  const { spans } = sumYear(year, plan)
  const of = (span2) => {
    if (change2 === 'restart') return ZERO
    const sums = year.periods.length === 0 ? startOf(year, read, span2, plan) : spans[span2]
    return sums.get(nameOfSpan(read.period, span2, plan)) ?? ZERO
  }
  return { quarter: of('quarter'), half: of('half'), year: of('year') }
}

// src/commission/settle/exactTerms.ts
var exactTerms = /* @__PURE__ */ oncePerPolicy(
  ({ holdback, draw, minimumPayout, afterLeaving }) => ({
    holdback: holdback
      ? { share: known(holdback.share), releaseAfter: holdback.releaseAfter }
      : null,
    draw: draw ? compileDraw(draw) : null,
    minimumPayout: knownOrNull(minimumPayout),
    afterLeaving: knownOrNull(afterLeaving),
  }),
)
function compileDraw(draw) {
  const { kind, recoverFrom, recoverAfter, recoverAtMost, owedAtMost } = draw
  return {
    kind,
    recoverFrom,
    recoverAfter,
    steps: compileSchedule(draw),
    recoverAtMost: known(recoverAtMost),
    owedAtMost: knownOrNull(owedAtMost),
  }
}
function compileSchedule({ amount, periods, schedule = [] }) {
  let end = 0
  const steps3 = schedule.map((step) => {
    end += step.periods
    return { end, amount: known(step.amount) }
  })
  return [...steps3, { end: periods ?? Number.POSITIVE_INFINITY, amount: known(amount) }]
}

// src/commission/settle/earnByProgress.ts
function earnByProgress(earnings, period, { lines, rows, isAfter }, plan) {
  const { shares } = earnings
  openNew(period, lines)
  const changing = { lines, before: /* @__PURE__ */ new Map() }
  applyShares(earnings, changing)
  const withoutLine = subtract(earnings.amount, shareChange(changing))
  applyRefunds(shares, changing)
  const notCounted = rows.flatMap((row) => applyRow(row, changing))
  const share = isAfter ? exactTerms(plan.payment).afterLeaving : null
  const due = share === null ? payableChange(changing, plan) : dueAfter(changing, share, plan)
  const amount = add(due, withoutLine)
  return { amount, notCounted }
}
function change({ lines, before }, id, to) {
  const line = lines.get(id)
  if (line === void 0) return
  if (!before.has(id)) before.set(id, line)
  lines.set(id, { ...line, ...to })
}
function openNew({ sales }, lines) {
  for (const { id, amount, refundOf } of sales.lines ?? []) {
    if (lines.has(id)) continue
    lines.set(id, {
      amount,
      share: ZERO,
      progress: ZERO,
      refunded: ZERO,
      refundOf: refundOf && refundedId(refundOf),
      takesBack: void 0,
      sinceFinal: ZERO,
    })
  }
}
function applyShares({ given: given4, shares }, changing) {
  for (const { id } of given4) {
    const share = shares.get(id)?.capped ?? ZERO
    const before = changing.lines.get(id)?.share ?? share
    if (compare(before, share) !== 0) change(changing, id, { share })
  }
}
function applyRefunds(shares, changing) {
  for (const id of shares.keys()) {
    const refund = changing.lines.get(id)
    const original = changing.lines.get(refund?.refundOf ?? '')
    if (refund?.refundOf === void 0 || original === void 0) continue
    const refunded = subtract(original.refunded, refund.amount)
    change(changing, refund.refundOf, { refunded })
    change(changing, id, { refundOf: void 0, takesBack: refund.refundOf })
  }
}
function applyRow(row, changing) {
  const line = changing.lines.get(row.line)
  const fault = line === void 0 ? unknown3(row) : wrongAmount(row, line)
  if (fault !== null) return [{ line: row.line, issue: asWarning(fault) }]
  const progress = add(line?.progress ?? ZERO, row.amount)
  change(changing, row.line, { progress })
  return []
}
function unknown3({ path, line }) {
  return at(LINE_UNKNOWN, [...path, 'line'], { line })
}
function wrongAmount({ path, line, amount }, of) {
  const open = openOf(of)
  const given4 = writeDecimal(amount)
  if (compare(amount, open) > 0)
    return at(PAID_TOO_MUCH, [...path, 'amount'], { given: given4, line, open: writeDecimal(open) })
  if (!isNegative(add(of.progress, amount))) return null
  const minimum = writeDecimal(negate(of.progress))
  return at(CAME_BACK_TOO_MUCH, [...path, 'amount'], { given: given4, minimum })
}
function openOf({ amount, progress, refunded }) {
  const open = subtract(amount, add(progress, refunded))
  return isNegative(open) ? ZERO : open
}
function shareChange({ lines, before }) {
  const changes = [...before].map(([id, was]) =>
    subtract(lines.get(id)?.share ?? was.share, was.share),
  )
  return sum(changes)
}
function payableChange(changing, plan) {
  return sum(payableChanges(changing, plan).map(([, amount]) => amount))
}
function payableChanges({ lines, before }, { rounding }) {
  return [...before].map(([id, was]) => {
    const is = lines.get(id) ?? was
    return [id, subtract(payable3(is, rounding), payable3(was, rounding))]
  })
}
function dueAfter(changing, share, plan) {
  const { lines } = changing
  const paid = (due) => (isNegative(due) ? due : round(multiply(due, share), plan.rounding))
  const amounts = payableChanges(changing, plan).map(([id, amount]) => {
    const original = lines.get(id)?.takesBack ?? ''
    const root = lines.has(original) ? original : id
    const line = lines.get(root)
    const sinceFinal = add(line.sinceFinal, amount)
    lines.set(root, { ...line, sinceFinal })
    return subtract(paid(sinceFinal), paid(line.sinceFinal))
  })
  return sum(amounts)
}
function payable3(line, rounding) {
  if (isSettled(line)) return line.share
  const done = add(line.progress, line.refunded)
  return round(divide(multiply(line.share, done), line.amount), rounding)
}
function isSettled({ amount, progress, refunded }) {
  return amount.n <= 0n || compare(add(progress, refunded), amount) >= 0
}
function dropSettled(lines) {
  for (const [id, line] of lines) if (isSettled(line) && isZero(line.sinceFinal)) lines.delete(id)
}
function payOpenLines(lines, { rounding }) {
  let amount = ZERO
  for (const line of lines.values())
    amount = add(amount, subtract(line.share, payable3(line, rounding)))
  lines.clear()
  return amount
}

// src/commission/settle/readLines.ts
var LINE_KEYS2 = [
  'line',
  'amount',
  'commission',
  'progress',
  'refunded',
  'refundOf',
  'takesBack',
  'sinceFinal',
]
function readLines(value, path, plan, issues) {
  const lines = /* @__PURE__ */ new Map()
  for (const [index, row] of (readArray(value ?? [], path, issues) ?? []).entries()) {
    const at2 = [...path, index]
    const fields = readFields(row, at2, LINE_KEYS2, issues) ?? {}
    const number = (key) => readWritten(fields[key], [...at2, key], issues) ?? ZERO
    const name2 = (key) =>
      fields[key] === void 0 ? void 0 : readName(fields[key], [...at2, key], issues)
    lines.set(readName(fields['line'], [...at2, 'line'], issues) ?? '', {
      amount: number('amount'),
      share: readMoney(fields['commission'], [...at2, 'commission'], plan, issues),
      progress: number('progress'),
      refunded: number('refunded'),
      refundOf: name2('refundOf'),
      takesBack: name2('takesBack'),
      sinceFinal: fields['sinceFinal'] === void 0 ? ZERO : number('sinceFinal'),
    })
  }
  return lines
}
function readMoney(value, path, { decimals, minimum }, issues) {
  const bounds2 = minimum && { minimum }
  const amount = readWritten(value, path, issues, bounds2) ?? ZERO
  issues.push(...notPayable(amount, path, decimals))
  return amount
}

// src/commission/settle/readByHand.ts
var COMPUTED = ['now', 'due', 'manager', 'elapsedDays']
function isByHand(fields) {
  return COMPUTED.every((key) => fields[key] === void 0)
}
var KEYS = ['id', 'amount', 'reason', 'by', 'on', 'period', 'payee', 'currency']
function readByHand(fields, { amount, period }, path, issues) {
  for (const key of Object.keys(fields))
    if (!KEYS.includes(key)) issues.push(unknownKey(key, path, KEYS))
  const { by = null, on = null } = fields
  const who = by === null ? void 0 : readName(by, [...path, 'by'], issues)
  const when = on === null ? void 0 : readDate(on, [...path, 'on'], issues)
  return {
    id: readName(fields['id'], [...path, 'id'], issues) ?? '',
    reason: readName(fields['reason'], [...path, 'reason'], issues) ?? '',
    ...(who !== void 0 && { by: who }),
    ...(when !== void 0 && { on: when }),
    ...(period && { period: writeAnyPeriod(period) }),
    amount: writeDecimal(amount),
  }
}

// src/commission/settle/readAdjustments.ts
var NONE = { amount: ZERO, corrections: [], byHand: [] }
function readAdjustments(rows, path, { payee, plan }, issues) {
  if (rows === null) return NONE
  const list2 = readArray(rows, path, issues) ?? []
  const found = list2.flatMap((row, index) =>
    readAdjustment(row, [...path, index], { payee, plan }, issues),
  )
  issues.push(...givenTwice(found, path))
  const money2 = found.filter(({ correction }) => correction === null)
  return {
    amount: sum(money2.map(({ amount }) => amount)),
    corrections: found.flatMap(({ correction }) => correction ?? []),
    byHand: found.flatMap(({ given: given4 }) => given4 ?? []),
  }
}
function readAdjustment(row, path, { payee, plan }, issues) {
  const fields = readRecord(row, path, issues)
  if (fields === void 0) return []
  issues.push(...somebodyElses(fields, path, payee))
  if (fields['currency'] !== void 0)
    issues.push(...otherCurrency2(fields['currency'], path, plan.currency))
  const amount = readWritten(fields['amount'], [...path, 'amount'], issues) ?? ZERO
  issues.push(...notPayable(amount, [...path, 'amount'], plan.decimals))
  const period = periodOf(fields, path, issues)
  const given4 = isByHand(fields) ? readByHand(fields, { amount, period }, path, issues) : null
  if (period === void 0) return [{ amount, correction: null, given: given4 }]
  const from = readRestated(fields, path, issues)
  return [{ amount, correction: { path, period, amount, from }, given: given4 }]
}
function givenTwice(found, path) {
  const seen = /* @__PURE__ */ new Set()
  return found.flatMap(({ given: given4 }, index) => {
    const id = given4?.id
    if (id === void 0) return []
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice ? [at(ID_DUPLICATE, [...path, index, 'id'], { id })] : []
  })
}
function periodOf(fields, path, issues) {
  if ((fields['period'] ?? null) === null || fields['manager'] !== void 0) return void 0
  return readAnyPeriod(fields['period'], [...path, 'period'], issues)
}
function readRestated(fields, path, issues) {
  const { now, policy, owed, alsoRestate = [] } = fields
  if (now === void 0) return null
  const money2 = (key) => readWritten(fields[key], [...path, key], issues) ?? ZERO
  const names2 = readArray(alsoRestate, [...path, 'alsoRestate'], issues) ?? []
  const digest = readRecord(policy, [...path, 'policy'], issues)?.['digest']
  return {
    number: readInteger(fields['number'], [...path, 'number'], issues, COUNTED) ?? 1,
    plan: readName(digest, [...path, 'policy', 'digest'], issues) ?? '',
    earned: money2('earned'),
    owed: owed === void 0 ? ZERO : money2('owed'),
    now: readRecord(now, [...path, 'now'], issues) ?? {},
    alsoRestate: names2.filter((name2) => typeof name2 === 'string'),
  }
}
function somebodyElses(fields, path, payee) {
  const key = fields['manager'] === void 0 ? 'payee' : 'manager'
  const owner = fields[key]
  if (owner === void 0 || payee === null || owner === payee) return []
  const params = { given: show(owner), expected: show(payee) }
  return [at(SOMEBODY_ELSES, [...path, key], params)]
}

// src/commission/settle/soldBefore.ts
function soldBefore2(given4, { period, target }, plan, issues) {
  if (given4 === null || period === void 0) return null
  const path = ['yearToDate']
  const before = readBefore(given4, path, issues)
  issues.push(...spanIssues(before, period, plan))
  const span2 = countedSpan(plan)
  const isNothing = before.sales?.n === 0n
  if (span2 !== null && before.sales === void 0)
    issues.push(at(SALES_BEFORE_MISSING, [...path, 'sales'], {}))
  if (span2 !== null && target !== void 0 && before.target === void 0 && !isNothing)
    issues.push(at(TARGET_BEFORE_MISSING, [...path, 'target'], {}))
  const ofSpans = CAP_SPANS.map((one3) => [one3, knownIn(one3, before, period, plan)])
  const known2 = { ...before, ...Object.fromEntries(ofSpans), span: span2 }
  return span2 === null ? { ...known2, sales: void 0, target: void 0 } : known2
}
function readKept(given4, path, plan, issues) {
  const { span: span2, ...figures } =
    readFields(given4, path, [...BEFORE_KEYS, 'span'], issues) ?? {}
  const before = readBefore(figures, path, issues)
  if (span2 !== void 0)
    return { ...before, span: readWord(span2, [...path, 'span'], CAP_SPANS, issues) ?? null }
  return { ...before, span: before.sales === void 0 ? null : countedSpan(plan) }
}
function soldBeforeIn({ before, periods }, first, plan) {
  const span2 = countedSpan(plan)
  if (before === null || span2 === null || before.span === span2) return before
  if (beginsSpan(periods[0]?.read.period ?? first, span2, plan)) return null
  return refuse(SALES_BEFORE_MISSING, ['opening', 'year', 'before', 'sales'], {})
}
function unknownSpans({ before, periods }, { period }, planChange, plan) {
  const [first] = periods
  const isAnew =
    planChange === 'restart' || periods.some(({ change: change2 }) => change2 === 'restart')
  if (before === null || first === void 0 || isAnew) return []
  const isSame3 = (span2) =>
    nameOfSpan(first.read.period, span2, plan) === nameOfSpan(period, span2, plan)
  return cappedSpans(plan)
    .filter((span2) => before[span2] === void 0)
    .filter((span2) => planChange === 'from-start-of-year' || isSame3(span2))
    .map((span2) => at(EARNED_IN_SPAN_MISSING, ['opening', 'year', 'before', span2], {}))
}

// src/commission/settle/readPeriodRow.ts
var PERIOD_KEYS = ['period', 'sales', 'lines', 'exchangeRates', ...FIGURES, 'adjustments']
function readPeriodRow(row, path, reading, issues) {
  const { payee, plan, isOfAnotherPlan = false } = reading
  const found = []
  const fields = readRecord(row, [], found)
  const { adjustments = null, ...given4 } = fields ?? {}
  for (const key of Object.keys(given4))
    if (!PERIOD_KEYS.includes(key)) found.push(unknownKey(key, [], PERIOD_KEYS))
  if (fields === void 0) {
    issues.push(...found.map((one3) => under(path, one3)))
    return []
  }
  const period = readAnyPeriod(given4['period'], ['period'], found)
  const json = withCopies(given4, found)
  const { yearToDate = null, ...others } = json
  const { target = null, ...besides } = others
  const reader = readerOf(reading)
  const own = factsIn(
    { ...(isOfAnotherPlan ? withoutFacts(besides) : besides), payee },
    reader,
    period === void 0 ? [] : found,
  )
  const goal = target === null ? void 0 : readTarget(target, ['target'], found)
  const { facts, targetOfSpan } = withTarget(own, goal, isOfAnotherPlan ? null : reader, found)
  const sales = salesIn(json, reader, found)
  const before = soldBefore2(yearToDate, { period, target: facts.target }, plan, found)
  found.push(...tooLong(period, reading))
  const adjusting = readAdjustments(adjustments, ['adjustments'], { payee, plan }, found)
  issues.push(...found.map((one3) => under(path, one3)))
  if (period === void 0) return []
  const rates2 = json['exchangeRates'] ?? []
  return [
    {
      path,
      period,
      at: { unit: period.unit, position: period.position },
      facts,
      sales,
      rates: rates2,
      targetOfSpan,
      before,
      adjustments: adjusting,
      json: others,
    },
  ]
}
function tooLong(period, { plan, isOfAnotherPlan }) {
  return period === void 0 || isOfAnotherPlan ? [] : lengthIssues(period, plan)
}
function withCopies(given4, issues) {
  const copy = { ...given4 }
  for (const key of ['lines', 'exchangeRates']) {
    const list2 = given4[key] ?? null
    if (list2 === null) continue
    const rows = readArray(list2, [key], issues)
    copy[key] = (rows ?? []).map((row, index) => readRecord(row, [key, index], issues) ?? {})
  }
  const { target } = given4
  if (namesPeriod(target)) copy['target'] = readRecord(target, ['target'], issues) ?? {}
  return copy
}
function readerOf({ plan, isOfAnotherPlan, isTruedUp: isTruedUp2 }) {
  const payment =
    plan.payment && isTruedUp2 ? { ...plan.payment, trueUp: 'every-period' } : plan.payment
  const cap2 = { ...plan.cap, quarter: null, half: null, year: null }
  const lenient = { ...plan, payment, cap: cap2, tiersPer: null }
  return isOfAnotherPlan ? { ...lenient, needs: [] } : lenient
}
function withTarget(facts, given4, reader, issues) {
  const span2 = given4?.period ?? null
  const isOfSpan2 =
    given4 !== void 0 &&
    (reader === null
      ? span2 !== null && !(facts.period && isSameSpan(span2, facts.period))
      : isTargetOfSpan(given4, facts.period, reader, issues))
  if (!isOfSpan2 || span2 === null)
    return { facts: { ...facts, target: given4?.amount }, targetOfSpan: null }
  return { facts, targetOfSpan: { span: span2, amount: given4.amount } }
}
function withoutFacts({ measure: _, facts: __, ...others }) {
  return others
}

// src/commission/settle/readProgress.ts
var LISTS = ['invoiced', 'collected']
function readProgress(fields, periods, { on }, issues) {
  for (const list2 of LISTS) {
    if (list2 === on || (fields[list2] ?? null) === null) continue
    issues.push(at(NOT_PAID_ON, [list2], { given: list2, expected: on }))
  }
  if (on === 'booked') return { rows: [], notCounted: [] }
  const read = readRows(fields[on] ?? void 0, on, issues)
  const rows = periods.map(() => [])
  const notCounted = []
  for (const row of read) {
    const place = periods.findIndex(({ period }) => isIn(row, period))
    if (place === -1)
      notCounted.push({ period: null, line: row.line, issue: notSettled(row, periods) })
    else rows[place]?.push(row)
  }
  return { rows, notCounted }
}
function readRows(list2, on, issues) {
  const periods = /* @__PURE__ */ new Map()
  return (readArray(list2, [on], issues) ?? []).flatMap((row, index) => {
    const path = [on, index]
    const fields = readFields(row, path, ['line', 'period', 'amount'], issues)
    if (fields === void 0) return []
    const line = readName(fields['line'], [...path, 'line'], issues)
    const name2 = fields['period']
    const period = periods.get(name2) ?? readAnyPeriod(name2, [...path, 'period'], issues)
    const amount = readDecimal(fields['amount'], [...path, 'amount'], issues)
    if (period !== void 0) periods.set(name2, period)
    if (line === void 0 || period === void 0 || amount === void 0) return []
    return [{ path, line, amount, period }]
  })
}
function isIn({ period: { to } }, period) {
  return period.from <= to && to <= period.to
}
function notSettled({ path, period }, periods) {
  const from = periods[0]?.period.name ?? null
  const to = periods.at(-1)?.period.name ?? null
  const params = { date: period.name, from, to }
  return asWarning(at(NOT_IN_SETTLEMENT, [...path, 'period'], params))
}

// src/commission/settle/readAccount.ts
function readAccount(fields, reading, issues) {
  const { year, lastYear } = fields
  return {
    lastYear:
      lastYear === void 0 ? null : readYear(lastYear, ['opening', 'lastYear'], reading, issues),
    year: year === void 0 ? noYear('') : readYear(year, ['opening', 'year'], reading, issues),
  }
}
var YEAR_KEYS = ['year', 'before', 'outside', 'isAfterFinal', 'periods', 'stretches']
function readYear(value, path, reading, issues) {
  const fields = readFields(value, path, YEAR_KEYS, issues) ?? {}
  const name2 = readName(fields['year'], [...path, 'year'], issues) ?? ''
  const { before, outside } = fields
  const stretches = readStretches(fields['stretches'], [...path, 'stretches'], issues)
  const rows = readArray(fields['periods'], [...path, 'periods'], issues) ?? []
  let last = {
    plan: '',
    change: null,
    on: 'booked',
    refunds: 'net',
    hasAwards: false,
  }
  const periods = rows.flatMap((row, index) => {
    const stretch2 = stretches.get(keyOf(readRecord(row, [], [])?.['period']))
    last = stretch2 ?? last
    const isBeginning = stretch2 !== void 0
    const known2 = { ...last, change: stretch2?.change ?? null, isBeginning, reading }
    return readPeriod2(row, [...path, 'periods', index], known2, issues)
  })
  return {
    ...noYear(name2, isTrue(fields, 'isAfterFinal', path, issues)),
    before: before === void 0 ? null : readKept(before, [...path, 'before'], reading.plan, issues),
    outside: readOutside(outside, [...path, 'outside'], issues),
    periods,
  }
}
function readOutside(value, path, issues) {
  return (readArray(value ?? [], path, issues) ?? []).map((row, index) => {
    const at2 = [...path, index]
    const fields = readFields(row, at2, ['to', 'amount'], issues) ?? {}
    const amount = readWritten(fields['amount'], [...at2, 'amount'], issues) ?? ZERO
    return { to: readDate(fields['to'], [...at2, 'to'], issues) ?? FIRST_DATE, amount }
  })
}
var STRETCH_KEYS = ['from', 'plan', 'change', 'on', 'refunds', 'awards']
var CHANGES = ['continue', 'restart', 'from-start-of-year']
function readStretches(value, path, issues) {
  const stretches = /* @__PURE__ */ new Map()
  for (const [index, row] of (readArray(value, path, issues) ?? []).entries()) {
    const at2 = [...path, index]
    const fields = readFields(row, at2, STRETCH_KEYS, issues) ?? {}
    readAnyPeriod(fields['from'], [...at2, 'from'], issues)
    const plan = readName(fields['plan'], [...at2, 'plan'], issues) ?? ''
    const ifAny = (key, words2) =>
      fields[key] === void 0 ? void 0 : readWord(fields[key], [...at2, key], words2, issues)
    stretches.set(keyOf(fields['from']), {
      plan,
      change: ifAny('change', CHANGES) ?? null,
      on: ifAny('on', LISTS) ?? 'booked',
      refunds: ifAny('refunds', ['mirror']) ?? 'net',
      hasAwards: isTrue(fields, 'awards', at2, issues),
    })
  }
  return stretches
}
function keyOf(period) {
  return readAnyPeriod(period, [], [])?.name ?? ''
}
var FIGURES2 = ['earned', 'capped', 'due', 'guaranteed']
var FIGURES_IF_ANY = ['cut', 'refunded', 'owed']
var OTHERS = [
  'byHand',
  'capOfQuarter',
  'capOfHalf',
  'capOfYear',
  'guarantee',
  'goesOn',
  'isToDate',
  'corrected',
  'isFigure',
  'isFinal',
  'opened',
  'shares',
]
function readPeriod2(row, path, known2, issues) {
  const fields = readRecord(row, path, issues)
  if (fields === void 0) return []
  const facts = { ...fields }
  for (const key of [...FIGURES2, ...FIGURES_IF_ANY, ...OTHERS, ...LISTS]) delete facts[key]
  const { plan, plans } = known2.reading
  const own = plans.get(known2.plan)
  const isTruedUp2 = fields['isFinal'] === true
  const isOfAnotherPlan = own === void 0
  const reading = { ...known2.reading, plan: own ?? plan, isOfAnotherPlan, isTruedUp: isTruedUp2 }
  const [period] = readPeriodRow(facts, path, reading, issues)
  const written2 = (key) => readWritten(fields[key], [...path, key], issues) ?? ZERO
  const ifAny = (key) => (fields[key] === void 0 ? null : written2(key))
  const figures = {
    earned: written2('earned'),
    capped: written2('capped'),
    due: written2('due'),
    guaranteed: written2('guaranteed'),
    cut: ifAny('cut') ?? ZERO,
    refunded: ifAny('refunded') ?? ZERO,
    owed: ifAny('owed') ?? ZERO,
    byHand: ifAny('byHand'),
    caps: {
      quarter: ifAny('capOfQuarter'),
      half: ifAny('capOfHalf'),
      year: ifAny('capOfYear'),
    },
    guarantee: ifAny('guarantee'),
  }
  const none = known2.isBeginning ? /* @__PURE__ */ new Map() : null
  const lines =
    fields['opened'] === void 0
      ? none
      : readLines(fields['opened'], [...path, 'opened'], plan, issues)
  if (period === void 0) return []
  return [
    {
      ...figures,
      read: period,
      rows: LISTS.flatMap((list2) => readRows2(fields[list2], [...path, list2], period, issues)),
      plan: known2.plan,
      change: known2.change,
      on: known2.on,
      refunds: known2.refunds,
      hasAwards: known2.hasAwards,
      goesOn: isTrue(fields, 'goesOn', path, issues),
      isToDate: isTrue(fields, 'isToDate', path, issues),
      corrected:
        fields['corrected'] === void 0
          ? 0
          : (readInteger(fields['corrected'], [...path, 'corrected'], issues, COUNTED) ?? 0),
      isFigure: isTrue(fields, 'isFigure', path, issues),
      isFinal: isTrue(fields, 'isFinal', path, issues),
      shares: readShares(fields['shares'], [...path, 'shares'], issues),
      lines,
    },
  ]
}
function isTrue(fields, key, path, issues) {
  return fields[key] !== void 0 && readBoolean(fields[key], [...path, key], issues) === true
}
function readShares(value, path, issues) {
  const shares = /* @__PURE__ */ new Map()
  if (value === void 0) return shares
  for (const [index, row] of (readArray(value, path, issues) ?? []).entries()) {
    const at2 = [...path, index]
    const fields = readFields(row, at2, ['line', 'earned', 'capped'], issues) ?? {}
    const line = readName(fields['line'], [...at2, 'line'], issues) ?? ''
    const money2 = (key) => readWritten(fields[key], [...at2, key], issues) ?? ZERO
    const earned2 = money2('earned')
    shares.set(line, {
      earned: earned2,
      capped: fields['capped'] === void 0 ? earned2 : money2('capped'),
    })
  }
  return shares
}
function readRows2(value, path, { period }, issues) {
  if (value === void 0) return []
  return (readArray(value, path, issues) ?? []).flatMap((row, index) => {
    const at2 = [...path, index]
    const fields = readFields(row, at2, ['line', 'amount'], issues) ?? {}
    const line = readName(fields['line'], [...at2, 'line'], issues)
    const amount = readDecimal(fields['amount'], [...at2, 'amount'], issues)
    return line === void 0 || amount === void 0 ? [] : [{ path: at2, line, amount, period }]
  })
}

// src/commission/settle/readBalance.ts
var FORMAT = 1
var KEYS2 = [
  'format',
  'payee',
  'currency',
  'plan',
  'held',
  'carried',
  'draw',
  'drawFrom',
  'settled',
  'final',
  'year',
  'lastYear',
  'lines',
]
function readBalance(value, first, reading, issues) {
  if (value === void 0 || value === null) return openNothing()
  const { plan } = reading
  const fields = readFields(value, ['opening'], KEYS2, issues) ?? {}
  const { decimals } = plan
  issues.push(...isOfAnother(fields, reading))
  const closedBy = readPlan(fields['plan'], reading, issues)
  const owed = { decimals, minimum: ZERO }
  const settled = readSettled(fields['settled'], issues)
  const drawFrom = fields['format'] === void 0 ? settled?.from : void 0
  const balance2 = {
    held: readHeld(fields['held'], first, plan, issues),
    carried: readMoney(fields['carried'], ['opening', 'carried'], { decimals }, issues),
    draw: readMoney(fields['draw'], ['opening', 'draw'], owed, issues),
    drawFrom: readDrawFrom(fields['drawFrom'], first, issues) ?? drawFrom,
    settled,
    account: withFinal(readAccount(fields, reading, issues), fields, issues),
    plan: closedBy,
    lines: readLines(fields['lines'], ['opening', 'lines'], plan, issues),
  }
  issues.push(...missing2(fields, balance2.settled, first, plan))
  issues.push(...anotherYear(balance2, first, plan), ...otherProgress(balance2, plan))
  const { year } = balance2.account
  if (first !== void 0 && yearOf2(first.period, plan) === year.name)
    issues.push(...unknownSpans(year, first, reading.planChange, plan))
  return balance2
}
function withFinal(account, { final }, issues) {
  const { year } = account
  const isFinal = final !== void 0 && readBoolean(final, ['opening', 'final'], issues) === true
  if (!isFinal || hasLeft(year)) return account
  return { ...account, year: { ...year, isAfterFinal: true } }
}
function openNothing() {
  const nothing2 = { held: [], carried: ZERO, draw: ZERO, settled: void 0 }
  const account = { lastYear: null, year: noYear('') }
  return { ...nothing2, drawFrom: void 0, account, plan: null, lines: /* @__PURE__ */ new Map() }
}
function isOfAnother({ format, payee, currency }, { payee: own, plan }) {
  const found = []
  const path = ['opening']
  if (format !== void 0 && format !== FORMAT) {
    const params = { given: show(format), known: String(FORMAT) }
    found.push(at(FORMAT_UNKNOWN, [...path, 'format'], params))
  }
  if (payee !== void 0 && own !== null && payee !== own) {
    const params = { given: show(payee), expected: show(own) }
    found.push(at(BALANCE_OF_ANOTHER, [...path, 'payee'], params))
  }
  if (currency !== void 0) found.push(...otherCurrency2(currency, path, plan.currency))
  return found
}
function readPlan(value, { plan, planChange }, issues) {
  if (value === void 0) return null
  const path = ['opening', 'plan']
  const fields = readFields(value, path, ['id', 'version', 'digest'], issues) ?? {}
  const was = readName(fields['id'], [...path, 'id'], issues)
  readName(fields['version'], [...path, 'version'], issues)
  const digest = readName(fields['digest'], [...path, 'digest'], issues)
  const { id: is } = plan.reference
  if (was !== void 0 && was !== is && planChange === null)
    issues.push(at(PLAN_CHANGED, [...path, 'id'], { was, is }))
  return was === void 0 || digest === void 0 ? null : { id: was, digest }
}
function readHeld(value, first, plan, issues) {
  const list2 = readArray(value, ['opening', 'held'], issues) ?? []
  return list2.flatMap((row, index) => {
    const path = ['opening', 'held', index]
    const fields = readFields(row, path, ['amount', 'releasedIn'], issues) ?? {}
    const owed = { decimals: plan.decimals, minimum: ZERO }
    const amount = readMoney(fields['amount'], [...path, 'amount'], owed, issues)
    const release = readPlace(fields['releasedIn'], first, [...path, 'releasedIn'], issues)
    return release === void 0 ? [] : [{ amount, release }]
  })
}
function readPlace(value, first, path, issues) {
  if (first === void 0 && typeof value === 'number') return readNumber2(value, path, issues)
  if (first?.at.unit === 'own') {
    if (typeof value !== 'string') return readNumber2(value, path, issues)
    const params = { other: show(value), first: first.period.name }
    issues.push(at(PERIOD_OF_CALENDAR, path, params))
    return void 0
  }
  const given4 = readPeriod(value, path, issues)
  if (given4 !== void 0 && first !== void 0)
    issues.push(...otherUnit(rangeOf(given4), first.period, path))
  return given4
}
function readNumber2(value, path, issues) {
  const position = readInteger(value, path, issues, COUNTED)
  return position === void 0 ? void 0 : { unit: 'own', position }
}
function otherUnit(given4, like, path) {
  if (given4.unit === like.unit) return []
  const params = { first: like.name, other: given4.name, unit: like.unit }
  return [at(PERIOD_OF_OTHER_LENGTH, path, params)]
}
function readDrawFrom(value, first, issues) {
  return value === void 0 ? void 0 : readPlace(value, first, ['opening', 'drawFrom'], issues)
}
function readSettled(value, issues) {
  if (value === void 0) return void 0
  const path = ['opening', 'settled']
  const fields = readFields(value, path, ['from', 'to', 'periods'], issues) ?? {}
  const from = readAnyPeriod(fields['from'], [...path, 'from'], issues)
  const to = readAnyPeriod(fields['to'], [...path, 'to'], issues)
  if (from === void 0 || to === void 0) return void 0
  issues.push(...otherUnit(from, to, [...path, 'from']))
  if (to.unit !== 'own') return { from, to }
  const last = readNumber2(fields['periods'], [...path, 'periods'], issues)
  return { from: { ...from, position: 1 }, to: { ...to, ...last } }
}
function missing2(fields, settled, first, plan) {
  if (settled === void 0 || first === void 0 || plan.payment === null) return []
  const isSameYear = yearOf2(settled.to, plan) === yearOf2(first.period, plan)
  const isKnown = first.before !== null
  const needs = [
    [isSameYear && looksAtTheYear(plan) && !isKnown, fields['year'], ['opening', 'year']],
    [isFollowed(fields, plan), fields['lines'], ['opening', 'lines']],
  ]
  return needs
    .filter(([isNeeded, value]) => isNeeded && value === void 0)
    .map(([, , path]) => at(BALANCE_MISSING, path, {}))
}
function anotherYear({ settled, account }, first, plan) {
  const { name: name2 } = account.year
  if (settled === void 0 || first === void 0 || name2 === '') return []
  const given4 = yearOf2(settled.to, plan)
  const lastMonth = name2.length === 4 ? `${name2}-12` : name2.slice(-7)
  if (name2 === given4 || first.period.to.slice(0, 7) > lastMonth) return []
  return [
    at(YEAR_STARTS_ELSEWHERE, ['opening', 'year', 'year'], { given: given4, expected: name2 }),
  ]
}
function otherProgress({ account, lines }, { payment }) {
  const was = periodsOf(account).at(-1)?.on ?? 'booked'
  const is = payment?.on ?? 'booked'
  const isSame3 = was === is || was === 'booked' || is === 'booked'
  if (isSame3 || [...lines.values()].every(isSettled)) return []
  return [at(CHANGE_OF_PROGRESS, ['opening', 'lines'], {})]
}
function isFollowed({ plan: closedBy }, { payment }) {
  return payment?.on !== 'booked' && closedBy === void 0
}
function looksAtTheYear(plan) {
  return countedSpan(plan) !== null || cappedSpans(plan).length > 0
}

// src/commission/settle/rowOfPeriods.ts
function numbered(periods, { settled }) {
  const before = settled?.to.unit === 'own' ? settled.to.position : 0
  return periods.map((one3, index) => {
    if (one3.at.unit !== 'own') return one3
    return { ...one3, at: { unit: 'own', position: before + index + 1 } }
  })
}
function gaps(periods, { settled }) {
  let before = settled?.to
  const found = []
  for (const { path, period } of periods) {
    if (before !== void 0 && !follows(period, before)) {
      const params = { given: nameOf(period), expected: nameOfNext(before) }
      found.push(at(PERIODS_NOT_CONSECUTIVE, [...path, 'period'], params))
    }
    before = period
  }
  return found
}
function follows(period, before) {
  return period.unit === before.unit && period.from === dayAfter(before.to)
}
function nameOf({ unit, name: name2, from, to }) {
  return unit === 'own' ? `${from}/${to}` : name2
}
function nameOfNext({ unit, position, to }) {
  return unit === 'own' ? `${dayAfter(to)}/..` : writePeriod({ unit, position: position + 1 })
}
function twiceInAYear(periods, { account }, plan) {
  const keyOf2 = ({ period }) => `${yearOf2(period, plan)} ${period.name}`
  const seen = new Set(account.year.periods.map(({ read }) => keyOf2(read)))
  return periods.flatMap((one3) => {
    const isSeen = one3.at.unit === 'own' && seen.has(keyOf2(one3))
    seen.add(keyOf2(one3))
    const params = { id: one3.period.name }
    return isSeen ? [at(OWN_PERIOD_TWICE, [...one3.path, 'period', 'id'], params)] : []
  })
}

// src/commission/settle/salesAfterFinal.ts
function salesAfterFinal({ path, sales }) {
  if (sales.lines === void 0)
    return sales.figure.n > 0n ? [at(SALES_AFTER_FINAL, [...path, 'sales'], {})] : []
  return sales.lines
    .filter(({ amount }) => amount.n > 0n)
    .map((line) => at(SALES_AFTER_FINAL, [...path, ...line.path, 'amount'], {}))
}

// src/commission/settle/stillOpen.ts
function stillOpen(periods, closedThrough, issues) {
  if (closedThrough === void 0 || closedThrough === null) return []
  const closed = readAnyPeriod(closedThrough, ['closedThrough'], issues)
  if (closed === void 0) return []
  return periods
    .filter(({ period }) => period.to > closed.to)
    .map(({ path, period }) => {
      const params = { period: period.name, closedThrough: closed.name }
      return at(PERIOD_NOT_CLOSED, [...path, 'period'], params)
    })
}

// src/commission/settle/readSettlement.ts
var KEYS3 = [
  'payee',
  'periods',
  'opening',
  'closedThrough',
  'invoiced',
  'collected',
  'planChange',
  'earlierPlans',
  'final',
  'yearStartsIn',
]
var CHANGES2 = ['continue', 'restart', 'from-start-of-year']
function readSettlement(input, terms, ofCompany) {
  const issues = []
  const fields = readFields(input, [], KEYS3, issues)
  const payee = readName(fields?.['payee'], ['payee'], issues) ?? null
  const rows = readArray(fields?.['periods'], ['periods'], issues) ?? []
  const change2 = fields?.['planChange'] ?? null
  const planChange =
    change2 === null ? null : (readWord(change2, ['planChange'], CHANGES2, issues) ?? 'continue')
  const plan = withYearOf(fields ?? {}, ofCompany, issues)
  const plans = readPlans(fields ?? {}, plan, issues)
  const reading = { payee, plan, plans, planChange }
  const { final = null } = fields ?? {}
  const isFinal = final !== null && readBoolean(final, ['final'], issues) === true
  const given4 = rows.flatMap((row, index) => {
    const isTruedUp2 = isFinal && index === rows.length - 1
    return readPeriodRow(row, ['periods', index], { ...reading, isTruedUp: isTruedUp2 }, issues)
  })
  const opening = readBalance(fields?.['opening'], given4[0], reading, issues)
  const periods = numbered(given4, opening)
  issues.push(...gaps(periods, opening), ...twiceInAYear(periods, opening, plan))
  issues.push(...knownTwice(periods, opening, plan))
  if (hasLeft(opening.account.year)) issues.push(...periods.flatMap(salesAfterFinal))
  issues.push(...stillOpen(periods, fields?.['closedThrough'], issues))
  const progress = readProgress(fields ?? {}, periods, terms, issues)
  refuseIfAny(issues)
  return { payee: payee ?? '', periods, opening, planChange, plan, plans, isFinal, ...progress }
}
function readPlans(fields, plan, issues) {
  const given4 = readArray(fields['earlierPlans'] ?? [], ['earlierPlans'], issues) ?? []
  const earlier = given4.flatMap((one3, index) => {
    const outcome = attempt(() => withYearOf(fields, exactPlan(one3), []))
    if (outcome.ok) return [outcome.value]
    issues.push(...outcome.issues.map((found) => under(['earlierPlans', index], found)))
    return []
  })
  return new Map([...earlier, plan].map((one3) => [planOfBalance(one3.json).digest, one3]))
}
function withYearOf(fields, plan, issues) {
  const given4 = fields['yearStartsIn'] ?? null
  if (given4 === null) return plan
  const bounds2 = { minimum: 1, maximum: 12 }
  const yearStartsIn = readInteger(given4, ['yearStartsIn'], issues, bounds2)
  return yearStartsIn === void 0 ? plan : { ...plan, yearStartsIn }
}
function knownTwice(periods, { account }, plan) {
  return periods
    .filter(
      ({ before, period }, index) =>
        before !== null && (index > 0 || account.year.name === yearOf2(period, plan)),
    )
    .map(({ path }) => at(YEAR_KNOWN_TWICE, [...path, 'yearToDate'], {}))
}

// src/commission/settle/uncapped.ts
var uncapped = /* @__PURE__ */ oncePerPolicy((plan) => ({
  ...plan,
  cap: { ...plan.cap, ...NO_CAP_ON_AMOUNTS },
}))

// src/commission/settle/restateCommission.ts
function restateCommission(input, plan) {
  const issues = []
  const fields = readFields(input, [], KEYS4, issues)
  const exact = withYearOf(fields ?? {}, exactPlan(plan), issues)
  const paid = readPaid(fields?.['paid'], 'paid', exact, issues)
  const corrected = readPaid(fields?.['corrected'] ?? [], 'corrected', exact, issues)
  const now = readArray(fields?.['now'], ['now'], issues) ?? []
  refuseTwice(paid, issues)
  refuseIfAny(issues)
  const due = now.flatMap((one3, index) => restate(one3, ['now', index], exact, issues))
  refuseTwice(due, issues)
  issues.push(...stillOpen(due, fields?.['closedThrough'], issues))
  refuseIfAny(issues)
  const corrections = correctionsOf(due, { paid, corrected }, exact)
  return { corrections, statements: due.map(({ statement }) => statement) }
}
var KEYS4 = ['paid', 'corrected', 'now', 'closedThrough', 'yearStartsIn']
function readPaid(list2, name2, plan, issues) {
  const entries = []
  for (const [index, row] of (readArray(list2, [name2], issues) ?? []).entries()) {
    const path = [name2, index]
    const fields = readRecord(row, path, issues) ?? {}
    const payee = readName(fields['payee'], [...path, 'payee'], issues)
    const period = readAnyPeriod(fields['period'], [...path, 'period'], issues)
    const amount = readWritten(fields['amount'], [...path, 'amount'], issues)
    issues.push(...otherCurrency2(fields['currency'], path, plan.currency))
    if (payee === void 0 || period === void 0 || amount === void 0) continue
    entries.push({ path, payee, period, amount, fields })
  }
  return entries
}
function restate(input, path, plan, issues) {
  const { commission, owed } = within(path, () => {
    const { facts: facts2, given: given4, sales } = readInput(input, withoutSpans2(plan))
    const { period: period2, yearToDate } = facts2
    refuseIfAny(
      yearToDate === void 0 ? lacking2(facts2, plan) : spanIssues(yearToDate, period2, plan),
    )
    const own = computeCommission(sales, unlessIdle(facts2, given4), plan)
    return { commission: own, owed: owedBy(input, own, plan) }
  })
  const { facts } = commission.terms
  const payee = readName(facts.payee, [...path, 'payee'], issues)
  const period = facts.period ?? readAnyPeriod(void 0, [...path, 'period'], issues)
  if (payee === void 0 || period === void 0) return []
  const amount = { n: commission.paid, d: plan.unit }
  const statement = writeStatement(commission, plan)
  const earned2 = { n: commission.earned, d: plan.unit }
  const { yearToDate: _, ...now } = asJson(input)
  return [{ path, payee, period, amount, earned: earned2, owed, statement, now }]
}
function owedBy(input, commission, plan) {
  const { payment } = plan
  const { facts } = commission.terms
  if (payment === null || facts.period === null || isTruedUp(facts.period, plan)) return null
  const toDate2 = uncapped({ ...plan, payment: { ...payment, trueUp: 'every-period' } })
  const whole2 = readInput(input, toDate2)
  const soFar = computeCommission(whole2.sales, unlessIdle(whole2.facts, whole2.given), toDate2)
  const alone = computeCommission(commission.sales, facts, uncapped(plan))
  const cut = withoutRefunds(alone) - withoutRefunds(commission)
  const left = { n: withoutRefunds(soFar) - cut, d: plan.unit }
  const caps = [{ kind: 'cap', most: left, above: ZERO }]
  const { refunded } =
    cut === 0n ? soFar : computeBy({ ...soFar.terms, caps }, soFar.sales, toDate2)
  const units = withoutRefunds(soFar) + refunded - withoutRefunds(alone) - commission.refunded
  return { n: units, d: plan.unit }
}
function withoutRefunds({ earned: earned2, refunded }) {
  return earned2 - refunded
}
function lacking2({ period }, plan) {
  if (period === null) return []
  if (!isFirstOfSpan(period, plan)) return [at(SALES_BEFORE_MISSING, ['yearToDate'], {})]
  if (cappedSpans(plan).every((span2) => beginsSpan(period, span2, plan))) return []
  return [at(EARNED_BEFORE_MISSING, ['yearToDate'], {})]
}
var withoutSpans2 = /* @__PURE__ */ oncePerPolicy((plan) => ({
  ...plan,
  cap: { ...plan.cap, ...NO_CAP_ON_AMOUNTS, amount: plan.cap.amount },
}))
function refuseTwice(entries, issues) {
  const seen = /* @__PURE__ */ new Set()
  for (const { path, payee, period } of entries) {
    const id = `${payee} ${period.name}`
    if (seen.has(id)) issues.push(at(PAID_TWICE, path, { id }))
    seen.add(id)
  }
}

// src/commission/settle/coming.ts
function beginPeriod({ read, rows, change: change2, byHand, isFinal }, plan) {
  return {
    read,
    rows,
    plan: planOfBalance(plan.json).digest,
    change: change2,
    on: plan.payment?.on ?? 'booked',
    refunds: plan.refunds,
    hasAwards: plan.awards.length > 0,
    caps: plan.cap,
    guarantee: null,
    byHand,
    isFinal,
    corrected: 0,
    isFigure: false,
    capped: ZERO,
    due: ZERO,
    guaranteed: ZERO,
  }
}
function openedWith({ periods }, { change: change2 }, lines) {
  return periods.length === 0 || change2 !== null ? new Map(lines) : null
}

// src/commission/settle/becomeDue.ts
function becomeDue({ read, rows }, earnings, { lines, isAfter }, plan) {
  if (plan.payment?.on === 'booked')
    return { amount: add(earnings.amount, payOpenLines(lines, plan)), notCounted: [] }
  if (read.sales.lines === void 0)
    within(read.path, () => refuse(LINES_TO_SHARE_MISSING, ['lines'], {}))
  return earnByProgress(earnings, read, { lines, rows, isAfter }, plan)
}

// src/commission/settle/figures.ts
function inMoney(units, { unit }) {
  return { n: units, d: unit }
}

// src/commission/settle/earlierLines.ts
function earlierLines(own, sales, statements, plan) {
  const sold = statements.flatMap((one3, at2) => one3.sold.map((line) => ({ line, at: at2 })))
  const isKin = kinOf(
    own,
    sold.map(({ line }) => line),
  )
  const kin = sold.filter(({ line }) => isKin(line))
  const refunds = kin.length === 0 ? null : refundsOf(statements, sales)
  return kin.map(({ line, at: at2 }) => ({
    ...asOrderLine(line, own, plan),
    at: at2,
    refunds: refunds?.get(line) ?? [],
  }))
}
function kinOf(own, sold) {
  const orders = /* @__PURE__ */ new Set()
  const customers = /* @__PURE__ */ new Set()
  const add4 = ({ given: given4 }) => {
    if (given4.order !== void 0) orders.add(given4.order)
    if (given4.customer !== void 0) customers.add(given4.customer)
  }
  const isKin = ({ given: given4 }) => orders.has(given4.order) || customers.has(given4.customer)
  own.forEach(add4)
  for (let size = 0; size < orders.size + customers.size; ) {
    size = orders.size + customers.size
    sold.filter(isKin).forEach(add4)
  }
  return isKin
}
function refundsOf(statements, sales) {
  const all = /* @__PURE__ */ new Map()
  const first = /* @__PURE__ */ new Map()
  const now = { sold: sales.orders, refunds: refundsIn(sales) }
  for (const [at2, { sold, refunds }] of [...statements, now].entries()) {
    const own = new Map(sold.map((line) => [line.id, line]))
    for (const { refundOf = '', amount } of refunds) {
      const line = own.get(refundedId(refundOf)) ?? first.get(refundedId(refundOf))
      all.set(line, [...(all.get(line) ?? []), { at: at2, amount }])
    }
    for (const [id, line] of own) if (!first.has(id)) first.set(id, line)
  }
  return all
}
function refundsIn({ lines, refunds }) {
  return [...(lines ?? []), ...refunds.map(({ line }) => line)]
    .map(({ given: given4 }) => given4)
    .filter(({ refundOf }) => refundOf !== void 0)
}
function asOrderLine({ id, given: given4, read }, own, plan) {
  const rates2 = read.sales.lines === void 0 ? /* @__PURE__ */ new Map() : read.sales.rates
  const converted = convertLine(asItIs(given4), rates2, plan)
  const { path = [] } = own.find((one3) => one3.given.order === given4.order)?.given ?? {}
  return {
    id,
    amount: given4.amount,
    sales: isIssue(converted) ? given4.amount : converted.amount,
    isConverted: !isIssue(converted) && converted.converted !== null,
    given: { ...given4, path },
  }
}
function knownBy(at2, line, { decimals }) {
  const { sales, amount, isConverted } = line
  const refunds = line.refunds.filter((one3) => one3.at <= at2)
  const taken = negate(sum(refunds.map((one3) => one3.amount)))
  if (taken.n === 0n) return { ...line, left: sales }
  const exact = divide(multiply(sales, taken), amount)
  const part = isConverted ? round(exact, { mode: 'half-up', decimals }) : exact
  return { ...line, left: subtract(sales, part) }
}

// src/commission/settle/stretchOf.ts
function stretchOf(periods, { read, change: change2 }, plan) {
  const all = [...periods, { read, change: change2 }]
  const span2 = spanOf3(read.period, plan)
  let first = all.findIndex((one3) => isSameSpan(spanOf3(one3.read.period, plan), span2))
  let start = first
  for (let index = first + 1; index < all.length; index += 1) {
    const { change: coming, read: own } = all[index] ?? { change: change2, read }
    if (coming === 'restart') first = index
    if (coming !== null || isOtherUplift(own, all[index - 1]?.read ?? own)) start = index
  }
  return { first, start }
}
function isOtherUplift(a, b) {
  return compare(a.facts.uplift, b.facts.uplift) !== 0
}

// src/commission/settle/earlierStatements.ts
function earlierStatements({ lastYear, year, start }, plan) {
  const own = countedIn(year.periods, plan)
  const statements = []
  for (const period of [...countedIn(lastYear?.periods ?? [], plan), ...own.slice(0, start)]) {
    const last = statements.at(-1)
    if (period.goesOn && last !== void 0) last.push(period)
    else statements.push([period])
  }
  const alone = own.slice(start).map((period) => [period])
  return [...statements, ...alone].map((periods) => statementOf(periods, plan))
}
function countedIn(periods, plan) {
  const anew = periods.map(({ change: change2 }) => change2).lastIndexOf('from-start-of-year')
  const isOwn = periods[anew]?.plan === planOfBalance(plan.json).digest
  const same = isOwn ? periods.map((one3) => ({ ...one3, change: null })) : periods
  return periods.map((period, index) => {
    const again = index < anew ? (periods[anew]?.shares ?? period.shares) : period.shares
    const coming = same[index] ?? period
    const { start } = isOwn ? stretchOf(same.slice(0, index), coming, plan) : { start: index }
    const isCounted = (id) => period.shares.has(id) || again.has(id)
    return { ...period, isCounted, goesOn: period.goesOn || start < index }
  })
}
function statementOf(periods, plan) {
  const sold = /* @__PURE__ */ new Map()
  const refunds = []
  for (const period of periods) {
    const { read } = period
    for (const given4 of read.sales.lines ?? []) {
      if (sold.has(given4.id) || !hasCounted(given4, period, plan)) continue
      if (given4.refundOf === void 0) sold.set(given4.id, { id: given4.id, given: given4, read })
      else refunds.push(given4)
    }
  }
  return { sold: [...sold.values()], refunds }
}
function hasCounted(line, { read, isCounted, isFigure }, plan) {
  const { sales, period } = read
  if (!isFigure || sales.lines === void 0) return isCounted(line.id)
  const converted = convertLine(asItIs(line), sales.rates, plan)
  return !isIssue(converted) && !isIssue(countLine(converted, period, plan))
}

// src/commission/settle/joinEarlier.ts
function joinEarlier(sales, before, plan) {
  const own = sales.orders.filter((line) => isToKeep(line, plan))
  if (!own.some(({ given: given4 }) => given4.order !== void 0 || given4.firstOrder)) return sales
  const statements = earlierStatements(before, plan)
  const earlier = earlierLines(own, sales, statements, plan)
  if (earlier.length === 0) return sales
  const through = (last) =>
    earlier.filter(({ at: at2 }) => at2 <= last).map((line) => knownBy(last, line, plan))
  const earned2 = /* @__PURE__ */ new Map()
  for (const at2 of new Set(earlier.map((line) => line.at)))
    addEarned(earned2, ordersIn(at2, joinOrders(through(at2), NOTHING3, plan), earned2), plan)
  const now = statements.length
  const lines = [...through(now), ...own.map((line) => ({ ...line, at: now }))]
  return { ...sales, joined: ordersIn(now, joinOrders(lines, sales.refunded, plan), earned2) }
}
var NOTHING3 = /* @__PURE__ */ new Map()
function ordersIn(statement, orders, earned2) {
  return orders.flatMap((order) => {
    const lines = order.lines.filter(({ at: at2 }) => at2 === statement)
    const before = earned2.get(nameOf2(order))
    return lines.length === 0 ? [] : [{ ...order, lines, ...(before && { earned: before }) }]
  })
}
function addEarned(earned2, orders, plan) {
  const add4 = (order, what) => {
    const name2 = nameOf2(order)
    if (name2 !== void 0)
      earned2.set(name2, /* @__PURE__ */ new Set([...(earned2.get(name2) ?? []), what]))
  }
  for (const order of orders) {
    for (const award of plan.awards) if (isFor(award, order, plan) === true) add4(order, award)
    if (isEffective(order, plan)) add4(order, 'new-customer')
  }
}
function nameOf2({ lines: [line] }) {
  return line?.given.order
}
function isEffective({ firstOrder, left }, { eligibility: eligibility2 }) {
  const least = eligibility2.firstOrderAtLeast
  return firstOrder === true && least !== null && compare(left, least) >= 0
}

// src/commission/settle/nameInFull.ts
function nameInFull(given4, before, plan) {
  const { lines: all } = given4
  if (all === void 0 || all.every(isSale)) return given4
  const own = new Set(all.filter(isSale).map(({ id }) => id))
  const lines = all.map((line) => {
    if (line.refundOf === void 0) return line
    const id = refundedId(line.refundOf)
    return own.has(id) ? { ...line, refundOf: id } : inFull(line, id, before, plan)
  })
  return { ...given4, lines }
}
function isSale({ refundOf }) {
  return refundOf === void 0
}
function inFull(line, id, before, plan) {
  const refunds = refundsOf2(id, before)
  const refundedBefore = negate(sum(refunds.map(({ amount }) => amount)))
  const found = findOriginal(id, before)
  if (found === null) return older(line, refundedBefore, refunds)
  const { original, share } = found
  return {
    ...partOf3(original, line),
    refundOf: {
      id,
      amount: original.amount,
      commission: share.earned,
      refundedBefore,
      date: original.date,
      rate: rateOf(found, plan),
      currency: original.currency ?? plan.currency,
    },
  }
}
function older(line, refunded, refunds) {
  const { refundOf } = line
  if (typeof refundOf !== 'object') return line
  const first = refunds.find((one3) => typeof one3.refundOf === 'object')
  const refundedBefore = larger(refunded, refundOf.refundedBefore)
  return { ...line, refundOf: { ...refundOf, refundedBefore, ...(first && { first }) } }
}
function refundsOf2(id, before) {
  return before.flatMap(({ read: { sales }, shares }) =>
    (sales.lines ?? []).filter(
      ({ id: own, refundOf }) =>
        refundOf !== void 0 && refundedId(refundOf) === id && shares.has(own),
    ),
  )
}
function findOriginal(id, before) {
  const isOriginal = (line) => line.id === id && isSale(line)
  const from = before.findIndex(
    (one3) => one3.shares.has(id) && one3.read.sales.lines?.some(isOriginal),
  )
  const sales = before[from]?.read.sales
  const original = sales?.lines?.find(isOriginal)
  if (sales === void 0 || original === void 0) return null
  let share
  for (const [index, one3] of before.slice(from).entries()) {
    if (index > 0 && one3.read.sales.lines?.some((line) => line.id === id)) break
    share = one3.shares.get(id) ?? share
  }
  return share === void 0 ? null : { original, share, sales }
}
function rateOf({ original, sales }, plan) {
  if (sales.lines === void 0) return void 0
  const line = convertLine(asItIs(original), sales.rates, plan)
  if (isIssue(line) || line.converted === null) return void 0
  return readDecimal(line.converted.rate, [], [])
}
function partOf3(original, refund) {
  const { id, path, amount, date, currency } = refund
  const part = (figure) =>
    figure === void 0 || isZero(original.amount)
      ? void 0
      : divide(multiply(figure, amount), original.amount)
  const figures = {
    cost: part(original.cost),
    listPrice: part(original.listPrice),
    tax: part(original.tax),
    quantity: part(original.quantity),
  }
  return { ...original, ...figures, id, path, amount, date, currency }
}

// src/commission/settle/earnAlone.ts
function earnAlone(year, { read, change: change2, lastYear }, place, plan) {
  const before = [...(lastYear?.periods ?? []), ...year.periods]
  const spans = earnedBefore(year, { read, change: change2 }, plan)
  const commission = within(read.path, () => {
    const sales = countGiven(nameInFull(read.sales, before, plan), read.facts, plan)
    const facts = unlessIdle(read.facts, read.sales)
    return computeCommission(
      joinEarlier(sales, { lastYear, year, start: place.start }, plan),
      { ...facts, yearToDate: { ...NOTHING_BEFORE2, ...spans } },
      plan,
    )
  })
  const cut = inMoney(cutOf(commission), plan)
  const refunded = inMoney(commission.refunded, plan)
  const counted2 = add(inMoney(commission.earned - commission.refunded, plan), cut)
  const own = add(counted2, place.trueUp)
  const most = plan.cap.amount === null ? own : smaller(own, plan.cap.amount)
  return {
    ...place,
    earned: {
      earned: add(most, refunded),
      cut: subtract(own, most),
      refunded,
      owed: ZERO,
    },
    commission,
    given: read.sales,
    place: null,
  }
}
var NOTHING_BEFORE2 = { sales: void 0, earned: ZERO, target: void 0 }
function cutOf({ sums }) {
  const index = sums.findIndex(({ kind }) => kind === 'cap')
  return index <= 0 ? 0n : (sums[index - 1]?.units ?? 0n) - (sums[index]?.units ?? 0n)
}

// src/commission/settle/yearToDate.ts
function factsToDate(periods, last, of) {
  return {
    ...last.facts,
    period: of.span,
    target: targetOf2(periods, of),
    incentive: incentiveOf2(periods, of),
    yearToDate: void 0,
  }
}
function targetOf2(periods, { span: span2, before }) {
  const ofSpan = targetsOfSpan(periods, span2)
  const own = periods.flatMap(({ facts }) => facts.target ?? [])
  const given4 = ofSpan.at(-1)
  if (given4 !== void 0) {
    if (own.length > 0 || before?.target !== void 0) refuse(TARGETS_MIXED, ['target'], {})
    return given4.amount
  }
  return sumOfTargets(own, periods, before)
}
function targetsOfSpan(periods, span2) {
  return periods.flatMap(({ targetOfSpan }) =>
    targetOfSpan !== null && isSameSpan(targetOfSpan.span, span2) ? [targetOfSpan] : [],
  )
}
function sumOfTargets(own, periods, before) {
  if (lacksTarget(before) || periods.some(lacksItsTarget)) {
    const counts = { given: own.length, of: periods.length + (before === null ? 0 : 1) }
    return own.length === 0 ? void 0 : refuse(TARGET_OF_SOME_PERIODS, ['target'], counts)
  }
  if (own.length > 0 || before?.target !== void 0) return add(sum(own), before?.target ?? ZERO)
  return BEYOND_REACH
}
function lacksItsTarget({ facts, sales }) {
  return facts.target === void 0 && !sellsNothing(sales)
}
function lacksTarget(before) {
  return before?.target === void 0 && (before?.sales ?? ZERO).n > 0n
}
function incentiveOf2(periods, { span: span2, before }) {
  const incentives = periods.flatMap(({ facts }) => facts.incentive ?? [])
  const isOfSpan2 = targetsOfSpan(periods, span2).length > 0
  const isUnknown = !isOfSpan2 && (before?.sales ?? ZERO).n !== 0n
  const counts = { given: incentives.length, of: periods.length + (isUnknown ? 1 : 0) }
  if (counts.given > 0 && counts.given < counts.of)
    refuse(INCENTIVE_OF_SOME_PERIODS, ['targetIncentive'], counts)
  if (isOfSpan2) return incentives.at(-1)
  return counts.given === 0 ? void 0 : sum(incentives)
}
function salesOf(periods) {
  const isByLines = periods.at(-1)?.sales.lines !== void 0
  if (periods.some(({ sales }) => (sales.lines !== void 0) !== isByLines))
    refuse(LINES_AND_FIGURES, [isByLines ? 'lines' : 'sales'], {})
  if (!isByLines) return { figure: sum(periods.map(({ sales }) => figureOf4(sales))) }
  const lines = periods.flatMap(({ sales }) => sales.lines ?? [])
  return {
    lines: lines.map((line, index) => ({ ...line, path: ['lines', index] })),
    rates: ratesOf(periods),
  }
}
function ratesOf(periods) {
  const rows = /* @__PURE__ */ new Map()
  for (const rate2 of periods.flatMap(({ rates: rates3 }) => rates3)) {
    const { currency, from } = readRecord(rate2, [], []) ?? {}
    rows.set(`${show(currency)} ${show(from)}`, rate2)
  }
  const issues = []
  const rates2 = readRates([...rows.values()], ['exchangeRates'], issues)
  refuseIfAny(issues)
  return rates2
}
function figureOf4(sales) {
  return sales.lines === void 0 ? sales.figure : ZERO
}

// src/commission/settle/countStretch.ts
function countStretch({ earlier, own, before, span: span2, account }, known2, plan) {
  const given4 = salesOf(own)
  const countAll = (sales2, older2, by = plan) =>
    countGiven(nameInFull(sales2, older2, by), { period: span2, facts: NO_CONDITIONS }, by)
  if (earlier.length === 0)
    return { sales: countAll(given4, account.older), given: given4, place: null }
  const countNet = (sales2) =>
    asTakenBack(countAll(sales2, account.older, net(plan)), account.earlier, plan)
  const place = known2 ?? placeOf3(countNet(salesOf(earlier)), before)
  const counted2 =
    plan.refunds === 'net' && given4.lines !== void 0
      ? onlyOf(countNet(salesOf([...earlier, ...own])), given4)
      : null
  if (counted2 !== null)
    return {
      sales: before === null ? counted2 : addSales(counted2, before.sales ?? ZERO),
      given: given4,
      place,
    }
  const sales = countAll(given4, [...account.older, ...account.earlier])
  return { sales: onTopOf(place, sales, plan), given: given4, place }
}
var NO_CONDITIONS = {}
var net = /* @__PURE__ */ oncePerPolicy((plan) => ({ ...plan, refunds: 'net' }))
function asTakenBack(sales, earlier, plan) {
  const mirrored3 = new Set(earlier.flatMap(mirroredIn))
  if (sales.lines === null || mirrored3.size === 0) return sales
  const isNet = ({ id, given: given4 }) => given4.refundOf === void 0 || !mirrored3.has(id)
  const lines = sales.lines.filter(isNet)
  return { ...sales, ...sumLines(lines, lines, plan), lines }
}
function mirroredIn({ refunds, read: { sales } }) {
  const lines = refunds === 'mirror' ? (sales.lines ?? []) : []
  return lines.filter(({ refundOf }) => refundOf !== void 0).map(({ id }) => id)
}
function placeOf3(sold, before) {
  return before === null ? sold : addSales(sold, before.sales ?? ZERO)
}
function onlyOf(all, { lines = [] }) {
  const ids = new Set(lines.map(({ id }) => id))
  const isOwn = ({ id }) => ids.has(id)
  return {
    ...all,
    lines: (all.lines ?? []).filter(isOwn),
    orders: all.orders.filter(isOwn),
    converted: all.converted.filter(isOwn),
    notCounted: all.notCounted.filter(({ line }) => isOwn(line)),
  }
}
function onTopOf(place, sales, plan) {
  const lines = sales.lines && placedAfter(sales.lines, place.bases)
  return {
    ...sales,
    sales: add(sales.sales, place.sales),
    credited: add(sales.credited, place.credited),
    units: add(sales.units, place.units),
    bases: sales.bases.map((parts, group) => joined(place.bases[group] ?? [], parts, group, plan)),
    walked: [...place.walked, ...(lines ?? [])],
    lines,
  }
}
function joined(before, parts, group, { groups }) {
  if ((groups[group]?.per ?? null) === null)
    return parts.map((part, tier) => add(part, before[tier] ?? ZERO))
  const rest = afterAll(before.length) - before.length
  return [...before, ...Array.from({ length: rest }, () => ZERO), ...parts]
}

// src/commission/settle/earnToDate.ts
function earnToDate(year, coming, place, plan) {
  const { commission, ...counted2 } = toDate(year, coming, place, plan)
  const before = year.periods.slice(place.start)
  const earlier = before.map((one3, index) => ownOf(one3, index === 0 ? place.trueUp : ZERO))
  const soFar = inMoney(commission.earned - commission.refunded, plan)
  const own = subtract(soFar, sum(earlier))
  const all = before.length === 0 ? add(own, place.trueUp) : own
  const most = underCap(all, plan)
  const cut = sum([...earlier, place.alone ?? own].map((one3) => cutOf2(one3, plan)))
  const left = isZero(cut) ? null : subtract(soFar, cut)
  const stretch2 = { commission, left }
  const capped2 = underCaps({ year, coming, start: place.start, own: most }, stretch2, plan)
  const refunded = subtract(
    inMoney(capped2.refunded, plan),
    sum(before.map((one3) => one3.refunded)),
  )
  return {
    ...place,
    ...counted2,
    commission: capped2,
    earned: {
      earned: add(most, refunded),
      cut: subtract(all, most),
      refunded,
      owed: ZERO,
    },
  }
}
function ownOf({ earned: earned2, refunded, cut }, trueUp) {
  return subtract(add(subtract(earned2, refunded), cut), trueUp)
}
function underCap(amount, { cap: cap2 }) {
  return cap2.amount === null ? amount : smaller(amount, cap2.amount)
}
function cutOf2(amount, plan) {
  return subtract(amount, underCap(amount, plan))
}
function underCaps(stretch2, { commission, left }, plan) {
  const caps = left === null ? [] : [{ kind: 'cap', most: left, above: ZERO }]
  caps.push(...capsOfSpans(stretch2, plan))
  return caps.length === 0
    ? commission
    : computeBy({ ...commission.terms, caps }, commission.sales, plan)
}
function capsOfSpans({ year, coming, start, own }, plan) {
  const spans = cappedSpans(plan)
  if (spans.length === 0) return []
  const periods = [...year.periods.slice(start), coming]
  const before = { ...year, periods: year.periods.slice(0, start) }
  const earned2 = earnedBefore(before, periods[0] ?? coming, plan)
  let amounts = year.periods
    .slice(start)
    .map((one3) => subtract(one3.earned, one3.refunded))
    .concat(own)
  return spans.flatMap((span2) => {
    const names2 = periods.map(({ read }) => nameOfSpan(read.period, span2, plan))
    if (names2.every((name2) => name2 === names2[0])) return capOfSpan(span2, earned2[span2], plan)
    const most = plan.cap[span2] ?? ZERO
    const asked = sum(amounts)
    let sum3 = earned2[span2]
    amounts = amounts.map((amount, index) => {
      if (names2[index] !== (names2[index - 1] ?? names2[0])) sum3 = ZERO
      const after = add(sum3, amount)
      const left2 = subtract(smaller(after, most), smaller(sum3, most))
      sum3 = after
      return left2
    })
    const left = sum(amounts)
    const above = larger(ZERO, subtract(left, asked))
    const isCut2 = compare(left, asked) !== 0
    return isCut2 ? [{ kind: `cap-${span2}`, most: left, above }] : []
  })
}
function toDate(year, coming, { first, start }, plan) {
  const { read } = coming
  const reads = [...year.periods.map((one3) => one3.read), read]
  const span2 = spanOf3(read.period, plan)
  const days = begunBefore(span2, reads[first] ?? read)
  const before = first === 0 ? soldBeforeIn(year, read.period, plan) : null
  const sold = { earlier: reads.slice(first, start), own: reads.slice(start), before, span: span2 }
  const older2 = [...(coming.lastYear?.periods ?? []), ...year.periods.slice(0, first)]
  const account = { older: older2, earlier: year.periods.slice(first, start) }
  const known2 = year.walked?.start === start ? year.walked.place : null
  const facts = within(read.path, () => {
    salesOf(reads.slice(first))
    return factsToDate(reads.slice(first), read, sold)
  })
  const targetBefore = () => factsToDate(sold.earlier, read, sold).target ?? null
  const result = attempt(() => {
    const {
      given: given4,
      place,
      ...counted2
    } = countStretch({ ...sold, span: days, account }, known2, plan)
    const beforeStretch = { ...year, periods: year.periods.slice(0, start) }
    const sales = joinEarlier(counted2.sales, { ...coming, year: beforeStretch, start }, plan)
    const yearToDate = start === first && before !== null ? before : void 0
    const from = place && { ...place, target: targetBefore() }
    const commission = computeCommission(sales, { ...facts, yearToDate }, uncapped(plan), from)
    return { commission, given: given4, place }
  })
  if (result.ok) return result.value
  const alone = { ...read, facts: { ...read.facts, target: facts.target } }
  earnAlone(year, { ...coming, read: alone }, { first, start, trueUp: ZERO }, plan)
  throw new SalesRulesError(result.issues.map((one3) => under(read.path, one3)))
}
function begunBefore(span2, { period: { from } }) {
  return from < span2.from ? { ...span2, from } : span2
}

// src/commission/settle/earnFigures.ts
function earnFigures(year, coming, plan) {
  const { accrual } = plan.payment
  const stretch2 = stretchOf(year.periods, coming, plan)
  const trueUp = year.periods[stretch2.start - 1]?.owed ?? ZERO
  const isFirst2 = stretch2.start === year.periods.length
  const own = { ...stretch2, trueUp: isFirst2 ? trueUp : ZERO }
  if (accrual === 'period') return earnAlone(year, coming, own, plan)
  if (coming.isFinal || hasLeft(year) || isTruedUp(coming.read.period, plan))
    return earnToDate(year, coming, { ...stretch2, trueUp }, plan)
  const alone = earnAlone(year, coming, own, plan)
  const place = { ...stretch2, trueUp, alone: ownOf(alone.earned, alone.trueUp) }
  const toDate2 = earnToDate(year, coming, place, plan).earned
  const { earned: earned2, cut } = alone.earned
  const owed = subtract(add(toDate2.earned, toDate2.cut), add(earned2, cut))
  return { ...alone, earned: { ...alone.earned, owed } }
}

// src/commission/earn/payLines.ts
function payLines(commission, plan, before = null) {
  const lines = commission.sales.lines ?? []
  if (plan.attribution !== 'deal-order' || paysAwards(commission)) {
    const units2 = computeShares(commission, plan).map(({ sums }) => totalOf(sums))
    return { lines, units: units2, walk: null }
  }
  const from = before !== null && isAsBefore(commission, before, plan) ? before : null
  const walk = from?.walk ? goOn(from.walk) : beginWalk(commission.terms, plan)
  const units = [...(from?.units ?? [])]
  let paid = 0n
  for (const one3 of units) paid += one3
  for (const walked of walkLines(lines.slice(units.length), walk, plan)) {
    const total = totalOf(sumUp({ ...walked, awards: ZERO }, walk.terms, plan))
    units.push(total - paid)
    paid = total
  }
  return { lines, units, walk }
}
function paysAwards({ awards: awards3, terms }) {
  return payAwards(awards3, terms.gate).size > 0
}
function isAsBefore({ sales, terms }, { lines, walk }, plan) {
  const now = sales.lines ?? []
  return (
    walk !== null &&
    isSameTerms(walk.terms, terms, plan) &&
    lines.length <= now.length &&
    lines.every((line, index) => isSameLine(line, now[index]))
  )
}
function isSameLine(line, now) {
  return (
    now !== void 0 &&
    line.id === now.id &&
    line.group === now.group &&
    line.tier === now.tier &&
    compare(line.base, now.base) === 0 &&
    compare(line.credited, now.credited) === 0
  )
}
function isSameTerms(a, b, { groups, gate, accelerator: accelerator2, paysByTarget }) {
  const byTarget =
    paysByTarget ||
    accelerator2 !== null ||
    (gate !== null && gate.counts !== 'all') ||
    groups.some(({ scale: { scale } }) => scale.thresholds === 'attainment')
  const figures = [...(byTarget ? ['target'] : []), 'measure', 'incentive', 'uplift']
  return (
    isShut(a.gate) === isShut(b.gate) &&
    a.accelerating === b.accelerating &&
    a.accelerator === b.accelerator &&
    a.multipliers.every(({ step }, index) => step === b.multipliers[index]?.step) &&
    isSameStart(a.before, b.before) &&
    isSameCaps(a.caps, b.caps) &&
    a.scales.every((scale, group) => isSameMode(scale, b.scales[group])) &&
    figures.every((key) => isSameFigure(a.facts[key], b.facts[key]))
  )
}
function isSameStart(a, b) {
  if (a === b || a === null || b === null) return a === b
  const isSameTarget = isSameFigure(a.target ?? void 0, b.target ?? void 0)
  return a.bases === b.bases && a.earned === b.earned && isSameTarget
}
function isSameCaps(a, b) {
  return (
    a.length === b.length &&
    a.every(
      ({ most, above }, index) =>
        isSameFigure(most, b[index]?.most) && isSameFigure(above, b[index]?.above),
    )
  )
}
function isSameMode(a, b) {
  return a.tiers[0].id === b?.tiers[0].id
}
function isSameFigure(a, b) {
  return a === void 0 || b === void 0 ? a === b : compare(a, b) === 0
}

// src/commission/settle/shareLines.ts
function payByCap(commission, plan, before) {
  if (commission.sales.lines === null) return null
  const earned2 = payLines(withoutSpans(commission), plan, before?.earned)
  const isCapped = commission.terms.caps.some(isOfSpan)
  return {
    earned: earned2,
    capped: isCapped ? payLines(commission, plan, before?.capped) : earned2,
  }
}
function sharesOf({ mirrored: mirrored3 }, paid, plan) {
  const shares = /* @__PURE__ */ new Map()
  if (paid === null) return shares
  const { earned: earned2, capped: capped2 } = paid
  const of = ({ units }, index) => inMoney(units[index] ?? 0n, plan)
  for (const [index, { id }] of earned2.lines.entries())
    shares.set(id, { earned: of(earned2, index), capped: of(capped2, index) })
  for (const { refund, units } of mirrored3) {
    const taken = inMoney(units, plan)
    shares.set(refund.line.id, { earned: taken, capped: taken })
  }
  return shares
}

// src/commission/settle/withoutFollowed.ts
function withoutFollowed(period, followed, plan) {
  const { sales, json, path } = period
  const twice = (sales.lines ?? []).filter(({ id }) => followed.has(id))
  if (plan.payment?.on === 'booked' || sales.lines === void 0 || twice.length === 0)
    return { period, notCounted: [] }
  const isNew = (_, index) => !followed.has(sales.lines[index]?.id ?? '')
  const lines = sales.lines
    .filter(isNew)
    .map((line, index) => ({ ...line, path: ['lines', index] }))
  const rows = json['lines'].filter(isNew)
  const notCounted = twice.map(({ id, path: own }) => {
    const at2 = [...path, ...own, 'id']
    return { line: id, issue: asWarning(at(LINE_OF_EARLIER_PERIOD, at2, { id })) }
  })
  return {
    period: { ...period, sales: { ...sales, lines }, json: { ...json, lines: rows } },
    notCounted,
  }
}

// src/commission/settle/earnPeriod.ts
function earnPeriod(year, coming, lines, plan) {
  const isAfter = hasLeft(year)
  if (isAfter) refuseIfAny(salesAfterFinal(coming.read))
  const opened = openedWith(year, coming, lines)
  const { period: read, notCounted } = withoutFollowed(coming.read, lines, plan)
  const own = coming.read === read ? coming : { ...coming, read }
  const { commission, ...figures } = earnFigures(year, own, plan)
  const before = coming.change === null ? (year.walked?.paid ?? null) : null
  const paid = payByCap(commission, plan, before)
  const shares = sharesOf(commission, paid, plan)
  const given4 = figures.given.lines ?? []
  const goesOn = figures.start < year.periods.length
  const isToDate = plan.payment?.accrual !== 'period'
  const place = { goesOn, isToDate }
  const base = { ...beginPeriod(own, plan), ...figures.earned, ...place, shares, lines: opened }
  const together = { ...year, periods: [...year.periods, base] }
  const capped2 = sumYear(together, plan).capped.at(-1) ?? ZERO
  const due = becomeDue(own, { amount: capped2, shares, given: given4 }, { lines, isAfter }, plan)
  const period = { ...base, read: coming.read, capped: capped2, due: due.amount }
  return {
    year: {
      ...year,
      periods: [...year.periods, period],
      walked: { start: figures.start, place: figures.place, paid },
    },
    period,
    commission,
    given: read,
    notCounted: [...notCounted, ...due.notCounted],
  }
}

// src/commission/settle/earnFromStart.ts
function earnFromStart(year, coming, lines, plan) {
  const opened = openedWith(year, coming, lines)
  const own = new Map(year.periods[0]?.lines ?? opened ?? lines)
  let alone = { ...year, outside: [], periods: [], walked: null }
  let last = null
  for (const { read, rows, isFinal, byHand } of [...year.periods, { ...coming, byHand: null }]) {
    last = earnPeriod(
      alone,
      { read, rows, change: null, byHand, isFinal, lastYear: coming.lastYear },
      own,
      plan,
    )
    alone = last.year
  }
  const earned2 = last
  lines.clear()
  for (const [id, line] of own) lines.set(id, line)
  const less = (of) => subtract(sum(alone.periods.map(of)), sum(year.periods.map(of)))
  const withHand = (of) => add(less(of), coming.byHand ?? ZERO)
  const period = {
    ...beginPeriod(coming, plan),
    caps: NO_CAP_ON_AMOUNTS,
    lines: opened,
    shares: new Map(alone.periods.flatMap(({ shares }) => [...shares])),
    earned: less((one3) => one3.capped),
    cut: ZERO,
    refunded: ZERO,
    owed: ZERO,
    goesOn: false,
    isToDate: true,
    capped: withHand((one3) => one3.capped),
    due: withHand((one3) => one3.due),
  }
  return { ...earned2, period, year: { ...year, periods: [...year.periods, period], walked: null } }
}

// src/commission/settle/earnAccount.ts
function earnAccount(year, coming, lines, plan) {
  const earn3 = isFromStart(year, coming) ? earnFromStart : earnPeriod
  return earn3(year, coming, lines, plan)
}
function isFromStart({ periods }, { change: change2 }) {
  const changes = [...periods.map((one3) => one3.change), change2]
  return changes.filter((one3) => one3 !== null).at(-1) === 'from-start-of-year'
}

// src/commission/settle/computeAgain.ts
function computeAgain(account, isChanged2, following) {
  const { lines, plans } = following
  const [first] = periodsOf(account)
  lines.clear()
  for (const [id, line] of first?.lines ?? []) lines.set(id, line)
  let isSame3 = true
  const earnYear = (year, lastYear2) => {
    let done = { ...year, periods: [] }
    for (const period of year.periods) {
      isSame3 &&= !isChanged2(period)
      const plan = period.isFigure ? void 0 : plans.get(period.plan)
      done =
        plan === void 0
          ? keep(done, period, isSame3, following)
          : earn2({ lastYear: lastYear2, year: done }, period, lines, plan)
      isSame3 &&= compare(done.periods.at(-1)?.due ?? period.due, period.due) === 0
    }
    return done
  }
  const lastYear = account.lastYear && earnYear(account.lastYear, null)
  if (lastYear !== null) dropSettled(lines)
  return { lastYear, year: earnYear(account.year, lastYear) }
}
function keep(year, period, isSame3, following) {
  const periods = [...year.periods, period]
  const capped2 = sumYear({ ...year, periods }, following.plan).capped.at(-1) ?? period.capped
  const amount = becomeDueAgain(year, { ...period, capped: capped2 }, following)
  const isAsBefore2 = isSame3 && compare(capped2, period.capped) === 0
  const due = isAsBefore2 ? period.due : amount
  const kept = guarantee({ ...period, capped: capped2, due })
  return { ...year, walked: null, periods: [...year.periods, kept] }
}
function becomeDueAgain(year, { read, rows, on, capped: amount, shares }, { lines, plan }) {
  if (on === 'booked') return add(amount, payOpenLines(lines, plan))
  const given4 = [...shares.keys()].map((id) => ({ id }))
  return earnByProgress(
    { amount, shares, given: given4 },
    read,
    { lines, rows, isAfter: hasLeft(year) },
    plan,
  ).amount
}
function earn2(
  { lastYear, year },
  { read, rows, change: change2, byHand, lines: _, ...was },
  lines,
  plan,
) {
  const isFinal = was.isFinal
  const earned2 = earnAccount(
    year,
    { read, rows, change: change2, byHand, isFinal, lastYear },
    lines,
    plan,
  )
  const periods = [
    ...earned2.year.periods.slice(0, -1),
    guarantee({ ...earned2.period, guarantee: was.guarantee, corrected: was.corrected }),
  ]
  return { ...earned2.year, periods }
}
function guarantee(period) {
  if (period.guarantee === null) return period
  const lacking3 = subtract(period.guarantee, larger(ZERO, period.due))
  return { ...period, guaranteed: larger(ZERO, lacking3) }
}

// src/commission/settle/lastCorrections.ts
function eachOnce({ path, adjustments }) {
  const known2 = /* @__PURE__ */ new Map()
  const issues = []
  const each2 = adjustments.corrections.filter((one3) => {
    if (one3.from === null) return true
    const key = `${daysOf(one3)} ${one3.from.number}`
    const other = known2.get(key)
    if (other === void 0) known2.set(key, one3)
    else if (digestOf2(one3) !== digestOf2(other)) {
      const params = { id: one3.period.name }
      issues.push(at(CORRECTED_TWICE, [...path, ...one3.path, 'period'], params))
    }
    return other === void 0
  })
  refuseIfAny(issues)
  return each2
}
function daysOf({ period }) {
  return `${period.from} ${period.to} ${period.name}`
}
function digestOf2({ amount, from }) {
  const own = from && [
    from.plan,
    writeDecimal(from.earned),
    writeDecimal(from.owed),
    asJson(from.now),
  ]
  return digestOf([writeDecimal(amount), own])
}
function lastOf2(corrections) {
  const last = /* @__PURE__ */ new Map()
  for (const one3 of corrections) {
    const number = last.get(daysOf(one3))?.from?.number ?? 0
    if (one3.from !== null && one3.from.number > number) last.set(daysOf(one3), one3)
  }
  return [...last.values(), ...corrections.filter(({ from }) => from === null)]
}
function refuseOlder(corrections, closed, path) {
  refuseIfAny(
    corrections.flatMap(({ period, from, path: own }) => {
      const taken = closed.find(({ read }) => isSamePeriod(read.period, period))
      if (from === null || taken === void 0 || from.number >= taken.corrected) return []
      return [at(CORRECTED_SINCE, [...path, ...own, 'number'], { id: period.name })]
    }),
  )
}

// src/commission/settle/sharedOrders.ts
function sharesOrders(lines) {
  const names2 = new Set(lines.flatMap(namesOf))
  return ({ read }) => (read.sales.lines ?? []).flatMap(namesOf).some((name2) => names2.has(name2))
}
function namesOf(line) {
  const { order = null, customer = null, firstOrder } = line ?? {}
  const isFirst2 = firstOrder === true || (order !== null && firstOrder !== false)
  return [
    ...(order === null ? [] : [`order ${String(order)}`]),
    ...(customer === null || !isFirst2 ? [] : [`customer ${String(customer)}`]),
  ]
}

// src/commission/settle/refuseIncomplete.ts
function isByFacts({ plan: then }, { plan: by }, plans) {
  return then === by && plans.has(then)
}
function refuseIncomplete(corrections, account, { plans, path }) {
  const given4 = new Set(corrections.map(({ period }) => period.name))
  refuseIfAny(
    corrections.flatMap((one3) => {
      const { plan, periods } = needsOf2(one3, account, plans)
      if (plan !== null) {
        const params2 = { period: plan.read.period.name }
        return [at(PLAN_OF_PERIOD_MISSING, ['earlierPlans'], params2)]
      }
      const missing3 = periods.filter((name2) => !given4.has(name2))
      if (missing3.length === 0) return []
      const params = { period: one3.period.name, periods: missing3 }
      return [at(PERIODS_TO_RESTATE, [...path, ...one3.path], params)]
    }),
  )
}
var NOTHING4 = { plan: null, periods: [] }
function needsOf2({ period, from }, account, plans) {
  if (from === null) return NOTHING4
  const years2 = [account.lastYear, account.year].map((year2) => year2?.periods ?? [])
  const isOwn = (one3) => isSamePeriod(one3.read.period, period)
  const year = years2.find((periods) => periods.some(isOwn))
  if (year === void 0) return { plan: null, periods: from.alsoRestate }
  const all = years2.flat()
  const later = all.slice(all.findIndex(isOwn) + 1)
  return needsIn({ year, index: year.findIndex(isOwn), all, later }, from, plans)
}
function needsIn({ year, index, all, later }, from, plans) {
  const own = year[index]
  const isKin = sharesOrders([...(own.read.sales.lines ?? []), ...linesOf2(from)])
  const isFigure = !isByFacts(own, from, plans)
  const hasLines = own.read.sales.lines !== void 0 || from.now['lines'] !== void 0
  const isKnown = plans.has(own.plan) || !hasLines
  const isAlone = !hasAwards(own, from, plans) || !all.some((one3) => one3 !== own && isKin(one3))
  const isWhole2 = isKnown && saysAll(year, index) && !refundsOthers(from) && isAlone
  const plan =
    isFigure && !isWhole2
      ? own
      : (countingWithout(plans, year, index) ??
        refundingWithout(plans, own, later) ??
        later.find((one3) => one3.hasAwards && isKept(one3, plans) && isKin(one3)) ??
        null)
  const isStretch = plan === null && isFigure && own.isToDate
  return { plan, periods: isStretch ? restOfStretch(year, index) : [] }
}
function hasAwards({ hasAwards: own }, { plan }, plans) {
  return own || (plans.get(plan)?.awards.length ?? 0) > 0
}
function isKept({ plan, isFigure }, plans) {
  return isFigure || !plans.has(plan)
}
function saysAll(periods, index) {
  const own = periods[index]
  if (own === void 0 || own.on !== 'booked') return false
  const change2 = periods
    .slice(0, index + 1)
    .map((one3) => one3.change)
    .filter((one3) => one3 !== null)
  if (change2.at(-1) === 'from-start-of-year') return false
  let start = index
  while (periods[start]?.goesOn) start -= 1
  return !own.isToDate || start === 0 || !hasPlace(periods, start)
}
function refundsOthers(from) {
  const lines = linesOf2(from)
  const ids = new Set(lines.map((line) => line?.['id']))
  return lines.some((line) => {
    const refundOf = line?.['refundOf'] ?? null
    const id = typeof refundOf === 'object' ? readRecord(refundOf, [], [])?.['id'] : refundOf
    return refundOf !== null && !ids.has(id)
  })
}
function linesOf2({ now }) {
  return (readArray(now['lines'] ?? [], [], []) ?? []).map((line) => readRecord(line, [], []))
}
function hasPlace(periods, start) {
  const [before, own] = [periods[start - 1], periods[start]]
  if (before === void 0 || own === void 0 || own.change === 'restart') return false
  return own.change !== null || isOtherUplift2(before, own)
}
function isOtherUplift2(a, b) {
  return compare(a.read.facts.uplift, b.read.facts.uplift) !== 0
}
function countingWithout(plans, periods, index) {
  let isSameSpan2 = true
  for (const start of [...periods.keys()].slice(index + 1)) {
    const { goesOn, change: change2, isToDate, plan } = periods[start]
    if (goesOn) continue
    if (change2 === 'restart') return null
    isSameSpan2 = hasPlace(periods, start) && (isSameSpan2 || change2 !== null)
    if (isSameSpan2 && isToDate && !plans.has(plan)) return periods[start] ?? null
  }
  return null
}
function refundingWithout(plans, own, later) {
  const ids = new Set((own.read.sales.lines ?? []).map(({ id }) => id))
  const takesBack2 = ({ refundOf }) => refundOf !== void 0 && ids.has(refundedId(refundOf))
  const refunding = later.find(
    (one3) => !plans.has(one3.plan) && (one3.read.sales.lines ?? []).some(takesBack2),
  )
  return refunding ?? null
}
function refuseLostRefunds(corrections, before, after, path) {
  const isCorrected = ({ read }) =>
    corrections.some(({ period, from }) => from && isSamePeriod(period, read.period))
  const lost = before.flatMap((was, index) => {
    const shares = after[index]?.shares ?? was.shares
    const isLost = ({ id, refundOf }) =>
      refundOf !== void 0 && was.shares.has(id) && !shares.has(id)
    const [line] = isCorrected(was) ? [] : (was.read.sales.lines ?? []).filter(isLost)
    const refunded = refundedId(line?.refundOf ?? '')
    return line === void 0 ? [] : [{ name: was.read.period.name, refunded }]
  })
  refuseIfAny(
    lost.map(({ name: name2, refunded }) => {
      const of = before.find((one3) => one3.read.sales.lines?.some(({ id }) => id === refunded))
      const own = corrections.find(({ period: period2 }) => period2.name === of?.read.period.name)
      const [first] = corrections
      const { period = name2 } = { period: (own ?? first)?.period.name }
      const at2 = [...path, ...((own ?? first)?.path ?? [])]
      return at(PERIODS_TO_RESTATE, at2, { period, periods: [name2] })
    }),
  )
}
function restOfStretch(periods, index) {
  const after = periods.slice(index + 1)
  const end = after.findIndex(({ goesOn }) => !goesOn)
  return after.slice(0, end === -1 ? after.length : end).map((one3) => one3.read.period.name)
}

// src/commission/settle/applyCorrections.ts
var NOTHING5 = { changes: [], outside: ZERO }
function applyCorrections(account, period, following) {
  const { corrections } = period.adjustments
  if (corrections.length === 0) return { account, ...NOTHING5 }
  refuseTooEarly(period)
  const each2 = eachOnce(period)
  const latest = lastOf2(each2)
  const { plan, plans } = following
  const closed = periodsOf(account)
  refuseOlder(latest, closed, period.path)
  refuseIncomplete(latest, account, { plans, path: period.path })
  let outside = ZERO
  const ofYear = []
  for (const { period: own, amount } of each2) {
    if (closed.some(({ read }) => isSamePeriod(read.period, own))) continue
    outside = add(outside, amount)
    if (yearOf2(own, plan) === account.year.name) ofYear.push({ to: own.to, amount })
  }
  const replaced = mapPeriods(account, (one3) => replace(one3, latest, following))
  const year = { ...replaced.year, outside: [...replaced.year.outside, ...ofYear] }
  const isChanged2 = (one3) => !closed.includes(one3)
  const again = computeAgain({ ...replaced, year }, isChanged2, following)
  refuseLostRefunds(latest, closed, periodsOf(again), period.path)
  return { account: again, changes: changesOf(closed, periodsOf(again)), outside }
}
function refuseTooEarly({ path, period, adjustments }) {
  refuseIfAny(
    adjustments.corrections
      .filter((one3) => one3.period.to >= period.to)
      .map((one3) => {
        const params = { period: one3.period.name, closedThrough: period.name }
        return at(CORRECTED_TOO_EARLY, [...path, ...one3.path, 'period'], params)
      }),
  )
}
function replace(period, corrections, { plan, plans }) {
  let replaced = period
  for (const { period: corrected, from, amount, path } of corrections) {
    if (!isSamePeriod(corrected, period.read.period)) continue
    if (from === null) {
      const byHand = add(replaced.byHand ?? ZERO, amount)
      replaced = { ...replaced, byHand }
      continue
    }
    const own = plans.get(period.plan)
    const isFigure = !isByFacts(period, from, plans)
    const reading = { path, plan: own ?? plan, isOfAnotherPlan: isFigure }
    const read = readNow(period, from, reading)
    replaced = { ...replaced, read, corrected: from.number, isFigure: from.plan !== period.plan }
    if (isFigure) replaced = { ...replaced, earned: from.earned, owed: from.owed, ...UNSAID }
  }
  return replaced
}
var UNSAID = { cut: ZERO, refunded: ZERO, shares: /* @__PURE__ */ new Map() }
function readNow({ read }, { now }, { path, ...reading }) {
  const { payee, yearToDate: _, ...facts } = now
  const issues = []
  const own = { payee: typeof payee === 'string' ? payee : null, ...reading }
  const [period = read] = readPeriodRow(facts, [...path, 'now'], own, issues)
  refuseIfAny(issues)
  return period
}
function mapPeriods({ lastYear, year }, change2) {
  const map = (one3) => ({ ...one3, walked: null, periods: one3.periods.map(change2) })
  return { lastYear: lastYear && map(lastYear), year: map(year) }
}
function changesOf(before, after) {
  return after.flatMap((one3, index) => {
    const was = before[index] ?? one3
    const guaranteed = subtract(one3.guaranteed, was.guaranteed)
    if (compare(one3.due, was.due) === 0 && isZero(guaranteed)) return []
    return [{ period: one3.read.period.name, was: was.due, is: one3.due, guaranteed }]
  })
}

// src/commission/settle/computeDraw.ts
var NO_DRAW = {
  kind: 'recoverable',
  steps: [],
  recoverFrom: 'all',
  recoverAfter: 0,
  recoverAtMost: ONE,
  owedAtMost: null,
}
function computeGuarantee(earned2, sinceFirst, terms) {
  const draw = terms.draw ?? NO_DRAW
  if (draw.kind !== 'non-recoverable') return ZERO
  const lacking3 = subtract(amountIn(draw, sinceFirst), larger(ZERO, earned2))
  return larger(ZERO, lacking3)
}
function computeAdvance({ available, owed }, sinceFirst, terms, { rounding }) {
  const draw = terms.draw ?? NO_DRAW
  const nothing2 = { drawn: ZERO, recovered: ZERO }
  const amount = draw.kind === 'recoverable' ? amountIn(draw, sinceFirst) : ZERO
  const over = subtract(available, amount)
  if (isNegative(over)) {
    if (isZero(amount)) return nothing2
    const lacking3 = negate(over)
    const room = roomFor(owed, draw.owedAtMost, lacking3)
    return { ...nothing2, drawn: smaller(lacking3, room) }
  }
  if (sinceFirst < draw.recoverAfter) return nothing2
  const share = multiply(available, draw.recoverAtMost)
  const limit = round(share, { mode: 'down', decimals: rounding.decimals })
  const source = draw.recoverFrom === 'above-draw' ? over : available
  return { ...nothing2, recovered: smaller(owed, smaller(limit, source)) }
}
function amountIn({ steps: steps3 }, sinceFirst) {
  return steps3.find(({ end }) => sinceFirst < end)?.amount ?? ZERO
}
function roomFor(owed, most, lacking3) {
  return most === null ? lacking3 : larger(ZERO, subtract(most, owed))
}

// src/commission/settle/payOut.ts
function payOut(earned2, { at: at2, adjusted, leaving }, before, plan) {
  const terms = termsFor(leaving, exactTerms(plan.payment))
  const sinceFirst = at2.position - (before.drawFrom ?? at2).position
  const guaranteed = computeGuarantee(earned2, sinceFirst, terms)
  const heldBack = holdBack(earned2, terms, plan)
  const isDue = ({ release: release2 }) => release2.position <= at2.position
  const released = sum(before.held.filter(isDue).map(({ amount }) => amount))
  const stillHeld = before.held.filter((part) => !isDue(part))
  const release = { ...at2, position: at2.position + (terms.holdback?.releaseAfter ?? 0) }
  const held = heldBack.n === 0n ? stillHeld : [...stillHeld, { amount: heldBack, release }]
  const available = sum([earned2, guaranteed, negate(heldBack), released, adjusted, before.carried])
  const advance = computeAdvance({ available, owed: before.draw }, sinceFirst, terms, plan)
  const advanced = subtract(advance.drawn, advance.recovered)
  const payable4 = add(available, advanced)
  const paid = isPayable(payable4, terms) ? payable4 : ZERO
  const draw = add(before.draw, advanced)
  const open = { held, carried: subtract(payable4, paid), draw }
  return { heldBack, released, guaranteed, ...advance, paid, open }
}
function termsFor(leaving, terms) {
  if (leaving === null) return terms
  return { ...terms, minimumPayout: null, ...(leaving === 'after' && { draw: null }) }
}
function holdBack(earned2, { holdback }, { rounding }) {
  if (holdback === null || earned2.n <= 0n) return ZERO
  return round(multiply(earned2, holdback.share), rounding)
}
function isPayable(payable4, { minimumPayout }) {
  if (isNegative(payable4)) return false
  return minimumPayout === null || compare(payable4, minimumPayout) >= 0
}

// src/commission/settle/writeBalance.ts
function writeBalance({ held, carried, draw, drawFrom, settled, account, lines }, payee, plan) {
  const { currency, payment } = plan
  return {
    format: FORMAT,
    payee,
    currency,
    plan: planOfBalance(plan.json),
    held: held.map(({ amount, release }) => ({
      amount: writeMoney(amount, currency),
      releasedIn: writePlace(release),
    })),
    carried: writeMoney(carried, currency),
    draw: writeMoney(draw, currency),
    ...(payment?.draw && drawFrom && { drawFrom: writePlace(drawFrom) }),
    ...(settled && { settled: writeSettled(settled) }),
    ...(hasLeft(account.year) && { final: true }),
    ...(account.lastYear && { lastYear: writeYear(account.lastYear, plan) }),
    ...(account.year.name !== '' && { year: writeYear(account.year, plan) }),
    ...(payment !== null && payment.on !== 'booked' && { lines: writeLines(lines, currency) }),
  }
}
function writePlace({ unit, position }) {
  return unit === 'own' ? position : writePeriod({ unit, position })
}
function writeSettled({ from, to }) {
  return {
    from: writeAnyPeriod(from),
    to: writeAnyPeriod(to),
    ...(to.unit === 'own' && { periods: to.position }),
  }
}
function writeYear({ name: name2, before, outside, isAfterFinal, periods }, plan) {
  return {
    year: name2,
    ...(before && {
      before: {
        earned: writeDecimal(before.earned),
        ...written(before, ['sales', 'target', ...CAP_SPANS]),
        ...(before.span && { span: before.span }),
      },
    }),
    ...(isAfterFinal && { isAfterFinal }),
    ...(outside.length > 0 && {
      outside: outside.map(({ to, amount }) => ({
        to,
        amount: writeMoney(amount, plan.currency),
      })),
    }),
    periods: withNewShares(periods).map((period) => writePeriod2(period, plan)),
    stretches: periods.flatMap((period, index) =>
      index > 0 && period.change === null ? [] : [writeStretch(period)],
    ),
  }
}
function writeStretch({ read, plan, change: change2, on, refunds, hasAwards: hasAwards2 }) {
  return {
    from: writeAnyPeriod(read.period),
    plan,
    ...(change2 && { change: change2 }),
    ...(on !== 'booked' && { on }),
    ...(refunds === 'mirror' && { refunds }),
    ...(hasAwards2 && { awards: true }),
  }
}
function written(figures, keys) {
  const texts = {}
  for (const key of keys) {
    const figure = figures[key]
    if (figure) texts[key] = writeDecimal(figure)
  }
  return texts
}
function withNewShares(periods) {
  const known2 = /* @__PURE__ */ new Map()
  return periods.map((period) => {
    const own = new Set((period.read.sales.lines ?? []).map(({ id }) => id))
    const shares = [...period.shares].filter(
      ([id, share]) => own.has(id) || !isSame2(share, known2.get(id)),
    )
    for (const [id, share] of shares) known2.set(id, share)
    return { ...period, shares: new Map(shares) }
  })
}
function isSame2(a, b) {
  return b !== void 0 && compare(a.earned, b.earned) === 0 && compare(a.capped, b.capped) === 0
}
function writePeriod2(period, { currency }) {
  const money2 = (amount) => writeMoney(amount, currency)
  const ifAny = (key) => (isZero(period[key]) ? {} : { [key]: money2(period[key]) })
  const ifGiven = (key) => {
    const amount = period[key]
    return amount === null ? {} : { [key]: writeDecimal(amount) }
  }
  const { rows, lines, caps, on: list2 } = period
  return {
    ...asJson(period.read.json),
    earned: money2(period.earned),
    capped: money2(period.capped),
    due: money2(period.due),
    guaranteed: money2(period.guaranteed),
    ...ifAny('cut'),
    ...ifAny('refunded'),
    ...ifAny('owed'),
    ...ifGiven('byHand'),
    ...written({ capOfQuarter: caps.quarter, capOfHalf: caps.half, capOfYear: caps.year }, [
      'capOfQuarter',
      'capOfHalf',
      'capOfYear',
    ]),
    ...ifGiven('guarantee'),
    ...(period.goesOn && { goesOn: true }),
    ...(period.isToDate && { isToDate: true }),
    ...(period.corrected > 0 && { corrected: period.corrected }),
    ...(period.isFigure && { isFigure: true }),
    ...(period.isFinal && { isFinal: true }),
    ...(rows.length > 0 && {
      [list2]: rows.map(({ line, amount }) => ({ line, amount: writeDecimal(amount) })),
    }),
    ...(period.shares.size > 0 && { shares: writeShares(period.shares, currency) }),
    ...(lines !== null && lines.size > 0 && { opened: writeLines(lines, currency) }),
  }
}
function writeShares(shares, currency) {
  return [...shares].map(([line, { earned: earned2, capped: capped2 }]) => ({
    line,
    earned: writeMoney(earned2, currency),
    ...(compare(earned2, capped2) !== 0 && { capped: writeMoney(capped2, currency) }),
  }))
}
function writeLines(lines, currency) {
  return [...lines].map(([line, { amount, share, progress, refunded, refundOf, ...of }]) => ({
    line,
    amount: writeDecimal(amount),
    commission: writeMoney(share, currency),
    progress: writeDecimal(progress),
    refunded: writeDecimal(refunded),
    ...(refundOf !== void 0 && { refundOf }),
    ...(of.takesBack !== void 0 && { takesBack: of.takesBack }),
    ...(of.sinceFinal.n !== 0n && { sinceFinal: writeMoney(of.sinceFinal, currency) }),
  }))
}

// src/commission/settle/settleCommission.ts
function settleCommission(input, plan) {
  const ofCompany = exactPlan(plan)
  const { payment } = ofCompany
  if (payment === null) return refuse(NO_PAYMENT_TERMS, [], {})
  const read = readSettlement(input, payment, ofCompany)
  const { plan: exact, plans } = read
  const steps3 = []
  let balance2 = read.opening
  for (const [index, period] of read.periods.entries()) {
    const isFinal = read.isFinal && index === read.periods.length - 1
    const rows = read.rows[index] ?? []
    const step = settleOne(
      { period, rows, isFinal, planChange: read.planChange, plans },
      balance2,
      exact,
    )
    steps3.push(step)
    balance2 = step.balance
  }
  const total = (of) => writeMoney(sum(steps3.map(of)), exact.currency)
  return {
    payee: read.payee,
    currency: exact.currency,
    periods: steps3.map((step) => writePeriod3(step, exact)),
    earned: total(({ earned: earned2 }) => earned2),
    adjusted: total(({ adjusted }) => adjusted),
    paid: total(({ paid }) => paid),
    closing: writeBalance(balance2, read.payee, exact),
    notCounted: [...read.notCounted, ...steps3.flatMap(({ notCounted }) => notCounted)],
    terms: payment,
    policy: exact.reference,
  }
}
function settleOne({ period, rows, isFinal, planChange, plans }, before, plan) {
  const { lines } = before
  const opened = turnTo(yearOf2(period.period, plan), before.account)
  if (opened !== before.account) {
    dropSettled(lines)
    refuseUntrued(before.account.year, period)
  }
  const account = { ...opened, year: withBefore(opened.year, period) }
  const corrected = applyCorrections(account, period, { lines, plan, plans })
  const change2 = isOtherPlan(before, plan) ? (planChange ?? 'continue') : null
  const { lastYear } = corrected.account
  const coming = { read: period, rows, change: change2, byHand: null, isFinal, lastYear }
  const earned2 = earnAccount(corrected.account.year, coming, lines, plan)
  const leaving = leavingAt(account.year, isFinal)
  const sumOf3 = (of) => sum(corrected.changes.map(of))
  const guaranteed = sumOf3((one3) => one3.guaranteed)
  const adjusted = sum([
    sumOf3(({ is, was }) => subtract(is, was)),
    corrected.outside,
    period.adjustments.amount,
  ])
  const drawFrom = drawFromOf(before, period, plan)
  const opening = { ...before, drawFrom }
  const extra = add(adjusted, guaranteed)
  const paid = payOut(
    earned2.period.due,
    { at: period.at, adjusted: extra, leaving },
    opening,
    plan,
  )
  const to = { ...period.period, ...period.at }
  const settled = { from: before.settled?.from ?? to, to }
  const promised = leaving === 'after' ? null : guaranteeOf(opening, period, plan)
  const last = guarantee({ ...earned2.period, guarantee: promised })
  const year = { ...earned2.year, periods: [...earned2.year.periods.slice(0, -1), last] }
  return {
    ...paid,
    guaranteed: add(paid.guaranteed, guaranteed),
    period,
    earned: last.due,
    adjusted,
    cut: add(last.cut, subtract(last.earned, last.capped)),
    changes: corrected.changes,
    commission: earned2.commission,
    notCounted: setAside(earned2, period),
    balance: {
      ...paid.open,
      drawFrom,
      settled,
      account: { ...corrected.account, year },
      plan: planOfBalance(plan.json),
      lines,
    },
  }
}
function refuseUntrued({ periods }, { path }) {
  const last = periods.at(-1)
  if (last === void 0 || last.read.period.unit !== 'own' || isZero(last.owed)) return
  refuse(YEAR_NOT_TRUED_UP, [...path, 'period'], { id: last.read.period.name })
}
function drawFromOf({ drawFrom, account }, { at: at2 }, { payment }) {
  if (!payment?.draw) return void 0
  const last = periodsOf(account).at(-1)
  const wasGuarantee = last !== void 0 && last.guarantee !== null
  const isGuarantee = payment.draw.kind === 'non-recoverable'
  return last !== void 0 && wasGuarantee !== isGuarantee ? at2 : (drawFrom ?? at2)
}
function guaranteeOf({ drawFrom }, { at: at2 }, { payment }) {
  if (payment?.draw?.kind !== 'non-recoverable') return null
  const sinceFirst = at2.position - (drawFrom ?? at2).position
  return computeGuarantee(ZERO, sinceFirst, exactTerms(payment))
}
function withBefore(year, { before }) {
  return before === null ? year : { ...year, before }
}
function isOtherPlan({ plan: before, account }, { json }) {
  const { id, digest } = planOfBalance(json)
  if (before !== null) return before.id !== id || before.digest !== digest
  const known2 = periodsOf(account).at(-1)?.plan ?? digest
  return known2 !== digest
}
function setAside({ commission, notCounted }, { period, path, sales }) {
  const own = new Map((sales.lines ?? []).map((line) => [line.id, line.path]))
  const ofStatement = commission.sales.notCounted.flatMap(({ line, issue: why }) => {
    const place = own.get(line.id)
    if (place === void 0) return []
    const inner = why.path.slice(line.path.length)
    return [{ line: line.id, issue: moved([...path, ...place, ...inner], why) }]
  })
  return [...notCounted, ...ofStatement].map((one3) => ({ period: period.name, ...one3 }))
}
function writePeriod3(step, plan) {
  const money2 = (amount) => writeMoney(amount, plan.currency)
  return {
    period: step.period.period.name,
    earned: money2(step.earned),
    cut: money2(step.cut),
    adjusted: money2(step.adjusted),
    corrections: step.changes.map(({ period, was, is, guaranteed }) => ({
      period,
      was: money2(was),
      is: money2(is),
      guaranteed: money2(guaranteed),
    })),
    adjustments: step.period.adjustments.byHand,
    heldBack: money2(step.heldBack),
    released: money2(step.released),
    drawn: money2(step.drawn),
    guaranteed: money2(step.guaranteed),
    recovered: money2(step.recovered),
    paid: money2(step.paid),
    carried: money2(step.open.carried),
    drawOwed: money2(step.open.draw),
    statement: writeStatement(step.commission, plan),
  }
}

// src/kernel/check/schema.ts
import * as z3 from 'zod'

// src/kernel/input/schema.ts
import * as z from 'zod'

// src/kernel/input/plain.ts
var DEEPEST2 = 32
var MOST_VALUES2 = 1e5
var LONGEST_TEXT2 = 1e4
var FORBIDDEN_KEYS2 = ['__proto__', 'constructor', 'prototype']
function copyPlain(value, issues) {
  const seen = { values: 0, above: [] }
  return copyValue(value, [], seen, issues)
}
function copyValue(value, path, seen, issues) {
  seen.values += 1
  if (seen.values > MOST_VALUES2)
    return refused(at(TOO_MANY_VALUES, path, { limit: MOST_VALUES2 }), issues)
  if (typeof value === 'string' && value.length > LONGEST_TEXT2)
    return refused(at(POLICY_TEXT_TOO_LONG, path, { limit: LONGEST_TEXT2 }), issues)
  if (typeof value === 'function' || typeof value === 'symbol')
    return refused(invalid(value, path, PLAIN_JSON), issues)
  if (typeof value !== 'object' || value === null || isDecimal2(value)) return value
  if (seen.above.includes(value)) return refused(at(CYCLE, path, {}), issues)
  if (seen.above.length >= DEEPEST2) return refused(at(TOO_DEEP, path, { limit: DEEPEST2 }), issues)
  seen.above.push(value)
  const copy = copyObject(value, path, seen, issues)
  seen.above.pop()
  return copy
}
function copyObject(value, path, seen, issues) {
  try {
    if (Array.isArray(value)) return copyArray(value, path, seen, issues)
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return refused(invalid(value, path, PLAIN_JSON), issues)
    return copyRecord(value, path, seen, issues)
  } catch (error) {
    if (error instanceof SalesRulesError) throw error
    return refused(at(POLICY_THROWS, path, {}), issues)
  }
}
function copyArray(values, path, seen, issues) {
  const copy = []
  for (let index = 0; index < values.length && seen.values <= MOST_VALUES2; index += 1) {
    copy.push(copyValue(values[index], [...path, index], seen, issues))
  }
  return copy
}
function copyRecord(value, path, seen, issues) {
  const copy = {}
  for (const key of Object.keys(value)) {
    if (seen.values > MOST_VALUES2) break
    if (FORBIDDEN_KEYS2.includes(key)) add2(issues, forbiddenKey(key, path))
    else if (value[key] !== void 0) copy[key] = copyValue(value[key], [...path, key], seen, issues)
  }
  return copy
}
function isDecimal2(value) {
  try {
    return value.toStringTag === '[object Decimal]'
  } catch {
    return false
  }
}
function refused(issue, issues) {
  add2(issues, issue)
}

// src/kernel/input/schema.ts
function readPolicy(schema, policy) {
  return checkPolicy(schema, policy)
}
function checkPolicy(schema, policy) {
  const issues = []
  const plain2 = copyPlain(policy, issues)
  refuseIfAny(issues)
  for (;;) {
    const result = schema.safeParse(plain2, { reportInput: true })
    if (result.success) return result.data
    const found = result.error.issues.flatMap(toIssues)
    if (!dropNulls(plain2, found)) refuse2(found.map((issue) => asGiven(issue, plain2)))
  }
}
function refuse2(issues) {
  throw new SalesRulesError(issues.slice(0, MOST_ISSUES))
}
function dropNulls(policy, issues) {
  let dropped = false
  for (const issue of issues.filter(mayBeLeftOut)) {
    const owner = valueAt(policy, issue.path.slice(0, -1))
    const key = issue.path.at(-1)
    if (typeof key !== 'string' || typeof owner !== 'object' || owner === null) continue
    const fields = owner
    if (fields[key] !== null) continue
    delete fields[key]
    dropped = true
  }
  return dropped
}
function mayBeLeftOut({ code: code2, params }) {
  if (code2 !== 'VALUE_MISSING') return code2 === 'VALUE_NOT_ALLOWED'
  const isNumber = params.unit === 'number' || params.unit === 'int'
  return !isNumber && params.expected !== A_DECIMAL.keyword
}
function asGiven(issue, policy) {
  if (issue.code !== 'NUMBER_LOOKS_LIKE_PERCENT' && issue.code !== 'NUMBER_OUT_OF_RANGE')
    return issue
  const value = valueAt(policy, issue.path)
  const isNumber = typeof value === 'number' || typeof value === 'string'
  if (!isNumber || !issue.params.given.startsWith('"')) return issue
  const given4 = show(value)
  const message = issue.message.replace(`got ${issue.params.given},`, () => `got ${given4},`)
  return { ...issue, params: { ...issue.params, given: given4 }, message }
}
function valueAt(policy, path) {
  let value = policy
  for (const step of path) value = value?.[step]
  return value
}
function toIssues(found) {
  const path = found.path
  switch (found.code) {
    case 'custom':
      return (found.params?.['issues'] ?? []).map((issue) => under(path, issue))
    case 'unrecognized_keys':
      return found.keys.map((key) => unknownKey(key, path, found.message.split(' ')))
    case 'invalid_value':
      return [notAllowed(found.input, path, found.values.map(String))]
    case 'invalid_union':
      return [unionIssue(found, path)]
    case 'too_small':
    case 'too_big':
      return [lengthIssue(found, path)]
    default:
      return [formIssue(found, path)]
  }
}
function formIssue(found, path) {
  if (found.code !== 'invalid_type') return invalid(found.input, path, A_VALID_VALUE)
  const unit = found.expected
  return unit === 'nonoptional'
    ? invalid(found.input, path, A_VALUE)
    : invalid(found.input, path, A_VALUE_OF_TYPE, { unit })
}
function unionIssue(found, path) {
  const { discriminator = '', options = [] } = found
  const given4 = found.input?.[discriminator]
  return notAllowed(given4, path, options.map(String))
}
function lengthIssue(found, path) {
  const unit = unitOf(found.origin)
  return found.code === 'too_small'
    ? invalid(found.input, path, AT_LEAST, { minimum: String(found.minimum), unit })
    : invalid(found.input, path, AT_MOST, { maximum: String(found.maximum), unit })
}
function unitOf(origin) {
  if (origin === 'string') return 'characters'
  return origin === 'array' ? 'entries' : 'number'
}
function strict(shape) {
  return z.strictObject(shape, {
    error: (found) => (found.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : void 0),
  })
}
function report(context, issues) {
  if (issues.length > 0) context.addIssue({ code: 'custom', params: { issues: [...issues] } })
}
function checked(find) {
  return (value, context) => report(context, find(value))
}
function oneOf3(formOf2) {
  return given2().transform((value, context) => {
    const result = formOf2(value).safeParse(value, { reportInput: true })
    if (result.success) return result.data
    report(context, result.error.issues.flatMap(toIssues))
    return z.NEVER
  })
}
var withShortForm = (schema, spellOut) => z.preprocess(spellOut, schema)
var hasKey = (value, key) => typeof value === 'object' && value !== null && key in value
var given2 = () => z.unknown()
function decimal(bounds2) {
  return given2().transform((value, context) => {
    const issues = []
    const exact = readDecimal(value, [], issues, bounds2)
    report(context, issues)
    return exact === void 0 ? '' : writeDecimal(exact)
  })
}
var positive = () => decimal({ minimum: ZERO, above: true })
var notNegative = () => decimal({ minimum: ZERO })
var QUOTIENT = /^\d{1,34}\/0*[1-9]\d{0,33}$/
function rate() {
  return given2().transform((value, context) => {
    if (typeof value === 'string' && QUOTIENT.test(value)) return value
    const issues = []
    const exact = readDecimal(value, [], issues, { minimum: ZERO })
    report(context, issues)
    return exact === void 0 ? '' : writeDecimal(exact)
  })
}
function ratio() {
  return given2().transform((value, context) => {
    const issues = []
    const exact = readDecimal(value, [], issues)
    if (exact !== void 0) issues.push(...ratioIssues(value, exact))
    report(context, issues)
    return exact === void 0 ? '' : writeDecimal(exact)
  })
}
function ratioIssues(value, exact) {
  if (compare(exact, ZERO) >= 0 && compare(exact, ONE) <= 0) return []
  const given4 = show(value)
  if (compare(exact, ZERO) < 0 || compare(exact, HUNDRED) > 0) {
    return [at(RATIO_OUT_OF_RANGE, [], { given: given4 })]
  }
  const suggestion = writeDecimal(multiply(exact, { n: 1n, d: 100n }))
  return [
    at(SHARE_LOOKS_LIKE_PERCENT, [], { given: given4, suggestion, percent: writeDecimal(exact) }),
  ]
}
var name = () => z.string().min(1).max(200)
var wholeNumber = (minimum, maximum) =>
  z
    .int()
    .min(minimum)
    .max(maximum)
    .overwrite((value) => value + 0)
function calendarDate() {
  return given2().transform((value, context) => {
    const issues = []
    const date = readDate(value, [], issues)
    report(context, issues)
    return date ?? ''
  })
}
var roundingMode = () => z.enum(roundingModes)
var decimalsKept = () => wholeNumber(0, MOST_DECIMALS)
function duplicateIds(list2, path) {
  const seen = /* @__PURE__ */ new Set()
  const issues = []
  for (const [index, { id }] of list2.entries()) {
    if (seen.has(id)) issues.push(at(ID_DUPLICATE, [...path, index, 'id'], { id }))
    seen.add(id)
  }
  return issues
}
function stepEndIssues(list2, key) {
  return list2.flatMap(({ id, upTo: upTo2 }, index) => {
    const isLast2 = index === list2.length - 1
    if ((upTo2 === null) === isLast2) return []
    const path = [key, index, 'upTo']
    return upTo2 === null
      ? [at(INNER_STEP_OPEN, path, { tier: id })]
      : [at(LAST_STEP_CLOSED, path, { tier: id, given: upTo2 })]
  })
}
function notRising(values) {
  const issues = []
  for (const [index, [path, value]] of values.entries()) {
    const previous = values[index - 1]?.[1]
    if (previous === void 0 || compare(known(value), known(previous)) > 0) continue
    issues.push(at(NOT_RISING, path, { given: value, previous }))
  }
  return issues
}

// src/kernel/time/schema.ts
import * as z2 from 'zod'

var periodUnit = () => z2.enum(PERIOD_UNITS)
var gapShape = {
  gap: z2.enum(['break', 'ignore']).default('break'),
  gapAtMost: wholeNumber(1, 1e3).exactOptional(),
}
var dates = () =>
  z2
    .array(calendarDate())
    .max(MOST_COVERED_DAYS)
    .default([])
    .transform((list2) => [...list2].sort())
var calendarSchema = strict({
  from: calendarDate(),
  to: calendarDate(),
  weekend: z2
    .array(z2.int().min(1).max(7))
    .max(6)
    .transform((list2) => [...list2].sort()),
  holidays: dates(),
  workdays: dates(),
}).superRefine(checked(calendarIssues))
function calendarIssues(calendar) {
  const { from, to, weekend, holidays, workdays } = calendar
  if (from > to) return [at(DATES_OUT_OF_ORDER, ['from'], { from, to })]
  if (daysBetween(from, to) >= MOST_COVERED_DAYS) {
    return [at(COVERAGE_TOO_LONG, ['to'], { given: to, maximum: String(MOST_COVERED_DAYS) })]
  }
  const off = new Set(holidays)
  const twice = weekend.filter((day, index) => day === weekend[index - 1])
  const both = workdays.filter((date) => off.has(date))
  return [
    ...twice.map((day) => at(WEEKDAY_DUPLICATE, ['weekend'], { id: String(day) })),
    ...listIssues(holidays, ['holidays'], calendar),
    ...listIssues(workdays, ['workdays'], calendar),
    ...both.map((date) => at(HOLIDAY_AND_WORKDAY, ['workdays'], { date })),
  ]
}
function listIssues(list2, path, { from, to }) {
  return list2.flatMap((date, index) => {
    if (date === list2[index - 1]) return [at(DATE_DUPLICATE, path, { id: date })]
    return date >= from && date <= to ? [] : [at(OUTSIDE_COVERAGE, path, { date, from, to })]
  })
}

// src/kernel/check/schema.ts
var ORDERED = ['at-least', 'above', 'at-most', 'below']
var MOST_PERIODS = 1e3
var factSchema = strict({
  id: name(),
  comparison: z3.enum(['at-least', 'above', 'at-most', 'below', 'equals', 'one-of']),
  required: given2(),
  unit: z3
    .enum(['ratio', 'points', 'count', 'money', 'days-since', 'months-since', 'years-since'])
    .exactOptional(),
  maximum: positive().exactOptional(),
  inARow: strict({
    length: wholeNumber(1, MOST_PERIODS),
    per: periodUnit(),
    ...gapShape,
  }).exactOptional(),
  ofLast: strict({
    atLeast: wholeNumber(1, MOST_PERIODS),
    periods: wholeNumber(1, MOST_PERIODS),
    per: periodUnit(),
  }).exactOptional(),
  over: strict({
    periods: wholeNumber(1, MOST_PERIODS),
    per: periodUnit(),
    take: z3.enum(['mean', 'total']),
  }).exactOptional(),
  absent: z3.enum(['unknown', 'not-applicable']).exactOptional(),
  clause: name().exactOptional(),
})
  .transform((condition, context) => {
    const issues = []
    const required = readRequired(condition.required, condition.unit !== void 0, issues)
    report(context, issues)
    return { ...condition, required }
  })
  .superRefine(
    checked((condition) => [
      ...comparisonIssues(condition),
      ...ratioRequiredIssues(condition),
      ...maximumIssues(condition),
      ...elapsedRequiredIssues(condition),
      ...historyIssues(condition),
    ]),
  )
function readRequired(required, isNumber, issues) {
  if (isNumber) {
    const exact = readDecimal(required, ['required'], issues)
    return exact === void 0 ? '' : writeDecimal(exact)
  }
  if (typeof required === 'boolean' || (typeof required === 'string' && required !== ''))
    return required
  if (Array.isArray(required) && required.length > 0) return readWords(required, issues)
  issues.push(invalid(required, ['required'], A_REQUIREMENT))
  return ''
}
function readWords(words2, issues) {
  for (const [index, word] of words2.entries()) {
    if (typeof word !== 'string') issues.push(invalid(word, ['required', index], A_WORD))
  }
  return words2
}
function comparisonIssues({ comparison, required, unit }) {
  const isOrdered = ORDERED.includes(comparison)
  const isList = typeof required === 'object'
  if (
    unit === void 0 ? !isOrdered && isList === (comparison === 'one-of') : comparison !== 'one-of'
  )
    return []
  const path = ['comparison']
  return isOrdered
    ? [at(COMPARISON_NEEDS_UNIT, path, { given: comparison })]
    : [at(COMPARISON_OF_WORDS, path, {})]
}
function ratioRequiredIssues({ unit, required }) {
  return unit === 'ratio' && typeof required === 'string' && required !== ''
    ? percentIssues(required, known(required), ['required'])
    : []
}
function maximumIssues({ unit, required, maximum, over }) {
  if (maximum === void 0) return []
  if (unit !== 'points') return [notAllowed(unit, ['unit'], ['points'])]
  const issues = []
  if (required !== '' && over?.take !== 'total')
    readDecimal(required, ['required'], issues, { minimum: ZERO, maximum: known(maximum) })
  return issues
}
var MOST_ELAPSED = { 'days-since': 36525, 'months-since': 1200, 'years-since': 100 }
function elapsedRequiredIssues({ unit, required }) {
  if (unit === void 0 || !isSince(unit) || typeof required !== 'string' || required === '')
    return []
  const maximum = MOST_ELAPSED[unit]
  const isWhole2 = /^\d+$/.test(required) && Number(required) <= maximum
  const range = { minimum: '0', maximum: String(maximum) }
  return isWhole2 ? [] : [invalid(required, ['required'], A_WHOLE_NUMBER, range)]
}
var HISTORY_FIELDS = ['inARow', 'ofLast', 'over']
function historyIssues(condition) {
  const [field, other] = HISTORY_FIELDS.filter((key) => condition[key] !== void 0)
  if (field === void 0) return []
  if (other !== void 0) return [at(HISTORY_TWICE, [other], { field, other })]
  const { unit, ofLast, inARow } = condition
  if (unit !== void 0 && isSince(unit)) return [at(HISTORY_OF_DATES, [field], { field })]
  if (inARow !== void 0) return gapIssues(inARow, ['inARow'])
  if (field === 'over' && unit === void 0) return [at(HISTORY_OF_WORDS, ['over'], {})]
  if (ofLast === void 0 || ofLast.atLeast <= ofLast.periods) return []
  const params = { given: String(ofLast.atLeast), maximum: String(ofLast.periods) }
  return [at(MORE_THAN_PERIODS, ['ofLast', 'atLeast'], params)]
}
var list = () =>
  z3
    .array(z3.lazy(() => conditionSchema))
    .min(1)
    .max(100)
var joined2 = {
  all: strict({ all: list() }),
  any: strict({ any: list() }),
  atLeast: strict({ atLeast: wholeNumber(1, 100), of: list() }).superRefine(
    checked(({ atLeast: atLeast2, of }) => {
      if (atLeast2 <= of.length) return []
      const params = { given: String(atLeast2), maximum: String(of.length) }
      return [at(MORE_THAN_CONDITIONS, ['atLeast'], params)]
    }),
  ),
}
var conditionSchema = oneOf3(formOf)
function formOf(value) {
  if (hasKey(value, 'all')) return joined2.all
  if (hasKey(value, 'any')) return joined2.any
  return hasKey(value, 'atLeast') ? joined2.atLeast : factSchema
}

// src/kernel/number/schema.ts
function currencyIssues({ currency, rounding }) {
  const most = decimalsOf(currency)
  if (most === void 0) return [unknownCurrency(currency, ['currency'])]
  if ((rounding.decimals ?? 0) <= most) return []
  const given4 = String(rounding.decimals)
  const params = { given: given4, maximum: String(most), currency }
  return [at(DECIMALS_OF_CURRENCY_EXCEEDED, ['rounding', 'decimals'], params)]
}
function completeRounding({ currency, rounding: { mode, decimals } }) {
  return { mode, decimals: decimals ?? decimalsOf(currency) ?? 0 }
}

// src/kernel/policy/schema.ts
import * as z4 from 'zod'

var headerShape = (id) => ({
  id: name().default(id),
  version: name().default('1'),
  provenance: z4
    .array(strict({ path: name(), clause: name(), origin: z4.enum(['handbook', 'ours']) }))
    .max(1e3)
    .default([]),
})
function provenanceIssues(policy) {
  return policy.provenance.flatMap(({ path }, index) => {
    if (
      hasPart(
        policy,
        path.split(/[.[\]]+/).filter((step) => step !== ''),
      )
    )
      return []
    const known2 = Object.keys(policy)
    return [at(PART_NOT_IN_POLICY, ['provenance', index, 'path'], { given: path, known: known2 })]
  })
}
function hasPart(value, steps3) {
  const [step, ...rest] = steps3
  if (step === void 0) return true
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
  return hasPart(value[step], rest)
}

// src/kernel/scale/schema.ts
import * as z5 from 'zod'

var boundary = () => z5.enum(['upper-tier', 'lower-tier'])
var scaleSchema = strict({
  mode: z5.enum(['marginal', 'whole-amount', 'interpolated']),
  boundary: boundary().default('upper-tier'),
  negative: z5.enum(['mirror', 'zero', 'refuse']).default('mirror'),
  thresholds: z5.enum(['money', 'units', 'attainment']).default('money'),
  measure: z5.enum(['base', 'separate']).default('base'),
  beyond: z5.literal('stop').exactOptional(),
  tiers: z5
    .array(
      strict({
        id: name(),
        upTo: positive().nullable(),
        rate: rate().prefault('0'),
        multiple: rate().exactOptional(),
        boundary: boundary().exactOptional(),
        amount: notNegative().exactOptional(),
        minimum: notNegative().exactOptional(),
        maximum: notNegative().exactOptional(),
      }),
    )
    .min(1)
    .max(1e3),
}).superRefine(
  checked((scale) => [
    ...duplicateIds(scale.tiers, ['tiers']),
    ...endIssues(scale),
    ...notRising(withoutJumps(scale).flatMap(endOf)),
    ...rateIssues(scale),
    ...attainmentIssues(scale),
    ...conflicts(scale),
  ]),
)
function endOf({ upTo: upTo2, index }) {
  return upTo2 === null ? [] : [[['tiers', index, 'upTo'], upTo2]]
}
function withoutJumps({ mode, tiers }) {
  const placed = tiers.map(({ upTo: upTo2, amount }, index) => ({ upTo: upTo2, amount, index }))
  if (mode !== 'interpolated') return placed
  return placed.filter(({ upTo: upTo2, amount, index }) => {
    const before = tiers[index - 1]?.upTo ?? null
    if (upTo2 === null || before === null || amount === void 0) return true
    return compare(known(upTo2), known(before)) !== 0
  })
}
function endIssues({ tiers, beyond: beyond2 }) {
  return tiers.flatMap(({ id, upTo: upTo2 }, index) => {
    const mayBeOpen = index === tiers.length - 1
    const mustBeOpen = mayBeOpen && beyond2 !== 'stop'
    if (upTo2 === null ? mayBeOpen && mustBeOpen : !mustBeOpen) return []
    const path = ['tiers', index, 'upTo']
    if (upTo2 !== null) return [at(LAST_TIER_CLOSED, path, { tier: id, given: upTo2 })]
    return [at(mayBeOpen ? LAST_TIER_OPEN : INNER_TIER_OPEN, path, { tier: id })]
  })
}
function rateIssues({ tiers, thresholds }) {
  return tiers.flatMap(({ rate: rate2, multiple }, index) => {
    const ofRate = thresholds === 'units' ? [] : ratioIssues(rate2, known(rate2))
    const found = ofRate.map((issue) => under(['tiers', index, 'rate'], issue))
    if (multiple === void 0) return found
    return [...found, ...percentIssues(multiple, known(multiple), ['tiers', index, 'multiple'])]
  })
}
function attainmentIssues({ tiers, thresholds }) {
  if (thresholds !== 'attainment') return []
  return tiers.flatMap(({ upTo: upTo2 }, index) =>
    upTo2 === null ? [] : percentIssues(upTo2, known(upTo2), ['tiers', index, 'upTo']),
  )
}
function conflicts(scale) {
  return [
    ...(scale.measure === 'separate' ? measureConflicts(scale) : []),
    ...scale.tiers.flatMap((tier, index) => tierConflicts(scale, tier, ['tiers', index])),
  ]
}
function measureConflicts({ mode, thresholds, beyond: beyond2 }) {
  const found = []
  if (mode !== 'whole-amount') found.push(at(SEPARATE_MEASURE_MODE, ['measure'], {}))
  if (thresholds !== 'money') found.push(at(SEPARATE_MEASURE_THRESHOLDS, ['thresholds'], {}))
  if (beyond2 === 'stop') found.push(at(SEPARATE_MEASURE_STOPS, ['beyond'], {}))
  return found
}
function tierConflicts(
  scale,
  { upTo: upTo2, rate: rate2, multiple, amount, minimum, maximum },
  path,
) {
  const found = []
  if (multiple !== void 0 && known(rate2).n !== 0n)
    found.push(at(MULTIPLE_BESIDE_RATE, [...path, 'multiple'], {}))
  if (minimum !== void 0 && maximum !== void 0 && compare(known(minimum), known(maximum)) > 0) {
    found.push(at(MINIMUM_ABOVE_MAXIMUM, path, { minimum, maximum }))
  }
  if (scale.mode !== 'interpolated') return found
  if (upTo2 === null && amount !== void 0) found.push(at(OPEN_TIER_AMOUNT, path, {}))
  if (minimum !== void 0 || maximum !== void 0) found.push(at(INTERPOLATED_TIER_BOUNDS, path, {}))
  return found
}

// src/commission/plan/schema.ts
import * as z9 from 'zod'

// src/commission/plan/schema/spreadConflicts.ts
function isShared({ tiersOver, accelerator: accelerator2, rates: rates2 }) {
  return tiersOver === 'all-lines' || (accelerator2?.mode === 'marginal' && rates2 !== void 0)
}
function spreadConflicts(plan) {
  if (isShared(plan)) return [...sharedConflicts(plan), ...unevenConflicts(plan)]
  const found = scalesOf(plan).filter(([, { measure }]) => measure === 'base')
  return isUneven(plan) ? [...unevenConflicts(plan), ...found.flatMap(tierIssues)] : []
}
function sharedConflicts(plan) {
  const { tiersOver, rates: rates2 = [] } = plan
  if (tiersOver === 'each-scale') return [at(ACCELERATOR_ON_RATES, ['accelerator', 'mode'], {})]
  if (rates2.length === 0) return [at(ONE_SCALE_OVER_ALL, ['tiersOver'], {})]
  return scalesOf(plan).flatMap(tierIssues)
}
function unevenConflicts(plan) {
  if (!isUneven(plan)) return []
  const { gate, cap: cap2 } = plan
  return [
    ...(gate !== void 0 && gate.counts !== 'all'
      ? [at(TARGET_OF_FACTORS, ['gate', 'counts'], {})]
      : []),
    ...(cap2?.base === void 0 ? [] : [at(CAP_BASE_OF_FACTORS, ['cap', 'base'], {})]),
  ]
}
function scalesOf({ scale, rates: rates2 = [] }) {
  return [
    [['scale'], scale],
    ...rates2.map((rule, index) => [['rates', index, 'scale'], rule.scale]),
  ]
}
function tierIssues([path, { mode, measure, beyond: beyond2, per, tiers }]) {
  const found = []
  if (mode === 'interpolated') found.push(['mode'])
  if (measure === 'separate') found.push(['measure'])
  if (beyond2 !== void 0) found.push(['beyond'])
  if (per !== void 0) found.push(['per'])
  for (const [index, tier] of tiers.entries())
    for (const key of ['amount', 'minimum', 'maximum'])
      if (tier[key] !== void 0) found.push(['tiers', index, key])
  return found.map((at2) => at(SPREAD_TIERS, [...path, ...at2], {}))
}

// src/commission/plan/schema/conflicts.ts
function planConflicts(plan) {
  return [
    ...measureConflicts2(plan),
    ...multipleConflicts(plan),
    ...roundingConflicts(plan),
    ...incrementConflicts(plan),
    ...rateConflicts(plan),
    ...acceleratorConflicts(plan),
    ...spreadConflicts(plan),
    ...baseConflicts(plan),
    ...eachConflicts(plan),
    ...floorConflicts(plan),
    ...unitsConflicts(plan),
    ...ownTierConflicts(plan),
    ...unitConflicts(plan),
    ...paymentConflicts(plan),
    ...capConflicts(plan),
  ]
}
function measureConflicts2({ scale, measuredBy: measuredBy2, rates: rates2 = [] }) {
  return [
    ...oneMeasure([], scale, measuredBy2),
    ...rates2.flatMap((rule, index) => oneMeasure(['rates', index], rule.scale, rule.measuredBy)),
  ]
}
function multipleConflicts({ scale, rates: rates2 = [], payout }) {
  if (payout !== 'money') return []
  const all = [[[], scale], ...rates2.map((rule, index) => [['rates', index], rule.scale])]
  return all
    .filter(([, { thresholds }]) => thresholds === 'units')
    .flatMap(([path, { tiers }]) =>
      tiers.flatMap(({ multiple }, index) =>
        multiple === void 0
          ? []
          : [at(MULTIPLE_OF_UNITS, [...path, 'scale', 'tiers', index, 'multiple'], {})],
      ),
    )
}
function roundingConflicts({ attainmentRounding, scale, payout, gate, ...plan }) {
  if (attainmentRounding === void 0) return []
  const at2 = ['attainmentRounding']
  const { accelerator: accelerator2, rates: rates2 } = plan
  const isByAttainment = scale.thresholds === 'attainment'
  const isPaidOn = paysOnAttainment(scale, payout)
  const found = []
  const isChosen = [plan, ...(rates2 ?? [])].some((one3) => one3.measuredBy === 'attainment')
  if (!isByAttainment && !isChosen && gate?.attainment === void 0 && accelerator2 === void 0)
    found.push(at(ROUNDING_OF_NOTHING, at2, {}))
  const isSliced = isByAttainment && scale.mode === 'marginal' && !isPaidOn
  if (isSliced || accelerator2?.mode === 'marginal') found.push(at(ROUNDING_OF_SLICES, at2, {}))
  if (gate?.counts === 'above-gate') found.push(at(ROUNDING_ABOVE_GATE, at2, {}))
  if (isPaidOn && (rates2 !== void 0 || isUneven(plan))) found.push(at(ROUNDING_OF_RATES, at2, {}))
  return found
}
function incrementConflicts({ rounding, payment, clawback: clawback2, credit, refunds }) {
  if (rounding.increment === void 0) return []
  const fields = [
    ['payment', payment !== void 0],
    ['clawback', clawback2 !== void 0],
    ['credit.override', credit.override !== void 0],
    ['refunds', refunds === 'mirror'],
  ]
  return fields.flatMap(([field, isUsed2]) =>
    isUsed2 ? [at(INCREMENT_OF_PARTS, ['rounding', 'increment'], { field })] : [],
  )
}
function oneMeasure(path, { measure, tiers }, measuredBy2) {
  if (measuredBy2 === void 0) return []
  const at2 = [...path, 'measuredBy']
  const found =
    measuredBy2 === 'attainment'
      ? tiers.flatMap((tier, index) => percentIn(tier, [...path, 'scale', 'tiers', index]))
      : []
  if (found.length > 0) return found
  if (measure === 'base') return [at(MEASURED_BY_BASE, at2, {})]
  const isFlat = tiers.some(
    ({ amount, minimum, maximum }) => (amount ?? minimum ?? maximum) !== void 0,
  )
  return isFlat ? [at(MEASURED_BY_FLAT_TIERS, at2, {})] : []
}
function percentIn({ upTo: upTo2 }, path) {
  return upTo2 === null ? [] : percentIssues(upTo2, known(upTo2), [...path, 'upTo'])
}
function rateConflicts(plan) {
  const { rates: rates2 = [], gate, cap: cap2 } = plan
  const found = rates2.flatMap((rule, index) => ruleConflicts(rule, ['rates', index], plan))
  if (rates2.length === 0) return found
  if (countsAbove(gate)) found.push(at(TARGET_OF_RATES, ['gate', 'counts'], {}))
  if (cap2?.base !== void 0) found.push(at(CAP_BASE_OF_RATES, ['cap', 'base'], {}))
  return found
}
function ruleConflicts(rule, path, plan) {
  const { thresholds, measure } = rule.scale
  const at2 = [...path, 'scale', 'thresholds']
  if (thresholds === 'attainment' && !isShared(plan)) return [at(RULE_BY_ATTAINMENT, at2, {})]
  if ((thresholds === 'units') !== (plan.scale.thresholds === 'units'))
    return [at(UNITS_AND_MONEY, at2, {})]
  if (measure === 'separate' && rule.measuredBy === void 0)
    return [at(RULE_WITHOUT_MEASURE, [...path, 'measuredBy'], {})]
  return []
}
function acceleratorConflicts({ accelerator: accelerator2, scale, rates: rates2 = [] }) {
  if (accelerator2?.mode !== 'marginal') return []
  const isFit = [scale, ...rates2.map((rule) => rule.scale)].every(isAccelerable)
  return isFit ? [] : [at(ACCELERATOR_ON_TIERS, ['accelerator', 'mode'], {})]
}
function isAccelerable({ mode, thresholds, tiers }) {
  const isBounded = tiers.some(({ minimum, maximum }) => (minimum ?? maximum) !== void 0)
  return mode === 'marginal' && thresholds !== 'units' && !isBounded
}
function baseConflicts({ measuredBy: measuredBy2, gate, cap: cap2 }) {
  if (measuredBy2 === void 0) return []
  const found = []
  if (countsAbove(gate)) found.push(at(TARGET_OF_MEASURED, ['gate', 'counts'], {}))
  if (cap2?.base !== void 0) found.push(at(CAP_BASE_OF_MEASURED, ['cap', 'base'], {}))
  return found
}
function eachConflicts(plan) {
  const {
    scale,
    rates: rates2 = [],
    gate,
    cap: cap2,
    accelerator: accelerator2,
    attribution,
  } = plan
  const all = [
    [['scale'], scale],
    ...rates2.map((rule, index) => [['rates', index, 'scale'], rule.scale]),
  ]
  const each2 = all.filter(([, { per }]) => per !== void 0)
  if (each2.length === 0) return []
  const ofPlan = [
    [['gate', 'counts'], countsAbove(gate)],
    [['cap', 'base'], cap2?.base !== void 0],
    [['accelerator', 'mode'], accelerator2?.mode === 'marginal'],
    [['attribution'], attribution === 'pro-rata'],
  ]
  const ofScales = each2.flatMap(([path, { thresholds, measure }]) => [
    [[...path, 'thresholds'], thresholds === 'attainment'],
    [[...path, 'measure'], measure === 'separate'],
  ])
  return [...ofScales, ...ofPlan].flatMap(([path, isThere]) =>
    isThere ? [at(EACH_ON_ITS_OWN, path, { field: path.join('.') })] : [],
  )
}
function unitsConflicts({ measuredBy: measuredBy2, rates: rates2 = [], refunds, payment }) {
  const isByUnits = [measuredBy2, ...rates2.map((rule) => rule.measuredBy)].includes('units')
  if (!isByUnits || refunds === 'net' || (payment?.accrual ?? 'period') === 'period') return []
  return [at(UNITS_OF_MIRRORED, ['refunds'], {})]
}
function floorConflicts({ floor, cap: cap2, attribution, refunds, payment }) {
  if (floor === void 0) return []
  const found = []
  const most = cap2?.line
  if (most !== void 0 && compare(known(floor.line), known(most)) > 0)
    found.push(at(LINE_FLOOR_ABOVE_CAP, ['floor', 'line'], { given: floor.line, maximum: most }))
  if (attribution === 'pro-rata')
    found.push(
      at(FLOOR_OF_LINES, ['attribution'], { field: 'attribution', expected: 'deal-order' }),
    )
  if (refunds === 'net' && (payment?.accrual ?? 'period') !== 'period')
    found.push(at(FLOOR_OF_LINES, ['refunds'], { field: 'refunds', expected: 'mirror' }))
  return found
}
function countsAbove(gate) {
  return gate !== void 0 && gate.counts !== 'all'
}
function ownTierConflicts({ gate, scale }) {
  if (gate?.startsIn !== 'own-tier') return []
  const at2 = ['gate', 'startsIn']
  if (scale.measure === 'separate') return [at(OWN_TIER_OF_MEASURE, at2, {})]
  const isBounded = scale.tiers.some(({ minimum, maximum }) => (minimum ?? maximum) !== void 0)
  return isBounded && scale.mode === 'marginal' ? [at(OWN_TIER_OF_BOUNDS, at2, {})] : []
}
function unitConflicts({ base, scale, eligibility: eligibility2, exchange }) {
  if (scale.thresholds !== 'units') return []
  const found = []
  if (base !== 'amount') found.push(at(MARGIN_OF_UNITS, ['base'], {}))
  if (eligibility2?.marginFloor !== void 0)
    found.push(at(MARGIN_OF_UNITS, ['eligibility', 'marginFloor'], {}))
  if (exchange !== void 0) found.push(at(EXCHANGE_OF_UNITS, ['exchange'], {}))
  return found
}
function capConflicts({ payment, cap: cap2 }) {
  const { on = 'booked', accrual = 'period' } = payment ?? {}
  const isCut2 =
    (cap2?.quarter !== void 0 && (accrual === 'half-year-to-date' || accrual === 'year-to-date')) ||
    (cap2?.half !== void 0 && accrual === 'year-to-date')
  return isCut2 && on !== 'booked' ? [at(CAP_OF_PART, ['payment', 'on'], {})] : []
}
function paymentConflicts({ payment, rates: rates2 = [] }) {
  if (payment === void 0) return []
  const found = drawConflicts(payment)
  for (const [index, { conditions: conditions2 }] of rates2.entries())
    if (conditions2 !== void 0 && payment.accrual !== 'period')
      found.push(at(RATE_CONDITIONS_TO_DATE, ['rates', index, 'conditions'], {}))
  if (payment.accrual === 'period' && payment.trueUp !== 'every-period')
    found.push(at(NOTHING_TO_TRUE_UP, ['payment', 'trueUp'], {}))
  if (payment.on === 'booked' && payment.afterLeaving !== void 0)
    found.push(at(NOTHING_AFTER_LEAVING, ['payment', 'afterLeaving'], {}))
  return found
}
function drawConflicts({ draw }) {
  const { periods, schedule = [] } = draw ?? {}
  const scheduled = schedule.reduce((total, step) => total + step.periods, 0)
  if (periods === void 0 || scheduled <= periods) return []
  return [at(DRAW_ENDS_BEFORE, ['payment', 'draw', 'schedule'], {})]
}

// src/commission/plan/schema/rates.ts
import * as z6 from 'zod'

var MOST_NAMES = 1e4
var MOST_RULES = 1e3
var names = () =>
  withShortForm(z6.array(name()).min(1).max(MOST_NAMES), (names2) =>
    typeof names2 === 'string' ? [names2] : names2,
  ).exactOptional()
var lineMatch = () =>
  strict({
    product: names(),
    category: names(),
    region: names(),
    customer: names(),
    is: conditionSchema.exactOptional(),
  }).superRefine(checked(matchIssues))
function matchIssues(match) {
  if (Object.keys(match).length === 0) return [at(MATCHES_EVERY_LINE, [], {})]
  return match.is === void 0 ? [] : conditionIssues(match.is, ['is'])
}
function conditionIssues(condition, path) {
  if (!('id' in condition)) {
    const [key, parts] = Object.entries(condition).find(([, value]) => Array.isArray(value)) ?? []
    return parts.flatMap((part, index) => conditionIssues(part, [...path, key ?? '', index]))
  }
  const { id, unit, inARow, ofLast, over } = condition
  const history = inARow ?? ofLast ?? over
  if (history !== void 0) return [at(LINE_WITHOUT_HISTORY, path, {})]
  if (!isLineFigure(id)) return []
  const allowed = LINE_FIGURE_UNITS[id]
  if (unit !== void 0 && allowed.includes(unit)) return []
  return [notAllowed(unit, [...path, 'unit'], allowed)]
}
var lineScale = () => scaleSchema.safeExtend({ per: z6.enum(['line', 'order']).exactOptional() })
var measureForms = {
  figure: z6.enum(['amount', 'margin', 'discount', 'quantity', 'daysLate', 'attainment', 'units']),
  fact: strict({ fact: name() }),
}
var measuredBy = () =>
  oneOf3((value) =>
    hasKey(value, 'fact') ? measureForms.fact : measureForms.figure,
  ).exactOptional()
var rateRules = () =>
  z6
    .array(
      strict({
        id: name(),
        when: lineMatch(),
        scale: lineScale(),
        measuredBy: measuredBy(),
        conditions: conditionSchema.exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_RULES)
var lineFactors = () =>
  z6
    .array(
      strict({
        id: name(),
        when: lineMatch().exactOptional(),
        applies: z6.enum(['both', 'counts', 'earns']).default('both'),
        above: positive().exactOptional(),
        multiplier: notNegative().exactOptional(),
        by: kpiMultiplier().exactOptional(),
        part: name().exactOptional(),
        reason: name().exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_RULES)
    .superRefine(checked(factorIssues))
function factorIssues(list2) {
  return [
    ...duplicateIds(list2, []),
    ...list2.flatMap(({ multiplier: multiplier2, by, part }, index) => {
      const given4 = [multiplier2, by, part].filter((one3) => one3 !== void 0)
      if (given4.length !== 1) return [at(FACTOR_OF_ONE_KIND, [index], {})]
      if (multiplier2 === void 0) return []
      return percentIssues(multiplier2, known(multiplier2), [index, 'multiplier'])
    }),
  ]
}
var steps2 = () =>
  z6
    .array(strict({ id: name(), upTo: positive().nullable(), multiplier: notNegative() }))
    .min(1)
    .max(MOST_RULES)
var boundary2 = () => z6.enum(['upper-tier', 'lower-tier']).default('upper-tier')
var accelerator = () =>
  strict({
    mode: z6.enum(['marginal', 'whole-amount']).default('marginal'),
    boundary: boundary2(),
    steps: steps2(),
    conditions: conditionSchema.exactOptional(),
  }).superRefine(
    checked((accelerator2) => [
      ...stepIssues(accelerator2.steps),
      ...accelerator2.steps.flatMap(({ upTo: upTo2 }, index) =>
        upTo2 === null ? [] : percentIssues(upTo2, known(upTo2), ['steps', index, 'upTo']),
      ),
    ]),
  )
var kpiMultiplier = () =>
  strict({ fact: name(), boundary: boundary2(), steps: steps2() }).superRefine(
    checked((multiplier2) => stepIssues(multiplier2.steps)),
  )
var words = () =>
  strict({ fact: name(), values: z6.record(name(), notNegative()) }).superRefine(
    checked(({ values }) => [
      ...(Object.keys(values).length === 0 ? [at(MULTIPLIES_BY_NOTHING, ['values'], {})] : []),
      ...Object.entries(values).flatMap(([word, value]) =>
        percentIssues(value, known(value), ['values', word]),
      ),
    ]),
  )
var multiplier = () => oneOf3((value) => (hasKey(value, 'values') ? words() : kpiMultiplier()))
var multipliers2 = () => z6.array(multiplier()).min(1).max(MOST_RULES)
function stepIssues(list2) {
  const ends = list2.flatMap(({ upTo: upTo2 }, index) =>
    upTo2 === null ? [] : [[['steps', index, 'upTo'], upTo2]],
  )
  return [
    ...duplicateIds(list2, ['steps']),
    ...stepEndIssues(list2, 'steps'),
    ...notRising(ends),
    ...list2.flatMap(({ multiplier: multiplier2 }, index) =>
      percentIssues(multiplier2, known(multiplier2), ['steps', index, 'multiplier']),
    ),
  ]
}

// src/commission/plan/schema/rules.ts
import * as z7 from 'zod'

var MOST_RULES2 = 1e3
var targetGate = () =>
  strict({
    attainment: positive().exactOptional(),
    counts: z7.enum(['all', 'above-target', 'above-gate']).default('all'),
    startsIn: z7.enum(['first-tier', 'own-tier']).default('first-tier'),
    conditions: conditionSchema.exactOptional(),
  }).superRefine(checked(gateIssues))
function gateIssues(gate) {
  const isIdle = gate.counts === 'all' && gate.startsIn === 'own-tier'
  return [...attainmentIssues2(gate), ...(isIdle ? [at(OWN_TIER_OF_ALL, ['startsIn'], {})] : [])]
}
function attainmentIssues2({ attainment, counts, conditions: conditions2 }) {
  if (attainment !== void 0) return percentIssues(attainment, known(attainment), ['attainment'])
  if (counts !== 'all') return [at(ABOVE_NO_TARGET, ['attainment'], {})]
  return conditions2 === void 0 ? [at(GATE_ALWAYS_OPEN, ['attainment'], {})] : []
}
var awards2 = () =>
  z7
    .array(
      strict({
        id: name(),
        for: z7.enum(['any', 'first-order', 'new-market']),
        when: lineMatch().exactOptional(),
        order: strict({
          comparison: z7.enum(['above', 'at-least']).default('at-least'),
          amount: positive(),
        }).exactOptional(),
        per: z7.enum(['order', 'line', 'unit']).exactOptional(),
        amount: positive().exactOptional(),
        rate: ratio().exactOptional(),
        whileGateShut: z7.enum(['paid', 'forgone']).default('paid'),
        conditions: conditionSchema.exactOptional(),
        clause: name().exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_RULES2)
    .superRefine(checked((list2) => [...duplicateIds(list2, []), ...list2.flatMap(awardIssues)]))
function awardIssues({ amount, rate: rate2, per }, index) {
  if (amount === void 0 && rate2 === void 0)
    return [invalid(void 0, [index, 'amount'], AN_AMOUNT_OR_RATE)]
  if (rate2 === void 0) return []
  const field = amount === void 0 ? 'per' : 'amount'
  if (amount === void 0 && per !== 'unit') return []
  return [at(AWARD_OF_RATE, [index, field], { field })]
}
var cap = () =>
  strict({
    base: positive().exactOptional(),
    rate: positive().exactOptional(),
    line: positive().exactOptional(),
    amount: positive().exactOptional(),
    quarter: positive().exactOptional(),
    half: positive().exactOptional(),
    year: positive().exactOptional(),
  }).superRefine(
    checked((caps) => (Object.keys(caps).length > 0 ? [] : [at(CAP_OF_NOTHING, [], {})])),
  )
var eligibility = () =>
  strict({
    statuses: z7.array(name()).min(1).max(MOST_RULES2).exactOptional(),
    marginFloor: ratio().exactOptional(),
    newCustomer: strict({ firstOrderAtLeast: positive() }).exactOptional(),
    exclude: z7
      .array(strict({ id: name(), when: lineMatch(), reason: name() }))
      .min(1)
      .max(MOST_RULES2)
      .superRefine(checked((list2) => duplicateIds(list2, [])))
      .exactOptional(),
  })

// src/commission/plan/schema/terms.ts
import * as z8 from 'zod'

var MOST_PERIODS2 = 1e3
var LONGEST_SPAN = 1e4
var paymentTerms = () =>
  strict({
    on: z8.enum(['booked', 'invoiced', 'collected']).default('booked'),
    accrual: z8
      .enum(['period', 'quarter-to-date', 'half-year-to-date', 'year-to-date'])
      .default('period'),
    trueUp: z8.enum(['every-period', 'quarter', 'half-year', 'year']).default('every-period'),
    holdback: strict({
      share: ratio(),
      releaseAfter: wholeNumber(1, MOST_PERIODS2),
    }).exactOptional(),
    draw: strict({
      amount: notNegative(),
      kind: z8.enum(['recoverable', 'non-recoverable']),
      periods: wholeNumber(1, MOST_PERIODS2).exactOptional(),
      schedule: z8
        .array(strict({ periods: wholeNumber(1, MOST_PERIODS2), amount: notNegative() }))
        .min(1)
        .max(MOST_PERIODS2)
        .exactOptional(),
      recoverFrom: z8.enum(['all', 'above-draw']).default('above-draw'),
      recoverAfter: wholeNumber(0, MOST_PERIODS2).default(0),
      recoverAtMost: ratio().prefault('1'),
      owedAtMost: positive().exactOptional(),
    }).exactOptional(),
    minimumPayout: positive().exactOptional(),
    afterLeaving: ratio().exactOptional(),
  })
var span = () => strict({ length: wholeNumber(1, LONGEST_SPAN), unit: z8.enum(['day', 'month']) })
var clawback = () =>
  z8.discriminatedUnion('kind', [
    strict({ kind: z8.literal('full') }),
    strict({ kind: z8.literal('window'), within: span() }),
    strict({ kind: z8.literal('pro-rata'), within: span() }),
    strict({
      kind: z8.literal('months'),
      months: wholeNumber(1, LONGEST_SPAN),
      inForce: z8.enum(['started', 'whole']).default('started'),
    }),
    strict({
      kind: z8.literal('steps'),
      unit: z8.enum(['day', 'month']),
      steps: z8
        .array(strict({ upTo: wholeNumber(1, LONGEST_SPAN), share: ratio() }))
        .min(1)
        .max(MOST_PERIODS2)
        .superRefine(checked(stepsRise)),
    }),
  ])
function stepsRise(steps3) {
  return notRising(steps3.map(({ upTo: upTo2 }, index) => [[index, 'upTo'], String(upTo2)]))
}

// src/commission/plan/schema.ts
var MOST_LEVELS = 20
var planSchema = strict({
  ...headerShape('commission'),
  currency: z9.string(),
  base: z9.enum(['amount', 'margin', 'amount-without-tax', 'margin-without-tax']).default('amount'),
  scale: lineScale(),
  measuredBy: measuredBy(),
  payout: z9.enum(['money', 'of-target-incentive']).default('money'),
  attainmentRounding: strict({
    mode: z9.enum(['down', 'half-up']),
    decimals: decimalsKept().default(2),
  }).exactOptional(),
  rates: rateRules().exactOptional(),
  factors: lineFactors().exactOptional(),
  tiersOver: z9.enum(['each-scale', 'all-lines']).exactOptional(),
  accelerator: accelerator().exactOptional(),
  gate: targetGate().exactOptional(),
  coefficient: strict({ applies: z9.enum(['add-to-rate', 'multiply']) }).default({
    applies: 'add-to-rate',
  }),
  kpiMultiplier: kpiMultiplier().exactOptional(),
  multipliers: multipliers2().exactOptional(),
  awards: awards2().exactOptional(),
  cap: cap().exactOptional(),
  floor: strict({ line: positive() }).exactOptional(),
  eligibility: eligibility().exactOptional(),
  refunds: z9.enum(['net', 'mirror']).default('net'),
  exchange: strict({ on: z9.enum(['order-date', 'payment-date']) }).exactOptional(),
  rounding: strict({
    mode: roundingMode().default('half-up'),
    decimals: decimalsKept().exactOptional(),
    at: z9.enum(['total', 'line']).default('total'),
    increment: positive().exactOptional(),
  }).prefault({}),
  attribution: z9.enum(['deal-order', 'pro-rata']).default('deal-order'),
  credit: strict({
    overlays: z9.enum(['refuse', 'allow']).default('refuse'),
    override: strict({ levels: z9.array(ratio()).min(1).max(MOST_LEVELS) }).exactOptional(),
  }).prefault({}),
  clawback: clawback().exactOptional(),
  payment: paymentTerms().exactOptional(),
  tiersPer: z9.enum(['month', 'quarter', 'half-year', 'year']).exactOptional(),
  yearStartsIn: wholeNumber(1, 12).exactOptional(),
})
  .superRefine(checked(planIssues))
  .transform((plan) => ({
    ...plan,
    rounding: { ...plan.rounding, ...completeRounding(plan) },
    ...(isShared(plan) ? { tiersOver: 'all-lines' } : {}),
  }))
function planIssues(plan) {
  const decimals = decimalsOf(plan.currency)
  if (decimals === void 0) return currencyIssues(plan)
  return [
    ...provenanceIssues(plan),
    ...currencyIssues(plan),
    ...amountIssues(plan, decimals),
    ...capRateIssues(plan),
    ...duplicateIds(plan.rates ?? [], ['rates']),
    ...duplicateFacts(plan),
    ...planConflicts(plan),
  ]
}
function duplicateFacts({ kpiMultiplier: kpiMultiplier2, multipliers: multipliers4 = [] }) {
  const seen = new Set(kpiMultiplier2 === void 0 ? [] : [kpiMultiplier2.fact])
  return multipliers4.flatMap(({ fact }, index) => {
    const isNew = !seen.has(fact)
    seen.add(fact)
    return isNew ? [] : [at(ID_DUPLICATE, ['multipliers', index, 'fact'], { id: fact })]
  })
}
function amountIssues({ cap: cap2, floor, awards: awards3, payment, rounding }, currencyHas) {
  const decimals = rounding.decimals ?? currencyHas
  const amounts = [
    [['cap', 'line'], cap2?.line],
    [['floor', 'line'], floor?.line],
    [['cap', 'amount'], cap2?.amount],
    [['cap', 'quarter'], cap2?.quarter],
    [['cap', 'half'], cap2?.half],
    [['cap', 'year'], cap2?.year],
    ...(awards3 ?? []).map(({ amount }, index) => [['awards', index, 'amount'], amount]),
    [['payment', 'draw', 'amount'], payment?.draw?.amount],
    ...(payment?.draw?.schedule ?? []).map(({ amount }, index) => [
      ['payment', 'draw', 'schedule', index, 'amount'],
      amount,
    ]),
    [['payment', 'draw', 'owedAtMost'], payment?.draw?.owedAtMost],
    [['payment', 'minimumPayout'], payment?.minimumPayout],
    [['rounding', 'increment'], rounding.increment],
  ]
  const increment = knownOrNull(rounding.increment)
  return amounts.flatMap(([path, amount]) => {
    if (amount === void 0) return []
    const exact = known(amount)
    if ((countDecimals(exact) ?? 0) > decimals)
      return [at(AMOUNT_NOT_PAYABLE, path, { total: amount, decimals })]
    const isWhole2 = increment === null || divide(exact, increment).d === 1n
    const params = { given: amount, other: rounding.increment ?? '' }
    return isWhole2 ? [] : [at(AMOUNT_OFF_INCREMENT, path, params)]
  })
}
function capRateIssues({ cap: cap2, scale }) {
  if (cap2?.rate === void 0 || scale.thresholds === 'units') return []
  return ratioIssues(cap2.rate, known(cap2.rate)).map((one3) => under(['cap', 'rate'], one3))
}
function defineCommissionPlan(plan) {
  const outcome = attempt(() => readPolicy(planSchema, plan))
  if (!outcome.ok) throw new SalesRulesError(outcome.issues.map(tellWhereItMoved))
  const checkedPlan = outcome.value
  seal('Scale', checkedPlan.scale)
  for (const { scale } of checkedPlan.rates ?? []) seal('Scale', scale)
  return seal('CommissionPlan', checkedPlan)
}
function tellWhereItMoved(found) {
  const { code: code2, path } = found
  const isProration = code2 === 'UNKNOWN_KEY' && path.length === 1 && path[0] === 'proration'
  return isProration ? at(PRORATION_MOVED, path, {}) : found
}

// test/oracle/fraction.ts
var Refusal = class extends Error {}
var grammar = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,2}))?$/
var zero = { n: 0n, d: 1n }
function fraction(n2, d = 1n) {
  if (d === 0n) throw new Refusal('division by zero')
  const divisor = greatestCommonDivisor(n2, d)
  return d < 0n ? { n: -n2 / divisor, d: -d / divisor } : { n: n2 / divisor, d: d / divisor }
}
function parse(text) {
  const match = grammar.exec(text)
  if (match === null) throw new Refusal(`not a decimal: ${text}`)
  const [, sign = '', whole2 = '', decimals = '', exponent = '0'] = match
  const coefficient = fraction(BigInt(whole2 + decimals), 10n ** BigInt(decimals.length))
  const power = 10n ** BigInt(Math.abs(Number(exponent)))
  const scale = exponent.startsWith('-') ? fraction(1n, power) : fraction(power)
  const size = multiply3(coefficient, scale)
  return sign === '-' ? negate2(size) : size
}
function add3(a, b) {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}
function subtract3(a, b) {
  return add3(a, negate2(b))
}
function multiply3(a, b) {
  return fraction(a.n * b.n, a.d * b.d)
}
function divide2(a, b) {
  return fraction(a.n * b.d, a.d * b.n)
}
function negate2(a) {
  return { n: -a.n, d: a.d }
}
function sum2(terms) {
  let total = zero
  for (const term of terms) total = add3(total, term)
  return total
}
function compare3(a, b) {
  const difference2 = a.n * b.d - b.n * a.d
  if (difference2 === 0n) return 0
  return difference2 < 0n ? -1 : 1
}
function equals(a, b) {
  return compare3(a, b) === 0
}
function smaller2(a, b) {
  return compare3(a, b) <= 0 ? a : b
}
function larger2(a, b) {
  return compare3(a, b) >= 0 ? a : b
}
function floorOf(a) {
  const quotient3 = a.n / a.d
  return quotient3 * a.d > a.n ? quotient3 - 1n : quotient3
}
function toDecimal(value, decimals, mode) {
  const scaled = multiply3(value, fraction(10n ** BigInt(decimals)))
  const below = floorOf(scaled)
  const isOnGrid = equals(scaled, fraction(below))
  return writeUnits2(isOnGrid ? below : chooseNeighbour(scaled, below, mode), decimals)
}
function terminates(value) {
  let rest = fraction(value.n, value.d).d
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  return rest === 1n
}
function toCanonical(value) {
  if (!terminates(value)) throw new Refusal(`does not end in decimals: ${value.n}/${value.d}`)
  let decimals = 0
  while ((value.n * 10n ** BigInt(decimals)) % value.d !== 0n) decimals += 1
  return toDecimal(value, decimals, 'down')
}
function chooseNeighbour(scaled, below, mode) {
  const above = below + 1n
  const outward = scaled.n < 0n ? below : above
  const inward = scaled.n < 0n ? above : below
  const nearest = nearestOf2(scaled, below, above)
  const even = below % 2n === 0n ? below : above
  const choices = {
    'half-up': nearest ?? outward,
    'half-down': nearest ?? inward,
    'half-even': nearest ?? even,
    up: outward,
    down: inward,
    ceiling: above,
    floor: below,
  }
  return choices[mode]
}
function nearestOf2(scaled, below, above) {
  const order = compare3(subtract3(scaled, fraction(below)), subtract3(fraction(above), scaled))
  if (order === 0) return void 0
  return order < 0 ? below : above
}
function writeUnits2(units, decimals) {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const sign = units < 0n ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
function greatestCommonDivisor(a, b) {
  let [larger3, rest] = a < 0n ? [-a, b] : [a, b]
  while (rest !== 0n) [larger3, rest] = [rest, larger3 % rest]
  return larger3 < 0n ? -larger3 : larger3
}

// test/independent/plans/lines.ts
var one = fraction(1n)
function saleOf(line, plan, facts) {
  const base = baseOf2(line, plan)
  const weighed = (which) =>
    (plan.factors ?? [])
      .filter(({ applies = 'both' }) => applies === 'both' || applies === which)
      .map((factor) => timesOf(factor, line, base, plan))
      .reduce(multiply3, base)
  return {
    line,
    amount: parse(line.amount),
    base,
    counts: weighed('counts'),
    earns: weighed('earns'),
    rule: ruleOf(line, plan, facts),
  }
}
function partOf4(item) {
  return item.kind === 'sale' ? one : subtract3(item.before, item.after)
}
function baseOf2(line, { base = 'amount' }) {
  const taxless = base.endsWith('without-tax') ? parse(line.tax ?? '0') : zero
  const cost = base.startsWith('margin') ? parse(line.cost ?? '0') : zero
  return subtract3(subtract3(parse(line.amount), taxless), cost)
}
function timesOf(factor, line, base, plan) {
  if (factor.when !== void 0 && !isMatch(line, factor.when, plan)) return one
  const size = sizeOf2(base)
  const level = factor.above === void 0 ? zero : parse(factor.above)
  if (compare3(size, level) <= 0)
    return factor.above === void 0 ? multiplierOf2(factor, line, plan) : one
  const share = divide2(subtract3(size, level), size)
  return add3(one, multiply3(share, subtract3(multiplierOf2(factor, line, plan), one)))
}
function multiplierOf2({ multiplier: multiplier2 = '1', by, part }, line, plan) {
  if (part !== void 0)
    return divide2(sizeOf2(parse(line.facts?.[part] ?? '0')), sizeOf2(parse(line.amount)))
  return by === void 0 ? parse(multiplier2) : stepAt(factOf(by.fact, line, plan), by)
}
function stepAt(figure, { boundary: boundary3 = 'upper-tier', steps: steps3 }) {
  const isIn2 = ({ upTo: upTo2 }) =>
    upTo2 === null || compare3(figure, parse(upTo2)) < (boundary3 === 'upper-tier' ? 0 : 1)
  return parse(steps3.find(isIn2)?.multiplier ?? '1')
}
function ruleOf(line, plan, facts) {
  const { rates: rates2 = [] } = plan
  const matching = rates2
    .map((rule, place) => ({ ...rule, place }))
    .filter(({ when }) => isMatch(line, when, plan))
    .filter(({ conditions: conditions2 }) => conditions2 === void 0 || holds3(conditions2, facts))
  const exact = matching.find(({ when }) => when.is !== void 0 && when.product !== void 0)
  return (exact ?? matching[0])?.place ?? null
}
function isMatch(line, { product, is }, plan) {
  if (product !== void 0 && line.product !== product) return false
  return is === void 0 || isMet(is, factOf(is.id, line, plan))
}
function holds3(test, facts) {
  return isMet(test, parse(facts[test.id] ?? '0'))
}
function isMet({ comparison, required }, figure) {
  const over = compare3(figure, parse(required))
  return { 'at-least': over >= 0, above: over > 0, 'at-most': over <= 0, below: over < 0 }[
    comparison
  ]
}
var FIGURES3 = ['amount', 'margin', 'discount', 'quantity', 'daysLate']
function factOf(name2, line, plan) {
  return FIGURES3.includes(name2) ? figureOf5(name2, line, plan) : parse(line.facts?.[name2] ?? '0')
}
function measureOf2(by, line, plan) {
  return typeof by === 'string' ? factOf(by, line, plan) : parse(line.facts?.[by.fact] ?? '0')
}
function figureOf5(name2, line, { base = 'amount' }) {
  const amount = parse(line.amount)
  if (name2 === 'amount') return sizeOf2(amount)
  if (name2 === 'quantity') return sizeOf2(parse(line.quantity ?? '0'))
  if (name2 === 'daysLate') return fraction(BigInt(dayOf3(line.paidOn) - dayOf3(line.dueOn)))
  if (name2 === 'discount') {
    const list2 = parse(line.listPrice ?? '1')
    return divide2(subtract3(list2, amount), list2)
  }
  const own = base.endsWith('without-tax') ? subtract3(amount, parse(line.tax ?? '0')) : amount
  return divide2(subtract3(own, parse(line.cost ?? '0')), own)
}
function dayOf3(date = '2026-01-01') {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 864e5)
}
function sizeOf2(value) {
  return value.n < 0n ? negate2(value) : value
}

// test/independent/plans/round.ts
function roundTo(value, decimals, mode) {
  return parse(toDecimal(value, decimals, mode))
}
function toCents(value) {
  return roundTo(value, 2, 'half-up')
}

// test/independent/plans/awards.ts
function awardsIn(items, terms, before) {
  const own = items.flatMap((item) => (item.kind === 'sale' ? [item.sale.line] : []))
  const taken = new Map(before.taken)
  for (const item of items) if (item.kind === 'refund') taken.set(item.sale.line.id, item.after)
  const orders = [...new Set(own.map(orderOf))]
  return (terms.plan.awards ?? []).flatMap((award) =>
    orders.flatMap((order) => {
      const isOf = (line) =>
        orderOf(line) === order && (award.when === void 0 || isMatch(line, award.when, terms.plan))
      const all = [...before.sales.filter(isOf), ...own.filter(isOf)]
      return awardOf2(award, order, { all, own: own.filter(isOf), taken, before }, terms)
    }),
  )
}
function orderOf({ id, order }) {
  return order === void 0 ? `line ${id}` : `order ${order}`
}
function awardOf2(award, order, lines, { plan, month }) {
  const name2 = `${award.id} ${order}`
  const isOnce2 = award.rate === void 0 && award.per !== 'line' && award.per !== 'unit'
  if (lines.own.length === 0 || (isOnce2 && lines.before.earned.has(name2))) return []
  const left = ({ id, amount }) => {
    const part = plan.refunds === 'mirror' ? zero : (lines.taken.get(id) ?? zero)
    return subtract3(parse(amount), multiply3(parse(amount), part))
  }
  if (!isLarge(sum2(lines.all.map(left)), award)) return []
  const isMet2 = award.conditions === void 0 || holds3(award.conditions, month.facts)
  const open = award.whileGateShut === 'forgone' ? 'open' : 'paid'
  const parts = isOnce2 ? shared(award, lines.own) : lines.own.map(partFor(award, left))
  const total = sum2(parts.map(([, part]) => part))
  const payable4 = toCents(total)
  const whole2 = parts.map(([id, part]) => [
    id,
    total.n === 0n ? zero : divide2(multiply3(part, payable4), total),
  ])
  return [{ name: name2, outcome: isMet2 ? open : 'forgone', parts: whole2 }]
}
function isLarge(sales, { order }) {
  if (order === void 0) return sales.n > 0n
  const over = compare3(sales, parse(order.amount))
  return order.comparison === 'above' ? over > 0 : over >= 0
}
function shared({ amount = '0' }, own) {
  const total = sum2(own.map((line) => parse(line.amount)))
  const [first] = own
  if (total.n <= 0n && first !== void 0) return [[first.id, parse(amount)]]
  return own.map((line) => [line.id, divide2(multiply3(parse(amount), parse(line.amount)), total)])
}
function partFor({ per, amount = '0', rate: rate2 }, left) {
  return (line) => {
    const stays = left(line)
    if (rate2 !== void 0) return [line.id, multiply3(stays, parse(rate2))]
    if (per === 'line') return [line.id, stays.n > 0n ? parse(amount) : zero]
    if (parse(line.amount).n <= 0n) return [line.id, zero]
    const units = multiply3(parse(line.quantity ?? '0'), divide2(stays, parse(line.amount)))
    return [line.id, multiply3(units, parse(amount))]
  }
}
function nothingBefore() {
  return { sales: [], taken: /* @__PURE__ */ new Map(), earned: /* @__PURE__ */ new Set() }
}
function joined3(before, items, awards3) {
  const taken = new Map(before.taken)
  for (const item of items) if (item.kind === 'refund') taken.set(item.sale.line.id, item.after)
  return {
    sales: [
      ...before.sales,
      ...items.flatMap((item) => (item.kind === 'sale' ? [item.sale.line] : [])),
    ],
    taken,
    earned: /* @__PURE__ */ new Set([...before.earned, ...awards3.map(({ name: name2 }) => name2)]),
  }
}

// test/oracle/scale.ts
function payAt2(base, scale, options) {
  return sum2(slicesAt2(base, scale, options).map((slice) => slice.pay))
}
function slicesAt2(base, scale, options) {
  refuseBoundsOfShares(scale)
  const spans = spansOf(scale, options.target)
  if (base.n < 0n && scale.negative === 'refuse') throw new Refusal('the base is below zero')
  if (base.n < 0n && scale.negative === 'zero') return spans.map(nothing)
  if (base.n < 0n) return positiveSlices(negate2(base), scale, spans, options).map(mirrored2)
  return positiveSlices(base, scale, spans, options)
}
function refuseBoundsOfShares({ mode, tiers }) {
  if (mode !== 'interpolated') return
  const isBounded = tiers.some((tier) => tier.minimum !== void 0 || tier.maximum !== void 0)
  if (isBounded) throw new Refusal('an interpolated tier has no minimum or maximum')
}
function positiveSlices(base, scale, spans, options) {
  if (scale.measure === 'separate') return separateSlices(base, scale, spans, options.measure)
  return scale.mode === 'whole-amount' ? wholeSlices(base, spans) : cutSlices(base, scale, spans)
}
function cutSlices(base, scale, spans) {
  const pieces = piecesOf(base, spans)
  return spans.map((span2) => {
    const inside2 = pieces.filter((piece) => holds4(span2, midpoint(piece)))
    const length = sum2(inside2.map((piece) => subtract3(piece.end, piece.start)))
    if (!isReached2(base, span2)) return nothing(span2)
    if (scale.mode === 'interpolated' && span2.to !== null && compare3(span2.from, span2.to) === 0)
      return { tier: span2.tier.id, reached: true, base: zero, pay: given3(span2.tier.amount) }
    const flat =
      scale.mode === 'interpolated' ? filledAmount(span2, length) : given3(span2.tier.amount)
    return priced(span2, length, flat)
  })
}
function piecesOf(base, spans) {
  const pieces = []
  let start = zero
  for (const { to } of spans) {
    const end = to === null ? base : smaller2(to, base)
    pieces.push({ start, end })
    start = end
  }
  pieces.push({ start, end: base })
  return pieces.filter((piece) => compare3(piece.start, piece.end) < 0)
}
function midpoint(piece) {
  return divide2(add3(piece.start, piece.end), fraction(2n))
}
function holds4(span2, point) {
  return compare3(span2.from, point) < 0 && (span2.to === null || compare3(point, span2.to) < 0)
}
function isReached2(base, span2) {
  if (span2.isFirst) return base.n > 0n
  const order = compare3(base, span2.from)
  return order > 0 || (order === 0 && span2.ownsStart)
}
function filledAmount(span2, length) {
  if (span2.tier.amount === void 0) return zero
  if (span2.to === null) throw new Refusal('an open-ended tier cannot be filled')
  return divide2(multiply3(given3(span2.tier.amount), length), subtract3(span2.to, span2.from))
}
function wholeSlices(base, spans) {
  const paid = capped(base, spans)
  return spans.map((span2) => {
    if (base.n === 0n || !fallsIn(paid, span2, spans)) return nothing(span2)
    return priced(span2, paid, given3(span2.tier.amount))
  })
}
function separateSlices(base, scale, spans, measure) {
  if (scale.mode !== 'whole-amount') throw new Refusal('a separate measure needs whole-amount')
  if (measure === void 0) throw new Refusal('no measure')
  if (scale.beyond === 'stop') throw new Refusal('a separate measure needs an open last tier')
  const figure = parse(measure)
  return spans.map((span2) => {
    const isChosen = figure.n > 0n ? fallsIn(figure, span2, spans) : span2.isFirst
    if (!isChosen) return nothing(span2)
    if (figure.n > 0n) return priced(span2, base, given3(span2.tier.amount))
    return { tier: span2.tier.id, reached: false, base, pay: multiply3(base, rateOf2(span2.tier)) }
  })
}
function capped(figure, spans) {
  const end = spans.at(-1)?.to ?? null
  return end === null ? figure : smaller2(figure, end)
}
function fallsIn(figure, span2, spans) {
  const isOnStart = compare3(figure, span2.from) === 0
  const isOnEnd = span2.to !== null && compare3(figure, span2.to) === 0
  const isLast2 = span2 === spans.at(-1)
  if (isOnStart) return span2.ownsStart
  if (isOnEnd) return span2.ownsEnd || isLast2
  return holds4(span2, figure)
}
function priced(span2, base, flat) {
  const earned2 = add3(multiply3(base, rateOf2(span2.tier)), flat)
  return { tier: span2.tier.id, reached: true, base, pay: bounded(earned2, span2.tier) }
}
function bounded(pay2, tier) {
  const raised2 = tier.minimum === void 0 ? pay2 : larger2(pay2, parse(tier.minimum))
  return tier.maximum === void 0 ? raised2 : smaller2(raised2, parse(tier.maximum))
}
function nothing(span2) {
  return { tier: span2.tier.id, reached: false, base: zero, pay: zero }
}
function mirrored2(slice) {
  return { ...slice, base: negate2(slice.base), pay: negate2(slice.pay) }
}
function rateOf2({ rate: rate2, multiple }) {
  const [n2 = '0', d = '1'] = (multiple ?? rate2 ?? '0').split('/')
  return divide2(parse(n2), parse(d))
}
function given3(figure) {
  return figure === void 0 ? zero : parse(figure)
}
function spansOf(scale, target) {
  const unit = scale.thresholds === 'attainment' ? targetOf3(target) : fraction(1n)
  const ends = scale.tiers.map((tier) =>
    tier.upTo === null ? null : multiply3(parse(tier.upTo), unit),
  )
  const isUpper2 = scale.tiers.map(
    ({ boundary: boundary3 = scale.boundary }) => boundary3 === 'upper-tier',
  )
  return scale.tiers.map((tier, place) => ({
    tier,
    isFirst: place === 0,
    ownsStart: isUpper2[place - 1] ?? false,
    ownsEnd: isUpper2[place] !== true,
    from: ends[place - 1] ?? zero,
    to: ends[place] ?? null,
  }))
}
function targetOf3(target) {
  const value = given3(target)
  if (value.n <= 0n) throw new Refusal('thresholds in attainment need a target above zero')
  return value
}

// test/independent/plans/pay.ts
var one2 = fraction(1n)
function groupsOf({ scale, measuredBy: measuredBy2, rates: rates2 = [] }) {
  return [
    { rule: null, scale, measuredBy: measuredBy2 },
    ...rates2.map((rule, index) => ({
      rule: index,
      scale: rule.scale,
      measuredBy: rule.measuredBy,
    })),
  ]
}
function earnedBy2(items, terms) {
  const { plan } = terms
  const slices = sum2(groupsOf(plan).map((group) => earnedIn2(group, items, terms)))
  const earned2 = [accelerated(terms), raised(terms), ...multipliers3(terms)].reduce(
    multiply3,
    slices,
  )
  if (plan.cap?.rate === void 0) return earned2
  const base = paidOn(sum2(items.map(earnsOf)), plan.scale, terms)
  const most = multiply3(base, parse(plan.cap.rate))
  return base.n < 0n ? larger2(earned2, most) : smaller2(earned2, most)
}
function countsOf(item) {
  return multiply3(item.sale.counts, partOf4(item))
}
function earnsOf(item) {
  return multiply3(item.sale.earns, partOf4(item))
}
function earnedIn2(group, items, terms) {
  const own = items.filter(({ sale }) => sale.rule === group.rule)
  const { measuredBy: measuredBy2, scale } = group
  if (scale.per !== void 0) return eachOnItsOwn(own, scale, terms)
  if (measuredBy2 !== void 0) return byMeasure(measuredBy2, own, scale, terms)
  const base = sum2(own.map(earnsOf))
  if (walks(terms.plan)) return byPlace(group, items, terms)
  if (isCut(terms.plan))
    return add3(onTheWay(zero, base, base, scale, terms), flatOf(base, scale, terms))
  return payTogether(base, scale, terms)
}
function paidOn(base, scale, { plan, target }) {
  const { attainmentRounding: rounding, payout } = plan
  if (rounding === void 0 || scale.thresholds !== 'attainment') return base
  if (scale.mode !== 'interpolated' && payout !== 'of-target-incentive') return base
  return multiply3(roundTo(divide2(base, target), rounding.decimals, rounding.mode), target)
}
function payTogether(base, scale, terms) {
  const { plan, target } = terms
  const { attainmentRounding: rounding, payout } = plan
  const isChosen =
    scale.thresholds === 'attainment' &&
    scale.mode !== 'interpolated' &&
    payout !== 'of-target-incentive'
  if (rounding === void 0 || !isChosen) return payScale(paidOn(base, scale, terms), scale, terms)
  if (base.n < 0n) return negate2(payTogether(negate2(base), scale, terms))
  const attained3 = roundTo(divide2(base, target), rounding.decimals, rounding.mode)
  const alone = { ...scale, tiers: [{ ...tierAt(attained3, scale, one2), upTo: null }] }
  return payScale(base, alone, terms)
}
function payScale(base, scale, terms) {
  return payAt2(base, toOracle(scale, terms), { target: toCanonical(terms.target) })
}
function eachOnItsOwn(items, scale, terms) {
  const bases = /* @__PURE__ */ new Map()
  const others = []
  for (const item of items) {
    const { sale } = item
    if (item.kind === 'refund' && item.commission !== null) {
      const left = (part) => payScale(multiply3(sale.earns, subtract3(one2, part)), scale, terms)
      others.push(subtract3(left(item.after), left(item.before)))
      continue
    }
    const { order, id } = sale.line
    const key = scale.per === 'order' && order !== void 0 ? `order ${order}` : `line ${id}`
    bases.set(key, add3(bases.get(key) ?? zero, earnsOf(item)))
  }
  return sum2([...[...bases.values()].map((base) => payScale(base, scale, terms)), ...others])
}
function byMeasure(by, items, scale, terms) {
  const base = sum2(items.map(earnsOf))
  if (base.n < 0n && scale.negative === 'zero') return zero
  const figure = ({ sale }) => {
    if (by === 'attainment') return terms.attainment
    return by === 'units' ? terms.units : measureOf2(by, sale.line, terms.plan)
  }
  return sum2(
    items.map((item) =>
      multiply3(earnsOf(item), rateOf3(tierAt(figure(item), scale, one2), terms)),
    ),
  )
}
function walks(plan) {
  return isShared2(plan) || (plan.factors ?? []).some(({ applies = 'both' }) => applies !== 'both')
}
function isCut({ accelerator: accelerator2 }) {
  return accelerator2?.mode === 'marginal'
}
function flatOf(base, scale, terms) {
  const tiers = scale.tiers.map(({ amount: _, ...tier }) => tier)
  return subtract3(payScale(base, scale, terms), payScale(base, { ...scale, tiers }, terms))
}
function isShared2({ tiersOver, accelerator: accelerator2, rates: rates2 }) {
  return tiersOver !== void 0 || (accelerator2?.mode === 'marginal' && rates2 !== void 0)
}
function byPlace(group, items, terms) {
  const { plan } = terms
  const among = items.filter(({ sale }) => isShared2(plan) || sale.rule === group.rule)
  const own = among.filter(({ sale }) => sale.rule === group.rule)
  const total = sum2(among.map(countsOf))
  const { scale } = group
  if (scale.mode === 'whole-amount') {
    const base = sum2(own.map(earnsOf))
    return multiply3(base, rateAt(base.n < 0n ? negate2(total) : total, scale, terms))
  }
  if (plan.attribution === 'pro-rata')
    return sum2(own.map((item) => onTheWay(zero, total, earnsOf(item), scale, terms)))
  let place = zero
  return sum2(
    among.map((item) => {
      const from = place
      place = add3(place, countsOf(item))
      if (item.sale.rule !== group.rule) return zero
      return onTheWay(from, place, earnsOf(item), scale, terms)
    }),
  )
}
function onTheWay(from, to, base, scale, terms) {
  const rate2 = (place) =>
    multiply3(rateAt(sizeOf2(place), scale, terms), acceleratedAt(sizeOf2(place), terms))
  const width = subtract3(to, from)
  if (width.n === 0n) return multiply3(base, rate2(to))
  const [low, high] = compare3(from, to) < 0 ? [from, to] : [to, from]
  const cuts = endsOf2(scale, terms)
    .flatMap((end) => [end, negate2(end)])
    .filter((end) => compare3(low, end) < 0 && compare3(end, high) < 0)
    .sort(compare3)
  const stops = [low, ...cuts, high]
  return sum2(
    stops.slice(1).map((end, index) => {
      const start = stops[index] ?? low
      const share = divide2(subtract3(end, start), sizeOf2(width))
      const middle = divide2(add3(start, end), fraction(2n))
      return multiply3(multiply3(base, share), rate2(middle))
    }),
  )
}
function endsOf2({ tiers, thresholds }, { plan, target }) {
  const unit = thresholds === 'attainment' ? target : one2
  const steps3 = plan.accelerator?.mode === 'marginal' ? plan.accelerator.steps : []
  return [
    ...tiers.flatMap(({ upTo: upTo2 }) => (upTo2 === null ? [] : [multiply3(parse(upTo2), unit)])),
    ...steps3.flatMap(({ upTo: upTo2 }) =>
      upTo2 === null ? [] : [multiply3(parse(upTo2), target)],
    ),
  ]
}
function rateAt(place, scale, terms) {
  const unit = scale.thresholds === 'attainment' ? terms.target : one2
  return rateOf3(tierAt(place, scale, unit), terms)
}
function tierAt(figure, { boundary: boundary3 = 'upper-tier', tiers }, unit) {
  const found = tiers.find(({ upTo: upTo2, boundary: own = boundary3 }) => {
    if (upTo2 === null) return true
    return compare3(figure, multiply3(parse(upTo2), unit)) < (own === 'upper-tier' ? 0 : 1)
  })
  return found ?? tiers.at(-1)
}
function rateOf3({ rate: rate2, multiple }, { plan, month, incentive, target }) {
  const isMoney = plan.payout !== 'of-target-incentive'
  const times = multiple !== void 0 && !isMoney ? divide2(incentive, target) : one2
  const own = multiply3(quotient2(multiple ?? rate2 ?? '0'), times)
  const isAdded = plan.coefficient?.applies !== 'multiply'
  return isAdded ? add3(own, parse(month.coefficientUplift ?? '0')) : own
}
function quotient2(text) {
  const [n2 = '0', d = '1'] = text.split('/')
  return divide2(parse(n2), parse(d))
}
function toOracle(scale, terms) {
  const { plan, incentive } = terms
  const flat = (text) => {
    if (text === void 0 || plan.payout !== 'of-target-incentive') return text
    return toCanonical(multiply3(parse(text), incentive))
  }
  return {
    mode: scale.mode,
    boundary: scale.boundary ?? 'upper-tier',
    negative: scale.negative ?? 'mirror',
    thresholds: scale.thresholds,
    tiers: scale.tiers.map((tier) => {
      const rate2 = rateOf3(tier, terms)
      return {
        id: tier.id,
        upTo: tier.upTo,
        boundary: tier.boundary,
        rate: `${rate2.n}/${rate2.d}`,
        amount: flat(tier.amount),
        minimum: flat(tier.minimum),
        maximum: flat(tier.maximum),
      }
    }),
  }
}
function isAccelerating({ plan: { accelerator: accelerator2 }, month }) {
  if (accelerator2 === void 0) return false
  return accelerator2.conditions === void 0 || holds3(accelerator2.conditions, month.facts)
}
function accelerated(terms) {
  const { accelerator: accelerator2 } = terms.plan
  if (accelerator2?.mode !== 'whole-amount' || !isAccelerating(terms)) return one2
  return stepAt(terms.attainment, accelerator2)
}
function acceleratedAt(place, terms) {
  const { accelerator: accelerator2 } = terms.plan
  if (accelerator2?.mode !== 'marginal' || !isAccelerating(terms)) return one2
  return stepAt(divide2(place, terms.target), accelerator2)
}
function raised({ plan, month }) {
  if (plan.coefficient?.applies !== 'multiply') return one2
  return add3(one2, parse(month.coefficientUplift ?? '0'))
}
function multipliers3({ plan, month }) {
  const { kpiMultiplier: kpiMultiplier2, multipliers: others = [] } = plan
  const all = [...(kpiMultiplier2 === void 0 ? [] : [kpiMultiplier2]), ...others]
  return all.map((one3) => {
    const said = month.facts[one3.fact] ?? ''
    return 'values' in one3 ? parse(one3.values[said] ?? '0') : stepAt(parse(said), one3)
  })
}

// test/independent/plans/statement.ts
function state(items, month, plan, orders) {
  const isMirror = plan.refunds === 'mirror'
  const sales = items.filter(({ kind }) => kind === 'sale')
  const refunds = items.filter(({ kind }) => kind === 'refund')
  const net2 = plan.floor === void 0 ? items : [...sales, ...refunds]
  const counted2 = isMirror ? sales : net2
  const mirrored3 = isMirror ? refunds : []
  const terms = termsOf(items, month, plan)
  const isOpen = isGateOpen(terms)
  const awards3 = awardsIn(items, terms, orders)
  const paid = payments(counted2, terms, isOpen, awards3)
  const shares = /* @__PURE__ */ new Map()
  for (const [index, item] of counted2.entries())
    shares.set(idOf(item), subtract3(paid[index + 1] ?? zero, paid[index] ?? zero))
  let amount = paid.at(-1) ?? zero
  for (const item of mirrored3) {
    const taken = takenBack3(item, shares)
    shares.set(idOf(item), taken)
    amount = add3(amount, taken)
  }
  return { amount, shares, awards: awards3 }
}
function idOf(item) {
  return item.kind === 'sale' ? item.sale.line.id : item.id
}
function termsOf(items, month, plan) {
  const target = parse(month.target)
  const isEarlier = (item) => item.kind === 'refund' && item.commission !== null
  const here = items.filter((item) => plan.refunds !== 'mirror' || !isEarlier(item))
  const attained3 = divide2(sum2(here.map(countsOf)), target)
  const rounding = plan.attainmentRounding
  const quantity = (item) => multiply3(parse(item.sale.line.quantity ?? '0'), partOf4(item))
  return {
    plan,
    month,
    target,
    incentive: parse(month.targetIncentive ?? '0'),
    attainment:
      rounding === void 0 ? attained3 : roundTo(attained3, rounding.decimals, rounding.mode),
    units: sum2(here.map(quantity)),
  }
}
function isGateOpen({ plan: { gate }, attainment, month }) {
  if (gate === void 0) return true
  const isReached3 = gate.attainment === void 0 || compare3(attainment, parse(gate.attainment)) >= 0
  return isReached3 && (gate.conditions === void 0 || holds3(gate.conditions, month.facts))
}
function payments(counted2, terms, isOpen, awards3) {
  const { cap: cap2, floor, rounding } = terms.plan
  const firsts = [...counted2, null].map((_, index) => counted2.slice(0, index))
  const exact = firsts.map((items) => (isOpen ? earnedBy2(items, terms) : zero))
  const lines = lineByLine(counted2, exact, terms.plan)
  const isByLine = cap2?.line !== void 0 || floor !== void 0 || rounding?.at === 'line'
  return firsts.map((items, index) => {
    const own = isByLine && isOpen ? sum2(lines.slice(0, index)) : (exact[index] ?? zero)
    const payable4 = isOpen ? toPayable2(own, terms.plan) : zero
    const ids = items.map(idOf)
    const parts = awards3
      .filter(({ outcome }) => outcome === 'paid' || (outcome === 'open' && isOpen))
      .flatMap((award) => award.parts.filter(([id]) => ids.includes(id)).map(([, part]) => part))
    const total = add3(payable4, toCents(sum2(parts)))
    return cap2?.amount === void 0 ? total : smaller2(total, parse(cap2.amount))
  })
}
function lineByLine(counted2, exact, plan) {
  const { cap: cap2, floor, rounding } = plan
  const raised2 = /* @__PURE__ */ new Map()
  return counted2.map((item, index) => {
    const added = subtract3(exact[index + 1] ?? zero, exact[index] ?? zero)
    const most = cap2?.line === void 0 ? null : parse(cap2.line)
    const capped2 = most === null ? added : larger2(negate2(most), smaller2(added, most))
    const own = floor === void 0 ? capped2 : atLeast(item, capped2, parse(floor.line), raised2)
    return rounding?.at === 'line' ? toPayable2(own, plan) : own
  })
}
function atLeast(item, capped2, least, raised2) {
  if (item.kind === 'refund') {
    const earned2 = item.commission ?? raised2.get(item.sale.line.id) ?? zero
    return multiply3(earned2, partOf4(item))
  }
  const own = larger2(capped2, least)
  raised2.set(item.sale.line.id, own)
  return own
}
function toPayable2(amount, { rounding }) {
  if (rounding?.increment === void 0) return toCents(amount)
  const increment = parse(rounding.increment)
  return multiply3(roundTo(divide2(amount, increment), 0, 'half-up'), increment)
}
function takenBack3(item, shares) {
  if (item.kind === 'sale') return zero
  const earned2 = item.commission ?? shares.get(item.sale.line.id) ?? zero
  return subtract3(
    toCents(multiply3(earned2, item.before)),
    toCents(multiply3(earned2, item.after)),
  )
}

// test/independent/plans/year.ts
function settle({ plan, months }) {
  let before = []
  return months.map(({ month }, index) => {
    const now = earnEach(knownAt(months, index), plan)
    const closed = sum2(now.slice(0, -1))
    const adjusted = subtract3(closed, sum2(before))
    before = now
    return {
      period: month.period,
      earned: toDecimal(now.at(-1) ?? zero, 2, 'half-up'),
      adjusted: toDecimal(adjusted, 2, 'half-up'),
    }
  })
}
function knownAt(months, last) {
  const given4 = months.slice(0, last + 1)
  const corrections = given4.flatMap((one3) => one3.corrections)
  return given4.map(
    ({ month }) => corrections.filter(({ period }) => period === month.period).at(-1) ?? month,
  )
}
function earnEach(months, plan) {
  return plan.payment?.accrual === 'year-to-date'
    ? earnToDate2(months, plan)
    : earnAlone2(months, plan)
}
function earnAlone2(months, plan) {
  const shares = /* @__PURE__ */ new Map()
  let orders = nothingBefore()
  return months.map((month, index) => {
    const items = itemsOf(month.lines, months.slice(0, index + 1), month, plan, shares)
    const stated = state(items, month, plan, orders)
    for (const [id, share] of stated.shares) shares.set(id, share)
    orders = joined3(orders, items, stated.awards)
    return stated.amount
  })
}
function earnToDate2(months, plan) {
  let before = zero
  return months.map((_, index) => {
    const { amount } = stateToDate(months.slice(0, index + 1), plan)
    const earned2 = subtract3(amount, before)
    before = amount
    return earned2
  })
}
function stateToDate(months, plan) {
  const now = months.at(-1)
  const total = (key) =>
    toDecimal(sum2(months.map((month2) => parse(month2[key] ?? '0'))), 6, 'half-up')
  const month = { ...now, target: total('target'), targetIncentive: total('targetIncentive') }
  const lines = months.flatMap((one3) => one3.lines)
  return state(
    itemsOf(lines, months, month, plan, /* @__PURE__ */ new Map()),
    month,
    plan,
    nothingBefore(),
  )
}
function itemsOf(lines, months, month, plan, shares) {
  const all = months.flatMap((one3) => one3.lines)
  return lines.map((line) => {
    const { refundOf } = line
    if (refundOf === void 0) return { kind: 'sale', sale: saleOf(line, plan, month.facts) }
    const of = all.find(({ id }) => id === refundOf)
    const earlier = all.slice(0, all.indexOf(line)).filter((one3) => one3.refundOf === refundOf)
    const taken = (refunds) => {
      const amount = sum2(refunds.map((one3) => parse(one3.amount)))
      return { n: -amount.n * parse(of.amount).d, d: amount.d * parse(of.amount).n }
    }
    return {
      kind: 'refund',
      id: line.id,
      sale: saleOf(of, plan, month.facts),
      before: taken(earlier),
      after: taken([...earlier, line]),
      commission: lines.includes(of) ? null : (shares.get(refundOf) ?? zero),
    }
  })
}

// test/independent/plans/run.ts
var PAYEE = 'E-1'
function defined(plan) {
  const result = attempt(() => defineCommissionPlan(plan))
  if (result.ok) return result.value
  const wrong = result.issues.find(({ code: code2 }) => code2 !== 'POLICY_CONFLICT')
  if (wrong !== void 0) throw new Error(`${wrong.code} ${wrong.message}`)
  return null
}
function run2(year, starts, plan) {
  const result = attempt(() => settleEach(year, starts, plan))
  if (result.ok) return result.value
  return {
    refused: result.issues.map(({ code: code2, message }) => `${code2} ${message}`).join('; '),
  }
}
function settleEach(year, starts, plan) {
  const { months } = year
  const own = months.flatMap(({ corrections }, index) => (corrections.length > 0 ? [index] : []))
  const all = [.../* @__PURE__ */ new Set([0, ...starts, ...own])].filter(
    (start) => start < months.length,
  )
  all.sort((a, b) => a - b)
  const settlements = []
  const given4 = []
  for (const [position, start] of all.entries()) {
    const periods = months
      .slice(start, all[position + 1] ?? months.length)
      .map(({ month }) => month)
    const corrections = months[start]?.corrections.flatMap((now) => {
      const found = correct2(year, now, start, settlements, given4, plan)
      given4.push(...found)
      return found
    })
    const [first, ...others] = periods
    const input = {
      payee: PAYEE,
      periods: [{ ...first, ...(corrections?.length && { adjustments: corrections }) }, ...others],
      ...(settlements.length > 0 && {
        opening: JSON.parse(JSON.stringify(settlements.at(-1)?.closing)),
      }),
    }
    settlements.push(settleCommission(input, plan))
  }
  const pays = settlements.flatMap(({ periods }) =>
    periods.map(({ period, earned: earned2, adjusted }) => ({ period, earned: earned2, adjusted })),
  )
  return { pays, settlements }
}
function correct2(year, now, at2, settlements, given4, plan) {
  const isToDate = plan.payment?.accrual === 'year-to-date'
  if (isToDate && now.period !== year.months[0]?.month.period)
    return [factsAlone(now, given4, settlements.at(-1))]
  const before = knownAt(year.months, at2).slice(0, at2)
  const ids = now.lines.map(({ id }) => id)
  const looks = ({ lines }) => lines.some(({ refundOf = '' }) => ids.includes(refundOf))
  const place = before.findIndex(({ period }) => period === now.period)
  const isAlone = plan.refunds === 'mirror' && !isToDate
  const restated = before.filter(
    (month, index) => index === place || (isAlone && index > place && looks(month)),
  )
  const names2 = restated.map(({ period }) => period)
  const paid = settlements
    .flatMap(({ periods }) => periods)
    .filter(({ period }) => names2.includes(String(period)))
    .map(({ statement, period }) => ({ ...statement, period }))
  const corrected = given4.filter((one3) => names2.includes(one3.period))
  const input = { paid, corrected, now: restated.map((month) => ({ payee: PAYEE, ...month })) }
  return [...restateCommission(input, plan).corrections]
}
function factsAlone(now, given4, { closing }) {
  const isOf = (one3) => one3.period === now.period
  return {
    payee: PAYEE,
    period: now.period,
    number: given4.filter(isOf).length + 1,
    amount: '0.00',
    earned: '0.00',
    now: { payee: PAYEE, ...now },
    policy: closing.plan,
    alsoRestate: [],
  }
}

// test/independent/plans/scratch.ts
var only = process.argv[2] ? Object.keys(kinds)[Number(process.argv[2])] : void 0
var n = Number(process.argv[3] ?? 300)
for (const [name2, plans] of Object.entries(kinds)) {
  if (only && name2 !== only) continue
  let ran = 0,
    conflict2 = 0
  const refused2 = /* @__PURE__ */ new Map()
  const outcome = fc2.check(
    fc2.property(years(plans), ({ year, starts }) => {
      const plan = defined(year.plan)
      if (plan === null) {
        conflict2++
        return
      }
      const got = run2(year, starts, plan)
      if ('refused' in got) {
        const k = got.refused.replace(/[0-9]+/g, '#').slice(0, 140)
        refused2.set(k, (refused2.get(k) ?? 0) + 1)
        return
      }
      ran++
      const expected = settle(year)
      if (JSON.stringify(got.pays) !== JSON.stringify(expected))
        throw new Error('got ' + JSON.stringify(got.pays) + '\nexp ' + JSON.stringify(expected))
    }),
    { numRuns: n, seed: Number(process.argv[4] ?? 1) },
  )
  console.log(name2, { ran, conflict: conflict2 }, [...refused2])
  if (outcome.failed) {
    console.log(
      JSON.stringify(outcome.counterexample, null, 1).replace(/\n\s+/g, ' ').slice(0, 4e3),
    )
    console.log(outcome.errorInstance)
  }
}
