import fc from 'fast-check'
import {
  defineCommissionPlan,
  defineCompensationPlan,
  defineContestRules,
  defineScale,
  defineTargetPlan,
  defineWorkingHours,
  handbook,
} from 'sales-rules'
import { lawsOf, type TestedPolicy } from 'sales-rules/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as appraisal from '../../src/appraisal/index.js'
import * as careers from '../../src/careers/index.js'
import * as commission from '../../src/commission/index.js'
import * as compensation from '../../src/compensation/index.js'
import * as grading from '../../src/grading/index.js'
import * as health from '../../src/health/index.js'
import * as kernel from '../../src/kernel/index.js'
import * as leads from '../../src/leads/index.js'
import * as pipeline from '../../src/pipeline/index.js'
import * as rewards from '../../src/rewards/index.js'
import * as service from '../../src/service/index.js'
import * as targets from '../../src/targets/index.js'

/** Each law of the library is seen to break where the rule that it is about is bent. */
afterEach(() => {
  vi.restoreAllMocks()
})

type Rule = (...given: never[]) => unknown
type Bend = readonly [
  law: string,
  policy: TestedPolicy,
  room: object,
  rule: string,
  bend: (outcome: never, given: never[]) => unknown,
]

const tiers = [
  { id: 'first', upTo: '1000', rate: '0.05' },
  { id: 'second', upTo: null, rate: '0.1' },
]
const plain = defineCommissionPlan({ currency: 'EUR', scale: { mode: 'marginal', tiers } })
const scale = defineScale({ mode: 'marginal', tiers })
const gated = defineCommissionPlan({ ...plain, gate: { attainment: '1' } })
const settled = defineCommissionPlan({
  ...plain,
  cap: { amount: '400' },
  clawback: { kind: 'full' },
  payment: { holdback: { share: '0.1', releaseAfter: 1 } },
})
const byDay = defineTargetPlan({ currency: 'EUR', proration: { by: 'day' } })
const hours = defineWorkingHours({ timeZone: 'UTC', week: { 1: ['09:00-17:00'] } })
const contest = defineContestRules({
  currency: 'EUR',
  prizes: [{ amount: '300' }, { amount: '200' }, { amount: '100' }],
  enter: { figure: '50' },
})
const paid = defineCompensationPlan({
  currency: 'EUR',
  cap: { amount: '400' },
  consequences: [{ kind: 'bonus', pays: 'bonus' }],
  components: [
    { id: 'new', commission: { scale: { mode: 'marginal', tiers } } },
    { id: 'renewed', commission: { scale: { mode: 'marginal', tiers } } },
  ],
})

interface Paid {
  readonly amount: string
}
const oneMore = <Outcome extends Paid>(outcome: Outcome): Outcome => ({
  ...outcome,
  amount: kernel.sumOf([outcome.amount, '1']),
})
const byInput = (isBent: (input: never) => boolean) => (outcome: Paid, given: never[]) =>
  isBent(given[0] as never) ? oneMore(outcome) : outcome
const lengthOf = ({ lines }: { readonly lines?: readonly { readonly id: string }[] }) =>
  lines?.length ?? 0

