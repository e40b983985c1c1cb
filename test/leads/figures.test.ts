import {
  type DefinedLeadModel,
  defineLeadModel,
  handbook,
  rankSegments,
  reviewSources,
  routeLeads,
  scoreLead,
  staleProfiles,
} from 'sales-rules'
import { type Change, everyLeafDecides } from '../handbook/leaves.js'

type By = (model: DefinedLeadModel) => unknown

const scoring =
  (facts: object): By =>
  (model) =>
    scoreLead(facts, model)

/** Each name of a fact of points, and points on both sides of what is allowed. */
const named = (known: object, id: string, names: readonly string[]) =>
  Object.fromEntries(
    [...names, 100, 101].map((value) => [`${id}: ${value}`, scoring({ ...known, [id]: value })]),
  )

/** Budgets below, between and at the knots. */
const budgets = (known: object) =>
  Object.fromEntries(
    ['0', '250000', '500000', '600000'].map((amount) => [
      `a budget of ${amount}`,
      scoring({ ...known, budget: { amount } }),
    ]),
  )

const MATCHES = ['core', 'adjacent', 'outside']
const PROFILE = [
  'industry',
  'companySize',
  'location',
  'preference',
  'budgetRange',
  'decisionChain',
] as const

const events = (kind: string, count: number) =>
  Array.from({ length: count }, () => ({ date: '2026-03-01', kind }))
const behaving = (known: object, asOf: string, kind: string, count: number) =>
  scoring({ ...known, behaviour: { asOf, events: events(kind, count) } })

const segment = (id: string, facts: object) => ({
  id,
  facts: { demand: 60, growth: '0.12', pain: 45, ...facts },
})

const source = (id: string, won: number, leads: number) => ({ id, won, leads })
const lead = (id: string, score: number) => ({ id, score })
const rep = (id: string, rank: string | null, capacity: number) => ({ id, rank, capacity })

type ByName = readonly (readonly [id: string, names: readonly string[]])[]

/** What a model says of leads whose criteria are all known. */
function outcomesWith(known: object, byName: ByName): Record<string, By> {
  const odd = { ...known, budget: '33.34' }
  return {
    'a lead as far as known': scoring(known),
    'points that have to be rounded': scoring(odd),
    'the best of leads': scoring(Object.fromEntries(Object.keys(known).map((id) => [id, 100]))),
    'a lead without a budget': scoring({ ...known, budget: null }),
    ...budgets(known),
    'a budget in dollars': scoring({ ...known, budget: { amount: '1', currency: 'USD' } }),
    ...Object.assign(
      {},
      ...[0, 49.99, 50, 79.99, 80, 81].map((points) => ({
        [`all at ${points}`]: scoring(
          Object.fromEntries(Object.keys(known).map((id) => [id, points])),
        ),
      })),
    ),
    // An invalid lead is told the reason, and LEA-2; the clause of the condition is for whoever reads the model.
    'the clauses of reasons': ({ disqualifiers }) =>
      disqualifiers.map(({ when }) => ('clause' in when ? when.clause : null)),
    'out of reach': scoring({ ...known, reachable: false }),
    'within reach': scoring({ ...known, reachable: true }),
    'a duplicate': scoring({ ...known, duplicate: true }),
    'no duplicate': scoring({ ...known, duplicate: false }),
    'outside the market': scoring({ ...known, inMarket: false }),
    'inside the market': scoring({ ...known, inMarket: true }),
    'the whole profile': scoring({
      ...known,
      ...Object.fromEntries(PROFILE.map((id, at) => [id, at * 17])),
    }),
    ...Object.assign({}, ...byName.map(([id, names]) => named(known, id, names))),
    ...Object.assign({}, ...PROFILE.map((id) => named(known, id, MATCHES))),
    'a part of the profile': scoring({ ...known, industry: 'core', location: 'outside' }),
    ...Object.fromEntries(
      [0, 49.99, 50, 79.99, 80, 81].map((points) => [
        `a fit of ${points}`,
        scoring({ ...known, industry: points }),
      ]),
    ),
    'views of today': behaving(known, '2026-03-01', 'page-view', 1),
    'a question of a month ago': behaving(known, '2026-03-31', 'question', 1),
    'two questions': behaving(known, '2026-03-01', 'question', 2),
    'three questions and some': behaving(known, '2026-03-01', 'question', 3),
    'four questions': behaving(known, '2026-03-01', 'question', 4),
    'seven views': behaving(known, '2026-03-01', 'page-view', 14),
    'eight views': behaving(known, '2026-03-01', 'page-view', 8),
    'more than counts': behaving(known, '2026-03-01', 'question', 50),
    'no events': behaving(known, '2026-03-01', 'question', 0),
    'leads and reps': (model) =>
      routeLeads(
        {
          leads: [lead('a', 90), lead('b', 85), lead('c', 81), lead('d', 60), lead('e', 20)],
          reps: [rep('j', 'junior', 6), rep('k', 'junior', 2), rep('s', 'senior', 1)],
        },
        model,
      ),
    sources: (model) =>
      reviewSources(
        {
          sources: [
            ...[source('a', 8, 100), source('b', 80, 1000), source('c', 30, 1000)],
            ...[
              source('d', 200, 1000),
              source('j', 40, 1000),
              source('e', 0, 29),
              source('f', 30, 30),
            ],
            ...[source('g', 13, 80), source('h', 3, 64), source('i', 0, 30)],
          ],
        },
        model,
      ),
    segments: (model) =>
      rankSegments(
        [
          segment('known', {}),
          segment('none', { demand: { amount: '0' }, growth: '0', pain: 0 }),
          segment('some', { demand: { amount: '50000000' }, growth: '0.1' }),
          segment('most', { demand: { amount: '100000000' }, growth: '0.3', pain: 100 }),
          segment('too much', { demand: 101 }),
          segment('all of the demand', { demand: 100 }),
          segment('too much pain', { pain: 101 }),
          segment('in dollars', { demand: { amount: '1', currency: 'USD' } }),
        ],
        model,
      ),
    profiles: (model) =>
      staleProfiles(
        { asOf: '2026-04-16', profiles: [{ id: 'p', refreshed: '2026-01-15' }] },
        model,
      ),
  }
}

