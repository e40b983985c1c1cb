/**
 * A whole commission statement, from the description of the plan and in exact fractions. Nothing is shared with the library but the
 * types: each sum is made from the lines again, an accelerator is a sum over its steps, and the share of an original is the
 * statement with it less the statement without it and what came after.
 */
import type {
  CommissionLine,
  CommissionLinesInput,
  CommissionPlanInput,
  RoundingMode,
  ScaleInput,
} from 'sales-rules'
import {
  add,
  compare,
  divide,
  equals,
  type Fraction,
  floorOf,
  fraction,
  larger,
  multiply,
  negate,
  parse,
  smaller,
  subtract,
  sum,
  toCanonical,
  toDecimal,
  zero,
} from './fraction.js'
import { payAt, type Scale } from './scale.js'

type AwardInput = NonNullable<CommissionPlanInput['awards']>[number]
type LineMatchInput = NonNullable<CommissionPlanInput['rates']>[number]['when']

const DECIMALS: Readonly<Record<string, number>> = { CNY: 2, EUR: 2, JPY: 0, KWD: 3, USD: 2 }
const ONE = fraction(1n)

/** What a statement must say. */
export interface ExpectedStatement {
  readonly amount: string
  readonly sales: Fraction
  readonly base: Fraction
  readonly attainment: Fraction
  readonly exact: Fraction
  readonly isOpen: boolean
  readonly slices: string
  readonly adjustments: readonly { readonly kind: string; readonly amount: string }[]
  readonly notCounted: readonly (readonly [id: string, code: string])[]
  readonly awards: readonly (readonly [award: string, line: string, outcome: string])[]
  /** Where orders say what cannot be. */
  readonly issues: readonly string[]
  readonly refunds: readonly (readonly [line: string, amount: string])[]
  /** What each line earns in the order of the deals, refunds that mirror last. */
  readonly shares: readonly (readonly [line: string, amount: string])[]
}

interface Counted {
  readonly line: CommissionLine
  readonly sales: Fraction
  readonly base: Fraction
  readonly rule: number | null
  readonly measure: Fraction | null
}

interface Refund {
  readonly line: CommissionLine
  readonly original: Counted | null
  readonly before: Fraction
  readonly after: Fraction
  readonly sales: Fraction
  readonly base: Fraction
}

interface Book {
  readonly input: CommissionLinesInput
  readonly plan: CommissionPlanInput
  readonly target: Fraction
  /** The lines that earn. */
  readonly counted: readonly Counted[]
  readonly mirrored: readonly Refund[]
  readonly credited: Fraction
  readonly isOpen: boolean
  /** How much was refunded of each line. */
  readonly refunded: ReadonlyMap<string, Fraction>
}

interface Step {
  readonly kind: string
  readonly amount: Fraction
}

export function stateByTheRules(
  input: CommissionLinesInput,
  written: CommissionPlanInput,
): ExpectedStatement {
  const plan = inForce(input, written)
  const notCounted = new Map<number, readonly [string, string]>()
  const book = open(input, plan, notCounted)
  const paid = payments(book, book.counted, book.isOpen)
  const taken = takeBack(book, book.isOpen)
  const money = (units: bigint) => writeUnits(units, plan)
  const total = (paid.at(-1)?.units ?? 0n) + sumOf(taken.map(({ units }) => units))
  const sums = book.mirrored.length === 0 ? paid : [...paid, { kind: 'refund', units: total }]
  const steps = exactSteps(book, book.counted)
  const base = basesOf(book, book.counted)
  return {
    amount: money(total),
    sales: sum([...book.counted, ...ofThisStatement(book)].map(({ sales }) => sales)),
    base: earns(book) ? base : zero,
    attainment: divide(book.credited, book.target),
    exact: earns(book) ? (steps.at(-1)?.amount ?? zero) : zero,
    isOpen: book.isOpen,
    slices: money(sums[0]?.units ?? 0n),
    adjustments: sums.flatMap(({ kind, units }, at) => {
      const change = units - (sums[at - 1]?.units ?? 0n)
      return at === 0 || change === 0n ? [] : [{ kind, amount: money(change) }]
    }),
    notCounted: [...notCounted].sort(([a], [b]) => a - b).map(([, reason]) => reason),
    issues: ordersOf(book).flatMap(({ issue }) => issue ?? []),
    awards: awardsOf(book).map(({ award, order, isKnown }) => [
      award.id,
      order.lines[0]?.line.id ?? '',
      !isKnown ? 'unknown' : !book.isOpen && award.whileGateShut === 'forgone' ? 'forgone' : 'paid',
    ]),
    refunds: taken.map(({ refund, units }) => [refund.line.id, money(units)]),
    shares: [
      ...book.counted.map((one) => [one.line.id, money(shareOf(book, one, book.isOpen))] as const),
      ...taken.map(({ refund, units }) => [refund.line.id, money(units)] as const),
    ],
  }
}