const bends: readonly Bend[] = [
  [
    'the slices and the adjustments of a statement add up to its amount',
    ...[plain, commission, 'calculateCommission', oneMore],
  ],
  [
    'the shares of the lines add up to the commission',
    ...[plain, commission, 'attributeCommission', oneMore],
  ],
  [
    'the order of the lines changes nothing',
    ...[plain, commission, 'calculateCommission'],
    byInput(({ lines }: { lines?: readonly { id: string }[] }) => lines?.[0]?.id === 'L-2'),
  ],
  [
    'splitting an order line in two of the same order changes nothing',
    ...[plain, commission, 'calculateCommission'],
    byInput((input) => lengthOf(input) === 2),
  ],
  [
    'totals of lines that come in two batches are those of one',
    ...[plain, commission, 'calculateCommission', oneMore],
  ],
  [
    'the sales that are found for a commission earn it, and one step less does not',
    ...[plain, commission, 'salesForCommission'],
    (found: { sales: string }) => ({ ...found, sales: kernel.sumOf([found.sales, '100']) }),
  ],
  [
    'the sales that a shut gate says are missing open it',
    ...[gated, commission, 'calculateCommission'],
    (outcome: { gate: { remaining: string | null } }) => ({
      ...outcome,
      gate: { ...outcome.gate, remaining: outcome.gate.remaining && '0.01' },
    }),
  ],
  ['nothing is paid above the cap', ...[settled, commission, 'calculateCommission', oneMore]],
  [
    'a sale that is cancelled, in one part or in two, gives back the same, and no more than was paid for it',
    ...[settled, commission, 'clawBack'],
    (outcome: { total: string; lines: object[] }) => ({
      ...outcome,
      total: kernel.subtract(outcome.total, outcome.lines.length === 2 ? '0.01' : '0'),
    }),
  ],
  [
    'what is paid and what stands open is what was earned, guaranteed and adjusted',
    ...[settled, commission, 'settleCommission'],
    (outcome: { paid: string }) => ({ ...outcome, paid: kernel.sumOf([outcome.paid, '0.01']) }),
  ],
  [
    'periods settled one after the other are paid what they are paid at once',
    ...[settled, commission, 'settleCommission'],
    (outcome: { periods: { paid: string }[] }) => ({
      ...outcome,
      periods: outcome.periods.map((one, index) => (index > 0 ? { ...one, paid: '7.00' } : one)),
    }),
  ],
  ['nobody is paid for no sales', ...[plain, commission, 'calculateCommission', oneMore]],
  ['the slices of a scale add up to its amount', ...[scale, kernel, 'applyScale', oneMore]],
  [
    'the base that is found for an amount earns it, and one step less does not',
    ...[scale, kernel, 'invertScale', (base: string) => kernel.sumOf([base, '1'])],
  ],
  [
    'no part of a base pays more than itself',
    ...[scale, kernel, 'applyScale'],
    (outcome: Paid) => ({
      ...outcome,
      amount: kernel.multiply(outcome.amount, '20', { decimals: 4 }),
    }),
  ],
  [
    'each added working day moves the date forward, and as many working days are counted',
    ...[handbook.chinaCalendar, kernel, 'addWorkingDays'],
    (day: string) => kernel.addDays(day, 1),
  ],
  [
    'what the parts of the lead score add makes up the score',
    ...[handbook.leads, leads, 'scoreLead'],
    (outcome: { score: number }) => ({ ...outcome, score: outcome.score + 0.01 }),
  ],
  [
    'the lead score is in the one band that it reaches, and what remains leads to the next',
    ...[handbook.leads, leads, 'scoreLead', (outcome: object) => ({ ...outcome, band: 'warm' })],
  ],
  [
    'what the parts of the fit score add makes up the score',
    ...[handbook.leads, leads, 'scoreLead'],
    (outcome: { fit?: object }) => ({ ...outcome, fit: { ...outcome.fit, score: 1 } }),
  ],
  [
    'the health score is in the one band that it reaches, and what remains leads to the next',
    ...[handbook.health, health, 'scoreHealth'],
    (outcome: { next: { remaining: number } | null }) => ({
      ...outcome,
      next: outcome.next && { ...outcome.next, remaining: outcome.next.remaining + 1 },
    }),
  ],
  [
    'what the parts of the appraisal score add makes up the score',
    ...[handbook.appraisal, appraisal, 'appraise'],
    (outcome: { score: number }) => ({ ...outcome, score: outcome.score + 0.01 }),
  ],
  [
    'a score has the one grade that it reaches, and what remains leads to the next',
    ...[handbook.grading, grading, 'gradeScore'],
    (outcome: object) => ({ ...outcome, grade: 'B' }),
  ],
  [
    'a higher score never has a lower grade',
    ...[handbook.grading, grading, 'gradeScore'],
    (outcome: { score: number }) => ({ ...outcome, grade: outcome.score > 95 ? 'C' : 'A' }),
  ],
  [
    'the order in which graded periods are given changes nothing of what follows',
    ...[handbook.grading, grading, 'gradeConsequences'],
    (_: unknown, [history]: unknown[]) => history,
  ],
  [
    'of whom nothing is known no condition is met',
    ...[handbook.careers, careers, 'checkPromotion'],
    (outcome: object) => ({ ...outcome, checks: [{ id: 'any', outcome: 'met' }] }),
  ],
  [
    'more evidence never turns met into unmet, nor unmet into met',
    ...[handbook.careers, careers, 'checkPromotion'],
    (outcome: object, [facts]: [object]) => ({
      ...outcome,
      checks: [{ id: 'any', outcome: Object.keys(facts).length > 5 ? 'unmet' : 'met' }],
    }),
  ],
  [
    'a better fact never takes back a yes',
    ...[handbook.careers, careers, 'checkPromotion'],
    (outcome: object, [facts]: [{ channelCases?: string }]) => ({
      ...outcome,
      eligible: facts.channelCases === undefined || Number(facts.channelCases) < 3,
    }),
  ],
  [
    'a target that is cascaded adds up on each level, with heads who carry a part',
    ...[byDay, targets, 'cascadeTarget'],
    (outcome: { tree: { amount: string } }) => ({
      ...outcome,
      tree: { ...outcome.tree, amount: kernel.sumOf([outcome.tree.amount, '0.01']) },
    }),
  ],
  [
    'the months and the weeks of a target add up to it',
    ...[byDay, targets, 'splitTarget'],
    (outcome: { parts: object[] }) => ({ ...outcome, parts: outcome.parts.slice(1) }),
  ],
  [
    'the targets of two who share a period, one after the other, add up to that of the period',
    ...[byDay, targets, 'prorateTarget'],
    (outcome: { target: string }) => ({
      ...outcome,
      target: kernel.sumOf([outcome.target, '0.01']),
    }),
  ],
  [
    'one more day never lowers a target',
    ...[byDay, targets, 'prorateTarget'],
    (outcome: object, [, { to }]: [unknown, { to: string }]) => ({
      ...outcome,
      target: to > '2026-02-10' ? '1' : '2',
    }),
  ],
  [
    'what is due in working time has exactly that much of it, and is due later with each minute more',
    ...[hours, service, 'workingTimeBetween', () => 'PT1M'],
  ],
  [
    'what starts later is never due earlier',
    ...[hours, service, 'dueAt'],
    (_: string, [start]: [string]) => `20${99 - Number(start.slice(5, 7))}-01-01T00:00:00Z`,
  ],
  [
    'a case is met at the latest instant that its standard leaves, and late right after',
    ...[handbook.service, service, 'checkServiceLevel'],
    (outcome: object) => ({ ...outcome, state: 'met' }),
  ],
  [
    'a grant vests in whole shares that add up to it, on dates that rise',
    ...[handbook.rewards, rewards, 'vestingSchedule'],
    (outcome: { tranches: object[] }) => ({
      ...outcome,
      tranches: [...outcome.tranches].reverse(),
    }),
  ],
  [
    'what is paid back for a course never rises with a day of service, and is nothing in the end',
    ...[handbook.rewards, rewards, 'educationRepayment'],
    (outcome: object) => ({ ...outcome, repay: '0.01' }),
  ],
  [
    'whoever is worth more is never in a lower tier, and whoever is worth the same is in the same',
    ...[handbook.care, health, 'tierCustomers'],
    (outcome: { customers: { value: string }[] }) => ({
      ...outcome,
      customers: outcome.customers.map((one) => ({
        ...one,
        tier: Number(one.value) > 0 ? 'ordinary' : 'vip',
      })),
    }),
  ],
  [
    'the order of the customers changes nothing of their tiers',
    ...[handbook.care, health, 'tierCustomers'],
    (outcome: object, [rows]: [unknown]) => ({ ...outcome, customers: rows }),
  ],
  [
    'the value that a customer lacks to the next tier reaches it, and a unit less does not',
    ...[handbook.care, health, 'tierCustomers'],
    (outcome: { customers: { next: { from: string } | null }[] }) => ({
      ...outcome,
      customers: outcome.customers.map(({ next, ...one }) => ({
        ...one,
        next: next && { ...next, from: kernel.sumOf([next.from, '0.01']) },
      })),
    }),
  ],
  [
    'care is due on its day, overdue on the next, and neither once it is done on its day',
    ...[handbook.care, health, 'careDue'],
    (outcome: { items: { due: string }[] }) => ({
      ...outcome,
      items: outcome.items.map((one) => ({ ...one, due: kernel.addDays(one.due, 1) })),
    }),
  ],
  [
    'of a deal of which nothing is known nothing is met',
    ...[handbook.pipeline, pipeline, 'checkStage'],
    (outcome: object) => ({ ...outcome, checks: [{ id: 'any', outcome: 'met' }] }),
  ],
  [
    'a better fact never holds a deal back',
    ...[handbook.pipeline, pipeline, 'checkStage'],
    (outcome: object, [facts]: [{ successStories?: string }]) => ({
      ...outcome,
      mayMove: facts.successStories === undefined || Number(facts.successStories) < 3,
    }),
  ],
  [
    'a smaller discount is never decided worse, nor by somebody higher up',
    ...[handbook.pipeline, pipeline, 'checkDiscount'],
    (outcome: { discount: string }) => ({
      ...outcome,
      approver: Number(outcome.discount) > 0.05 ? 'sales-representative' : 'sales-director',
    }),
  ],
  [
    'the lowest price is what a rung may just grant',
    ...[handbook.pipeline, pipeline, 'checkDiscount'],
    (outcome: { lowestPrice: string | null }) => ({
      ...outcome,
      lowestPrice: outcome.lowestPrice && kernel.sumOf([outcome.lowestPrice, '0.01']),
    }),
  ],
  [
    'what the periods of a forecast are expected to bring adds up to its total',
    ...[handbook.pipeline, pipeline, 'forecastPipeline'],
    (outcome: { periods: object[] }) => ({ ...outcome, periods: outcome.periods.slice(1) }),
  ],
  [
    'the buckets of receivables, and what has no date, add up to what is owed',
    ...[handbook.pipeline, pipeline, 'ageReceivables'],
    (outcome: { buckets: object[] }) => ({ ...outcome, buckets: outcome.buckets.slice(1) }),
  ],
  [
    'the prizes that are paid and what is left add up to the pot, and nothing is owed to it',
    ...[contest, compensation, 'payContest'],
    (outcome: { left: string }) => ({ ...outcome, left: kernel.sumOf([outcome.left, '0.01']) }),
  ],
  [
    'a higher figure is never paid less',
    ...[contest, compensation, 'payContest'],
    (outcome: { entrants: { place: number | null }[] }) => ({
      ...outcome,
      entrants: outcome.entrants.map((one) => ({ ...one, amount: String(one.place ?? 0) })),
    }),
  ],
  [
    'the order of the entrants changes nothing',
    ...[contest, compensation, 'payContest'],
    (outcome: object, [{ entrants }]: [{ entrants: unknown }]) => ({ ...outcome, entrants }),
  ],
  [
    'what is missing to the next place takes it, and a step less does not',
    ...[contest, compensation, 'payContest'],
    (outcome: { entrants: { next: { remaining: string } | null }[] }) => ({
      ...outcome,
      entrants: outcome.entrants.map(({ next, ...one }) => ({
        ...one,
        next: next && { ...next, remaining: kernel.sumOf([next.remaining, '0.01']) },
      })),
    }),
  ],
  [
    'the components add up to the amount, and what the cap took is what they earned less',
    ...[paid, compensation, 'calculateCompensation', oneMore],
  ],
  [
    'a component earns what its commission plan alone pays',
    ...[paid, compensation, 'calculateCompensation'],
    (outcome: { components: { outcome: Paid }[] }) => ({
      ...outcome,
      components: outcome.components.map((one) => ({ ...one, outcome: oneMore(one.outcome) })),
    }),
  ],
  [
    'the order in which components are given changes nothing',
    ...[paid, compensation, 'calculateCompensation'],
    byInput(({ components }: { components: object }) => Object.keys(components)[0] === 'renewed'),
  ],
  [
    'the components together are never paid above the cap',
    ...[paid, compensation, 'calculateCompensation', oneMore],
  ],
  [
    'the lines of what follows from grades add up to its amount, and each is paid or says why not',
    ...[handbook.compensation, compensation, 'payConsequences'],
    (outcome: { notPaid: object[] }) => ({ ...outcome, notPaid: outcome.notPaid.slice(1) }),
  ],
  [
    'the quarters of a year are paid what the year is paid at once',
    ...[handbook.compensation, compensation, 'payConsequences'],
    byInput(({ period }: { period: string }) => period === '2026-Q3'),
  ],
  [
    'whoever was there for all of a period is given no less for it than for a part',
    ...[handbook.compensation, compensation, 'payConsequences'],
    byInput(({ employment = {} }: { employment?: object }) => 'to' in employment),
  ],
] as unknown as readonly Bend[]

