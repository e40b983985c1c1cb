import fc from 'fast-check'
import {
  addDays,
  addWorkingDays,
  attempt,
  type CareFacts,
  type CarePolicyInput,
  careDue,
  defineCarePolicy,
  handbook,
  isWorkingDay,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson } from '../arbitraries.rooms.js'

const { care, chinaCalendar } = handbook
type Rhythm = NonNullable<CarePolicyInput['rhythms']>[number]
type Interval = Rhythm['intervals'][number]

/** A policy of one kind of care. */
function rhythmOf(interval: Interval, countsFrom: 'last' | 'schedule' = 'last') {
  return defineCarePolicy({
    currency: 'CNY',
    tiers: { clause: 'T', by: 'value', tiers: [{ id: 'all', from: null }] },
    rhythms: [{ id: 'call', clause: 'C', countsFrom, intervals: [interval] }],
  })
}

const calls = (...dates: readonly string[]) => dates.map((date) => ({ care: 'call', date }))

function dueOf(policy: ReturnType<typeof rhythmOf>, facts: Partial<CareFacts>) {
  const customer = { asOf: '2026-12-01', tier: 'all', since: '2026-01-01', ...facts }
  return careDue(customer, policy, chinaCalendar).items[0]
}

/** What the handbook asks for one kind of care. */
function itemOf(kind: string, facts: Partial<CareFacts>) {
  const customer = { asOf: '2026-03-31', tier: 'ordinary', since: '2026-01-01', ...facts }
  return careDue(customer, care, chinaCalendar).items.find((item) => item.care === kind)
}

function issuesOf(customer: unknown, policy = care) {
  const outcome = attempt(() => careDue(customer as CareFacts, policy, chinaCalendar))
  return outcome.ok ? [] : outcome.issues
}

const basic = { asOf: '2026-03-31', tier: 'vip', since: '2026-01-01' }

describe('follow-ups by tier (HEA-5)', () => {
  it.each([
    // rhythm-01: the Saturday 10 October 2026 is worked, National Day to the 7th is not.
    ['2026-10-09', '2026-10-10'],
    ['2026-09-30', '2026-10-08'],
    ['2026-10-10', '2026-10-12'],
  ])('of a VIP are daily, which is each working day: after %s on %s', (last, due) => {
    const done = [{ care: 'follow-up', date: last }]
    const facts = { tier: 'vip', asOf: '2026-10-12', since: '2026-09-01', done }
    expect(itemOf('follow-up', facts)?.due).toBe(due)
  })

  it('of an ordinary customer are weekly from the last one, due on the day and overdue from the next', () => {
    const done = [{ care: 'follow-up', date: '2026-03-10' }]
    const on = (asOf: string) => itemOf('follow-up', { asOf, done })
    expect(on('2026-03-16')).toMatchObject({ due: '2026-03-17', state: 'upcoming' })
    expect(on('2026-03-17')).toMatchObject({ state: 'due', daysOverdue: 0, overdueSince: null })
    expect(on('2026-03-18')).toEqual({
      care: 'follow-up',
      for: null,
      from: '2026-03-17',
      due: '2026-03-17',
      state: 'overdue',
      overdueSince: '2026-03-18',
      daysOverdue: 1,
      last: '2026-03-10',
      clause: 'HEA-5',
    })
  })

  it('count from the start where there was none', () => {
    expect(itemOf('follow-up', {})).toMatchObject({ due: '2026-01-08', last: null })
  })

  it('need a calendar where they count working days, and one that has the day', () => {
    expect(attempt(() => careDue(basic, care)).ok).toBe(false)
    const outcome = attempt(() => careDue(basic, care))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'VALUE_MISSING', path: ['calendar'] },
    ])
    const done = [{ care: 'follow-up', date: '2026-12-31' }]
    expect(issuesOf({ ...basic, asOf: '2026-12-31', done })).toMatchObject([
      { code: 'DATE_NOT_COVERED' },
    ])
    expect(attempt(() => careDue({ ...basic, tier: 'ordinary' }, care)).ok).toBe(true)
  })
})

