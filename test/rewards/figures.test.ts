import {
  allowances,
  attempt,
  awardTitles,
  checkReward,
  type DefinedRewardPolicy,
  defineRewardPolicy,
  educationRepayment,
  grantOptions,
  hallOfFame,
  handbook,
  vestingSchedule,
} from 'sales-rules'
import { type Change, everyLeafDecides } from '../handbook/leaves.js'

type By = (policy: DefinedRewardPolicy) => unknown
type Json = Parameters<Change>[0]

/** Without what only repeats the policy: of a condition counts what became of it, and not what was asked. */
const REPEATED = ['policy', 'terms', 'required', 'comparison', 'each']
const decided =
  (run: By): By =>
  (policy) => {
    const outcome = attempt(() => run(policy))
    if (!outcome.ok) return outcome.issues.map(({ code, path }) => [code, path])
    return JSON.parse(
      JSON.stringify(outcome.value, (key, part) =>
        REPEATED.includes(key) ? undefined : (part as unknown),
      ),
    )
  }

const start = '2026-03-01'
const grown = [0.5, 0, '0.005', -0.1].map((growth) => ({ performanceGrowth: growth }))
const vesting = (plan: string, more: object) =>
  decided((policy) =>
    vestingSchedule({ plan, shares: 10, start, asOf: '2028-12-31', ...more }, policy),
  )
const ofStock = { results: grown }
const leaving = (kind: string, lastDay: string) => ({ leaver: { kind, lastDay } })
const stays = ['good', 'bad', 'cause'].flatMap((kind) =>
  ['2026-10-01', '2027-09-30'].map((lastDay) => [kind, lastDay] as const),
)
const equity: Readonly<Record<string, By>> = {
  'stock in service': vesting('restricted-stock', ofStock),
  'stock that grew by a quotient': vesting('restricted-stock', {
    results: [{ performanceGrowth: { actual: 11, target: 10 } }],
  }),
  'options in service': vesting('expert-options', {}),
  'options with a condition': vesting('expert-options', {
    results: [{ built: false }, { built: true }],
  }),
  'options of four years': vesting('expert-options', { asOf: '2030-12-31' }),
  ...Object.fromEntries(
    ['restricted-stock', 'expert-options'].flatMap((plan) =>
      stays.map(([kind, lastDay]) => [
        `${plan} of a leaver ${kind} on ${lastDay}`,
        vesting(plan, {
          ...leaving(kind, lastDay),
          asOf: '2030-12-31',
          ...(plan === 'restricted-stock' ? ofStock : {}),
        }),
      ]),
    ),
  ),
}

const EXPERTS = ['junior-product-consultant', 'senior-industry-consultant', 'product-expert']
const rungs = ['sales-director', ...EXPERTS, 'chief-technical-consultant', 'regional-manager']
const checking = (reward: string, facts: object) =>
  decided((policy) => checkReward(facts, reward, policy))
const grades = (...values: readonly (string | null)[]) => ({
  asOf: '2026',
  yearlyGrades: values.flatMap((value, at) =>
    value === null ? [] : [{ period: String(2026 - values.length + at), value }],
  ),
})
const eligibility: Readonly<Record<string, By>> = {
  ...Object.fromEntries(
    ['restricted-stock', 'expert-options'].flatMap((plan) =>
      rungs.map((rung) => [`${plan} of a ${rung}`, checking(plan, { rung })]),
    ),
  ),
  'the fund for high potential': checking('education-fund', { highPotential: true }),
  ...Object.fromEntries(
    ['training-abroad', 'emba', 'internal-venture'].flatMap((reward) =>
      [
        grades('S'),
        grades('A', 'S'),
        grades('S', 'S'),
        grades('S', null, 'S'),
        grades('S', null),
      ].map((facts, at) => [`${reward} of grades ${at}`, checking(reward, facts)]),
    ),
  ),
}

const facts = { rung: 'product-expert' }
const requests = [700, 500].map((options, at) => ({ id: `R-${at}`, project: 'P', options, facts }))
const granting = decided((policy) =>
  grantOptions(
    { plan: 'expert-options', pool: { size: 1000 }, projects: [{ id: 'P' }], requests },
    policy,
  ),
)

/** The best two sold the same, and so did the next two. */
const people = [9, 9, 8, 8, 7, 6, 5, 4, 3, 2, 1].map((sales, at) => ({
  id: `p${at}`,
  facts: { sales, monthsOfService: 20 - at },
}))
const hall = (count: number) =>
  decided((policy) =>
    hallOfFame(
      people.slice(0, count).map((one) => ({ id: one.id, result: one.facts.sales })),
      policy,
    ),
  )