/** A gate that is shut may pay a flat rate meanwhile. */
function earns({ isOpen, plan }: Book): boolean {
  return isOpen || plan.gate?.below !== undefined
}

function ofThisStatement({ mirrored }: Book): readonly Refund[] {
  return mirrored.filter(({ original }) => original !== null)
}

function sumOf(list: readonly bigint[]): bigint {
  let total = 0n
  for (const one of list) total += one
  return total
}

// What counts

type Placed = readonly [line: CommissionLine, at: number]

function open(
  input: CommissionLinesInput,
  plan: CommissionPlanInput,
  notCounted: Map<number, readonly [string, string]>,
): Book {
  const lines = firstOfEachId(input.lines, notCounted)
  const sales = countSales(lines, input, plan, notCounted)
  const refunds = takeRefunds(lines, sales, input, plan, notCounted)
  const isMirror = plan.refunds === 'mirror'
  const counted = lines.flatMap(([line]) => {
    const refund = refunds.get(line)
    if (refund !== undefined) return isMirror ? [] : [netted(refund, line, input, plan)]
    return sales.get(line.id) ?? []
  })
  const mirrored = isMirror ? [...refunds.values()] : []
  const here = mirrored.filter(({ original }) => original !== null)
  const credited = sum([...counted, ...here].map(({ base }) => base))
  const target = parse(String(input.target))
  const refunded = refundedOf([...refunds.values()])
  const isOpen = isGateOpen(credited, target, input, plan)
  return { input, plan, target, counted, mirrored, credited, refunded, isOpen }
}

/** An accelerator whose condition is not met is none. */
function inForce({ facts = {} }: CommissionLinesInput, plan: CommissionPlanInput) {
  const { accelerator, ...others } = plan
  const { conditions } = accelerator ?? {}
  if (conditions === undefined) return plan
  if (!('id' in conditions)) throw new Error('one condition is drawn')
  const isMet =
    compare(parse(String(facts[conditions.id])), parse(String(conditions.required))) >= 0
  return isMet ? plan : others
}

function firstOfEachId(
  lines: readonly CommissionLine[],
  notCounted: Map<number, readonly [string, string]>,
): Placed[] {
  return lines.flatMap((line, at): Placed[] => {
    if (lines.findIndex(({ id }) => id === line.id) === at) return [[line, at]]
    notCounted.set(at, [line.id, 'ID_DUPLICATE'])
    return []
  })
}

function countSales(
  lines: readonly Placed[],
  input: CommissionLinesInput,
  plan: CommissionPlanInput,
  notCounted: Map<number, readonly [string, string]>,
): ReadonlyMap<string, Counted> {
  const sales = new Map<string, Counted>()
  for (const [line, at] of lines) {
    if (line.refundOf !== undefined) continue
    const result = count(line, input, plan)
    if (typeof result === 'string') notCounted.set(at, [line.id, result])
    else sales.set(line.id, result)
  }
  return sales
}

function takeRefunds(
  lines: readonly Placed[],
  sales: ReadonlyMap<string, Counted>,
  input: CommissionLinesInput,
  plan: CommissionPlanInput,
  notCounted: Map<number, readonly [string, string]>,
): ReadonlyMap<CommissionLine, Refund> {
  const refunds = new Map<CommissionLine, Refund>()
  const given = new Map<string, Fraction>()
  for (const [line, at] of lines) {
    if (line.refundOf === undefined) continue
    const key = keyOf(line.refundOf)
    const taken = given.get(key) ?? zero
    const result =
      typeof line.refundOf === 'string'
        ? refundOfThis(line, line.refundOf, taken, sales, input, plan)
        : refundOfEarlier(line, line.refundOf, taken, input, plan)
    if (typeof result === 'string') notCounted.set(at, [line.id, result])
    else {
      given.set(key, subtract(taken, parse(String(line.amount))))
      refunds.set(line, result)
    }
  }
  return refunds
}

function refundedOf(refunds: readonly Refund[]): ReadonlyMap<string, Fraction> {
  const refunded = new Map<string, Fraction>()
  for (const { original, sales } of refunds) {
    if (original === null) continue
    const { id } = original.line
    refunded.set(id, add(refunded.get(id) ?? zero, sales))
  }
  return refunded
}

/** The line as it counts, or the code of what is wrong with it. */
function count(
  line: CommissionLine,
  input: CommissionLinesInput,
  plan: CommissionPlanInput,
): Counted | string {
  const rate = rateOf(line, input, plan)
  if (typeof rate === 'string') return rate
  if (isOutside(line, input)) return 'LINE_OUTSIDE_PERIOD'
  return countInPeriod(line, rate, plan)
}

function isOutside({ date }: CommissionLine, { period }: CommissionLinesInput): boolean {
  return date !== undefined && period !== undefined && !date.startsWith(String(period))
}

