import {
  addDays,
  careDue,
  checkFollowUps,
  churnWarnings,
  type DefinedCarePolicy,
  type DefinedHealthModel,
  defineCarePolicy,
  defineHealthModel,
  handbook,
  healthTrend,
  protectCustomer,
  renewalsDue,
  retentionPlan,
  scoreHealth,
  servicePackage,
  tierCustomers,
} from 'sales-rules'
import { type Change, everyLeafDecides } from '../handbook/leaves.js'

type By = (policy: DefinedCarePolicy) => unknown

const rows = [
  { customer: 'Acme', value: 500, owner: 'Li' },
  { customer: 'Beta', value: 310.45 },
  { customer: 'Core', value: 120 },
  { customer: 'Dune', value: 69.55 },
]

/** On each of these days something is due, overdue, ahead or let go; every holiday is once the next. */
const days = ['2024-02-12', '2025-01-03', '2026-02-14', '2026-10-12', '2026-12-28']
const cared =
  (tier: string): By =>
  (policy) =>
    days.map((asOf) => {
      const facts = { asOf, tier, since: '2024-01-02' }
      const dates = [
        { id: 'birthday', date: '1980-10-15' },
        { id: 'anniversary', date: '2020-12-24' },
      ]
      return careDue({ ...facts, dates }, policy, handbook.chinaCalendar)
    })

/** What is done on a Friday halfway between two days of a schedule shows what the next counts from. */
const done =
  (tier: string): By =>
  (policy) =>
    careDue(
      {
        ...{ asOf: '2026-10-12', tier, since: '2026-01-05' },
        done: policy.rhythms.map(({ id }) => ({ care: id, date: '2026-05-22' })),
      },
      policy,
      handbook.chinaCalendar,
    )

/** Before the first holidays that are known. */
const early: By = (policy) =>
  careDue(
    { asOf: '2023-12-30', tier: 'ordinary', since: '2023-12-29' },
    policy,
    handbook.chinaCalendar,
  )

/** Each holiday in turn: whoever saw to all before it is due the next. */
const holidays = handbook.care.occasions?.holidays?.days ?? []
const seen: By = (policy) =>
  holidays.map(({ id, date }) => {
    const before = holidays.filter((one) => one.id === id && one.date < date)
    const facts = { asOf: '2026-12-20', tier: 'ordinary', since: '2023-12-29' }
    return careDue(
      { ...facts, done: before.map((one) => ({ care: id, date: one.date })) },
      policy,
      handbook.chinaCalendar,
    )
  })

const answered =
  (rating: number | string, done: readonly string[] = []): By =>
  (policy) =>
    careDue(
      {
        ...{ asOf: '2026-03-31', tier: 'vip', since: '2026-01-05' },
        answers: [{ id: 'S', date: '2026-03-02', rating }],
        done: done.map((date) => ({ care: 'dissatisfied-answer', for: 'S', date })),
      },
      policy,
      handbook.chinaCalendar,
    )

const kept =
  (tier: string): By =>
  (policy) =>
    retentionPlan(
      { tier, asOf: '2026-03-10', warnings: [{ kind: 'unanswered', since: '2026-03-05' }] },
      policy,
    )

const orders = (dates: readonly string[]) =>
  dates.map((date) => ({ customer: 'Acme', product: 'paper', date }))
const renewed: By = (policy) =>
  [
    ['2026-01-02', '2026-01-30', '2026-03-01'],
    ['2026-01-02', '2026-01-30'],
  ].map((dates) =>
    renewalsDue(
      {
        asOf: '2026-03-31',
        contracts: [
          { id: 'C', customer: 'Acme', product: 'licence', from: '2025-06-01', to: '2026-05-30' },
        ],
        orders: orders(dates),
      },
      policy,
    ),
  )

const claims = [
  { rep: 'Li', date: '2026-01-05' },
  { rep: 'Wang', date: '2026-01-20' },
]
const owned =
  (followUps: readonly string[]): By =>
  (policy) =>
    protectCustomer(
      {
        ...{ asOf: '2026-08-20', claims },
        followUps: followUps.map((date) => ({ rep: 'Li', date })),
      },
      policy,
    )
