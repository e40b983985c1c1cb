import fc from 'fast-check'
import {
  applyEdits,
  defineAppraisalScheme,
  defineCareerPolicy,
  defineGradingPolicy,
  defineHealthModel,
  defineRewardPolicy,
  defineSalesProcess,
  defineServiceStandards,
  defineTargetPlan,
  handbook,
  type LintedPolicy,
  lintPolicy,
  type PolicyVersionInput,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { formatPath } from '../../../src/kernel/input/issue.js'
import { plan, scheme, versions } from './faults.js'

/** Where lint finds a code in a policy. */
const placesOf = (policy: LintedPolicy, code: string) =>
  lintPolicy(policy)
    .findings.filter((one) => one.code === code)
    .map(({ path }) => formatPath(path))

/** The positions of a list at which something holds. */
const where = <Item>(list: readonly Item[], holds: (item: Item, index: number) => boolean) =>
  list.flatMap((item, index) => (holds(item, index) ? [index] : []))

const thousandths = fc.integer({ min: 1, max: 6 })
const rates = fc.array(thousandths, { minLength: 2, maxLength: 6 })
const rateOf = (part: number) => (part / 100).toFixed(2)

/** Tiers of 1,000 each, of which the last is open. */
const tiersOf = (parts: readonly number[], isOpen = true) =>
  parts.map((part, index) => ({
    id: `tier-${index}`,
    upTo: isOpen && index === parts.length - 1 ? null : String((index + 1) * 1000),
    rate: rateOf(part),
  }))
const marginal = (parts: readonly number[], more: object = {}) =>
  plan({ scale: { mode: 'marginal', tiers: tiersOf(parts) }, ...more })

/** What the tiers before one pay, each on its own 1,000. */
const paidBefore = (parts: readonly number[], index: number) =>
  parts.slice(0, index).reduce((sum, part) => sum + part * 10, 0)

const check = <Drawn>(drawn: fc.Arbitrary<Drawn>, holds: (drawn: Drawn) => void) =>
  fc.assert(fc.property(drawn, holds), { numRuns: 30 })

describe('a fault that was drawn is found, and no other: of pay', () => {
  it('a tier at the rate of the one before it', () =>
    check(rates, (parts) => {
      const idle = where(parts, (part, index) => index > 0 && part === parts[index - 1])
      expect(placesOf(marginal(parts), 'TIER_WITHOUT_EFFECT')).toEqual(
        idle.map((index) => `scale.tiers[${index}]`),
      )
    }))

  it('the lowest of the tiers that begin where a cap is reached', () =>
    check(fc.tuple(rates, fc.integer({ min: 1, max: 200 })), ([parts, cap]) => {
      const dead = where(parts, (_, index) => index > 0 && paidBefore(parts, index) >= cap)
      expect(placesOf(marginal(parts, { cap: { amount: String(cap) } }), 'TIER_ABOVE_CAP')).toEqual(
        dead.slice(0, 1).map((index) => `scale.tiers[${index}]`),
      )
    }))

  it('a cap above all that the tiers pay', () =>
    check(fc.tuple(rates, fc.integer({ min: 1, max: 400 })), ([parts, cap]) => {
      const policy = plan({
        scale: { mode: 'marginal', beyond: 'stop', tiers: tiersOf(parts, false) },
        cap: { amount: String(cap) },
      })
      const isIdle = paidBefore(parts, parts.length) < cap
      expect(placesOf(policy, 'CAP_WITHOUT_EFFECT')).toEqual(isIdle ? ['cap.amount'] : [])
    }))

  it('tiers of attainment that end below the gate', () =>
    check(fc.tuple(rates, fc.integer({ min: 1, max: 9 })), ([parts, tenths]) => {
      const tiers = tiersOf(parts).map((tier, index) => ({
        ...tier,
        upTo: tier.upTo === null ? null : `0.${index + 1}`,
      }))
      const policy = plan({
        gate: { attainment: `0.${tenths}` },
        scale: { mode: 'whole-amount', thresholds: 'attainment', tiers },
      })
      const shut = where(tiers, ({ upTo }, index) => upTo !== null && index + 1 < tenths)
      expect(placesOf(policy, 'TIER_NEVER_PAYS')).toEqual(
        shut.map((index) => `scale.tiers[${index}]`),
      )
    }))

  it('tiers that begin anew each month, where their rates differ', () =>
    check(rates, (parts) => {
      const isBent = new Set(parts).size > 1
      expect(placesOf(marginal(parts), 'ORDER_MOVED_PAYS_MORE')).toHaveLength(isBent ? 1 : 0)
    }))

  it('tiers without a period, where their rates differ', () =>
    check(rates, (parts) => {
      const open = applyEdits(marginal(parts), [{ path: 'tiersPer', remove: true }])
      const isBent = new Set(parts).size > 1
      expect(placesOf(open, 'TIERS_WITHOUT_PERIOD')).toEqual(isBent ? ['tiersPer'] : [])
    }))

  it('tiers without a period, also where an eighth, a fifth and a third of the last are paid alike', () => {
    for (const parts of [
      [4, 3, 5, 4],
      [2, 1, 3, 2],
      [2, 2, 1, 3, 2],
      [3, 3, 1, 5, 3],
    ]) {
      const open = applyEdits(marginal(parts), [{ path: 'tiersPer', remove: true }])
      expect(placesOf(open, 'TIERS_WITHOUT_PERIOD')).toEqual(['tiersPer'])
    }
  })

  it('tiers of each order that rise are paid more for one order, and those that fall for two', () =>
    check(fc.uniqueArray(thousandths, { minLength: 2, maxLength: 5 }), (drawn) => {
      const rising = [...drawn].sort((one, other) => one - other)
      const byOrder = (parts: readonly number[]) =>
        plan({ scale: { mode: 'marginal', per: 'order', tiers: tiersOf(parts) } })
      const falling = [...rising].reverse()
      expect(placesOf(byOrder(rising), 'ORDERS_JOINED_PAY_MORE')).toEqual(['scale'])
      expect(placesOf(byOrder(rising), 'ORDERS_SPLIT_PAY_MORE')).toEqual([])
      expect(placesOf(byOrder(falling), 'ORDERS_SPLIT_PAY_MORE')).toEqual(['scale'])
      expect(placesOf(byOrder(falling), 'ORDERS_JOINED_PAY_MORE')).toEqual([])
    }))

  it('a rounding that most others do not take', () =>
    check(fc.constantFrom('half-up', 'half-even', 'down', 'up' as const), (mode) => {
      const found = placesOf(marginal([3], { rounding: { mode } }), 'CONVENTION_UNUSUAL')
      expect(found).toEqual(mode === 'half-up' ? [] : ['rounding.mode'])
    }))

  it.each<[string, (choices: object) => LintedPolicy]>([
    ['grades', (choices) => defineGradingPolicy({ grades: [{ id: 'A', from: 0 }], ...choices })],
    [
      'an appraisal',
      (choices) =>
        defineAppraisalScheme({
          missing: 'refuse',
          indicators: [{ id: 'sales', weight: 100, curve: 'points' }],
          ...choices,
        }),
    ],
    [
      'health',
      (choices) =>
        defineHealthModel({
          missing: 'refuse',
          criteria: [{ id: 'visits', weight: 100, curve: 'points' }],
          bands: [{ id: 'any', from: 0 }],
          ...choices,
        }),
    ],
  ])('a rounding that most others do not take: of %s', (_, define) => {
    const found = (choices: object) =>
      lintPolicy(define(choices)).findings.flatMap(({ code, path, params }) =>
        code === 'CONVENTION_UNUSUAL' ? [[formatPath(path), params]] : [],
      )
    expect(found({ rounding: 'half-up' })).toEqual([])
    expect(found({ rounding: 'half-even' })).toEqual([
      ['rounding', { given: 'half-even', expected: 'half-up' }],
    ])
  })
})

const points = fc.integer({ min: 0, max: 4 }).map((part) => part * 25)

describe('a fault that was drawn is found, and no other: of scores and grades', () => {
  it('a part with the same points whatever is chosen', () =>
    check(fc.array(points, { minLength: 2, maxLength: 4 }), (choices) => {
      const policy = defineHealthModel({
        missing: 'refuse',
        criteria: [
          { id: 'visits', weight: 60, curve: 'points' },
          {
            id: 'kind',
            weight: 40,
            curve: {
              kind: 'choice',
              choices: Object.fromEntries(choices.map((one, index) => [`choice-${index}`, one])),
            },
          },
        ],
        bands: [{ id: 'all', from: 0 }],
      })
      const isIdle = new Set(choices).size === 1
      expect(placesOf(policy, 'PART_WITHOUT_EFFECT')).toEqual(isIdle ? ['criteria[1]'] : [])
    }))

  it('a band that begins above the best score', () =>
    check(
      fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 })),
      ([maximum, from]) => {
        const policy = defineHealthModel({
          missing: 'refuse',
          criteria: [{ id: 'visits', weight: 100, curve: { kind: 'points', maximum } }],
          bands: [
            { id: 'top', from },
            { id: 'rest', from: 0 },
          ],
        })
        expect(placesOf(policy, 'BAND_UNREACHABLE')).toEqual(from > maximum ? ['bands[0]'] : [])
      },
    ))

  it('a level above the points that a curve can give', () =>
    check(
      fc.tuple(fc.integer({ min: 100, max: 160 }), fc.integer({ min: 101, max: 200 })),
      ([cap, level]) => {
        const policy = scheme({
          indicators: [
            {
              id: 'sales',
              weight: 100,
              curve: { kind: 'ratio', cap },
              levels: [{ id: 'challenge', from: (level / 100).toFixed(2) }],
            },
          ],
        })
        // On target there are 100 points; the level has more of them unless the cap is 100.
        const found = placesOf(policy, 'LEVEL_WITHOUT_EFFECT')
        expect(found).toEqual(cap === 100 ? ['indicators[0].levels[0]'] : [])
      },
    ))

  it('a grade that gets more than the one above it', () =>
    check(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), (values) => {
      const ids = ['A', 'B', 'C']
      const policy = defineGradingPolicy({
        grades: ids.map((id, index) => ({ id, from: [80, 60, 0][index] ?? 0 })),
        consequences: [
          {
            kind: 'bonus',
            clause: 'GRA-3',
            unit: 'months-of-base-salary',
            values: Object.fromEntries(ids.map((id, index) => [id, values[index] ?? 0])),
          },
        ],
      })
      const more = where(values, (value, index) => index > 0 && value > (values[index - 1] ?? 0))
      expect(placesOf(policy, 'WORSE_GRADE_GETS_MORE')).toEqual(
        more.map((index) => `consequences[0].values.${ids[index]}`),
      )
    }))

  it('a cap of the grade at one that nobody gives', () =>
    check(fc.constantFrom('S', 'A', 'B', 'C', 'D', 'E'), (gradeAtMost) => {
      const requires = { id: 'compliant', comparison: 'equals', required: true } as const
      const appraisal = scheme({ gradeCaps: [{ id: 'compliance', requires, gradeAtMost }] })
      const found = placesOf(versions({ appraisal, grading: handbook.grading }), 'GRADE_UNKNOWN')
      expect(found).toHaveLength('SABC'.includes(gradeAtMost) ? 0 : 1)
    }))

  it('a part of which alone the band turns', () =>
    check(
      fc
        .integer({ min: 1, max: 99 })
        .chain((weight) =>
          fc.tuple(fc.constant(weight), fc.constantFrom(weight, weight + 1, 100 - weight, 50)),
        ),
      ([weight, from]) => {
        const curve = { kind: 'choice', choices: { no: 0, yes: 100 } } as const
        const policy = defineHealthModel({
          missing: 'refuse',
          criteria: [
            { id: 'first', weight, curve },
            { id: 'second', weight: 100 - weight, curve },
          ],
          bands: [
            { id: 'good', from },
            { id: 'bad', from: 0 },
          ],
        })
        // It is good whenever the part is, and never without it.
        const decides = (own: number) => own >= from && 100 - own < from
        const places = [
          ...(decides(weight) ? ['criteria[0]'] : []),
          ...(decides(100 - weight) ? ['criteria[1]'] : []),
        ]
        expect(placesOf(policy, 'PART_DECIDES_ALL')).toEqual(places)
      },
    ))

  it('the only part that weighs anything, whatever its curve', () => {
    const policy = (curve: 'points' | { kind: 'choice'; choices: Record<string, number> }) =>
      defineHealthModel({
        missing: 'refuse',
        criteria: [
          { id: 'first', weight: 100, curve },
          { id: 'second', weight: 0, curve: 'points' },
        ],
        bands: [
          { id: 'good', from: 50 },
          { id: 'bad', from: 0 },
        ],
      })
    for (const curve of ['points', { kind: 'choice', choices: { no: 0, yes: 100 } }] as const)
      expect(placesOf(policy(curve), 'PART_DECIDES_ALL')).toEqual(['criteria[0]'])
  })

  it('no part of a scheme without bands decides alone', () =>
    check(fc.integer({ min: 1, max: 99 }), (weight) => {
      const policy = defineAppraisalScheme({
        missing: 'refuse',
        indicators: [
          { id: 'first', weight, curve: { kind: 'choice', choices: { no: 0, yes: 100 } } },
          {
            id: 'second',
            weight: 100 - weight,
            curve: { kind: 'choice', choices: { no: 0, yes: 100 } },
          },
        ],
      })
      // A scheme has no bands: each part moves its score.
      expect(placesOf(policy, 'PART_DECIDES_ALL')).toEqual([])
    }))
})