describe('a schedule', () => {
  it('of months from the 31st ends each month, and never sticks at the 28th (rhythm-03)', () => {
    const policy = rhythmOf({ unit: 'month' }, 'schedule')
    const since = '2026-01-31'
    const dates: string[] = []
    while (dates.length < 5) {
      const due = dueOf(policy, { since, done: calls(...dates) })?.due ?? ''
      dates.push(due)
    }
    expect(dates).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'])
  })

  it('is kept by whoever comes early, where a rhythm counts from the contact (rhythm-06)', () => {
    const facts = { since: '2026-03-02', done: calls('2026-03-05') }
    expect(dueOf(rhythmOf({ every: 7, unit: 'day' }), facts)?.due).toBe('2026-03-12')
    expect(dueOf(rhythmOf({ every: 7, unit: 'day' }, 'schedule'), facts)?.due).toBe('2026-03-16')
  })

  it.each([
    ['twice in one interval counts once', ['2026-03-05', '2026-03-06'], '2026-03-16'],
    ['on the day is for that day', ['2026-03-09'], '2026-03-16'],
    ['late is for what was missed, not for what comes', ['2026-03-10'], '2026-03-16'],
    ['late is for all that was missed', ['2026-03-25'], '2026-03-30'],
    ['twice on one day is once', ['2026-03-10', '2026-03-10'], '2026-03-16'],
    ['late and then early is for both', ['2026-03-10', '2026-03-12'], '2026-03-23'],
    ['before the start is for nothing', ['2026-03-02', '2026-02-01'], '2026-03-09'],
    ['never leaves the first day open', [], '2026-03-09'],
  ])('%s', (_, done, due) => {
    const policy = rhythmOf({ unit: 'week' }, 'schedule')
    expect(dueOf(policy, { since: '2026-03-02', done: calls(...done) })?.due).toBe(due)
  })

  it('of working days passes over days off', () => {
    const policy = rhythmOf({ every: 2, unit: 'working-day' }, 'schedule')
    const since = '2026-09-29'
    // 30 September and 8, 9, 10 October are worked.
    expect(dueOf(policy, { since })?.due).toBe('2026-10-08')
    expect(dueOf(policy, { since, done: calls('2026-10-08') })?.due).toBe('2026-10-10')
  })

  it('may start on another day than the customer did: a check each quarter from the installation (HEA-6)', () => {
    expect(itemOf('product-check', {})).toMatchObject({ due: '2026-04-01', state: 'upcoming' })
    const installed = itemOf('product-check', { starts: { 'product-check': '2025-11-30' } })
    expect(installed).toMatchObject({ due: '2026-02-28', state: 'overdue', clause: 'HEA-6' })
  })
})

describe('surveys, reports and profiles', () => {
  it('are due each quarter, each month and each quarter (HEA-8, LEA-8)', () => {
    const dues = ['satisfaction-survey', 'usage-report', 'profile-refresh'].map((kind) => {
      const { due, clause } = itemOf(kind, { since: '2026-01-15' }) ?? {}
      return [due, clause]
    })
    expect(dues).toEqual([
      ['2026-04-15', 'HEA-8'],
      ['2026-02-15', 'HEA-8'],
      ['2026-04-15', 'LEA-8'],
    ])
  })
})

