import fc from 'fast-check'
import {
  allowances,
  awardTitles,
  checkReward,
  defineRewardPolicy,
  educationRepayment,
  grantOptions,
  hallOfFame,
  handbook,
  type RewardPolicyInput,
  sumOf,
  type VestingGrant,
  vestingSchedule,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { instalmentRules } from '../../src/kernel/number/instalments.js'
import { modes, throughJson } from '../arbitraries.rooms.js'
import { nearDate } from '../arbitraries.time.js'
import { daysFrom } from '../oracle/calendar.js'
import { compare, fraction, multiply, parse, toDecimal } from '../oracle/fraction.js'

const intervals = fc.constantFrom('month', 'quarter', 'half-year', 'year')
const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** Terms of a grant, the cliff at an edge of its tranches every now and then. */
const equalTerms = fc
  .record({
    shares: fc.oneof(fc.constantFrom(1, 2, 18, 1_000_000_007), fc.integer({ min: 1, max: 5000 })),
    tranches: fc.integer({ min: 1, max: 48 }),
    every: intervals,
    cliff: fc.oneof(fc.constantFrom(0, 0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    allocation: fc.constantFrom(...instalmentRules),
    start: nearDate,
  })
  .map(({ cliff, ...terms }) => ({
    ...terms,
    cliffMonths: Math.floor(cliff * terms.tranches * MONTHS[terms.every]),
  }))

const customTerms = fc
  .record({
    shares: fc.integer({ min: 1, max: 5000 }),
    gaps: fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 100 })), {
      minLength: 1,
      maxLength: 12,
    }),
    allocation: fc.constantFrom(...instalmentRules),
    start: nearDate,
  })
  .map(({ gaps, ...terms }) => {
    let months = 0
    const tranches = gaps.map(([gap, weight]) => {
      months += gap
      return { months, weight }
    })
    return { ...terms, tranches }
  })

const terms: fc.Arbitrary<VestingGrant> = fc.oneof(equalTerms, customTerms)

const unvested = ['forfeit', 'pro-rata', 'accelerate', 'continue'] as const
type Vesting = NonNullable<RewardPolicyInput['equity']>[number]['vesting']

function planWith(vesting: Partial<Vesting>) {
  const leavers = unvested.map((kind) => ({ kind, vested: 'keep' as const, unvested: kind }))
  const equity = [{ id: 'plan', clause: 'HR-1', vesting: { tranches: 1, leavers, ...vesting } }]
  return defineRewardPolicy({ currency: 'CNY', equity })
}

const requires = { id: 'met', comparison: 'equals', required: true } as const
const unmetRules = fc.constantFrom('forfeit', 'carry')
const plans = fc.constantFrom(
  planWith({}),
  planWith({ requires }),
  planWith({ requires, unmet: 'carry' }),
)

interface Drawn {
  readonly grant: VestingGrant
  readonly results: readonly { readonly met: boolean | null }[]
  readonly tranches: readonly { readonly shares: number }[]
}

/** A grant under a plan, with answers for its tranches, and somebody who may leave. */
const grants = fc
  .record({
    grant: terms,
    answers: fc.array(fc.constantFrom(true, true, false, null), { maxLength: 48 }),
    kind: fc.option(fc.constantFrom(...unvested), { nil: undefined }),
    stay: fc.integer({ min: -10, max: 3000 }),
  })
  .map(({ grant, answers, kind, stay }): Drawn => {
    const { tranches } = vestingSchedule(grant)
    const results = answers.slice(0, tranches.length).map((met) => ({ met }))
    const leaver = kind && { kind, lastDay: daysFrom(grant.start, stay) }
    return { grant: { ...grant, plan: 'plan', leaver }, results, tranches }
  })

type Plan = ReturnType<typeof planWith>

function positionOn(asOf: string, { grant, results }: Drawn, plan: Plan) {
  const asked = plan.equity[0]?.vesting.requires === undefined ? [] : results
  const { position } = vestingSchedule({ ...grant, asOf, results: asked }, plan)
  if (position === null) throw new Error('expected a position')
  return position
}