const done = (id: string) => ({ id, comparison: 'equals', required: true }) as const

describe('a fault that was drawn is found, and no other: of the other rooms', () => {
  it('rungs to which nothing leads, by walking from the lowest', () => {
    const ids = ['a', 'b', 'c', 'd']
    const from = fc.option(fc.subarray(ids, { minLength: 1 }), { nil: undefined })
    check(fc.tuple(from, from, from, from), (drawn) => {
      const sources = drawn.map((one, index) => one?.filter((id) => id !== ids[index]))
      const rungs = ids.map((id, index) => {
        const own = sources[index] ?? []
        return { id, requires: done(id), ...(own.length > 0 ? { from: own } : {}) }
      })
      const policy = defineCareerPolicy({ ladders: [{ id: 'l', clause: 'PRO-1', rungs }] })
      const before = rungs.map(
        (rung, index) => rung.from ?? (index === 0 ? null : [ids[index - 1] ?? '']),
      )
      // Each step of a walk to the rung, at most as many as there are rungs.
      const isReached = (index: number, steps: number): boolean =>
        before[index] === null ||
        (steps > 0 && (before[index] ?? []).some((id) => isReached(ids.indexOf(id), steps - 1)))
      const lost = where(ids, (_, index) => !isReached(index, ids.length))
      expect(placesOf(policy, 'NEVER_REACHED')).toEqual(
        lost.map((index) => `ladders[0].rungs[${index}].from`),
      )
    })
  })

  it('teams that are too large for a rung and too small for the next', () =>
    check(
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
      ([most, least]) => {
        const size = (comparison: 'at-most' | 'at-least', required: number) =>
          ({ id: 'team', comparison, required, unit: 'count' }) as const
        const rungs = [
          { id: 'lead', requires: done('lead'), standard: size('at-most', most) },
          { id: 'head', requires: done('head'), standard: size('at-least', least) },
        ]
        const policy = defineCareerPolicy({ ladders: [{ id: 'l', clause: 'PRO-1', rungs }] })
        const isBetween = most + 1 < least
        expect(placesOf(policy, 'BETWEEN_STANDARDS')).toEqual(
          isBetween ? ['ladders[0].rungs[0].standard'] : [],
        )
      },
    ))

  it('months that weigh nothing, and ramps that fall or stay below the whole', () => {
    const { profile: _, ramp: __, provenance: ___, ...rest } = handbook.targets
    const weights = fc
      .array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 })
      .filter((all) => all.some((one) => one > 0))
    const ramps = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 5 })
    check(fc.tuple(weights, ramps), ([months, tenths]) => {
      const name = (index: number) => String(index + 1).padStart(2, '0')
      const policy = defineTargetPlan({
        ...rest,
        profile: Object.fromEntries(months.map((weight, index) => [name(index), weight])),
        ramp: tenths.map((part) => (part / 10).toFixed(1)),
      })
      expect(placesOf(policy, 'MONTH_WITHOUT_TARGET').sort()).toEqual(
        where(months, (weight) => weight === 0).map((index) => `profile.${name(index)}`),
      )
      expect(placesOf(policy, 'LATER_IS_LESS')).toEqual(
        where(tenths, (part, index) => index > 0 && part < (tenths[index - 1] ?? 0)).map(
          (index) => `ramp[${index}]`,
        ),
      )
      expect(placesOf(policy, 'NEVER_WHOLE')).toHaveLength((tenths.at(-1) ?? 0) < 10 ? 1 : 0)
    })
  })

  it('terms of a course that ask back more than what was not served', () =>
    check(
      fc.tuple(fc.integer({ min: 1, max: 35 }), fc.integer({ min: 1, max: 100 })),
      ([months, percent]) => {
        const day = (month: number) => Date.UTC(2026, month, 1) / 86_400_000
        // On the last day but one of the step, what is left of 36 months.
        const left = (day(36) - (day(months) - 1)) / (day(36) - day(0))
        fc.pre(Math.abs(left - percent / 100) > 0.002)
        const steps = [
          { upToMonths: months, share: (percent / 100).toFixed(2) },
          { upToMonths: 36, share: '0' },
        ]
        const policy = defineRewardPolicy({
          currency: 'CNY',
          educationFund: {
            clause: 'REW-5',
            aboveLegalLimit: 'report',
            repayment: { kind: 'steps', boundary: 'upper-tier', steps },
          },
        })
        expect(placesOf(policy, 'TERMS_ABOVE_LAW')).toEqual(
          percent / 100 > left ? ['educationFund.repayment.steps[0]'] : [],
        )
      },
    ))

  it('stages in which a deal is less probable than before', () => {
    const { id: _, version: __, provenance: ___, ...rest } = handbook.pipeline
    const wonAt = rest.stages.findIndex(({ id }) => id === rest.wonAt)
    const chances = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: wonAt, maxLength: wonAt })
    check(chances, (tenths) => {
      const stages = rest.stages.map(({ probability: ____, ...stage }, index) =>
        index < wonAt ? { ...stage, probability: `0.${tenths[index]}` } : stage,
      )
      const less = where(tenths, (one, index) => index > 0 && one < (tenths[index - 1] ?? 0))
      expect(placesOf(defineSalesProcess({ ...rest, stages }), 'LATER_IS_LESS')).toEqual(
        less.map((index) => `stages[${index}].probability`),
      )
    })
  })

  it('a warning that comes no later than the clock starts', () =>
    check(
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })),
      ([within, before]) => {
        const policy = defineServiceStandards({
          standards: [
            {
              id: 'answer',
              clauses: ['SLA-5'],
              within: String(within),
              unit: 'hours',
              warning: { before: String(before), unit: 'hours' },
            },
          ],
        })
        expect(placesOf(policy, 'FIELD_WITHOUT_EFFECT')).toEqual(
          before >= within ? ['standards[0].warning'] : [],
        )
      },
    ))
})