const eachMonth = ['01-20', '02-12', '03-10', '04-08', '05-06', '06-03', '07-01', '07-30', '08-15']

const outcomes: Record<string, By> = {
  'tiers of customers': (policy) => tierCustomers(rows, policy),
  'tiers of a single customer': (policy) => tierCustomers(rows.slice(0, 1), policy),
  'care of a VIP': cared('vip'),
  'care of an ordinary customer': cared('ordinary'),
  'what was done for a VIP': done('vip'),
  'what was done for an ordinary customer': done('ordinary'),
  'a day before all holidays': early,
  'holidays in turn': seen,
  'a dissatisfied answer': answered('2.99'),
  'a satisfied answer': answered(3),
  'the best answer': answered(5),
  'an answer above the scale': answered('5.5'),
  'a dissatisfied answer that was followed': answered(1, ['2026-03-30']),
  'a VIP who is warned of': kept('vip'),
  'an ordinary customer who is warned of': kept('ordinary'),
  'renewals and reorders': renewed,
  'the package of a VIP': (policy) => servicePackage({ tier: 'vip', received: [] }, policy),
  'the package of others': (policy) => servicePackage({ tier: 'ordinary', received: [] }, policy),
  'a customer who is not followed': owned(['2026-01-12']),
  'a customer without a deal': owned(eachMonth.map((day) => `2026-${day}`)),
}

/** Another name for a tier, wherever it stands. */
const renamed: Change = (copy, was) => {
  const plain = JSON.stringify(copy).replaceAll(`"${was}"`, `"${was}-changed"`)
  Object.assign(copy, JSON.parse(plain))
}

/** What goes to the one tier goes to the other, as a tier has it once. */
const swapped =
  (tiersOf: (copy: Json) => Row[]): Change =>
  (copy) => {
    const [first, second] = tiersOf(copy as unknown as Json)
    if (first === undefined || second === undefined) return
    for (const key of ['tier', 'tiers'] as const) {
      const was = first[key]
      if (was === undefined) continue
      first[key] = second[key]
      second[key] = was
    }
  }

type Row = { tier?: unknown; tiers?: unknown }
interface Json {
  retention: { measures: Row[] }
  packages: { packages: Row[] }
  rhythms: { intervals: Row[] }[]
}

const measures = swapped(({ retention }) => retention.measures)
const packages = swapped((copy) => copy.packages.packages)
const intervals = swapped(({ rhythms }) => rhythms[0]?.intervals ?? [])

/** A tier fewer that is asked, or sent a report. */
const withoutTier =
  (rhythm: number, tier: number): Change =>
  (copy) => {
    const [interval] = (copy as unknown as Json).rhythms[rhythm]?.intervals ?? []
    ;(interval?.tiers as string[] | undefined)?.splice(tier, 1)
  }

/** Bounds of value have names of their own. */
const byValue: Change = (copy) => {
  const tiers = [
    { id: 'vip', from: '400', dedicatedOwner: true },
    { id: 'ordinary', from: null, dedicatedOwner: false },
  ]
  copy['tiers'] = { clause: 'HEA-4', by: 'value', tiers }
}