describe('a law of the library', () => {
  it.each(bends)('breaks where its rule is bent: %s', (name, policy, room, rule, bend) => {
    const own = (room as Record<string, Rule>)[rule] as Rule
    const law = lawsOf(fc, policy).find((one) => one.name === name)
    expect(law?.of).toBe('library')
    const spied = vi.spyOn(room as Record<string, Rule>, rule)
    spied.mockImplementation((...given) => bend(own(...given) as never, given))
    const said = law && fc.check(law.property, { numRuns: 200 }).errorInstance
    // In words of its own, and not as it stumbled over the bent result.
    expect(said).toBeInstanceOf(Error)
    expect((said as Error).name).toBe('Error')
    expect((said as Error).message).toMatch(/^[^\s:,]/)
  })

  it('is among those that are bent here, whichever it is', () => {
    const all = [...bends.map(([, policy]) => policy), handbook.commission].flatMap((policy) =>
      lawsOf(fc, policy).filter(({ of }) => of === 'library'),
    )
    const bent = new Set(bends.map(([name]) => name))
    // What holds of the scores of leads holds of each score that there is.
    // What a component earns by has the laws of commission plans.
    const alike = (name: string) =>
      name.replace(/^component \w+: /, '').replace(/intent|fit|health|appraisal/, 'lead')
    const left = all.filter(({ name }) => !bent.has(name) && !bent.has(alike(name)))
    expect(left.map(({ name }) => name)).toEqual([])
  })
})