describe('a vesting schedule', () => {
  it('adds up to the grant, in whole shares, on dates that rise, however it is allocated', () => {
    fc.assert(
      fc.property(terms, (grant) => {
        const schedule = vestingSchedule(grant)
        const shares = schedule.tranches.map((one) => one.shares)
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(grant.shares)
        expect(schedule.tranches.at(-1)?.total).toBe(grant.shares)
        expect(shares.filter((one) => one < 0 || !Number.isInteger(one))).toEqual([])
        const dates = schedule.tranches.map(({ date }) => date)
        expect(dates).toEqual([...new Set(dates)].sort())
        expect(dates.filter((date) => date < (schedule.cliff ?? ''))).toEqual([])
        expect(throughJson(schedule)).toEqual(schedule)
      }),
    )
  })

  it('has each day what was there without a cliff, once the cliff has come, and nothing before', () => {
    fc.assert(
      fc.property(equalTerms, fc.integer({ min: 0, max: 6000 }), (grant, later) => {
        const asOf = daysFrom(grant.start, later)
        const vested = (cliffMonths: number) =>
          vestingSchedule({ ...grant, cliffMonths, asOf }).position?.vested
        const { cliff } = vestingSchedule(grant)
        expect(vested(grant.cliffMonths)).toBe(asOf < (cliff ?? '') ? 0 : vested(0))
      }),
    )
  })

  it('adds up to the grant each day: vested, unvested and forfeited, tranche by tranche', () => {
    fc.assert(
      fc.property(grants, plans, fc.integer({ min: -10, max: 4000 }), (drawn, plan, later) => {
        const position = positionOn(daysFrom(drawn.grant.start, later), drawn, plan)
        const { vested, unvested: open, forfeited, tranches } = position
        expect(vested + open + forfeited).toBe(drawn.grant.shares)
        expect(Math.min(vested, open, forfeited)).toBeGreaterThanOrEqual(0)
        expect(tranches.reduce((sum, one) => sum + one.vested, 0)).toBe(vested)
        for (const [index, one] of tranches.entries())
          expect(one.vested + one.forfeited).toBeLessThanOrEqual(drawn.tranches[index]?.shares ?? 0)
      }),
      { numRuns: 300 },
    )
  })

  it('never falls from one day to a later one, where what has vested is kept', () => {
    const twoDays = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.nat({ max: 500 }))
    fc.assert(
      fc.property(grants, plans, twoDays, (drawn, plan, [first, more]) => {
        const before = positionOn(daysFrom(drawn.grant.start, first), drawn, plan)
        const after = positionOn(daysFrom(drawn.grant.start, first + more), drawn, plan)
        expect(after.vested).toBeGreaterThanOrEqual(before.vested)
        expect(after.forfeited).toBeGreaterThanOrEqual(before.forfeited)
      }),
      { numRuns: 300 },
    )
  })

  it('never vests what is unknown, and vests no less once it is known to be met', () => {
    fc.assert(
      fc.property(grants, fc.integer({ min: 0, max: 4000 }), unmetRules, (drawn, later, unmet) => {
        const plan = planWith({ requires, unmet })
        const asOf = daysFrom(drawn.grant.start, later)
        const put = (met: boolean | null) => ({
          ...drawn,
          results: drawn.tranches
            .map((_, index) => drawn.results[index] ?? { met: null })
            .map((one) => (one.met === null ? { met } : one)),
        })
        const [unknown, met, failed] = [null, true, false].map(
          (answer) => positionOn(asOf, put(answer), plan).vested,
        )
        expect(unknown).toBeGreaterThanOrEqual(failed ?? 0)
        expect(met).toBeGreaterThanOrEqual(unknown ?? 0)
      }),
    )
  })

  it('gives a leaver who is treated better no less', () => {
    fc.assert(
      fc.property(grants, plans, fc.integer({ min: 0, max: 4000 }), (drawn, plan, stay) => {
        const lastDay = daysFrom(drawn.grant.start, stay)
        const vested = (kind: string) => {
          const grant = { ...drawn.grant, leaver: { kind, lastDay } }
          return positionOn(lastDay, { ...drawn, grant }, plan).vested
        }
        expect(vested('pro-rata')).toBeGreaterThanOrEqual(vested('forfeit'))
        expect(vested('accelerate')).toBeGreaterThanOrEqual(vested('pro-rata'))
      }),
    )
  })
})

