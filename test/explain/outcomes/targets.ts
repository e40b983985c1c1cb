import {
  cascadeTarget,
  checkCascade,
  checkTarget,
  defineTargetPlan,
  handbook,
  measureGoals,
  prorateTarget,
  reviseTarget,
  setTarget,
  signOffTarget,
  splitTarget,
  targetOn,
} from 'sales-rules'

const { targets } = handbook

const target = {
  owner: 'Li',
  measure: 'sales',
  amount: '1200000',
  period: '2026-Q3',
  reason: 'last year and 8%',
}
const first = () => setTarget(target, targets)
const half = () => signOffTarget(first(), { as: 'person', by: 'Li', on: '2026-06-25' })
const signed = () => signOffTarget(half(), { as: 'direct-manager', by: 'Chen', on: '2026-06-27' })
const revised = () =>
  reviseTarget(
    signOffTarget(
      signOffTarget(setTarget({ ...target, period: '2026-H2' }, targets), {
        as: 'person',
        by: 'Li',
        on: '2026-06-25',
      }),
      { as: 'direct-manager', by: 'Chen', on: '2026-06-27' },
    ),
    { from: '2026-10-01', amount: '1500000', reason: 'the market grew' },
    targets,
  )

const ownPeriod = { id: 'spring', from: '2026-02-16', to: '2026-03-31' }

const by = (proration: { readonly by: 'day' | 'month' | 'working-day' }) =>
  defineTargetPlan({ currency: 'CNY', proration })

const north = {
  id: 'north',
  lastYear: 600,
  head: { id: 'Li', share: '0.3' },
  children: [
    { id: 'Wang', weight: 1 },
    { id: 'Zhao', weight: 2 },
  ],
}

const results = ['2026-01-05', '2026-01-06', '2026-01-08', '2026-01-13', '2025-12-20'].map(
  (date) => ({ goal: 'deals', date, amount: 1 }),
)

export const targetsOutcomes = {
  cascadeTarget: () =>
    cascadeTarget(
      '10000',
      {
        id: 'company',
        head: { id: 'Gu', share: '0.1' },
        children: [north, { id: 'south', lastYear: 300 }],
      },
      { measure: 'sales' },
      targets,
    ),
  checkCascade: () =>
    checkCascade({
      id: 'company',
      amount: '1000',
      children: [
        {
          id: 'north',
          amount: '650',
          head: { id: 'Li', amount: '180' },
          children: [{ id: 'Wang', amount: '420' }],
        },
        { id: 'south', amount: '350' },
      ],
    }),
  checkTarget: () => checkTarget({ owner: 'Li', measure: 'sales', amount: '1200000' }, targets),
  measureGoals: () =>
    measureGoals(
      {
        owner: 'Li',
        period: '2026-01',
        asOf: '2026-01-14',
        results: [...results, { goal: 'deals', date: '2026-01-32', amount: 1 }],
      },
      targets,
    ),
  prorateTarget: () =>
    prorateTarget('910000', { period: '2026-Q2', joined: '2026-05-18' }, targets),
  reviseTarget: revised,
  setTarget: first,
  signOffTarget: signed,
  splitTarget: () =>
    splitTarget('900000', '2026-Q1', { into: 'month', profile: { '01': 4, '02': 2, '03': 6 } }),
  targetOn: () => targetOn(revised(), '2026-11-30'),
}

export const targetsBranches = {
  'cascadeTarget: without a head': () =>
    cascadeTarget(
      '100',
      { id: 'company', children: [{ id: 'south', locked: 100 }] },
      { decimals: 0 },
    ),
  'checkCascade: adds up': () =>
    checkCascade({ id: 'company', amount: '10', children: [{ id: 'south', amount: '10' }] }),
  'checkTarget: complete': () => checkTarget(target, targets),
  'measureGoals: no goals': () =>
    measureGoals({ period: '2026-01', asOf: '2026-01-14', results: [] }, by({ by: 'day' })),
  'measureGoals: by month': () =>
    measureGoals(
      {
        period: '2026-Q1',
        asOf: '2026-03-31',
        results: [{ goal: 'calls', date: '2026-01-05', amount: 40 }],
      },
      defineTargetPlan({
        ...by({ by: 'day' }),
        goals: [{ id: 'calls', per: 'month', amount: '40' }],
      }),
    ),
  'prorateTarget: the whole': () =>
    prorateTarget('900000', { period: '2026-Q2' }, by({ by: 'day' })),
  'prorateTarget: by month': () =>
    prorateTarget('900000', { period: '2026-Q2', from: '2026-05-18' }, by({ by: 'month' })),
  'prorateTarget: by working day': () =>
    prorateTarget(
      '900000',
      { period: '2026-Q2', from: '2026-05-18' },
      by({ by: 'working-day' }),
      handbook.chinaCalendar,
    ),
  'setTarget: of a period of the company’s own': () =>
    setTarget({ ...target, period: ownPeriod }, targets),
  'setTarget: counts before it is signed': () =>
    setTarget(
      target,
      defineTargetPlan({
        ...targets,
        provenance: [],
        signing: { by: ['person'], unsigned: 'counted', revised: 'again' },
      }),
    ),
  'splitTarget: evenly': () => splitTarget('300', '2026-Q1', { into: 'month' }),
  'splitTarget: by days': () => splitTarget('280', '2026-02', { into: 'week' }),
  'splitTarget: by working days': () =>
    splitTarget('280', '2026-02', { into: 'week', calendar: handbook.chinaCalendar }),
  'targetOn: none counts': () => targetOn(half(), '2026-08-31'),
}