describe('a fault that was drawn is found, and no other: of a document', () => {
  const plans = [marginal([3]), marginal([4])]
  const later = (
    picks: readonly number[],
    dates: (index: number) => string,
  ): PolicyVersionInput[] =>
    picks.map((pick, index) => ({
      version: `later-${index}`,
      effectiveFrom: dates(index),
      commission: plans[pick] ?? marginal([3]),
    }))

  it('versions that decide what the one before decides', () =>
    check(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 5 }), (picks) => {
      const policy = versions(
        { commission: plans[0] ?? marginal([3]) },
        ...later(picks, (index) => `${2027 + index}-01-01`),
      )
      const same = where(
        [0, ...picks],
        (pick, index) => index > 0 && pick === [0, ...picks][index - 1],
      )
      expect(placesOf(policy, 'DECIDES_THE_SAME')).toEqual(
        same.map((index) => `versions[${index}]`),
      )
    }))

  it('plans that change within the month of their tiers, and an end', () =>
    check(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.boolean()), ([day, ends]) => {
      const date = `2026-05-${String(day).padStart(2, '0')}`
      const [then] = later([1], () => date)
      const policy = versions(
        { commission: plans[0] ?? marginal([3]) },
        { ...(then as PolicyVersionInput), ...(ends ? { until: '2027-01-01' } : {}) },
      )
      expect(placesOf(policy, 'VERSION_WITHIN_PERIOD')).toEqual(
        day === 1 ? [] : ['versions[1].commission.tiersPer'],
      )
      expect(placesOf(policy, 'POLICY_ENDS')).toEqual(ends ? ['versions[1].until'] : [])
    }))
})
