import {
  addDays,
  ageReceivables,
  checkDiscount,
  checkStage,
  collectionPeriod,
  type DefinedSalesProcess,
  defineSalesProcess,
  forecastPipeline,
  handbook,
  measureCompleteness,
  measureFunnel,
  prioritise,
} from 'sales-rules'
import { type Change, everyLeafDecides } from '../handbook/leaves.js'

const { pipeline } = handbook
const asOf = '2026-06-30'
const ids = pipeline.stages.map(({ id }) => id)
type Json = Record<string, unknown>

const checkedIn = (facts: Json) => (process: DefinedSalesProcess) =>
  process.stages.map(({ id }) => checkStage(facts, id, process))

const deals = Array.from({ length: 10 }, (_, at) => ({
  ...{
    id: `D-${at}`,
    customer: `C-${at % 3}`,
    created: '2026-01-01',
    value: '100',
    currency: 'CNY',
  },
  stages: ids.slice(1, 5).map((stage, place) => ({ stage, on: `2026-0${place + 2}-01` })),
  ...(at < 3
    ? {}
    : { stages: [{ stage: ids[1] as string, on: '2026-02-01' }], lost: '2026-03-01' }),
}))

const invoices = [0, 1, 30, 31, 60, 61, 90, 91].map((days) => ({
  ...{ id: `I-${days}`, amount: '10', invoiced: '2026-01-05', due: addDays(asOf, -days) },
  payments: [{ amount: '1', on: '2026-05-01' }],
}))

const visit = {
  customer: 'Acme',
  contact: 'Zhao',
  purpose: 'needs',
  result: 'met',
  nextStep: 'offer',
}
const record = (kind: string, fields: Json, hours: number) => ({
  ...{ kind, fields, occurred: '2026-03-02T00:00:00Z' },
  recorded: new Date(Date.UTC(2026, 2, 2, hours)).toISOString(),
})
const records = [
  record('visit', visit, 24),
  record('visit', { ...visit, nextStep: '' }, 25),
  record('deal', { customer: 'A', stage: 'B', value: 1, expected: '2026-05-01' }, 48),
  record(
    'customer',
    { name: 'A', industry: 'B', size: 1, location: 'C', contact: 'D', budgetRange: 'E' },
    1,
  ),
]

const { concessions, accepted } = pipeline.discounts?.exchange ?? { concessions: [], accepted: [] }
const order = {
  ...{ rung: 'sales-representative', listPrice: '100', price: '97', cost: '50', floor: '90' },
  inExchange: accepted,
}

const outcomes = {
  'stages of which nothing is known': checkedIn({}),
  'stages of which all is done': checkedIn({
    ...Object.fromEntries(
      pipeline.stages.flatMap(({ requires, reports }) =>
        [...requires, ...reports].flatMap((one) => ('id' in one ? [[one.id, true]] : [])),
      ),
    ),
    ...{ successStories: 3, improvementSuggestions: 3 },
  }),
  'half a story': checkedIn({ successStories: '3.5', improvementSuggestions: 1 }),
  'half a suggestion': checkedIn({ improvementSuggestions: '3.5' }),
  'a funnel': (process: DefinedSalesProcess) => measureFunnel({ asOf, deals }, process),
  'a forecast': (process: DefinedSalesProcess) =>
    forecastPipeline(
      {
        asOf,
        deals: process.stages.map(({ id: stage }, at) => ({
          ...{ id: `${at}`, stage, value: '33.33', expected: asOf },
        })),
      },
      process,
    ),
  'a forecast of what is delivered': (process: DefinedSalesProcess) =>
    forecastPipeline(
      { asOf, deals: [{ stage: 'delivery', value: '100', expected: asOf }] },
      process,
    ),
  collection: (process: DefinedSalesProcess) => collectionPeriod({ asOf, invoices }, process),
  ageing: (process: DefinedSalesProcess) => ageReceivables({ asOf, invoices }, process),
  'a discount': (process: DefinedSalesProcess) => checkDiscount(order, process),
  'a discount for nothing': (process: DefinedSalesProcess) =>
    checkDiscount({ ...order, inExchange: [], floor: null }, process),
  concessions: (process: DefinedSalesProcess) =>
    checkDiscount(
      { ...order, concessions: concessions.map((id) => ({ id, inExchange: 'prepayment' })) },
      process,
    ),
  completeness: (process: DefinedSalesProcess) =>
    measureCompleteness({ asOf: '2026-03-31T00:00:00Z', records }, process),
  priorities: (process: DefinedSalesProcess) =>
    prioritise(
      [
        { id: 'a', important: 50, urgent: 50 },
        { id: 'b', kind: 'care', customerTier: 'key', important: 1, urgent: 1 },
      ],
      process,
    ),
}

/** A stage is spoken of by its name in the moves of others, and where deals are won. */
const renamed: Change = (copy, was) => {
  const name = `${was}-changed`
  const stages = copy['stages'] as { id: string; to: string[] }[]
  for (const stage of stages) {
    if (stage.id === was) stage.id = name
    stage.to = stage.to.map((one) => (one === was ? name : one))
  }
  if (copy['wonAt'] === was) copy['wonAt'] = name
}

/** The last of the moves of a stage, or the first, is no longer one. */
const without =
  (stage: number, place: number): Change =>
  (copy) => {
    ;(copy['stages'] as { to: string[] }[])[stage]?.to.splice(place, 1)
  }

const oneOf =
  (place: number): Change =>
  (copy) => {
    const { always } = copy['priorities'] as { always: { all: Json[] } }
    Object.assign(always.all[place] as Json, { comparison: 'one-of', required: ['other'] })
  }

const stageChanges = pipeline.stages.flatMap(({ to }, stage) => [
  [`stages.${stage}.id`, renamed] as const,
  ...to.map((_, place) => [`stages.${stage}.to.${place}`, without(stage, place)] as const),
])

/** A yes or no is equal, or it is not: there is no other way to compare it. */
const answers = pipeline.stages.flatMap((stage, at) =>
  (['requires', 'reports'] as const).flatMap((list) =>
    stage[list].flatMap((one, place) =>
      'id' in one && one.required === true
        ? [[`stages.${at}.${list}.${place}.comparison`, 'POLICY_CONFLICT'] as const]
        : [],
    ),
  ),
)

everyLeafDecides('the handbook’s pipeline', {
  policy: pipeline,
  define: defineSalesProcess,
  outcomes,
  changes: {
    ...Object.fromEntries(stageChanges),
    // Nobody asks for more than the rung before.
    'discounts.authorities.0.marginAtLeast': '0.5',
    'discounts.authorities.1.marginAtLeast': '0.42',
    'discounts.authorities.2.marginAtLeast': '0.35',
    'stages.2.requires.1.comparison': 'above',
    'stages.5.requires.0.comparison': 'above',
    'priorities.always.all.0.comparison': oneOf(0),
    'priorities.always.all.1.comparison': oneOf(1),
    currency: 'EUR',
    decimals: 1,
    wonAt: 'after-sales-care',
    of: 'records',
  },
  words: { 'half-up': 'up', count: 'points', due: 'invoiced', invoiced: 'due', equals: 'at-least' },
  refused: {
    ...Object.fromEntries(answers),
    'receivables.buckets.4.upTo': 'VALUE_INVALID',
  },
})
