import {
  type Calendar,
  calendarFromDays,
  calendarFromWorkdays,
  checkQuality,
  checkServiceLevel,
  type DefinedServiceStandards,
  type DefinedWorkingHours,
  defineServiceStandards,
  defineWorkingHours,
  dueAt,
  handbook,
  instantsOf,
  localDateOf,
  measureServiceLevels,
  type QualityCheck,
  type ServiceLevel,
  type ServiceLevels,
  type ServiceStandards,
  type WorkingHours,
  workingTimeBetween,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const hours = defineWorkingHours({ timeZone: 'UTC', week: { 1: ['09:00-17:00'] } })
const standards = defineServiceStandards({
  standards: [{ id: 'answer', within: 1, unit: 'hours' }],
})
const started = '2026-03-02T09:00:00Z'
const asked = { standard: 'answer', started, asOf: started }

describe('working hours', () => {
  it('are defined before anything is counted by them', () => {
    expectTypeOf(hours).toEqualTypeOf<DefinedWorkingHours>()
    expectTypeOf(localDateOf(started, hours)).toEqualTypeOf<string>()
    expectTypeOf(workingTimeBetween(started, started, hours)).toEqualTypeOf<string>()
    expectTypeOf(instantsOf('2026-03-02T09:00', hours)).toEqualTypeOf<readonly string[]>()
    // @ts-expect-error hours that nobody has checked
    dueAt(started, { within: 1, unit: 'working-hours' }, hours as WorkingHours)
    // @ts-expect-error standards are no hours
    localDateOf(started, standards)
    // @ts-expect-error where a month begins is not known
    workingTimeBetween(started, started)
  })

  it('are of a week, in a zone', () => {
    // @ts-expect-error in which zone?
    defineWorkingHours({ week: { 1: ['09:00-17:00'] } })
    // @ts-expect-error a week has seven days
    defineWorkingHours({ timeZone: 'UTC', week: { 8: ['09:00-17:00'] } })
    // @ts-expect-error spans come as a list
    defineWorkingHours({ timeZone: 'UTC', week: { 1: '09:00-17:00' } })
  })
})

describe('standards of service', () => {
  it('are defined before a case is held against them', () => {
    expectTypeOf(standards).toEqualTypeOf<DefinedServiceStandards>()
    expectTypeOf(checkServiceLevel(asked, standards)).toEqualTypeOf<ServiceLevel>()
    expectTypeOf(checkQuality({}, standards)).toEqualTypeOf<QualityCheck>()
    // @ts-expect-error standards that nobody has checked
    checkServiceLevel(asked, standards as ServiceStandards)
    // @ts-expect-error a policy of another kind
    checkQuality({}, handbook.targets)
  })

  it('say what time is counted in', () => {
    // @ts-expect-error no unit of ours
    dueAt(started, { within: 1, unit: 'weeks' })
    // @ts-expect-error one of what?
    dueAt(started, { within: 1 })
    // @ts-expect-error no end of ours
    dueAt(started, { within: 1, unit: 'working-days', until: 'noon' }, hours)
    // @ts-expect-error a Date has no offset
    dueAt(new Date(0), { within: 1, unit: 'hours' })
  })

  it('are looked at as of one instant for all cases together', () => {
    const { asOf: _, ...one } = asked
    const input = { asOf: started, per: 'month', cases: [one] } as const
    expectTypeOf(measureServiceLevels(input, standards, hours)).toEqualTypeOf<ServiceLevels>()
    // @ts-expect-error hours say where a month begins
    measureServiceLevels(input, standards)
    // @ts-expect-error no period of ours
    measureServiceLevels({ ...input, per: 'decade' }, standards, hours)
    // @ts-expect-error a case has a standard
    measureServiceLevels({ ...input, cases: [{ started }] }, standards, hours)
  })
})

describe('a calendar', () => {
  const coverage = { from: '2026-01-01', to: '2026-01-31', weekend: [6, 7] }

  it('is made of days, or of a function', () => {
    const list = [{ date: '2026-01-01', isOffDay: true }]
    expectTypeOf(calendarFromDays(list, coverage)).toEqualTypeOf<Calendar>()
    expectTypeOf(calendarFromWorkdays(() => true, coverage)).toEqualTypeOf<Calendar>()
    // @ts-expect-error off or not?
    calendarFromDays([{ date: '2026-01-01' }], coverage)
    // @ts-expect-error a list is no function
    calendarFromWorkdays(list, coverage)
    // @ts-expect-error until when?
    calendarFromWorkdays(() => true, { from: '2026-01-01', weekend: [6, 7] })
  })
})