const titles = (period: string, ...more: readonly (typeof people)[number][]) =>
  decided((policy) => awardTitles({ period, people: [...people, ...more] }, policy))
const newcomer = (monthsOfService: number | string) =>
  ({ id: 'n', facts: { sales: 50, monthsOfService } }) as (typeof people)[number]

const held = (...certificates: readonly object[]) =>
  decided((policy) =>
    allowances({ period: '2026-Q1', certificates: certificates as never }, policy),
  )
const leavingCourse = (lastDay: string) =>
  decided((policy) =>
    educationRepayment({ amount: '10000', from: '2025-01-01', to: '2026-12-31', lastDay }, policy),
  )

/** More asked back than the law allows: all of it, for two years. */
const steps = [{ upToMonths: 24, share: '1' }]
const STEPS = { kind: 'steps', steps, boundary: 'upper-tier' }

/** Puts a value where a path leads. */
const put =
  (path: string, value: unknown): Change =>
  (copy) => {
    const way = path.split('.')
    const owner = way.slice(0, -1).reduce((at, step) => at[step] as Json, copy)
    owner[way.at(-1) as string] = value
  }

const plans = ['equity.0.vesting', 'equity.1.vesting']

everyLeafDecides('the handbook’s rewards', {
  policy: handbook.rewards,
  define: defineRewardPolicy as (json: never) => DefinedRewardPolicy,
  outcomes: {
    ...equity,
    ...eligibility,
    'options for innovation projects': granting,
    'a hall of eleven': hall(11),
    'a hall of five': hall(5),
    'titles of a year': titles('2026'),
    'titles of a year with a newcomer of a year': titles('2026', newcomer(12)),
    'titles of a year with a newcomer of half a month': titles('2026', newcomer('11.5')),
    'titles of a year with two newcomers': titles('2026', newcomer(3), {
      ...newcomer(3),
      id: 'm',
    }),
    'titles of a week': titles('2026-W07'),
    'a certificate from the middle of a month': held({ certificate: 'PMP', from: '2026-02-11' }),
    'two certificates': held(
      { certificate: 'PMP', from: '2026-01-01' },
      { certificate: 'CFA', from: '2026-01-01' },
    ),
    'a course of one day served': leavingCourse('2025-01-01'),
    'a course of nine months served': leavingCourse('2025-09-30'),
  },
  words: {
    year: 'quarter',
    week: 'month',
    'cumulative-round-down': 'front-loaded',
    'in-order': 'pro-rata',
    up: 'down',
    all: 'none',
    started: 'by-day',
    cap: 'report',
    'half-up': 'up',
    above: 'at-least',
    'at-most': 'below',
    equals: 'at-least',
    'one-of': 'equals',
    ratio: 'count',
    count: 'points',
    break: 'ignore',
  },
  changes: {
    currency: 'EUR',
    'rounding.decimals': 0,
    ...Object.fromEntries(
      plans.flatMap((plan) => [
        [`${plan}.unmet`, 'carry'],
        [`${plan}.leavers.0.vested`, 'forfeit'],
        [`${plan}.leavers.0.unvested`, 'accelerate'],
        [`${plan}.leavers.1.vested`, 'forfeit'],
        [`${plan}.leavers.1.unvested`, 'continue'],
        [`${plan}.leavers.2.vested`, 'keep'],
        [`${plan}.leavers.2.unvested`, 'accelerate'],
      ]),
    ),
    'allowances.combine': 'highest',
    'educationFund.repayment.kind': put('educationFund.repayment', STEPS),
  },
  // What somebody forfeits who forfeits all of it; options that need something; more than one certificate; terms above the law.
  given: {
    ...Object.fromEntries(
      plans.flatMap((plan) => [
        [`${plan}.leavers.0.vested`, put(`${plan}.leavers.0.unvested`, 'forfeit')],
        [`${plan}.leavers.2.unvested`, put(`${plan}.leavers.2.vested`, 'keep')],
      ]),
    ),
    'equity.1.vesting.unmet': put('equity.1.vesting.requires', {
      id: 'built',
      comparison: 'equals',
      required: true,
    }),
    'allowances.combine': put(
      'allowances.certificates',
      ['PMP', 'CFA'].map((id) => ({ id, amount: '2000' })),
    ),
    'educationFund.aboveLegalLimit': put('educationFund.repayment', STEPS),
  },
  // Of a yes, or of a word, there is no more and no less; and a list of words is not one of them.
  refused: Object.fromEntries(
    [
      ...['equity.0', 'equity.1', 'educationFund'],
      ...['opportunities.0', 'opportunities.1', 'opportunities.2'],
    ].map((path) => [`${path}.requires.comparison`, 'POLICY_CONFLICT']),
  ),
})
