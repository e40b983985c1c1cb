/**
 * What the whole library says, as lines of text: every function of the root and of batches, what is refused, what-ifs, each explained outcome
 * and its refusals in three languages, pictures, and the handbook. It needs nothing but the language, so that every runtime can run it; what it
 * says must be the same in each, byte for byte. Only named time zones may be missing: `ZONE_UNAVAILABLE`.
 */
import {
  attempt,
  attributeCommission,
  calculateCommission,
  commissionCurve,
  digestOf,
  handbook,
  lintPolicy,
  packPolicy,
  unpackPolicy,
  withValue,
} from 'sales-rules'
import {
  type CommissionColumnsBuilder,
  calculateCommissionColumns,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { chart, explain, explainIssue, type Locale, verify, withInput } from 'sales-rules/explain'
import { clauses, handbookPolicy } from 'sales-rules/handbook'
import {
  comparePolicies,
  compareTotals,
  curvesOf,
  goalSeek,
  reviewPay,
  sensitivityOf,
  simulate,
  sweep,
} from 'sales-rules/scenario'
import { type Call, calls, office, officeIn } from '../calls.js'
import { OUTCOMES } from '../explain/outcomes.js'

const LOCALES: readonly Locale[] = ['en', 'zh-CN', 'zh-TW']

/** One line for each case: its name, a tab, and what came out as JSON. A name that begins with `zone ` needs a named time zone. */
export function golden(): string {
  return [...cases()].map(([name, call]) => `${name}\t${write(outcomeOf(call))}\n`).join('')
}

type Case = readonly [name: string, call: () => unknown]

function* cases(): Generator<Case> {
  for (const call of calls) yield* casesOf(call)
  yield* explained()
  yield* batches()
  yield* scenarios()
  yield* pictures()
  yield* policies()
}

/** A call as it should be, and without each argument in turn. What reads working hours does so by an offset and in a zone. */
function* casesOf([name, run, given]: Call): Generator<Case> {
  const calling = (replace: (value: unknown, position: number) => unknown) => () =>
    (run as (...all: readonly unknown[]) => unknown)(...given.map(replace))
  const isOffice = (value: unknown) => value === office || name === 'defineWorkingHours'
  const calledIn = (zone: string) => calling((value) => (isOffice(value) ? officeIn(zone) : value))
  yield [name, calledIn('+01:00')]
  if (given.some(isOffice)) yield [`zone ${name}`, calledIn('Europe/Berlin')]
  for (const left of given.keys())
    yield [
      `${name} without argument ${left}`,
      calling((value, at) => (at === left || isOffice(value) ? undefined : value)),
    ]
}

function* explained(): Generator<Case> {
  for (const [name, make] of Object.entries(OUTCOMES))
    yield* explainedAs(name, outcomeOf(make) as Explained)
  const lines = [
    { id: 'O-1', amount: '900000' },
    { id: 'O-2', amount: '300000' },
  ]
  const sold = { payee: '王芳', period: '2026-03', lines, target: '1000000' }
  const attribution = attributeCommission(sold, now)
  yield* explainedAs('with its attribution', calculateCommission(sold, now), { attribution })
}

type Explained = Parameters<typeof explain>[0]

function* explainedAs(name: string, outcome: Explained, options = {}): Generator<Case> {
  for (const locale of LOCALES)
    for (const format of ['text', 'markdown', 'html', 'csv'] as const)
      yield [
        `${name} as ${format} in ${locale}`,
        () => explain(outcome, { ...options, locale, format }),
      ]
}

/** Columns of texts, and of bytes as a file has them, with a name that takes three bytes a character. */
function* batches(): Generator<Case> {
  const paid = (add: (builder: CommissionColumnsBuilder) => void) => () => {
    const builder = commissionColumnsBuilder(now)
    add(builder)
    return calculateCommissionColumns(builder.finish(), now, { target: '500000' })
  }
  const payees = ['Li', '王芳', 'Li', 'Li']
  yield ['columns of texts', paid((to) => to.addTexts(payees, ['900000.5', '1.2e6', '-0.5', 'x']))]
  const bytes = [0xe7, 0x8e, 0x8b, 0xe8, 0x8a, 0xb3, 0x2c, 0x37, 0x35, 0x30, 0x30, 0x30, 0x30]
  yield [
    'columns of bytes',
    paid((to) => to.addBytes(Uint8Array.from(bytes), Int32Array.of(0, 6, 7, bytes.length))),
  ]
}

const input = { payee: '王芳', sales: '1500000', target: '1200000' }
const roster = [
  { id: 'Ann', group: 'Zürich', input },
  { id: 'Ben', group: '上海', input: { sales: '700000.01', target: '650000' } },
  { id: 'Eve', input: { sales: '850000', target: '900000' } },
  { id: 'Zoe', input: { sales: '850000' } },
]
const now = handbook.commission
const then = withValue(now, 'scale.tiers.first.upTo', '800000')
const path = 'scale.tiers.first.rate'

function* scenarios(): Generator<Case> {
  const goal = { path, between: ['0.02', '0.04'], decimals: 4, goal: { atMost: '71000' } } as const
  const attainment = { observed: ['0.31', '0.97', '1.05', '2.5'] }
  yield ['comparePolicies', () => comparePolicies(roster, { now, then })]
  yield ['compareTotals', () => compareTotals(roster, { now, then })]
  yield ['curvesOf', () => curvesOf([now, then], { target: '1200000' })]
  yield ['goalSeek', () => goalSeek(roster, now, goal)]
  yield ['reviewPay', () => reviewPay(roster, now)]
  yield ['sensitivityOf', () => sensitivityOf(roster, now)]
  yield ['simulate', () => simulate(roster, now, { seed: 20261129, runs: 50, attainment })]
  yield ['sweep', () => sweep(roster, now, { path, values: ['0.02', '0.035', '4'] })]
}

function* pictures(): Generator<Case> {
  const curve = () => commissionCurve(now, { target: '1200000' })
  const statement = () => calculateCommission(input, now)
  const comparison = () => comparePolicies(roster, { now, then })
  for (const locale of LOCALES) {
    yield [
      `payout-curve in ${locale}`,
      () => chart({ kind: 'payout-curve', curve: curve(), statement: statement() }, { locale }),
    ]
    yield [
      `what-if in ${locale}`,
      () => chart({ kind: 'what-if', comparison: comparison() }, { locale, format: 'html' }),
    ]
  }
}

/** What is written of the handbook, read again and looked at: digests, packed policies, findings, and an archived outcome. */
function* policies(): Generator<Case> {
  for (const [name, policy] of Object.entries(handbook)) {
    yield [`digest of ${name}`, () => digestOf(policy)]
    yield [`${name}, packed`, () => packPolicy(policy as never)]
    yield [`${name}, unpacked`, () => unpackPolicy(JSON.parse(write(packPolicy(policy as never))))]
    yield [`lint of ${name}`, () => lintPolicy(policy as never)]
  }
  yield ['digest of the document', () => digestOf(handbookPolicy)]
  yield ['digest of the clauses', () => digestOf(clauses)]
  const archived = () => withInput(calculateCommission(input, now), input)
  yield ['verify', () => verify(archived(), now)]
  yield ['verify, altered', () => verify({ ...archived(), amount: '1.00' }, now)]
}

/** What a call returns, or the issues that refuse it in each language; anything else that is thrown by its name. */
function outcomeOf(call: () => unknown): unknown {
  try {
    const result = attempt(call)
    if (result.ok) return result.value
    return result.issues.map((issue) => ({
      ...issue,
      texts: LOCALES.map((locale) => explainIssue(issue, { locale })),
    }))
  } catch (error) {
    return { thrown: String(error) }
  }
}

/** JSON, with all that is in maps and typed arrays, and numbers that JSON has no words for by their names. */
function write(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner) => {
      if (inner instanceof Map) return [...inner]
      if (ArrayBuffer.isView(inner)) return Array.from(inner as Float64Array)
      return typeof inner === 'number' && !isOfJson(inner) ? `number ${inner}` : inner
    }) ?? typeof value
  )
}

function isOfJson(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0)
}
