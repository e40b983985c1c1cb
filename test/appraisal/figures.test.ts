import {
  type AppraisalInput,
  appraise,
  appraiseYear,
  type DefinedAppraisalScheme,
  defineAppraisalScheme,
  defineCalendar,
  handbook,
  measureVisits,
  overrideAppraisal,
} from 'sales-rules'
import { type Change, everyLeafDecides } from '../handbook/leaves.js'

const calendar = defineCalendar({ from: '2026-04-01', to: '2026-04-30', weekend: [6, 7] })

const results = {
  sales: { actual: 100, target: 100, source: 'crm' },
  newCustomers: { actual: 8, target: 10 },
  satisfaction: { points: '90.005', source: 'survey' },
  collectionRate: { value: '0.955', source: 'crm' },
}
const appraising = (more: object) => (scheme: DefinedAppraisalScheme) =>
  appraise({ results: { ...results, ...more } as AppraisalInput['results'] }, scheme)
const sold = (actual: number) => appraising({ sales: { actual, target: 100, source: 'crm' } })
const ratio = (id: string, actual: number, source?: string) =>
  appraising({ [id]: { actual, target: 10, ...(source === undefined ? {} : { source }) } })

const visit = (customer: string, proof: string, day: string) => ({
  ...{ id: `${customer}/${day}`, customer, proof },
  date: `2026-03-${day}`,
})
const visits = {
  period: '2026-03',
  customers: [
    { id: 'Hua', kind: 'new' },
    { id: 'Xin', kind: 'existing' },
    { id: 'Bo', kind: 'existing' },
  ],
  visits: [
    ...['02', '03', '04', '05', '06'].map((day) => visit('Hua', 'check-in', day)),
    ...['02', '03', '04'].map((day) => visit('Xin', 'signed-confirmation', day)),
  ],
}
const appeal = { announced: '2026-04-01', filed: '2026-04-03' }
const decided = {
  computed: { score: 80 },
  decisions: [{ grade: 'S', by: 'committee', on: '2026-04-20', reason: 'a late booking', appeal }],
}
const periods = [70, 71, 74, 79].map((score, at) => ({ period: `2026-Q${at + 1}`, score }))

/** People below, at and above the target, figures from elsewhere and none, visits, an appeal and a year. */
const outcomes = {
  'on target': appraising({}),
  'far below the target': sold(30),
  'between the target and the base level': sold(110),
  'at the base level': sold(120),
  'between the levels': sold(135),
  'above the challenge level': sold(180),
  'fewer sales than were returned': sold(-10),
  'twice as many new customers': ratio('newCustomers', 20),
  'fewer new customers than none': ratio('newCustomers', -1),
  'satisfaction above its target': ratio('satisfaction', 15, 'survey'),
  'satisfaction below none': ratio('satisfaction', -1, 'survey'),
  'satisfaction by a rep’s own report': ratio('satisfaction', 9, 'self'),
  'more collected than was due': ratio('collectionRate', 11, 'crm'),
  'more paid back than collected': ratio('collectionRate', -1, 'crm'),
  'sales without a source': ratio('sales', 10),
  'collections without a source': ratio('collectionRate', 9),
  'no new customers known': appraising({ newCustomers: null }),
  visits: (scheme: DefinedAppraisalScheme) => measureVisits(visits, scheme),
  appeal: (scheme: DefinedAppraisalScheme) => overrideAppraisal(decided, scheme, calendar),
  year: (scheme: DefinedAppraisalScheme) => appraiseYear({ year: '2026', periods }, scheme),
}

/** What one indicator weighs more, the next one weighs less. */
const weigh =
  (index: number): Change =>
  (copy) => {
    const indicators = copy['indicators'] as { weight: number }[]
    const [one, other] = [indicators[index], indicators[(index + 1) % 4]]
    if (one === undefined || other === undefined) return
    one.weight += 5
    other.weight -= 5
  }

const changes = {
  'indicators.0.weight': weigh(0),
  'indicators.1.weight': weigh(1),
  'indicators.2.weight': weigh(2),
  'indicators.3.weight': weigh(3),
  missing: 'zero',
  rounding: 'down',
  floor: 1,
  cap: 99,
  'indicators.0.levels.1.from': '1.6',
  'indicators.0.acceptedSources.1': 'ledger',
  'indicators.3.acceptedSources.1': 'ledger',
  'visits.counted': 'in-all',
  'year.per': 'half-year',
  'year.by': 'days',
}
const define = defineAppraisalScheme as (json: never) => DefinedAppraisalScheme

const kinds = Object.fromEntries(
  [0, 1, 2, 3].map((at) => [`indicators.${at}.curve.kind`, 'lower-is-better']),
)

everyLeafDecides('the handbook’s appraisal', {
  ...{ policy: handbook.appraisal, define, outcomes },
  // Levels are of an attainment, which a curve of kind `lower-is-better` has not.
  changes: { ...changes, ...kinds, 'indicators.0.curve.kind': 'progress' },
})

const { 'indicators.0.curve.kind': _, ...otherKinds } = kinds
everyLeafDecides('the appraisal that rewards its levels', {
  ...{ policy: handbook.challengeAppraisal, define, outcomes },
  changes: {
    ...changes,
    ...otherKinds,
    'indicators.0.curve.kind': ((copy: Record<string, unknown>) => {
      const [sales] = copy['indicators'] as { curve: unknown }[]
      if (sales !== undefined) sales.curve = { kind: 'ratio', cap: 100 }
    }) as Change,
    'indicators.0.curve.knots.0.at': '0.05',
    'indicators.0.curve.knots.1.at': '1.05',
    'indicators.0.curve.knots.2.at': '1.25',
    'indicators.0.curve.knots.3.at': '1.55',
  },
})
