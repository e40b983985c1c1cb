/** The kinds of problem that this room finds, each with its English sentence. */
import * as issue from '../kernel/input/issue.js'

export const AN_OPENING_SPAN: issue.Expected = {
  keyword: 'opening-span',
  words: () =>
    'a span of a day such as "09:00-12:30", its end later than its start; "24:00" ends a day',
}

export const HOURS_OVERLAP = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'opening-hours-overlap' },
  ({ given, other }: { given: string; other: string }) =>
    `${given} overlaps ${other}. Let one end before the next begins.`,
)

export const WEEK_WITHOUT_HOURS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'week-without-hours' },
  () => 'no weekday has hours, so nothing would ever be due. Give the hours of one at least.',
)

export const WEEKEND_WITH_HOURS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'weekend-with-hours' },
  ({ id }: { id: string }) =>
    `weekday ${id} has hours, and the calendar has it as weekend. Leave the hours out, or take it out of the weekend of the calendar.`,
)

export const WORKING_DAY_WITHOUT_HOURS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'working-day-without-hours' },
  ({ id }: { id: string }) =>
    `weekday ${id} has no hours, and the calendar has it as a working day. Give it hours, or add it to the weekend of the calendar.`,
)

export const MAKE_UP_DAYS_WITHOUT_HOURS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'make-up-day-without-hours' },
  ({ dates = [] }) =>
    `make-up days of the calendar have no hours: ${dates.join(', ')}. Name in "makeUpDays" the weekday whose hours they have, or give them hours in "worked".`,
)

export const ZONE_UNKNOWN = /* @__PURE__ */ issue.code(
  'ZONE_UNAVAILABLE',
  { reason: 'unknown' },
  ({ given }) =>
    `got ${given}, expected a time zone of the IANA database such as "Asia/Shanghai", or a fixed offset such as "+08:00".`,
)

export const ZONE_WITHOUT_DATA = /* @__PURE__ */ issue.code(
  'ZONE_UNAVAILABLE',
  { reason: 'no-data' },
  ({ given }) =>
    `got ${given}, and this runtime has no data of time zones. Use one that has, or a fixed offset such as "+08:00".`,
)

export const LOCAL_TIME_MISSING = /* @__PURE__ */ issue.code(
  'LOCAL_TIME_MISSING',
  ({ given, zone }) =>
    `${given} does not exist in ${zone}, where the clocks are put forward over it. Give the instant, with its offset.`,
)

export const HOURS_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'working-hours' },
  ({ unit }: { unit: string }) =>
    `is missing: a time in ${unit} needs to know when it is open, and in which zone. Give working hours, from defineWorkingHours.`,
)

export const TIME_NOT_WHOLE = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { expected: 'whole-time' },
  ({ given, unit }: { given: string; unit: string }) =>
    `got ${given} ${unit}, expected a whole number of ${unit.endsWith('days') ? 'days' : 'milliseconds'}.`,
)

export const CLOSING_OF_HOURS = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'closing-of-hours' },
  ({ given }: { given: string }) =>
    `only a time in working-days can end at closing, and this one is in ${given}. Leave "until" out.`,
)

export const WITHIN_WITHOUT_UNIT = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'within-without-unit' },
  ({ field }: { field: string }) =>
    `has no "${field}". Give "within" and "unit" together; leave both out where its cases say when they are due.`,
)

export const DUE_NOT_ASKED = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'due-not-asked' },
  ({ id }: { id: string }) =>
    `the standard "${id}" says itself when its cases are due. Leave "due" out.`,
)

export const HOLDS_OF_AGREED = /* @__PURE__ */ issue.code(
  'POLICY_CONFLICT',
  { reason: 'holds-of-agreed' },
  ({ id }: { id: string }) =>
    `a case of "${id}" is due when it was agreed, whatever was on hold. Agree on a later "due", and leave the holds out.`,
)

export const NO_TIME_OF_ITS_OWN = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'service-target' },
  () =>
    'is missing, so that nothing says how soon it is due. Give a standard that has "within" and "unit".',
)

export const STANDARD_UNKNOWN = /* @__PURE__ */ issue.code(
  'NOT_IN_POLICY',
  { expected: 'standard' },
  ({ given, known, suggestion }) =>
    `got ${given}, which is no standard of this policy. Standards: ${known.join(', ')}.${issue.didYouMean(suggestion)}`,
)

export const AS_OF_MISSING = /* @__PURE__ */ issue.code(
  'VALUE_MISSING',
  { expected: 'as-of-instant' },
  () => 'is missing, and the case is not done. Give the instant as of which you ask.',
)

export const INSTANTS_OUT_OF_ORDER = /* @__PURE__ */ issue.code(
  'DATES_OUT_OF_ORDER',
  { reason: 'instants' },
  ({ from, to }) => `got ${to}, which is before ${from}. Swap them, or correct one.`,
)

export const OUTSIDE_WORKING_HOURS = /* @__PURE__ */ issue.code(
  'DATE_NOT_COVERED',
  { reason: 'working-time' },
  ({ date, from, to }: { date: string; from: string; to: string }) =>
    `what is due in working time from ${date} leads out of the calendar, which covers ${from} to ${to}. Give a calendar that covers it.`,
)

export const CALENDAR_DAY_TWICE = /* @__PURE__ */ issue.code(
  'ID_DUPLICATE',
  { reason: 'calendar-day' },
  ({ id }) => `got ${id} twice, expected each day once.`,
)

export const NO_ANSWER = /* @__PURE__ */ issue.code(
  'VALUE_INVALID',
  { expected: 'workday-answer' },
  ({ given }) => `got ${given} from isWorkday, expected true or false.`,
)