describe('days that call for care (HEA-7)', () => {
  const wang = { id: 'birthday', date: '1980-02-29', of: 'Wang' }

  it('are due seven days ahead, each year; the 29th of February is the 28th', () => {
    const on = (asOf: string) => itemOf('birthday', { asOf, since: '2025-06-01', dates: [wang] })
    expect(on('2026-02-20')).toMatchObject({ state: 'upcoming', due: '2026-02-28' })
    expect(on('2026-02-21')).toMatchObject({ state: 'due', from: '2026-02-21', for: 'Wang' })
    expect(on('2026-02-28')).toMatchObject({ state: 'due' })
    expect(on('2026-03-01')).toMatchObject({ state: 'overdue', overdueSince: '2026-03-01' })
  })

  it('are seen to by care from then on, not by that of months before, nor by that for somebody else', () => {
    const on = (date: string, whose = 'Wang') =>
      itemOf('birthday', {
        since: '2025-06-01',
        dates: [wang],
        done: [{ care: 'birthday', date, for: whose }],
      })?.due
    expect(on('2026-02-20')).toBe('2026-02-28')
    expect(on('2026-02-21')).toBe('2027-02-28')
    expect(on('2026-03-20')).toBe('2027-02-28')
    expect(on('2026-02-21', 'Li')).toBe('2026-02-28')
  })

  it('of a missed year and of the coming one are both seen to by care that is ahead of the coming one and nearer to it', () => {
    const on = (date: string) =>
      itemOf('birthday', {
        ...{ asOf: '2027-03-31', since: '2025-06-01', dates: [wang] },
        done: [{ care: 'birthday', date, for: 'Wang' }],
      })?.due
    // Nobody saw to 28 February 2026; the next is 28 February 2027, seven days ahead from the 21st.
    expect(on('2027-02-20')).toBe('2027-02-28')
    expect(on('2027-02-21')).toBe('2028-02-29')
    const wide = defineCarePolicy({
      ...care,
      provenance: [],
      occasions: { clause: 'HEA-7', yearly: ['birthday'], daysAhead: 365 },
    })
    const by = (date: string) =>
      careDue(
        {
          ...{ ...basic, tier: 'ordinary', asOf: '2027-03-31', since: '2025-06-01', dates: [wang] },
          done: [{ care: 'birthday', date, for: 'Wang' }],
        },
        wide,
      ).items.find((item) => item.care === 'birthday')?.due
    // 182 days after the one are 183 before the other.
    expect([by('2026-08-29'), by('2026-08-30')]).toEqual(['2027-02-28', '2028-02-29'])
  })

  it.each([
    ['nobody, where they are of several', { care: 'birthday' }, 'NOT_IN_POLICY', null],
    ['somebody who has none', { care: 'birthday', for: 'Wan' }, 'NOT_IN_POLICY', 'Wang'],
    [
      'an answer that nobody gave',
      { care: 'dissatisfied-answer', for: 'S-2' },
      'NOT_IN_POLICY',
      'S-1',
    ],
    [
      'one of several, where they are of the customer',
      { care: 'anniversary', for: 'Wang' },
      'VALUE_INVALID',
      undefined,
    ],
    [
      'somebody, where it is for all',
      { care: 'follow-up', for: 'Wang' },
      'VALUE_INVALID',
      undefined,
    ],
    [
      'somebody, where it is a holiday',
      { care: 'national-day', for: 'Wang' },
      'VALUE_INVALID',
      undefined,
    ],
  ])('done for %s are named, as they count for nothing', (_, done, code, suggestion) => {
    const customer = {
      ...{ ...basic, tier: 'ordinary' },
      dates: [wang, { id: 'anniversary', date: '2020-05-01' }],
      answers: [{ id: 'S-1', date: '2026-03-02', rating: 2 }],
    }
    const { issues } = careDue({ ...customer, done: [{ ...done, date: '2026-03-30' }] }, care)
    expect(issues).toMatchObject([{ code, path: ['customer', 'done', 0, 'for'] }])
    const [found] = issues
    expect(found?.code === 'NOT_IN_POLICY' ? found.params.suggestion : undefined).toBe(suggestion)
  })

  it('of somebody whom nobody knows any more are none of them', () => {
    const done = [{ care: 'birthday', for: 'Li', date: '2026-03-30' }]
    expect(careDue({ ...basic, tier: 'ordinary', done }, care).issues).toEqual([])
  })

  it('are the customer’s own, of each person, and holidays', () => {
    const dates = [wang, { id: 'birthday', date: '1975-04-02', of: 'Li' }]
    const { items } = careDue({ ...basic, tier: 'ordinary', dates }, care)
    const own = items.filter((item) => item.care === 'birthday')
    expect(own.map((item) => [item.for, item.due])).toEqual([
      ['Wang', '2026-02-28'],
      ['Li', '2026-04-02'],
    ])
    expect(itemOf('spring-festival', {})).toMatchObject({ due: '2026-02-17', state: 'overdue' })
    expect(itemOf('mid-autumn-festival', {})).toMatchObject({ due: '2026-09-25' })
    // 1 January is the day of the start, and all that is known.
    expect(itemOf('new-year', {})).toBeUndefined()
  })

  it('of a year that nobody has announced are said to be unknown, and the others go on', () => {
    const later = careDue({ ...basic, asOf: '2026-12-25', tier: 'ordinary' }, care)
    expect(later.issues).toMatchObject([
      { code: 'DATE_NOT_COVERED', path: ['customer', 'asOf'], params: { date: '2027-01-01' } },
    ])
    expect(later.items.length).toBeGreaterThan(5)
    expect(careDue({ ...basic, asOf: '2026-12-24', tier: 'ordinary' }, care).issues).toEqual([])
  })

  it('are let go some days later where the policy says so', () => {
    const lapsing = defineCarePolicy({
      ...care,
      provenance: [],
      occasions: { clause: 'HEA-7', yearly: ['birthday'], lapsesAfterDays: 10, daysAhead: 3 },
    })
    const on = (asOf: string) =>
      careDue({ ...basic, asOf, tier: 'ordinary', dates: [wang] }, lapsing).items.find(
        (item) => item.care === 'birthday',
      )?.due
    expect([on('2026-03-10'), on('2026-03-11')]).toEqual(['2026-02-28', '2027-02-28'])

    // The birthday of 2026 was missed and let go: whoever comes early in 2027 comes for 2027, and not late for 2026.
    const done = [{ care: 'birthday', for: 'Wang', date: '2027-02-26' }]
    const facts = { ...basic, asOf: '2027-02-27', tier: 'ordinary', dates: [wang], done }
    expect(careDue(facts, lapsing, null).items).toContainEqual(
      expect.objectContaining({ care: 'birthday', due: '2028-02-29', last: '2027-02-26' }),
    )
  })
})

