import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as allocation from '../kernel/number/allocate.js'
import * as currencies from '../kernel/number/currency.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import {
  type ExactGradingPolicy,
  type ExactRaises,
  exactGradingPolicy,
} from './exactGradingPolicy.js'
import { NO_RAISE_BY_GRADE } from './issues.js'
import type { DefinedGradingPolicy, MeritBudget, MeritShare, MeritShares } from './types.js'

/**
 * Shares a budget between raises: each grade of the year grants a part of the salary (GRA-4), and where the budget has less than all of
 * them, each is cut in proportion, to the cent, so that the budget is spent exactly and never exceeded.
 *
 * A raise stops at the `maximum` of the salary's band. What it cannot take is shared among those who are short, or lapses, as the policy says;
 * nobody gets more than their grade grants. Where something is left, `because` says why. Cents that do not divide go to the largest
 * remainders, by id on a tie, so that the order of the people changes nothing.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `CURRENCY_UNKNOWN`, `ID_DUPLICATE`, `VALUE_NOT_ALLOWED` for a grade that the policy does
 *   not have, `NOT_IN_POLICY` where it grants no raises by grade, `TOTAL_TOO_PRECISE` for parts of a cent, `NUMBER_LOOKS_LIKE_PERCENT`,
 *   `NUMBER_OUT_OF_RANGE`, …
 *
 * @example 2,380 are wanted, and there are 2,000
 * ```ts
 * import { handbook, shareMeritBudget } from 'sales-rules'
 *
 * const people = [
 *   { id: 'Li', salary: '10000', grade: 'S' }, { id: 'Wu', salary: '8000', grade: 'A' },
 *   { id: 'Xu', salary: '8000', grade: 'B' }, { id: 'Yu', salary: '6000', grade: 'C' },
 * ]
 * const shares = shareMeritBudget({ currency: 'CNY', budget: '2000.00', people }, handbook.grading)
 * shares.people.map(({ wanted, amount }) => [wanted, amount])
 * // => [['1500.00', '1260.50'], ['640.00', '537.82'], ['240.00', '201.68'], ['0.00', '0.00']]
 * shares.factor // => '0.840336134453'
 * shares.left // => '0.00'
 * ```
 *
 * @example A band that ends at 10,000
 * ```ts
 * import { handbook, shareMeritBudget } from 'sales-rules'
 *
 * const people = [{ id: 'Wu', salary: '9800', grade: 'A', maximum: '10000' }]
 * const { because, left, people: [wu] } = shareMeritBudget({ currency: 'CNY', budget: '500', people }, handbook.grading)
 * wu?.amount // => '200.00'
 * wu?.cutByMaximum // => '584.00'
 * left // => '300.00'
 * because // => 'maximum'
 * ```
 */
export function shareMeritBudget(budget: MeritBudget, policy: DefinedGradingPolicy): MeritShares {
  const exact = exactGradingPolicy(policy)
  const known = readBudget(budget, exact)
  return writeShares(computeShares(known, exact.raises), known, exact)
}

/** A budget that was read; money is in units of the currency. */
interface ExactBudget {
  readonly currency: string
  readonly decimals: number
  readonly budget: bigint
  /** In the order given. */
  readonly people: readonly Candidate[]
}

interface Candidate {
  readonly id: string
  readonly grade: string | null
  readonly rate: fraction.Fraction
  readonly salary: bigint
  /** What the rate comes to. */
  readonly wanted: bigint
  /** What the band leaves room for; null where it has no end. */
  readonly room: bigint | null
}

const AT = ['budget']

function readBudget(value: unknown, policy: ExactGradingPolicy): ExactBudget {
  const issues: Issue[] = []
  const fields = read.fields(value, AT, ['currency', 'budget', 'people'], issues)
  issue.refuseIfAny(issues)
  const { required } = read.of(fields as read.Fields, AT, issues)
  const currency = required('currency', readCurrency)
  issue.refuseIfAny(issues)
  const money = { currency: currency as string, decimals: decimalsOf(currency) }
  const budget = required('budget', (amount, path) => readMoney(amount, path, money, issues))
  const people = required('people', (rows, path) =>
    readPeople(rows, path, { money, policy, issues }),
  )
  issue.refuseIfAny(issues)
  return { ...money, budget, people }
}