function countInPeriod(
  line: CommissionLine,
  rate: Fraction | null,
  plan: CommissionPlanInput,
): Counted | string {
  const refused = refusedBy(line, plan)
  if (refused !== null) return refused
  const rule = mostSpecific(line, plan)
  if (rule === 'RATE_CONFLICT') return rule
  const measuredBy = rule === null ? plan.measuredBy : plan.rates?.[rule]?.measuredBy
  const measure = measuredBy === undefined ? null : ratio(line, measuredBy as 'margin' | 'discount')
  if (typeof measure === 'string') return measure
  const sales = converted(parse(String(line.amount)), rate, plan)
  if (plan.base !== 'margin') return { line, sales, base: sales, rule, measure }
  if (line.cost === undefined) return 'VALUE_MISSING'
  const cost = multiply(parse(String(line.cost)), rate ?? ONE)
  return { line, sales, base: subtract(sales, cost), rule, measure }
}

function refusedBy(line: CommissionLine, { eligibility = {} }: CommissionPlanInput): string | null {
  const { statuses, exclude, marginFloor } = eligibility
  if (statuses !== undefined && !statuses.includes(line.status ?? '')) return 'STATUS_NOT_COUNTED'
  if (exclude?.some(({ when }) => isMatch(line, when))) return 'LINE_EXCLUDED'
  if (marginFloor === undefined) return null
  const margin = ratio(line, 'margin')
  if (typeof margin === 'string') return margin
  return compare(margin, parse(String(marginFloor))) < 0 ? 'MARGIN_TOO_LOW' : null
}

function converted(
  amount: Fraction,
  rate: Fraction | null,
  { currency, rounding }: CommissionPlanInput,
): Fraction {
  if (rate === null) return amount
  const mode = rounding?.mode ?? 'half-up'
  return parse(toDecimal(multiply(amount, rate), DECIMALS[currency] ?? 0, mode))
}