const define = defineLeadModel as (json: never) => DefinedLeadModel

interface Weighed {
  weight: number
}

/** What one criterion weighs more, the next one weighs less. */
const weigh =
  (part: string, index: number): Change =>
  (copy) => {
    const own = part === '' ? copy : (copy[part] as typeof copy)
    const criteria = own['criteria'] as Weighed[]
    const [one, other] = [criteria[index], criteria[(index + 1) % criteria.length]]
    if (one === undefined || other === undefined) return
    one.weight += 5
    other.weight -= 5
  }

const weights = (part: string, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${part === '' ? '' : `${part}.`}criteria.${at}.weight`,
      weigh(part, at),
    ]),
  )

/** Another curve in place of one: points from 0 to 100 become a rating of at most 400, and what fades or rises becomes points. */
const curved =
  (part: string, index: number): Change =>
  (copy, was) => {
    const own = part === '' ? copy : (copy[part] as typeof copy)
    const criterion = (own['criteria'] as { curve: object }[])[index]
    if (criterion === undefined) return
    criterion.curve =
      was === 'points' ? { kind: 'rating', maximum: 400 } : { kind: 'points', maximum: 100 }
  }

const kinds = (model: DefinedLeadModel) =>
  Object.fromEntries(
    (['', 'fit', 'intent', 'segments'] as const).flatMap((part) =>
      ((part === '' ? model : model[part])?.criteria ?? []).map((_, at) => [
        `${part === '' ? '' : `${part}.`}criteria.${at}.curve.kind`,
        curved(part, at),
      ]),
    ),
  )

/** Another name for what stands first, wherever it is spoken of. */
const renamed: Change = (copy, was) => {
  const plain = JSON.stringify(copy).replaceAll(`"${was}"`, `"${was}-changed"`)
  Object.assign(copy, JSON.parse(plain))
}

const changes = {
  ...weights('fit', 6),
  ...weights('segments', 3),
  'bands.0.id': renamed,
  'routing.ranks.0': renamed,
  'routing.seniorFrom': 'junior',
  highValueFrom: 'warm',
  maximum: 150,
  ...{ core: 90 },
  'intent.criteria.0.weight': 90,
  'criteria.0.curve.amounts.knots.0.at': '100000',
  'criteria.0.curve.amounts.knots.1.points': 90,
  'segments.criteria.0.curve.amounts.knots.0.at': '10000000',
  'segments.criteria.0.curve.amounts.knots.1.points': 90,
}
/** Words that others may stand for. */
const words = {
  ...{ refuse: 'zero', reweight: 'zero', 'half-up': 'down', CNY: 'USD', '0.95': '0.99' },
  ...{ overflow: 'wait', 'least-loaded': 'pro-rata', equals: 'at-least' },
}
const refused = {
  // A yes or no is equal, or it is not: there is no other way to compare it.
  ...Object.fromEntries(
    [0, 1, 2].map((at) => [`disqualifiers.${at}.when.comparison`, 'POLICY_CONFLICT']),
  ),
  // The lowest band takes everybody, or nobody knows the band of 0.
  'bands.2.from': 'NUMBER_OUT_OF_RANGE',
  'fit.bands.2.from': 'NUMBER_OUT_OF_RANGE',
  'intent.bands.2.from': 'NUMBER_OUT_OF_RANGE',
  // What is alone weighs everything.
  'intent.criteria.0.weight': 'WEIGHTS_NOT_100',
}

const BANT = ['confirmed', 'partly', 'absent']

everyLeafDecides('the handbook’s leads', {
  ...{ policy: handbook.leads, define, words, refused },
  outcomes: outcomesWith({ budget: 90, authority: 70, urgency: 60 }, [
    ['budget', []],
    ['authority', ['decision-maker', 'influencer', 'user', 'none']],
    ['urgency', ['this-month', 'this-quarter', 'this-year', 'none']],
  ]),
  changes: {
    ...{ ...changes, ...kinds(handbook.leads), ...weights('', 3) },
    ...{ 'decision-maker': 90, 'this-month': 90 },
  },
})

everyLeafDecides('the handbook’s leads by BANT', {
  ...{ policy: handbook.bantLeads, define, words, refused },
  outcomes: outcomesWith(
    { budget: 90, authority: 70, need: 60, timeline: 40 },
    ['budget', 'authority', 'need', 'timeline'].map((id) => [id, BANT] as const),
  ),
  changes: { ...changes, ...kinds(handbook.bantLeads), ...weights('', 4), confirmed: 90 },
})