function readCurrency(value: unknown, path: Path, issues: Issue[]): string | undefined {
  const code = read.name(value, path, issues)
  if (code !== undefined && currencies.decimalsOf(code) === undefined)
    issue.add(issues, currencies.unknownCurrency(code, path))
  return code
}

function decimalsOf(currency: string | undefined): number {
  return currencies.decimalsOf(currency ?? '') ?? 0
}

interface Money {
  readonly currency: string
  readonly decimals: number
}

function readMoney(value: unknown, path: Path, money: Money, issues: Issue[]): bigint {
  const amount = read.within(value, path, issues, { minimum: fraction.ZERO })
  return read.units(amount ?? fraction.ZERO, money, path, issues)
}

/** What a row of a budget is read by. */
interface Reading {
  readonly money: Money
  readonly policy: ExactGradingPolicy
  readonly issues: Issue[]
}

function readPeople(rows: unknown, path: Path, reading: Reading): Candidate[] {
  const { issues } = reading
  const seen = new Set<string>()
  return (read.array(rows, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const candidate = readCandidate(row, at, reading)
    if (candidate === undefined) return []
    const { id } = candidate
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...at, 'id'], { id }))
    seen.add(id)
    return [candidate]
  })
}

function readCandidate(row: unknown, path: Path, reading: Reading): Candidate | undefined {
  const { money, policy, issues } = reading
  const before = issues.length
  const hasRate = read.hasField(row, 'rate')
  const rateKey = hasRate ? 'rate' : 'grade'
  const fields = read.fields(row, path, ['id', 'salary', rateKey, 'maximum'], issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const id = required('id', read.name)
  const salary = required('salary', (amount, at) => readMoney(amount, at, money, issues))
  const maximum = optional('maximum', (amount, at) => readMoney(amount, at, money, issues))
  const grade = hasRate ? null : required('grade', (one, at) => readGrade(one, at, policy, issues))
  const rate = hasRate ? required('rate', readRate) : rateOf(grade ?? '', policy)
  if (issues.length > before || id === undefined || rate === undefined) return undefined
  const exact = fraction.multiply({ n: salary, d: 1n }, rate)
  return {
    id,
    grade: grade ?? null,
    rate,
    salary,
    wanted: fraction.toUnits(exact, 0, policy.raises.rules.rounding),
    room: maximum === undefined ? null : roomOf(maximum - salary),
  }
}

function roomOf(units: bigint): bigint {
  return units > 0n ? units : 0n
}

function readRate(value: unknown, path: Path, issues: Issue[]): fraction.Fraction | undefined {
  const rate = read.ratio(value, path, issues)
  return rate && read.within(value, path, issues, { minimum: fraction.ZERO })
}

function readGrade(
  value: unknown,
  path: Path,
  { grades, raises, consequences }: ExactGradingPolicy,
  issues: Issue[],
): string | undefined {
  if (raises.rates === null) {
    const known = [...new Set(consequences.map(({ rule }) => rule.kind))]
    issue.add(issues, issue.at(NO_RAISE_BY_GRADE, path, { given: raises.rules.kind, known }))
    return undefined
  }
  const names = grades.map(({ id }) => id)
  return read.word(value, path, names, issues)
}

/** A grade that the consequence does not list grants nothing. */
function rateOf(grade: string, { raises }: ExactGradingPolicy): fraction.Fraction {
  return raises.rates?.get(grade) ?? fraction.ZERO
}

/** What each gets, in the order given, and which part of what was wanted those get whom no band stops. */
interface ExactShares {
  readonly paid: readonly bigint[]
  readonly factor: fraction.Fraction | null
}

function computeShares({ budget, people }: ExactBudget, { rules }: ExactRaises): ExactShares {
  const wanted = sumOf(people.map((one) => one.wanted))
  if (wanted === 0n) return { paid: people.map(() => 0n), factor: null }
  if (rules.aboveMaximum === 'to-pool') return shareWithPool(people, budget)
  const parts = wanted <= budget ? people.map((one) => one.wanted) : inProportion(people, budget)
  return {
    paid: people.map(({ room }, index) => lesserOf(parts[index] ?? 0n, room)),
    factor: fraction.smaller(fraction.ONE, { n: budget, d: wanted }),
  }
}

/**
 * One factor for all, but for those whose band ends first: whose room is the smallest part of what they want stops first, and what they
 * leave raises the factor of the others.
 */
function shareWithPool(people: readonly Candidate[], budget: bigint): ExactShares {
  const ceilings = people.map(({ wanted, room }) => lesserOf(wanted, room))
  if (sumOf(ceilings) <= budget) return { paid: ceilings, factor: fraction.ONE }
  const wanting = people
    .map(({ id, wanted }, index) => ({ id, index, wanted, ceiling: ceilings[index] ?? 0n }))
    .filter(({ wanted }) => wanted > 0n)
    .sort((a, b) => fraction.compare(roomPart(a), roomPart(b)))
  const paid = people.map(() => 0n)
  let left = budget
  let wantedLeft = sumOf(wanting.map((one) => one.wanted))
  let stopped = 0
  for (const { index, wanted, ceiling } of wanting) {
    if (ceiling * wantedLeft > left * wanted) break
    paid[index] = ceiling
    left -= ceiling
    wantedLeft -= wanted
    stopped += 1
  }
  const others = wanting.slice(stopped)
  const parts = inProportion(others, left)
  for (const [position, { index }] of others.entries()) paid[index] = parts[position] ?? 0n
  return { paid, factor: { n: left, d: wantedLeft } }
}

function roomPart({ ceiling, wanted }: { readonly ceiling: bigint; readonly wanted: bigint }) {
  return { n: ceiling, d: wanted }
}

/** In the order given; the cents that do not divide go by id on a tie. */
function inProportion(
  people: readonly { readonly id: string; readonly wanted: bigint }[],
  total: bigint,
): bigint[] {
  const byId = people
    .map(({ id, wanted }, index) => ({ id, index, weight: { n: wanted, d: 1n } }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const parts = allocation.allocateUnits(
    total,
    byId.map(({ weight }) => weight),
  )
  const units = people.map(() => 0n)
  for (const [position, { index }] of byId.entries()) units[index] = parts[position] ?? 0n
  return units
}

function sumOf(units: readonly bigint[]): bigint {
  return units.reduce((sum, one) => sum + one, 0n)
}

function lesserOf(units: bigint, room: bigint | null): bigint {
  return room !== null && room < units ? room : units
}

function writeShares(
  { paid, factor }: ExactShares,
  { currency, decimals, budget, people }: ExactBudget,
  { policy }: ExactGradingPolicy,
): MeritShares {
  const money = (units: bigint) => write.fixed(units, decimals)
  const amount = sumOf(paid)
  const wanted = sumOf(people.map((one) => one.wanted))
  const left = budget - amount
  return {
    currency,
    budget: money(budget),
    wanted: money(wanted),
    amount: money(amount),
    left: money(left),
    because: left === 0n ? null : amount === wanted ? 'all-granted' : 'maximum',
    factor: factor && write.decimal(factor),
    people: people.map((one, index) => writeShare(one, paid[index] ?? 0n, money)),
    policy,
    clauses: ['GRA-4'],
  }
}

function writeShare(
  { id, grade, salary, rate, wanted, room }: Candidate,
  paid: bigint,
  money: (units: bigint) => string,
): MeritShare {
  const ceiling = lesserOf(wanted, room)
  return {
    id,
    grade,
    salary: money(salary),
    grantedRate: write.decimal(rate),
    wanted: money(wanted),
    amount: money(paid),
    effectiveRate: salary === 0n ? '0' : write.decimal({ n: paid, d: salary }),
    newSalary: money(salary + paid),
    cutByMaximum: money(wanted - ceiling),
    cutByBudget: money(ceiling - paid),
  }
}