/** The rate of the line's day; null where none is needed. */
function rateOf(
  line: CommissionLine,
  { exchangeRates = [] }: CommissionLinesInput,
  plan: CommissionPlanInput,
): Fraction | null | string {
  const { currency = plan.currency, refundOf } = line
  if (currency === plan.currency) return null
  if (plan.exchange === undefined) return 'CURRENCY_MIXED'
  const sold = typeof refundOf === 'object' ? refundOf : null
  if (sold?.rate !== undefined) return parse(String(sold.rate))
  const isByOrder = plan.exchange.on === 'order-date'
  const day = isByOrder ? (sold ?? line).date : sold === null ? line.paidOn : undefined
  if (day === undefined) return 'VALUE_MISSING'
  const inForce = exchangeRates
    .filter((one) => one.currency === currency && one.from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  if (inForce === undefined || (inForce.to !== undefined && inForce.to < day))
    return 'EXCHANGE_RATE_MISSING'
  return parse(String(inForce.rate))
}

function ratio(line: CommissionLine, by: 'margin' | 'discount'): Fraction | string {
  const other = by === 'margin' ? line.cost : line.listPrice
  if (other === undefined) return 'VALUE_MISSING'
  const [amount, figure] = [parse(String(line.amount)), parse(String(other))]
  const whole = by === 'margin' ? amount : figure
  if (whole.n === 0n) return 'NUMBER_OUT_OF_RANGE'
  const kept = by === 'margin' ? subtract(amount, figure) : subtract(figure, amount)
  return divide(kept, whole)
}

const KEYS = ['product', 'category', 'region', 'customer'] as const

function namesOf(match: LineMatchInput, key: (typeof KEYS)[number]): readonly string[] | null {
  const names = match[key]
  if (names === undefined) return null
  return typeof names === 'string' ? [names] : names
}

function isMatch(line: CommissionLine, match: LineMatchInput): boolean {
  return KEYS.every((key) => namesOf(match, key)?.includes(line[key] ?? '') ?? true)
}

/** The place of the one rule that beats all others that match; null where none matches. */
function mostSpecific(
  line: CommissionLine,
  { rates = [] }: CommissionPlanInput,
): number | null | 'RATE_CONFLICT' {
  const matching = rates.filter(({ when }) => isMatch(line, when))
  const unbeaten = matching.filter(
    (rule) => !matching.some((other) => other !== rule && beats(other.when, rule.when)),
  )
  const [winner, ...others] = unbeaten
  if (winner === undefined) return null
  return others.length > 0 ? 'RATE_CONFLICT' : rates.indexOf(winner)
}

/** Says all that the other says, a product standing for its category, and something more. */
function beats(a: LineMatchInput, b: LineMatchInput): boolean {
  const says = (match: LineMatchInput, key: (typeof KEYS)[number]) => match[key] !== undefined
  const covers = (first: LineMatchInput, second: LineMatchInput) =>
    KEYS.every(
      (key) =>
        !says(second, key) ||
        says(first, key) ||
        (key === 'category' && says(first, 'product') && !says(second, 'product')),
    )
  return covers(a, b) && !covers(b, a)
}

function keyOf(refundOf: NonNullable<CommissionLine['refundOf']>): string {
  return typeof refundOf === 'string' ? `here ${refundOf}` : `earlier ${refundOf.id}`
}

function refundOfThis(
  line: CommissionLine,
  refundOf: string,
  taken: Fraction,
  sales: ReadonlyMap<string, Counted>,
  input: CommissionLinesInput,
  plan: CommissionPlanInput,
): Refund | string {
  if (isOutside(line, input)) return 'LINE_OUTSIDE_PERIOD'
  const original = sales.get(refundOf)
  if (original === undefined) return 'REFUND_UNKNOWN'
  const { currency = plan.currency } = line
  if (currency !== (original.line.currency ?? plan.currency)) return 'CURRENCY_MIXED'
  const parts = partsOf(line, parse(String(original.line.amount)), taken)
  if (typeof parts === 'string') return parts
  const { before, after } = parts
  const isForeign = currency !== plan.currency
  const upTo = (part: Fraction) => {
    const exact = multiply(original.sales, part)
    return isForeign ? parse(toDecimal(exact, DECIMALS[plan.currency] ?? 0, 'half-up')) : exact
  }
  return {
    line,
    original,
    before,
    after,
    sales: subtract(upTo(before), upTo(after)),
    base: multiply(original.base, subtract(before, after)),
  }
}

function refundOfEarlier(
  line: CommissionLine,
  refundOf: Exclude<CommissionLine['refundOf'], string | undefined>,
  taken: Fraction,
  input: CommissionLinesInput,
  plan: CommissionPlanInput,
): Refund | string {
  const rate = rateOf(line, input, plan)
  if (typeof rate === 'string') return rate
  if (isOutside(line, input)) return 'LINE_OUTSIDE_PERIOD'
  const earlier = add(parse(String(refundOf.refundedBefore ?? 0)), taken)
  const parts = partsOf(line, parse(String(refundOf.amount)), earlier)
  if (typeof parts === 'string') return parts
  const own = plan.refunds === 'mirror' ? null : countInPeriod(line, rate, plan)
  if (typeof own === 'string') return own
  const amount = converted(parse(String(line.amount)), rate, plan)
  return { line, original: null, ...parts, sales: amount, base: own?.base ?? amount }
}

/** Which part of a whole was refunded before a refund, and with it. */
function partsOf(line: CommissionLine, whole: Fraction, taken: Fraction) {
  const size = negate(parse(String(line.amount)))
  const together = add(taken, size)
  if (size.n <= 0n || compare(together, whole) > 0) return 'REFUND_TOO_LARGE'
  return { before: divide(taken, whole), after: divide(together, whole) }
}

/** A refund that lowers the sales counts where its original does. */
function netted(
  { original, sales, base }: Refund,
  line: CommissionLine,
  input: CommissionLinesInput,
  plan: CommissionPlanInput,
): Counted {
  if (original !== null) return { ...original, line, sales, base }
  const rate = rateOf(line, input, plan)
  const own = countInPeriod(line, typeof rate === 'string' ? null : rate, plan)
  if (typeof own === 'string') throw new Error(`expected a line that counts: ${own}`)
  return own
}

function isGateOpen(
  credited: Fraction,
  target: Fraction,
  { facts = {} }: CommissionLinesInput,
  { gate }: CommissionPlanInput,
): boolean {
  if (gate === undefined) return true
  const isReached =
    gate.attainment === undefined ||
    compare(divide(credited, target), parse(String(gate.attainment))) >= 0
  const { conditions } = gate
  if (conditions === undefined) return isReached
  if (!('all' in conditions || 'any' in conditions)) throw new Error('all or any is drawn')
  const list = 'all' in conditions ? conditions.all : conditions.any
  const met = list.map((one) => {
    if (!('id' in one)) throw new Error('conditions of one level are drawn')
    return compare(parse(String(facts[one.id])), parse(String(one.required))) >= 0
  })
  return isReached && ('all' in conditions ? !met.includes(false) : met.includes(true))
}

// What it earns

/** The level above which sales count. */
function levelOf({ plan, target }: Book): Fraction {
  if (plan.gate?.counts === 'above-target') return target
  if (plan.gate?.counts === 'above-gate')
    return multiply(parse(String(plan.gate.attainment)), target)
  return zero
}

/** What these lines give to the plan's own scale. */
function ownBase(book: Book, lines: readonly Counted[]): Fraction {
  const base = sum(lines.filter(({ rule }) => rule === null).map((one) => one.base))
  const { counts = 'all', below } = book.plan.gate ?? {}
  if (counts === 'all' || below !== undefined) return base
  return larger(subtract(base, levelOf(book)), zero)
}

function basesOf(book: Book, lines: readonly Counted[]): Fraction {
  const byRules = lines.filter(({ rule }) => rule !== null).map((one) => one.base)
  return add(ownBase(book, lines), sum(byRules))
}

/** The commission of these lines after each part of the plan. */
function exactSteps(book: Book, lines: readonly Counted[]): Step[] {
  const { plan, input } = book
  const steps: Step[] = [{ kind: 'slices', amount: payOfLines(book, lines, null) }]
  const step = (kind: string, amount: Fraction) => steps.push({ kind, amount })
  const last = () => steps.at(-1)?.amount ?? zero
  const { cap } = plan
  if (cap?.base !== undefined) step('cap-base', payOfLines(book, lines, parse(String(cap.base))))
  if (plan.accelerator?.mode === 'whole-amount')
    step(
      'accelerator',
      multiply(last(), stepAt(divide(book.credited, book.target), plan.accelerator)),
    )
  if (plan.coefficient?.applies === 'multiply')
    step('coefficient', multiply(last(), add(ONE, parse(String(input.coefficientUplift)))))
  for (const [kind, factor] of factorsOf(book)) step(kind, multiply(last(), factor))
  if (cap?.rate !== undefined) {
    const base = basesOf(book, lines)
    const most = multiply(base, parse(String(cap.rate)))
    if (base.n >= 0n) step('cap-rate', smaller(last(), most))
    else step('cap-rate', last().n < 0n ? larger(last(), most) : last())
  }
  return steps
}

/** What the facts multiply by, the process indicator first. */
function factorsOf({ input: { facts = {} }, plan }: Book): [kind: string, factor: Fraction][] {
  const { kpiMultiplier: kpi, multipliers = [] } = plan
  const given = (fact: string) => String(facts[fact])
  const others = multipliers.map((one): [string, Fraction] => {
    const word = given(one.fact)
    return [
      'multiplier',
      'values' in one ? parse(String(one.values[word])) : stepAt(parse(word), one),
    ]
  })
  if (kpi === undefined) return others
  return [['kpi-multiplier', stepAt(parse(given(kpi.fact)), kpi)], ...others]
}

function stepAt(
  figure: Fraction,
  {
    steps,
    boundary,
  }: Pick<NonNullable<CommissionPlanInput['kpiMultiplier']>, 'steps' | 'boundary'>,
): Fraction {
  let reached = 0
  for (const [place, { upTo }] of steps.entries()) {
    if (upTo === null) break
    const order = compare(figure, parse(String(upTo)))
    if (order > 0 || (order === 0 && boundary !== 'lower-tier')) reached = place + 1
  }
  return parse(String(steps[reached]?.multiplier))
}

/** What sales earn at the flat rate below the gate, by the scale that would otherwise pay them. */
function payFlat({ plan, input }: Book, base: Fraction, { negative }: ScaleInput): Fraction {
  if (base.n < 0n && negative === 'zero') return zero
  const uplift =
    plan.coefficient?.applies === 'multiply' ? zero : parse(String(input.coefficientUplift ?? 0))
  return multiply(base, add(parse(String(plan.gate?.below)), uplift))
}

function payAllFlat(book: Book, lines: readonly Counted[]): Fraction {
  const scales = [book.plan.scale, ...(book.plan.rates ?? []).map(({ scale }) => scale)]
  return sum(
    scales.map((scale, at) => {
      const own = lines.filter(({ rule }) => (rule === null ? 0 : rule + 1) === at)
      return payFlat(book, sum(own.map(({ base }) => base)), scale)
    }),
  )
}

/** What is above the level by the tiers, and up to it at the flat rate. */
function payAboveLevel(book: Book, base: Fraction): Fraction {
  const { scale } = book.plan
  const above = subtract(base, levelOf(book))
  if (above.n <= 0n) return payFlat(book, base, scale)
  return add(payFlat(book, levelOf(book), scale), payOfBase(book, above))
}

function payOfLines(book: Book, lines: readonly Counted[], mostBase: Fraction | null): Fraction {
  const { counts = 'all', below } = book.plan.gate ?? {}
  if (below !== undefined && !book.isOpen) return payAllFlat(book, lines)
  if (below !== undefined && counts !== 'all') return payAboveLevel(book, ownBase(book, lines))
  const { plan } = book
  const own = lines.filter(({ rule }) => rule === null)
  const ofOwn =
    plan.measuredBy === undefined
      ? payOfBase(book, within(ownBase(book, lines), mostBase))
      : payByLine(book, own, plan.scale)
  const ofRules = (plan.rates ?? []).map(({ scale, measuredBy }, place) => {
    const theirs = lines.filter(({ rule }) => rule === place)
    if (measuredBy !== undefined) return payByLine(book, theirs, scale)
    const { target, measure } = book.input
    const options = { target: String(target), measure: String(measure) }
    return payAt(sum(theirs.map(({ base }) => base)), toOracle(book, scale), options)
  })
  return add(ofOwn, sum(ofRules))
}

function within(base: Fraction, most: Fraction | null): Fraction {
  return most === null ? base : larger(smaller(base, most), negate(most))
}

/** Each line at the rate of the tier that it chooses. */
function payByLine(book: Book, lines: readonly Counted[], scale: ScaleInput): Fraction {
  if (scale.negative === 'zero' && sum(lines.map(({ base }) => base)).n < 0n) return zero
  return sum(
    lines.map(({ base, measure }) => {
      const figure = measure ?? zero
      const { boundary = 'upper-tier' } = scale
      const tiers = toOracle(book, scale).tiers
      const place = tiers.findIndex(
        ({ upTo }) =>
          upTo === null || compare(figure, parse(upTo)) < (boundary === 'upper-tier' ? 0 : 1),
      )
      return multiply(base, parse(tiers[place]?.rate ?? '0'))
    }),
  )
}

/** The plan's own scale; with a marginal accelerator, every stretch between two of its thresholds at that many times its rate. */
function payOfBase(book: Book, base: Fraction): Fraction {
  const { plan, input, target } = book
  const options = { target: String(input.target), measure: String(input.measure) }
  const payIn = (some: Fraction, by: Scale) =>
    plan.gate?.startsIn === 'own-tier' ? payInOwnTiers(book, some, by) : payAt(some, by, options)
  const scale = toOracle(book, plan.scale)
  if (plan.accelerator === undefined || plan.accelerator.mode === 'whole-amount')
    return payIn(base, scale)
  if (base.n < 0n) return scale.negative === 'zero' ? zero : negate(payOfBase(book, negate(base)))
  const ratesOnly = {
    ...scale,
    tiers: scale.tiers.map(({ id, upTo, rate }) => ({ id, upTo, rate })),
  }
  const pay = (some: Fraction) => payIn(larger(zero, smaller(some, base)), ratesOnly)
  let from = zero
  const stretches = plan.accelerator.steps.map(({ upTo, multiplier }) => {
    const end =
      upTo === null ? base : subtract(multiply(parse(String(upTo)), target), levelOf(book))
    const earned = multiply(subtract(pay(end), pay(from)), parse(String(multiplier)))
    from = end
    return earned
  })
  const flat = subtract(payIn(base, scale), payIn(base, ratesOnly))
  return add(sum(stretches), flat)
}

/** Sales above the level, each in the tier where it lies among all of them. A flat amount is that of a tier which begins above the level. */
function payInOwnTiers(book: Book, above: Fraction, scale: Scale): Fraction {
  if (above.n === 0n) return zero
  const level = levelOf(book)
  const all = add(above, level)
  const unit = scale.thresholds === 'attainment' ? book.target : ONE
  const ends = scale.tiers.map(({ upTo }) => (upTo === null ? null : multiply(parse(upTo), unit)))
  if (scale.mode === 'whole-amount') return payInTierOf(all, level, scale, ends)
  return sum(
    scale.tiers.map((tier, place) => {
      const span = { from: ends[place - 1] ?? zero, end: ends[place] ?? null }
      const { from, end } = span
      const part = subtract(end === null ? all : smaller(all, end), larger(from, level))
      const filled = multiply(larger(zero, part), rateIn(tier, span, scale.mode))
      const over = compare(all, from)
      const isReached = over > 0 || (over === 0 && scale.boundary === 'upper-tier')
      const isFlat = scale.mode === 'marginal' && isReached && compare(from, level) >= 0
      return isFlat ? add(filled, parse(tier.amount ?? '0')) : filled
    }),
  )
}

function rateIn(
  { rate = '0', amount = '0' }: Scale['tiers'][number],
  { from, end }: { readonly from: Fraction; readonly end: Fraction | null },
  mode: Scale['mode'],
): Fraction {
  if (mode !== 'interpolated' || end === null) return parse(rate)
  return add(parse(rate), divide(parse(amount), subtract(end, from)))
}

/** What is above the level, at the rate of the tier that all sales reach. */
function payInTierOf(
  all: Fraction,
  level: Fraction,
  { boundary, tiers }: Scale,
  ends: readonly (Fraction | null)[],
): Fraction {
  const isBelow = (end: Fraction | null) =>
    end !== null && compare(all, end) >= (boundary === 'upper-tier' ? 0 : 1)
  const place = Math.min(ends.filter(isBelow).length, ends.length - 1)
  const { rate = '0', amount = '0', minimum, maximum } = tiers[place] ?? {}
  const end = ends[place] ?? null
  const last = end === null ? all : smaller(all, end)
  const part = larger(zero, subtract(last, level))
  const earned = add(multiply(part, parse(rate)), parse(amount))
  const atLeast = minimum === undefined ? earned : larger(earned, parse(minimum))
  return maximum === undefined ? atLeast : smaller(atLeast, parse(maximum))
}

/** A scale as the oracle of scales writes it, its rates raised, its flat amounts in money. */
function toOracle({ plan, input }: Book, scale: ScaleInput): Scale {
  const uplift =
    plan.coefficient?.applies === 'multiply' ? zero : parse(String(input.coefficientUplift ?? 0))
  const incentive = plan.payout === 'of-target-incentive' ? String(input.targetIncentive) : '1'
  const flat = (figure: unknown) =>
    figure === undefined
      ? undefined
      : toCanonical(multiply(parse(String(figure)), parse(incentive)))
  return {
    mode: scale.mode,
    boundary: scale.boundary ?? 'upper-tier',
    negative: scale.negative ?? 'mirror',
    measure: scale.measure,
    beyond: scale.beyond,
    thresholds: scale.thresholds,
    tiers: scale.tiers.map(({ id, upTo, rate = '0', amount, minimum, maximum }) => ({
      id,
      upTo: upTo === null ? null : String(upTo),
      rate: toCanonical(add(parse(String(rate)), uplift)),
      amount: flat(amount),
      minimum: flat(minimum),
      maximum: flat(maximum),
    })),
  }
}

// What is paid

interface Sum {
  readonly kind: string
  readonly units: bigint
}

function unitsOf(value: Fraction, plan: CommissionPlanInput, mode?: RoundingMode): bigint {
  const decimals = plan.rounding?.decimals ?? DECIMALS[plan.currency] ?? 0
  const text = toDecimal(value, decimals, mode ?? plan.rounding?.mode ?? 'half-up')
  return multiply(parse(text), fraction(10n ** BigInt(decimals))).n
}

function writeUnits(units: bigint, plan: CommissionPlanInput): string {
  const decimals = plan.rounding?.decimals ?? DECIMALS[plan.currency] ?? 0
  return toDecimal(fraction(units, 10n ** BigInt(decimals)), DECIMALS[plan.currency] ?? 0, 'down')
}

/** What these lines, the first ones of the book, are paid, step by step. */
function payments(book: Book, lines: readonly Counted[], isOpen: boolean): Sum[] {
  const { plan } = book
  const isEarning = isOpen || earns(book)
  const sums: Sum[] = isEarning
    ? exactSteps(book, lines).map(({ kind, amount }) => ({ kind, units: unitsOf(amount, plan) }))
    : [{ kind: 'slices', units: 0n }]
  if (isEarning) sums.push(...lineByLine(book, lines))
  const last = () => sums.at(-1)?.units ?? 0n
  const awards = awardsOf(book)
    .filter(({ award, isKnown }) => isKnown && (isOpen || award.whileGateShut !== 'forgone'))
    .map(({ award, order }) => {
      const here = sum(order.lines.filter((one) => lines.includes(one)).map(({ sales }) => sales))
      return divide(multiply(parse(String(award.amount)), here), order.sales)
    })
  if (awards.length > 0) sums.push({ kind: 'award', units: last() + unitsOf(sum(awards), plan) })
  const { cap } = plan
  const limit = (kind: string, most: Fraction) => {
    const units = unitsOf(most, plan, 'floor')
    sums.push({ kind, units: last() < units ? last() : units })
  }
  if (cap?.amount !== undefined) limit('cap', parse(String(cap.amount)))
  if (cap?.year !== undefined) sums.push({ kind: 'cap-year', units: underYear(last(), book) })
  return sums
}

/** With E earned before: min(E + amount, cap) less min(E, cap). */
function underYear(units: bigint, { plan, input }: Book): bigint {
  if (plan.cap?.year === undefined) return units
  const [cap, before] = [parse(String(plan.cap.year)), parse(String(input.yearToDate?.earned))]
  const left = unitsOf(larger(subtract(cap, before), zero), plan, 'floor')
  const asked = units + unitsOf(larger(subtract(before, cap), zero), plan, 'floor')
  return asked < left ? asked : left
}

/** Where each line is capped or rounded on its own: what it adds to the lines before it. */
function lineByLine(book: Book, lines: readonly Counted[]): Sum[] {
  const { plan } = book
  const isRounded = plan.rounding?.at === 'line'
  if (!isRounded && plan.cap?.line === undefined) return []
  const upTo = lines.map((_, at) => exactSteps(book, lines.slice(0, at + 1)).at(-1)?.amount ?? zero)
  const added = upTo.map((amount, at) => subtract(amount, upTo[at - 1] ?? zero))
  const capped = added.map((amount) => {
    if (plan.cap?.line === undefined) return amount
    const most = parse(String(plan.cap.line))
    return larger(smaller(amount, most), negate(most))
  })
  const ofCap =
    plan.cap?.line === undefined ? [] : [{ kind: 'cap-line', units: unitsOf(sum(capped), plan) }]
  const ofRounding = isRounded
    ? [{ kind: 'line-rounding', units: sumOf(capped.map((amount) => unitsOf(amount, plan))) }]
    : []
  return [...ofCap, ...ofRounding]
}

interface Order {
  readonly lines: readonly Counted[]
  readonly sales: Fraction
  readonly left: Fraction
  readonly customer: string | undefined
  readonly firstOrder: boolean | undefined
  readonly newMarket: boolean | undefined
  readonly issue: string | null
}

/** The orders of a book. The first of a customer is the first in the list of which something is left. */
function ordersOf(book: Book): Order[] {
  const { plan, counted } = book
  const isForNew = plan.eligibility?.newCustomer !== undefined
  const awards = plan.awards ?? []
  if (!isForNew && awards.length === 0) return []
  const sold = counted.filter(({ line }) => line.refundOf === undefined)
  const nameOf = ({ line }: Counted) => JSON.stringify([line.order ?? null, line.order ?? line.id])
  const orders = [...new Set(sold.map(nameOf))].map((name) =>
    orderOf(
      book,
      sold.filter((line) => nameOf(line) === name),
    ),
  )
  if (!isForNew && awards.every((award) => award.for !== 'first-order')) return orders
  const isFirst = (order: Order) => order.firstOrder === true && order.left.n > 0n
  return orders.map((order, at) => {
    const { customer, lines } = order
    const before = orders.slice(0, at).filter(isFirst)
    const isTwice = isFirst(order) && before.some((one) => one.customer === customer)
    if (customer === undefined || !isTwice) return order
    const line = lines.find((one) => one.line.firstOrder === true)
    const issue = order.issue ?? `${placeOf(book, line)}.firstOrder`
    return { ...order, firstOrder: false, issue }
  })
}

function orderOf(book: Book, lines: readonly Counted[]): Order {
  const sales = sum(lines.map((one) => one.sales))
  const taken = lines.map(({ line }) => book.refunded.get(line.id) ?? zero)
  const said = <Key extends 'customer' | 'firstOrder' | 'newMarket'>(key: Key) => {
    const telling = lines.filter(({ line }) => line[key] !== undefined)
    const value = telling[0]?.line[key]
    const other = telling.find(({ line }) => line[key] !== value)
    return { value, issue: other === undefined ? null : `${placeOf(book, other)}.${key}` }
  }
  const [customer, first, market] = [said('customer'), said('firstOrder'), said('newMarket')]
  const isOfOne = customer.issue === null
  return {
    lines,
    sales,
    left: add(sales, sum(taken)),
    customer: customer.value,
    firstOrder: isOfOne && first.issue === null ? first.value : undefined,
    newMarket: isOfOne && market.issue === null ? market.value : undefined,
    issue: customer.issue ?? first.issue ?? market.issue,
  }
}

function placeOf({ input }: Book, one: Counted | undefined): string {
  return `lines.${one === undefined ? -1 : input.lines.indexOf(one.line)}`
}

interface Awarded {
  readonly award: AwardInput
  readonly order: Order
  readonly isKnown: boolean
}

function awardsOf(book: Book): Awarded[] {
  const { plan } = book
  const orders = ordersOf(book)
  const says = (order: Order, award: AwardInput) =>
    award.for === 'first-order' ? order.firstOrder : order.newMarket
  return (plan.awards ?? []).flatMap((award) =>
    orders
      .filter((one) => says(one, award) !== false)
      .filter((one) => isLarge(plan.refunds === 'mirror' ? one.sales : one.left, award))
      .map((order) => ({ award, order, isKnown: says(order, award) === true })),
  )
}

function isLarge(order: Fraction, award: AwardInput): boolean {
  if (award.order === undefined) return order.n > 0n
  const asked = parse(String(award.order.amount))
  if (award.order.comparison === 'above') return compare(order, asked) > 0
  return compare(order, asked) > 0 || equals(order, asked)
}

/** What a line earns: the payment with it and all before it, less the payment without it. */
function shareOf(book: Book, one: Counted, isOpen: boolean): bigint {
  const place = book.counted.indexOf(one)
  const paid = (lines: readonly Counted[]) => payments(book, lines, isOpen).at(-1)?.units ?? 0n
  return (
    paid(book.counted.slice(0, place + 1)) - (place === 0 ? 0n : paid(book.counted.slice(0, place)))
  )
}

/**
 * A refund takes back its part of what its original earned before the cap of the year; the parts of a whole line add up to the whole.
 * What the cap had cut goes first.
 */
function takeBack(book: Book, isOpen: boolean) {
  const { decimals } = {
    decimals: book.plan.rounding?.decimals ?? DECIMALS[book.plan.currency] ?? 0,
  }
  const { year: _, ...cap } = book.plan.cap ?? {}
  const uncapped: Book = { ...book, plan: { ...book.plan, cap } as CommissionPlanInput }
  let sofar = payments(uncapped, book.counted, isOpen).at(-1)?.units ?? 0n
  return book.mirrored.map((refund) => {
    const { original, line, before, after } = refund
    const earlier = typeof line.refundOf === 'object' ? String(line.refundOf.commission) : '0'
    const earned =
      original === null
        ? multiply(parse(earlier), fraction(10n ** BigInt(decimals)))
        : fraction(shareOf(uncapped, original, isOpen))
    const taken = (part: Fraction) => roundHalfUp(multiply(earned, part))
    const stood = underYear(sofar, book)
    sofar += taken(before) - taken(after)
    return { refund, units: underYear(sofar, book) - stood }
  })
}

function roundHalfUp(value: Fraction): bigint {
  if (value.n < 0n) return -roundHalfUp(negate(value))
  return floorOf(add(value, fraction(1n, 2n)))
}