everyLeafDecides('the handbook’s care', {
  policy: handbook.care,
  define: defineCarePolicy as (json: never) => DefinedCarePolicy,
  outcomes,
  changes: {
    currency: 'USD',
    'tiers.tiers.0.id': renamed,
    'tiers.tiers.1.id': renamed,
    'tiers.by': byValue,
    'tiers.tiers.1.upTo': '1',
    'retention.measures.0.tier': measures,
    'retention.measures.1.tier': measures,
    'packages.packages.0.tier': packages,
    'packages.packages.1.tier': packages,
    'rhythms.0.intervals.0.tiers.0': intervals,
    'rhythms.0.intervals.1.tiers.0': intervals,
    ...Object.fromEntries(
      [2, 3].flatMap((rhythm) =>
        [0, 1].map((at) => [`rhythms.${rhythm}.intervals.0.tiers.${at}`, withoutTier(rhythm, at)]),
      ),
    ),
    'occasions.holidays.from': '2023-12-30',
    'occasions.holidays.to': '2027-12-31',
    ...Object.fromEntries(
      holidays.map(({ date }, at) => [`occasions.holidays.days.${at}.date`, addDays(date, 1)]),
    ),
    'dissatisfaction.maximum': '10',
    'renewals.reorders.lateAfterIntervals': '2',
    'renewals.reorders.intervals': [{ product: 'paper', days: 20 }],
    'renewals.addOns': [{ bought: 'paper', offer: 'ink' }],
  },
  words: {
    start: 'end',
    last: 'schedule',
    schedule: 'last',
    'working-day': 'day',
    week: 'month',
    month: 'week',
    quarter: 'month',
    'first-report': 'shares',
  },
  refused: {
    // The last tier takes everybody else.
    'tiers.tiers.1.upTo': 'SCALE_END',
  },
})

type ByModel = (model: DefinedHealthModel) => unknown

const scored =
  (facts: object): ByModel =>
  (model) =>
    scoreHealth(facts, model)
const silent =
  (dates: readonly string[]): ByModel =>
  (model) => {
    const followUps = dates.map((date) => ({ date, answered: false }))
    return [checkFollowUps(followUps, model), churnWarnings(followUps, model)]
  }

interface Criteria {
  criteria: { weight: number; curve: object }[]
}

/** What a criterion weighs more another weighs less. */
const weighed =
  (at: number): Change =>
  (copy) => {
    const { criteria } = copy as unknown as Criteria
    const [one, other] = [criteria[at], criteria[(at + 1) % 3]]
    if (one === undefined || other === undefined) return
    one.weight += 10
    other.weight -= 10
  }

/** A curve of another kind has other fields. */
const inRatios =
  (at: number): Change =>
  (copy) => {
    const one = (copy as unknown as Criteria).criteria[at]
    if (one !== undefined) one.curve = { kind: 'ratio', floor: 0, cap: 100 }
  }

everyLeafDecides('the handbook’s health', {
  policy: handbook.health,
  define: defineHealthModel as (json: never) => DefinedHealthModel,
  outcomes: {
    'a healthy customer': scored({ interaction: 90, satisfaction: 80, purchase: 70 }),
    'a customer at 70': scored({ interaction: 70, satisfaction: 70, purchase: 70 }),
    'a customer at 40': scored({ interaction: 40, satisfaction: 40, purchase: 40 }),
    'a customer at 0': scored({ interaction: 0, satisfaction: 0, purchase: 0 }),
    'a score to be rounded': scored({ interaction: '50.05', satisfaction: '50', purchase: '50' }),
    ...Object.fromEntries(
      ['interaction', 'satisfaction', 'purchase'].map((id) => [
        `more than all points for ${id}`,
        scored({ interaction: 50, satisfaction: 50, purchase: 50, [id]: 101 }),
      ]),
    ),
    'a fact that is missing': scored({ interaction: 90, satisfaction: 80 }),
    'scores of months': (model) =>
      healthTrend(
        [
          { period: '2026-01', score: 70 },
          { period: '2026-02', score: 40 },
          { period: '2026-03', score: 0 },
        ],
        model,
      ),
    'three days of silence': silent(['2026-01-01', '2026-01-02', '2026-01-03']),
    'three calls on two days': silent(['2026-01-01', '2026-01-02', '2026-01-02']),
  },
  changes: {
    ...{ rounding: 'down', missing: 'zero', unansweredBy: 'follow-up' },
    ...Object.fromEntries(
      [0, 1, 2].flatMap((at) => [
        [`criteria.${at}.weight`, weighed(at)],
        [`criteria.${at}.curve.kind`, inRatios(at)],
      ]),
    ),
  },
  refused: {
    // The lowest band takes everybody.
    'bands.2.from': 'NUMBER_OUT_OF_RANGE',
  },
})