describe('a dissatisfied answer (HEA-9)', () => {
  const answer = { id: 'S-1', date: '2026-03-02', rating: 2 }
  const measure = (facts: Partial<CareFacts>) => itemOf('dissatisfied-answer', facts)

  it('opens a measure that is followed up each week until it is closed', () => {
    expect(measure({ answers: [answer] })).toMatchObject({
      for: 'S-1',
      due: '2026-03-09',
      state: 'overdue',
      clause: 'HEA-9',
    })
    const done = [{ care: 'dissatisfied-answer', for: 'S-1', date: '2026-03-30' }]
    // The next follow-up would be on 6 April, and it must be closed by the 1st.
    expect(measure({ answers: [answer], done })).toMatchObject({
      due: '2026-04-01',
      state: 'upcoming',
    })
    expect(measure({ answers: [{ ...answer, closed: '2026-03-31' }] })).toBeUndefined()
  })

  it('is one below 3 of 5; a better one opens nothing', () => {
    const rated = (rating: number | string) => measure({ answers: [{ ...answer, rating }] })
    expect(rated('2.99')).toBeDefined()
    expect(rated(3)).toBeUndefined()
  })

  it.each([
    ['above its scale', { rating: 6 }, 'NUMBER_OUT_OF_RANGE', 'rating'],
    ['of tomorrow', { date: '2026-04-01' }, 'DATES_OUT_OF_ORDER', 'date'],
  ])('%s is left out, and named', (_, change, code, key) => {
    const wrong = { ...answer, id: 'S-2', ...change }
    const customer = { ...basic, tier: 'ordinary', answers: [wrong, answer] }
    const { issues, items } = careDue(customer, care)
    expect(issues).toMatchObject([{ code, path: ['customer', 'answers', 0, key] }])
    expect(items.filter((item) => item.care === 'dissatisfied-answer')).toHaveLength(1)
  })

  it.each([
    ['before it was given', '2026-03-01', 'DATES_OUT_OF_ORDER'],
    ['tomorrow', '2026-04-01', 'DATES_OUT_OF_ORDER'],
    ['on no day', '2026-03-32', 'DATE_INVALID'],
  ])('closed %s is not closed, and that is named', (_, closed, code) => {
    const customer = { ...basic, tier: 'ordinary', answers: [{ ...answer, closed }] }
    const { issues, items } = careDue(customer, care)
    expect(issues).toMatchObject([{ code, path: ['customer', 'answers', 0, 'closed'] }])
    expect(items.filter((item) => item.care === 'dissatisfied-answer')).toHaveLength(1)
    const today = { ...answer, closed: '2026-03-02' }
    expect(measure({ answers: [today] })).toBeUndefined()
  })

  it('counts once, as a person has one birthday', () => {
    const dates = [
      { id: 'birthday', date: '1980-02-29', of: 'Wang' },
      { id: 'birthday', date: '1981-02-28', of: 'Wang' },
      { id: 'birthday', date: '1981-02-28' },
      { id: 'birthday', date: '1981-02-28' },
    ]
    const customer = { ...basic, tier: 'ordinary', answers: [answer, answer], dates }
    const { issues, items } = careDue(customer, care)
    expect(issues.map(({ code, path }) => [code, path.slice(1).join('.')])).toEqual([
      ['ID_DUPLICATE', 'dates.1.of'],
      ['ID_DUPLICATE', 'dates.3.id'],
      ['ID_DUPLICATE', 'answers.1.id'],
    ])
    expect(items.filter((item) => item.care === 'birthday').map((item) => item.for)).toEqual([
      null,
      'Wang',
    ])
  })
})

