import * as z from 'zod'
import type { DecimalInput, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { DATE_DUPLICATE, HOLIDAY_AND_WORKDAY, OUTSIDE_COVERAGE } from '../kernel/issues.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type CalendarInput,
  type ConditionInput,
  calendarDate,
  calendarSchema,
  checked,
  conditionSchema,
  duplicateIds,
  headerShape,
  name,
  type PolicyHeaderInput,
  positive,
  provenanceIssues,
  readPolicy,
  report,
  type SchemaNamed,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import * as time from '../kernel/time/time.js'
import { hoursOf, parseSpan } from './exactWorkingHours.js'
import { zoneIssues } from './exactZone.js'
import {
  AN_OPENING_SPAN,
  HOURS_OVERLAP,
  MAKE_UP_DAYS_WITHOUT_HOURS,
  WEEK_WITHOUT_HOURS,
  WEEKEND_WITH_HOURS,
  WITHIN_WITHOUT_UNIT,
  WORKING_DAY_WITHOUT_HOURS,
} from './issues.js'
import { ENDS, readTime, UNITS } from './read.js'
import type {
  DefinedServiceStandards,
  DefinedWorkingHours,
  ServiceStandard,
  ServiceStandards,
  ServiceTarget,
  ServiceUnit,
  WeekHours,
  WorkingHours,
} from './types.js'

/** Working hours as they are written down: spans of a day in any order. */
export interface WorkingHoursInput extends SchemaNamed {
  /** A zone of the IANA database, such as `Asia/Shanghai`, or a fixed offset, such as `+08:00`. */
  readonly timeZone: string
  /** The spans of each weekday, by its ISO number: 1 is Monday. A day that is left out is free. */
  readonly week: WeekHours
  /** Public holidays and make-up days. Its weekend is the weekdays without hours; no day outside it is known. */
  readonly calendar?: CalendarInput
  /** The weekday whose hours a make-up day of the calendar has, where it has none of its own. 1 to 7. */
  readonly makeUpDays?: number
  /** Days off besides. */
  readonly holidays?: readonly string[]
  /** Days with hours of their own, whatever else they are: a make-up day, a short day before a holiday. */
  readonly worked?: Readonly<Record<string, readonly string[]>>
}

/** Standards as they are written down. */
export interface ServiceStandardsInput extends PolicyHeaderInput {
  /** The standards that cases are held against. */
  readonly standards?: readonly {
    /** Names the standard, by which a case says which one it has; each once. */
    readonly id: string
    /** The clauses that it follows, named in outcomes. None by default. */
    readonly clauses?: readonly string[]
    /** How soon it is due. Without it, its cases say themselves when they were agreed to be due. Above 0. */
    readonly within?: DecimalInput
    /** What time is counted in: hours and days of the clock, or working ones. */
    readonly unit?: ServiceUnit
    /** The time of the last day at which it is due. */
    readonly until?: NonNullable<ServiceTarget['until']>
    /** Time after the due time in which it is still on time. */
    readonly buffer?: {
      /** How much of it. Above 0. */
      readonly within: DecimalInput
      /** What it is counted in. */
      readonly unit: ServiceUnit
    }
    /** How long before the due time a case is at risk. */
    readonly warning?: {
      /** How long before it is due. Above 0. */
      readonly before: DecimalInput
      /** What it is counted in. */
      readonly unit: ServiceUnit
    }
    /** A case names the one contact through whom it goes. */
    readonly namedContact?: boolean
  }[]
  /** What must hold of work that is good enough. */
  readonly quality?: readonly ConditionInput[]
}

/** No day has more spans, and few have more than three. */
const MOST_SPANS = 48
const MOST_DATES = 10_000

const spans = () =>
  z
    .array(z.string())
    .max(MOST_SPANS)
    .superRefine((list, context) => report(context, spanIssues(list)))
    .transform((list) => [...list].sort())

function spanIssues(list: readonly string[]): Issue[] {
  const wrong = list.flatMap((text, index) =>
    parseSpan(text) === undefined ? [issue.invalid(text, [index], AN_OPENING_SPAN)] : [],
  )
  if (wrong.length > 0) return wrong
  const ordered = [...list].sort()
  return ordered.flatMap((given, index) => {
    const other = ordered[index - 1]
    return other !== undefined && other.slice(6) > given.slice(0, 5)
      ? [issue.at(HOURS_OVERLAP, [list.indexOf(given)], { given, other })]
      : []
  })
}

export const hoursSchema = strict({
  timeZone: z.string().superRefine((zone, context) => report(context, zoneIssues(zone, []))),
  week: strict({
    1: spans().exactOptional(),
    2: spans().exactOptional(),
    3: spans().exactOptional(),
    4: spans().exactOptional(),
    5: spans().exactOptional(),
    6: spans().exactOptional(),
    7: spans().exactOptional(),
  }),
  calendar: calendarSchema.exactOptional(),
  makeUpDays: wholeNumber(1, 7).exactOptional(),
  holidays: z
    .array(calendarDate())
    .max(MOST_DATES)
    .default([])
    .transform((list) => [...list].sort()),
  worked: z.record(z.string(), spans()).default({}),
}).superRefine(checked(hoursIssues))

function hoursIssues(hours: WorkingHours): Issue[] {
  const { week, holidays, worked } = hours
  const isWorked = (weekday: number) => hoursOf(week, weekday).length > 0
  if (!WEEKDAYS.some(isWorked)) return [issue.at(WEEK_WITHOUT_HOURS, ['week'], {})]
  const twice = holidays.filter((date, index) => date === holidays[index - 1])
  const both = holidays.filter((date) => date in worked)
  const found: Issue[] = []
  for (const date of Object.keys(worked)) read.date(date, ['worked', date], found)
  return [
    ...found,
    ...twice.map((id) => issue.at(DATE_DUPLICATE, ['holidays'], { id })),
    ...both.map((date) => issue.at(HOLIDAY_AND_WORKDAY, ['worked', date], { date })),
    ...(found.length > 0 ? [] : calendarIssues(hours, isWorked)),
  ]
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/** What the hours of the week and the calendar say of each other's days. */
function calendarIssues(hours: WorkingHours, isWorked: (weekday: number) => boolean): Issue[] {
  const { calendar, makeUpDays = 0, holidays, worked } = hours
  if (calendar === undefined) return []
  const { from, to, weekend, workdays } = calendar
  const days = [
    ...holidays.map((date) => ['holidays', date]),
    ...Object.keys(worked).map((date) => ['worked', date]),
  ]
  const outside = days.filter(([, date = '']) => date < from || date > to)
  const withoutHours = workdays.filter(
    (date) =>
      !(date in worked) && !isWorked(time.weekdayOf(time.dayNumber(date))) && !isWorked(makeUpDays),
  )
  return [
    ...outside.map(([field = '', date = '']) =>
      issue.at(OUTSIDE_COVERAGE, field === 'worked' ? [field, date] : [field], { date, from, to }),
    ),
    ...WEEKDAYS.filter((day) => isWorked(day) === weekend.includes(day)).map((day) =>
      issue.at(isWorked(day) ? WEEKEND_WITH_HOURS : WORKING_DAY_WITHOUT_HOURS, ['week'], {
        id: String(day),
      }),
    ),
    ...(withoutHours.length === 0
      ? []
      : [issue.at(MAKE_UP_DAYS_WITHOUT_HOURS, ['calendar', 'workdays'], { dates: withoutHours })]),
  ]
}

/**
 * Checks and freezes working hours: the hours of the week, with holidays, make-up days and days of their own hours, in a time zone.
 *
 * @throws SalesRulesError `ZONE_UNAVAILABLE`, `POLICY_CONFLICT` for hours that overlap, a week without hours and a calendar that says
 *   otherwise, `VALUE_INVALID` for a span that ends before it starts, `DATE_NOT_COVERED`, `DATE_INVALID`, `UNKNOWN_KEY`, …
 *
 * @example Hours with a break, on the calendar of mainland China; make-up days have the hours of a Friday
 * ```ts
 * import { defineWorkingHours, dueAt, handbook } from 'sales-rules'
 *
 * const day = ['09:00-12:00', '13:30-18:00']
 * const hours = defineWorkingHours({
 *   timeZone: 'Asia/Shanghai',
 *   week: { 1: day, 2: day, 3: day, 4: day, 5: day },
 *   calendar: handbook.chinaCalendar,
 *   makeUpDays: 5,
 * })
 * dueAt('2026-02-14T16:00:00+08:00', { within: 4, unit: 'working-hours' }, hours) // => '2026-02-24T11:00:00+08:00'
 * ```
 */
export function defineWorkingHours(hours: WorkingHoursInput): DefinedWorkingHours {
  return defined.seal<WorkingHours>('WorkingHours', readPolicy(hoursSchema, hours))
}

const unit = () => z.enum(UNITS)

const standardSchema = strict({
  id: name(),
  clauses: z.array(name()).max(20).default([]),
  within: positive().exactOptional(),
  unit: unit().exactOptional(),
  until: z.enum(ENDS).exactOptional(),
  buffer: strict({ within: positive(), unit: unit() }).exactOptional(),
  warning: strict({ before: positive(), unit: unit() }).exactOptional(),
  namedContact: z.boolean().exactOptional(),
})

export const standardsSchema = strict({
  ...headerShape('service-standards'),
  standards: z.array(standardSchema).max(200).default([]),
  quality: z.array(conditionSchema).max(200).default([]),
}).superRefine(
  checked((policy) => [
    ...duplicateIds(policy.standards, ['standards']),
    ...policy.standards.flatMap((standard, index) => timeIssues(standard, ['standards', index])),
    ...provenanceIssues(policy),
  ]),
)

function timeIssues(standard: ServiceStandard, path: issue.Path): Issue[] {
  const { within, unit: given, until, buffer, warning } = standard
  const isTold = within !== undefined && given !== undefined
  if (!isTold && (within ?? given ?? until) !== undefined) {
    const field = within === undefined ? 'within' : 'unit'
    return [issue.at(WITHIN_WITHOUT_UNIT, path, { field })]
  }
  const issues: Issue[] = []
  if (isTold) readTime({ within, unit: given, until }, 'within', path, issues)
  if (buffer !== undefined) readTime({ ...buffer }, 'within', [...path, 'buffer'], issues)
  if (warning !== undefined) readTime({ ...warning }, 'before', [...path, 'warning'], issues)
  return issues
}

/**
 * Checks and freezes standards of service: how soon each service is due, and how good it has to be.
 *
 * @throws SalesRulesError with everything that is wrong: `ID_DUPLICATE`, `POLICY_CONFLICT`, `VALUE_INVALID` for half a day,
 *   `NUMBER_OUT_OF_RANGE` for a time of 0, `UNKNOWN_KEY`, …
 *
 * @example An answer within four working hours, with a warning an hour before
 * ```ts
 * import { checkServiceLevel, defineServiceStandards, defineWorkingHours } from 'sales-rules'
 *
 * const day = ['08:00-17:00']
 * const hours = defineWorkingHours({ timeZone: 'UTC', week: { 1: day, 2: day, 3: day, 4: day, 5: day } })
 * const standards = defineServiceStandards({
 *   standards: [
 *     { id: 'answer', within: 4, unit: 'working-hours', warning: { before: 1, unit: 'working-hours' } },
 *   ],
 * })
 * const asked = { standard: 'answer', started: '2026-03-06T16:00:00Z', asOf: '2026-03-09T10:30:00Z' }
 * const level = checkServiceLevel(asked, standards, hours)
 * level.due // => '2026-03-09T11:00:00+00:00'
 * level.warnAt // => '2026-03-09T10:00:00+00:00'
 * level.state // => 'open'
 * level.left // => 'PT30M'
 * level.atRisk // => true
 * ```
 */
export function defineServiceStandards(policy: ServiceStandardsInput): DefinedServiceStandards {
  return defined.seal<ServiceStandards>('ServiceStandards', readPolicy(standardsSchema, policy))
}
