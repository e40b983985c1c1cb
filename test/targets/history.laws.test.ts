import fc from 'fast-check'
import {
  attempt,
  defineTargetPlan,
  measureGoals,
  periodRange,
  reviseTarget,
  setTarget,
  signOffTarget,
  type TargetHistory,
  targetOn,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { daysFrom } from '../oracle/calendar.js'
import { compare, fraction, parse, sum, toCanonical } from '../oracle/fraction.js'

const plan = defineTargetPlan({
  currency: 'CNY',
  signing: { by: ['person', 'direct-manager'] },
  goals: [{ id: 'deals', per: 'week', amount: '3' }],
  proration: { by: 'day' },
})

const cents = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((units) => toCanonical(fraction(BigInt(units), 100n)))

const weights = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0))
  .map((list) =>
    Object.fromEntries(list.map((weight, at) => [String(at + 1).padStart(2, '0'), weight])),
  )

const firsts = fc
  .record({ amount: cents(1, 100_000_000), profile: weights })
  .map((drawn) =>
    setTarget({ owner: 'Li', measure: 'sales', period: '2026', reason: 'growth', ...drawn }, plan),
  )

/** Revisions, each of which may be signed by nobody, by one or by both before the next one comes. */
const steps = fc.array(
  fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    amount: cents(1, 150_000_000),
    signatures: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 5 },
)

function sign(history: TargetHistory, signatures: number): TargetHistory {
  const all = [
    { as: 'person', by: 'Li', on: '2026-01-05' },
    { as: 'direct-manager', by: 'Chen', on: '2026-01-06' },
  ]
  return all.slice(0, signatures).reduce(signOffTarget, history)
}

/** Every history on the way; a revision that is refused leaves it as it was. */
function histories(
  first: TargetHistory,
  taken: readonly { month: number; amount: string; signatures: number }[],
) {
  const all = [sign(first, 2)]
  for (const { month, amount, signatures } of taken) {
    const history = all.at(-1) as TargetHistory
    const from = `2026-${String(month).padStart(2, '0')}-01`
    const revised = attempt(() =>
      reviseTarget(history, { from, amount, reason: 'the market' }, plan),
    )
    if (revised.ok) all.push(revised.value, sign(revised.value, signatures))
  }
  return all
}

const days = fc.nat({ max: 364 }).map((day) => daysFrom('2026-01-01', day))
const heldOn = (history: TargetHistory, date: string) => {
  const { version, amount, part } = targetOn(history, date)
  return { version, amount, part }
}

type Version = TargetHistory['versions'][number]

/** Each history with the one that it came from. */
function pairsOf(all: readonly TargetHistory[]) {
  return all.slice(1).map((history, at) => [all[at] as TargetHistory, history] as const)
}

const figuresOf = ({ amount, parts }: Version) => ({ amount, parts })

function expectKeptMonths({ revises, from, parts }: Version, versions: readonly Version[]) {
  if (revises === null) return
  const before = parts.filter((part) => part.from < from)
  expect(before).toEqual(versions[revises - 1]?.parts.slice(0, before.length))
}

describe('a target with its revisions', () => {
  it('adds up in every version, to the cent (TAR-3)', () => {
    fc.assert(
      fc.property(firsts, steps, (first, taken) => {
        for (const { versions } of histories(first, taken))
          for (const { amount, parts } of versions)
            expect(sum(parts.map((part) => parse(part.amount)))).toEqual(parse(amount))
      }),
      { numRuns: 200 },
    )
  })

  it('changes nothing before the day of a revision, and nothing at all before it is signed (TAR-3, TAR-4)', () => {
    fc.assert(
      fc.property(firsts, steps, days, (first, taken, date) => {
        for (const [before, history] of pairsOf(histories(first, taken))) {
          const latest = history.versions.at(-1) as Version
          if (date < latest.from || latest.missing.length > 0)
            expect(heldOn(history, date)).toEqual(heldOn(before, date))
          else expect(heldOn(history, date).version).toBe(latest.version)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('keeps for each month before a revision what it had, and every version that was there', () => {
    fc.assert(
      fc.property(firsts, steps, (first, taken) => {
        const all = histories(first, taken)
        for (const { versions } of all)
          for (const version of versions) expectKeptMonths(version, versions)
        for (const [before, { versions }] of pairsOf(all))
          expect(versions.slice(0, before.versions.length).map(figuresOf)).toEqual(
            before.versions.map(figuresOf),
          )
      }),
      { numRuns: 200 },
    )
  })

  it('is the same after it was stored as JSON', () => {
    fc.assert(
      fc.property(firsts, steps, days, (first, taken, date) => {
        const history = histories(first, taken).at(-1) as TargetHistory
        const stored = JSON.parse(JSON.stringify(history))
        expect(stored).toEqual(history)
        expect(targetOn(stored, date)).toEqual(targetOn(history, date))
      }),
      { numRuns: 100 },
    )
  })
})

const results = fc.array(
  fc.record({
    goal: fc.constant('deals'),
    date: fc.nat({ max: 89 }).map((day) => daysFrom('2026-01-01', day)),
    amount: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 40 },
)

describe('small goals', () => {
  it('are the same whatever order the results come in, and lose no result (TAR-6)', () => {
    fc.assert(
      fc.property(results, (list) => {
        const input = { period: '2026-Q1', asOf: '2026-03-31' }
        const outcome = measureGoals({ ...input, results: list }, plan)
        expect(measureGoals({ ...input, results: [...list].reverse() }, plan)).toEqual(outcome)
        const [goal] = outcome.goals
        const counted = sum((goal?.periods ?? []).map(({ actual }) => parse(actual)))
        const { from, to } = {
          from: goal?.periods[0]?.from ?? '',
          to: goal?.periods.at(-1)?.to ?? '',
        }
        const inside = list.filter(({ date }) => from <= date && date <= to)
        expect(counted).toEqual(sum(inside.map(({ amount }) => parse(String(amount)))))
        expect(outcome.outside).toBe(list.length - inside.length)
      }),
    )
  })

  it('stay reached when more is known, on the same day or before', () => {
    fc.assert(
      fc.property(results, results, (list, more) => {
        const reached = (all: typeof list) =>
          measureGoals({ period: '2026-Q1', asOf: '2026-03-31', results: all }, plan).goals[0]
            ?.periods ?? []
        const later = reached([...list, ...more])
        for (const [at, { state, reachedOn }] of reached(list).entries()) {
          if (state !== 'reached') continue
          expect(later[at]?.state).toBe('reached')
          expect((later[at]?.reachedOn ?? '9') <= (reachedOn ?? '')).toBe(true)
        }
      }),
    )
  })

  it('are reached on a day of the week, by which the results are enough and not before', () => {
    fc.assert(
      fc.property(results, (list) => {
        const [goal] = measureGoals(
          { period: '2026-Q1', asOf: '2026-03-31', results: list },
          plan,
        ).goals
        for (const { period, reachedOn } of goal?.periods ?? []) {
          const { from, to } = periodRange(period)
          const upTo = (last: string) =>
            sum(
              list
                .filter(({ date }) => from <= date && date <= last && date <= to)
                .map(({ amount }) => parse(String(amount))),
            )
          if (reachedOn === null) expect(compare(upTo(to), parse('3'))).toBe(-1)
          else {
            expect(compare(upTo(reachedOn), parse('3'))).toBeGreaterThanOrEqual(0)
            expect(compare(upTo(daysFrom(reachedOn, -1)), parse('3'))).toBe(-1)
          }
        }
      }),
    )
  })
})