describe('careDue', () => {
  it('has what has been due longest first, and says what is not for the tier', () => {
    const policy = defineCarePolicy({
      ...care,
      provenance: [],
      rhythms: [
        {
          id: 'call',
          clause: 'C-1',
          intervals: [{ tiers: ['vip'], unit: 'day' }, { unit: 'week' }],
        },
        { id: 'visit', clause: 'C-2', intervals: [{ tiers: ['vip'], unit: 'month' }] },
      ],
      occasions: { clause: 'C-3', tiers: ['vip'], yearly: ['birthday'] },
    })
    const { notForTier, items, clauses } = careDue({ ...basic, tier: 'ordinary' }, policy)
    expect(notForTier).toEqual(['visit', 'birthday'])
    expect(items.map(({ due }) => due)).toEqual(['2026-01-08'])
    expect(clauses).toEqual(['C-1'])
    const vip = careDue(basic, policy)
    expect(vip.notForTier).toEqual([])
    expect(vip.items.map((item) => [item.care, item.due])).toEqual([
      ['call', '2026-01-02'],
      ['visit', '2026-02-01'],
    ])
  })

  it('asks for tiers that there are: the policy is refused at the name of another', () => {
    const outcome = attempt(() => rhythmOf({ tiers: ['all', 'gold'], unit: 'day' }))
    expect(outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])).toEqual([
      ['NOT_IN_POLICY', ['rhythms', 0, 'intervals', 0, 'tiers', 1]],
    ])
  })

  it('leaves out what was done tomorrow, or is called otherwise, so that it stays due', () => {
    const done = [
      { care: 'follow-up', date: '2026-04-01' },
      { care: 'folow-up', date: '2026-03-30' },
      { care: 'follow-up', date: '2026-03-24' },
    ]
    const result = careDue({ ...basic, tier: 'ordinary', done }, care)
    expect(result.issues.map(({ code, path }) => [code, path.slice(2)])).toEqual([
      ['DATES_OUT_OF_ORDER', [0, 'date']],
      ['NOT_IN_POLICY', [1, 'care']],
    ])
    expect(result.items.find((item) => item.care === 'follow-up')?.due).toBe('2026-03-31')
  })

  it.each([
    ['another tier', { tier: 'gold' }, 'NOT_IN_POLICY', ['customer', 'tier']],
    ['a start tomorrow', { since: '2026-04-01' }, 'DATES_OUT_OF_ORDER', ['customer', 'since']],
    ['no start', { since: null }, 'VALUE_MISSING', ['customer', 'since']],
    ['no day', { asOf: undefined }, 'VALUE_MISSING', ['customer', 'asOf']],
    [
      'a start of what is no care',
      { starts: { check: '2026-01-01' } },
      'UNKNOWN_KEY',
      ['customer', 'starts', 'check'],
    ],
  ])('refuses %s', (_, change, code, path) => {
    expect(issuesOf({ ...basic, ...change })).toMatchObject([{ code, path }])
  })

  it.each([undefined, null, [], 'Acme'])('refuses %j as a customer', (customer) => {
    expect(issuesOf(customer)).toHaveLength(1)
  })
})