describe('options out of a pool', () => {
  const facts = { rung: 'product-expert' }
  const drawn = fc.record({
    size: fc.nat({ max: 2000 }),
    aside: fc.nat({ max: 500 }),
    exceeded: fc.constantFrom('in-order', 'pro-rata'),
    asked: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 900 }), fc.constantFrom('scanner', 'drone', 'brochure')),
      { maxLength: 12 },
    ),
  })

  function grantDrawn({ size, aside, exceeded, asked }: Drawable) {
    const policy = defineRewardPolicy({
      ...handbook.rewards,
      equity: handbook.rewards.equity.map((plan) => ({ ...plan, pool: { exceeded } })),
    })
    const requests = asked.map(([options, project], at) => ({
      ...{ id: `R-${at}`, project, options, facts },
    }))
    const projects = [{ id: 'scanner' }, { id: 'drone', options: aside }]
    return grantOptions({ plan: 'expert-options', pool: { size }, projects, requests }, policy)
  }
  type Drawable = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never

  it('are never more than the pool, the project or the request has', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const { granted, left, grants: given, projects } = grantDrawn(input)
        expect(given.reduce((sum, one) => sum + one.granted, 0)).toBe(granted)
        expect(granted + left).toBe(input.size)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(projects[1]?.granted).toBeLessThanOrEqual(input.aside)
        expect(
          given.filter((one) => one.granted < 0 || one.granted + one.cut !== one.requested),
        ).toEqual([])
      }),
    )
  })

  it('say why of what is cut, and cut for the pool only where nothing is left of it', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const { left, grants: given } = grantDrawn(input)
        expect(given.filter(({ cut, reason }) => cut > 0 !== (reason !== null))).toEqual([])
        if (given.some(({ reason }) => reason === 'pool-exhausted')) expect(left).toBe(0)
      }),
    )
  })
})

describe('the hall of fame', () => {
  const year = fc
    .array(fc.option(fc.integer({ min: -3, max: 6 })), { maxLength: 40 })
    .map((results) => results.map((result, at) => ({ id: `p${at}`, result })))
  const halls = fc.record({
    share: fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100)),
    rounding: modes,
    ties: fc.constantFrom('all', 'none'),
  })
  const policyOf = (hall: { share: string; rounding: 'up'; ties: 'all' }) =>
    defineRewardPolicy({ currency: 'CNY', hallOfFame: { clause: 'HR-3', ...hall } })

  it('takes all who tie or none, and nobody worse than one left out', () => {
    fc.assert(
      fc.property(year, halls, (people, rules) => {
        const hall = hallOfFame(people, policyOf(rules as Parameters<typeof policyOf>[0]))
        const entered = hall.ranking.filter((one) => one.entered)
        const out = hall.ranking.filter((one) => !one.entered)
        const worst = entered.at(-1)
        const isWorse = (result: string) => compare(parse(result), parse(worst?.result ?? '99')) < 0
        expect(out.filter(({ result }) => !isWorse(result))).toEqual([])
        if (rules.ties === 'all') expect(entered.length).toBeGreaterThanOrEqual(hall.places)
        else expect(entered.length).toBeLessThanOrEqual(hall.places)
        if (hall.tied.length === 0) expect(entered.length).toBe(hall.places)
      }),
    )
  })

  it('has as many places as the share of those who have a result, rounded as the policy says', () => {
    fc.assert(
      fc.property(year, halls, (people, rules) => {
        const hall = hallOfFame(people, policyOf(rules as Parameters<typeof policyOf>[0]))
        const base = people.filter(({ result }) => result !== null).length
        const places = multiply(parse(rules.share), fraction(BigInt(base)))
        expect([hall.base, String(hall.places)]).toEqual([
          base,
          toDecimal(places, 0, rules.rounding),
        ])
      }),
    )
  })

  it('depends on no order of people, and a higher result never leaves anybody out', () => {
    fc.assert(
      fc.property(year, halls, fc.nat(), (people, rules, at) => {
        const policy = policyOf(rules as Parameters<typeof policyOf>[0])
        const hall = hallOfFame(people, policy)
        const { unranked: _, ...turned } = hallOfFame([...people].reverse(), policy)
        expect(turned).toEqual((({ unranked: __, ...rest }) => rest)(hall))
        if (rules.ties === 'none' || people.length === 0) return
        const lucky = people[at % people.length]
        if (lucky?.result === null || lucky === undefined || !hall.members.includes(lucky.id))
          return
        const better = people.map((one) => (one === lucky ? { ...one, result: 7 } : one))
        expect(hallOfFame(better, policy).members).toContain(lucky.id)
      }),
    )
  })

  it('lets in whoever has what is said to be missing, where all who tie enter', () => {
    fc.assert(
      fc.property(year, (people) => {
        const policy = policyOf({ share: '0.1', rounding: 'up', ties: 'all' })
        for (const { id, result, remaining } of hallOfFame(people, policy).ranking) {
          if (remaining === null) continue
          const enough = sumOf([result, remaining])
          const better = people.map((one) => (one.id === id ? { id, result: enough } : one))
          expect(hallOfFame(better, policy).members).toContain(id)
        }
      }),
    )
  })
})

