import {
  checkQuality,
  checkServiceLevel,
  defineServiceStandards,
  defineWorkingHours,
  handbook,
  measureServiceLevels,
} from 'sales-rules'

const { service } = handbook

const hours = defineWorkingHours({
  timeZone: '+08:00',
  week: {
    1: ['09:00-18:00'],
    2: ['09:00-18:00'],
    3: ['09:00-18:00'],
    4: ['09:00-18:00'],
    5: ['09:00-18:00'],
  },
})

/** Four working hours, one more as a buffer, and a warning two before. */
const quick = defineServiceStandards({
  standards: [
    {
      id: 'quick-answer',
      within: 4,
      unit: 'working-hours',
      buffer: { within: 1, unit: 'working-hours' },
      warning: { before: 2, unit: 'working-hours' },
    },
  ],
})

const complaint = {
  id: 'T-7',
  rep: 'Li',
  customerKind: 'key',
  contact: 'Wang',
  standard: 'complaint-resolution',
  started: '2026-03-05T12:00:00+08:00',
  holds: [{ from: '2026-03-06T12:00:00+08:00', to: '2026-03-09T12:00:00+08:00' }],
  asOf: '2026-03-10T12:00:00+08:00',
}

const solution = { rep: 'Li', customerKind: 'key', standard: 'key-customer-solution' }
const cases = [
  {
    ...solution,
    id: 'S-1',
    started: '2026-03-02T10:00:00+08:00',
    done: '2026-03-04T10:00:00+08:00',
  },
  {
    ...solution,
    id: 'S-3',
    started: '2026-03-16T10:00:00+08:00',
    done: '2026-03-18T10:00:01+08:00',
  },
  { ...solution, id: 'S-4', started: '2026-03-31T10:00:00+08:00' },
  { ...solution, id: 'S-5', started: '2026-03-31' },
]

const facts = {
  needsAnalysisAccuracy: '0.92',
  solutionAcceptance: '0.85',
  contractClauseErrors: '0.01',
  onTimeDelivery: '0.93',
}

const quickCase = { standard: 'quick-answer', started: '2026-03-05T10:00:00+08:00' }

export const serviceOutcomes = {
  checkQuality: () => checkQuality(facts, service),
  checkServiceLevel: () => checkServiceLevel(complaint, service),
  measureServiceLevels: () =>
    measureServiceLevels(
      { asOf: '2026-04-01T09:00:00+08:00', per: 'quarter', cases },
      service,
      hours,
    ),
}

export const serviceBranches = {
  'checkServiceLevel: days': () =>
    checkServiceLevel(
      {
        standard: 'delivery',
        started: '2026-03-02T10:00:00+08:00',
        asOf: '2026-03-03T10:00:00+08:00',
      },
      defineServiceStandards({ standards: [{ id: 'delivery', within: 3, unit: 'working-days' }] }),
      hours,
    ),
  'measureServiceLevels: by week': () =>
    measureServiceLevels(
      { asOf: '2026-04-01T09:00:00+08:00', per: 'week', cases: [] },
      service,
      hours,
    ),
  'measureServiceLevels: by half-year': () =>
    measureServiceLevels(
      { asOf: '2026-04-01T09:00:00+08:00', per: 'half-year', cases: [] },
      service,
      hours,
    ),
  'checkQuality: met': () =>
    checkQuality({ ...facts, onTimeDelivery: '0.96', satisfactionOfFive: '4.8' }, service),
  'checkQuality: not known': () => checkQuality({ ...facts, onTimeDelivery: '0.96' }, service),
  'checkServiceLevel: met': () =>
    checkServiceLevel(
      {
        standard: 'first-contact',
        started: '2026-03-05T12:00:00+08:00',
        done: '2026-03-05T13:30:00+08:00',
      },
      service,
    ),
  'checkServiceLevel: inside the buffer': () =>
    checkServiceLevel({ ...quickCase, done: '2026-03-05T14:30:00+08:00' }, quick, hours),
  'checkServiceLevel: at risk': () =>
    checkServiceLevel({ ...quickCase, asOf: '2026-03-05T13:30:00+08:00' }, quick, hours),
  'checkServiceLevel: a warning to come': () =>
    checkServiceLevel({ ...quickCase, asOf: '2026-03-05T10:30:00+08:00' }, quick, hours),
  'checkServiceLevel: late in working time': () =>
    checkServiceLevel({ ...quickCase, asOf: '2026-03-06T10:30:00+08:00' }, quick, hours),
  'checkServiceLevel: done late': () =>
    checkServiceLevel(
      {
        standard: 'first-contact',
        started: '2026-03-05T12:00:00+08:00',
        done: '2026-03-06T13:30:00+08:00',
      },
      service,
    ),
  'checkServiceLevel: on hold': () =>
    checkServiceLevel(
      {
        ...complaint,
        holds: [{ from: '2026-03-06T12:00:00+08:00' }],
        asOf: '2026-03-07T12:00:00+08:00',
      },
      service,
    ),
  'measureServiceLevels: none': () =>
    measureServiceLevels(
      { asOf: '2026-04-01T09:00:00+08:00', per: 'month', cases: [] },
      service,
      hours,
    ),
  'measureServiceLevels: none decided': () =>
    measureServiceLevels(
      { asOf: '2026-04-01T09:00:00+08:00', per: 'year', cases: cases.slice(2, 3) },
      service,
      hours,
    ),
}