describe('for any care', () => {
  const units = ['day', 'week', 'month', 'quarter', 'half-year', 'year', 'working-day'] as const
  const intervals = fc.record({
    every: fc.integer({ min: 1, max: 4 }),
    unit: fc.constantFrom(...units),
  })
  const counting = fc.constantFrom('last' as const, 'schedule' as const)
  const days = fc.integer({ min: 0, max: 500 }).map((day) => addDays('2024-06-29', day))
  const histories = fc.array(days, { maxLength: 8 })
  const since = fc.integer({ min: 0, max: 5 }).map((day) => addDays('2024-06-28', day))
  const asOf = '2025-12-31'
  const drawn = fc.tuple(intervals, counting, since, histories)

  type Steps = { readonly every: number; readonly unit: Interval['unit'] }

  /** The days of a schedule by hand, as far as anybody asks. */
  function daysOfSchedule({ every, unit }: Steps, start: string): string[] {
    if (unit === 'working-day') return workedDays(start).filter((_, at) => (at + 1) % every === 0)
    const found: string[] = []
    for (let date = start; date < '2034-01-01'; ) {
      date = stepsFrom(start, (found.length + 1) * every, unit)
      found.push(date)
    }
    return found
  }

  /** Every working day after a start. */
  function workedDays(start: string): string[] {
    const found: string[] = []
    for (let date = addDays(start, 1); date < '2026-12-01'; date = addDays(date, 1))
      if (isWorkingDay(date, chinaCalendar)) found.push(date)
    return found
  }

  function stepsFrom(start: string, steps: number, unit: Interval['unit']): string {
    const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[unit as 'month']
    if (months !== undefined) return monthsLater(start, steps * months)
    if (unit === 'working-day') return workedDays(start)[steps - 1] ?? ''
    return addDays(start, steps * (unit === 'week' ? 7 : 1))
  }

  function monthsLater(start: string, months: number): string {
    const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
    const at = year * 12 + month - 1 + months
    const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1]
    const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate()
    const two = (figure: number) => String(figure).padStart(2, '0')
    return `${toYear}-${two(toMonth)}-${two(Math.min(day, last))}`
  }

  /** Day by day: what was done strikes out what was missed, or else the day that comes. */
  function openDay(schedule: readonly string[], done: readonly string[]): string | undefined {
    const open = new Set(schedule)
    for (const date of done) {
      const missed = [...open].filter((day) => day < date)
      const next = schedule.find((day) => day >= date)
      if (next === date || missed.length === 0) open.delete(next ?? '')
      for (const day of missed) open.delete(day)
    }
    return [...open][0]
  }

  it('what is due is what a walk through the days finds', () => {
    fc.assert(
      fc.property(drawn, ([interval, countsFrom, start, history]) => {
        const due = dueOf(rhythmOf(interval, countsFrom), {
          asOf,
          since: start,
          done: calls(...history),
        })?.due
        const sorted = [...new Set(history)].sort()
        const after = sorted.filter((date) => date > start)
        const expected =
          countsFrom === 'last'
            ? stepsFrom(after.at(-1) ?? start, interval.every, interval.unit)
            : openDay(daysOfSchedule(interval, start), after)
        expect(due).toBe(expected)
      }),
    )
  })

  it('what is due today stays due until it is done, and more care never makes it due earlier', () => {
    fc.assert(
      fc.property(drawn, days, ([interval, countsFrom, start, history], extra) => {
        const policy = rhythmOf(interval, countsFrom)
        const at = (day: string, done: readonly string[]) =>
          dueOf(policy, { asOf: day, since: start, done: calls(...done) })
        const today = at(asOf, history)
        const tomorrow = at(addDays(asOf, 1), history)
        expect(tomorrow?.due).toBe(today?.due)
        if (today?.state !== 'upcoming') expect(tomorrow?.state).not.toBe('upcoming')
        const more = at(asOf, [...history, extra])
        expect((more?.due ?? '') >= (today?.due ?? '')).toBe(true)
      }),
    )
  })

  it('the order of what was done does not matter, and the result is JSON', () => {
    const all = fc.constantFrom('follow-up', 'product-check', 'usage-report', 'spring-festival')
    const done = fc.array(fc.record({ care: all, date: days }), { maxLength: 10 })
    fc.assert(
      fc.property(
        done.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, others]) => {
          const customer = { asOf, tier: 'vip', since: '2024-06-01' }
          const due = careDue({ ...customer, done: list }, care, chinaCalendar)
          expect(careDue({ ...customer, done: others }, care, chinaCalendar)).toEqual(due)
          expect(throughJson(due)).toStrictEqual(due)
        },
      ),
    )
  })

  it('a daily follow-up is the next working day', () => {
    fc.assert(
      fc.property(days, (date) => {
        const facts = {
          tier: 'vip',
          asOf,
          since: '2024-06-01',
          done: [{ care: 'follow-up', date }],
        }
        expect(itemOf('follow-up', facts)?.due).toBe(addWorkingDays(date, 1, chinaCalendar))
      }),
    )
  })
})