describe('allowances', () => {
  const spans = fc
    .array(fc.tuple(nearDate, fc.option(fc.nat({ max: 400 })), fc.constantFrom('PMP', 'CFA')), {
      maxLength: 6,
    })
    .map((rows) =>
      rows.map(([from, days, certificate]) => ({
        certificate,
        from,
        to: days === null ? null : daysFrom(from, days),
      })),
    )
  const policies = fc
    .record({
      months: fc.constantFrom('started', 'whole', 'by-day'),
      combine: fc.constantFrom('all', 'highest'),
    })
    .map((rules) =>
      defineRewardPolicy({
        currency: 'CNY',
        allowances: {
          ...(rules as { months: 'whole'; combine: 'all' }),
          clause: 'HR-4',
          certificates: [
            { id: 'PMP', amount: 2000 },
            { id: 'CFA', amount: 3100 },
          ],
        },
      }),
    )

  it('of a year are those of its halves, quarters and months', () => {
    fc.assert(
      fc.property(spans, policies, (certificates, policy) => {
        const amount = (period: string) => allowances({ period, certificates }, policy).amount
        const months = Array.from(
          { length: 12 },
          (_, at) => `2027-${String(at + 1).padStart(2, '0')}`,
        )
        for (const parts of [
          ['2027-H1', '2027-H2'],
          [1, 2, 3, 4].map((at) => `2027-Q${at}`),
          months,
        ])
          expect(sumOf(parts.map(amount))).toBe(amount('2027'))
      }),
    )
  })

  it('count each day once, whatever order the certificates come in', () => {
    fc.assert(
      fc.property(spans, policies, (certificates, policy) => {
        const { months, amount } = allowances({ period: '2027', certificates }, policy)
        const turned = allowances(
          { period: '2027', certificates: [...certificates].reverse() },
          policy,
        )
        expect(turned.amount).toBe(amount)
        for (const { month, certificates: held } of months) {
          for (const { certificate, days, of } of held) {
            const dates = Array.from({ length: of }, (_, at) => daysFrom(`${month}-01`, at))
            const isHeld = (day: string) =>
              certificates.some(
                (one) =>
                  one.certificate === certificate && one.from <= day && day <= (one.to ?? '9999'),
              )
            expect(days).toBe(dates.filter(isHeld).length)
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('repayment', () => {
  const courses = fc.record({
    amount: fc.integer({ min: 1, max: 10_000_000 }).map((cents) => String(cents / 100)),
    from: nearDate,
    length: fc.oneof(fc.constantFrom(0, 1, 364, 365, 730), fc.nat({ max: 1500 })),
  })
  const funds = fc
    .record({
      mode: modes,
      steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat({ max: 50 })), {
        maxLength: 4,
      }),
      boundary: fc.constantFrom('upper-tier' as const, 'lower-tier' as const),
      aboveLegalLimit: fc.constantFrom('cap' as const, 'report' as const),
    })
    .map(({ mode, steps, boundary, aboveLegalLimit }) => {
      let [months, percent] = [0, 100]
      const falling = steps.map(([gap, less]) => {
        months += gap
        percent = Math.max(0, percent - less)
        return { upToMonths: months, share: String(percent / 100) }
      })
      const repayment =
        falling.length === 0
          ? ({ kind: 'by-day' } as const)
          : ({ kind: 'steps', steps: falling, boundary } as const)
      return defineRewardPolicy({
        currency: 'CNY',
        rounding: { mode },
        educationFund: { clause: 'HR-5', repayment, aboveLegalLimit },
      })
    })

  it('is between nothing and all, and nothing once the commitment is served', () => {
    fc.assert(
      fc.property(courses, funds, fc.integer({ min: -400, max: 2000 }), (course, fund, stay) => {
        const { amount, from, length } = course
        const to = daysFrom(from, length)
        const outcome = educationRepayment(
          { amount, from, to, lastDay: daysFrom(from, stay) },
          fund,
        )
        expect(compare(parse(outcome.repay), parse('0'))).toBeGreaterThanOrEqual(0)
        expect(compare(parse(outcome.repay), parse(amount))).toBeLessThanOrEqual(0)
        if (stay >= length) expect(outcome.repay).toBe('0.00')
        if (fund.educationFund?.aboveLegalLimit === 'cap')
          expect(compare(parse(outcome.repay), parse(outcome.legalLimit))).toBeLessThanOrEqual(0)
        const isAbove = compare(parse(outcome.agreed), parse(outcome.legalLimit)) > 0
        expect(outcome.findings).toHaveLength(isAbove ? 1 : 0)
        expect(throughJson(outcome)).toEqual(outcome)
      }),
      { numRuns: 300 },
    )
  })

  it('never rises with a day more of service', () => {
    fc.assert(
      fc.property(courses, funds, fc.integer({ min: -2, max: 1500 }), (course, fund, stay) => {
        const { amount, from, length } = course
        const repay = (days: number) => {
          const lastDay = daysFrom(from, days)
          return parse(
            educationRepayment({ amount, from, to: daysFrom(from, length), lastDay }, fund).repay,
          )
        }
        expect(compare(repay(stay + 1), repay(stay))).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('by day is what a second computation makes of it, rounded as the policy says', () => {
    fc.assert(
      fc.property(courses, modes, fc.nat({ max: 1500 }), (course, mode, stay) => {
        const { amount, from, length } = course
        const fund = defineRewardPolicy({
          currency: 'CNY',
          rounding: { mode },
          educationFund: { clause: 'HR-5' },
        })
        const days: string[] = []
        for (let day = from; day <= daysFrom(from, length); day = daysFrom(day, 1)) days.push(day)
        const lastDay = daysFrom(from, stay)
        const left = days.filter((day) => day > lastDay).length
        const owed = multiply(parse(amount), fraction(BigInt(left), BigInt(days.length)))
        const outcome = educationRepayment(
          { amount, from, to: daysFrom(from, length), lastDay },
          fund,
        )
        expect(outcome.repay).toBe(toDecimal(owed, 2, mode))
        expect([outcome.served, outcome.of]).toEqual([days.length - left, days.length])
      }),
      { numRuns: 50 },
    )
  })
})

describe('titles', () => {
  const people = fc
    .array(fc.tuple(fc.option(fc.nat({ max: 4 })), fc.option(fc.nat({ max: 24 }))), {
      maxLength: 15,
    })
    .map((rows) =>
      rows.map(([sales, monthsOfService], at) => ({
        id: `p${at}`,
        facts: { sales, monthsOfService },
      })),
    )

  it('go to nobody whose eligibility or figure is unknown, and to nobody worse than one left out', () => {
    fc.assert(
      fc.property(people, (candidates) => {
        const { titles } = awardTitles({ period: '2027', people: candidates }, handbook.rewards)
        const factsOf = new Map(candidates.map(({ id, facts }) => [id, facts]))
        for (const { title, winners, ranking, unranked } of titles) {
          expect(ranking.length + unranked.length).toBe(candidates.length)
          const facts = winners.map((id) => factsOf.get(id))
          expect(facts.filter((one) => (one?.sales ?? null) === null)).toEqual([])
          const isNew = facts.every((one) => (one?.monthsOfService ?? 99) <= 12)
          expect(title !== 'rising-star' || isNew).toBe(true)
          const won = ranking.filter(({ id }) => winners.includes(id))
          expect(won.every(({ rank }) => rank === 1)).toBe(true)
          expect(won.length).toBe(ranking.filter(({ rank }) => rank === 1).length)
        }
      }),
    )
  })

  it('depend on no order of people', () => {
    fc.assert(
      fc.property(people, (candidates) => {
        const award = (list: typeof candidates) =>
          awardTitles({ period: '2027', people: list }, handbook.rewards).titles.map(
            ({ winners, tied, ranking }) => ({ winners, tied, ranking }),
          )
        expect(award([...candidates].reverse())).toEqual(award(candidates))
      }),
    )
  })
})

describe('what a reward needs', () => {
  const histories = fc.array(fc.constantFrom('S', 'A', null), { maxLength: 5 })
  const last = fc.constantFrom('2026', '2027', '2028')

  it('is never met by what is unknown: a grade more that is an S closes nothing', () => {
    fc.assert(
      fc.property(histories, last, (grades, asOf) => {
        const yearlyGrades = grades.map((value, at) => ({ period: String(2023 + at), value }))
        const better = yearlyGrades.map((one) => ({ ...one, value: 'S' }))
        for (const reward of ['training-abroad', 'emba', 'internal-venture']) {
          const eligible = (list: object[]) =>
            checkReward({ asOf, yearlyGrades: list }, reward, handbook.rewards).eligible
          if (eligible(yearlyGrades) === true) expect(eligible(better)).toBe(true)
          expect(eligible([])).not.toBe(true)
        }
      }),
    )
  })
})
