// The hours of the desk and its standards: those of the handbook, and one of its own.
import { defineServiceStandards, defineWorkingHours, handbook } from 'sales-rules'

const day = ['09:00-12:00', '13:30-18:00']

export const hours = defineWorkingHours({
  timeZone: 'Asia/Shanghai',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  calendar: handbook.chinaCalendar,
  // 28 February, a Saturday that is worked, has the hours of a Friday; the 14th, before the festival, is over at noon.
  makeUpDays: 5,
  worked: { '2026-02-14': ['09:00-12:00'] },
})

const ticket = {
  id: 'ticket',
  clauses: ['DESK-1'],
  within: '8',
  unit: 'working-hours',
  warning: { before: '2', unit: 'working-hours' },
} as const

export const standards = defineServiceStandards({
  ...handbook.service,
  id: 'service-desk',
  standards: [...handbook.service.standards, ticket],
})

/** The Monday after the festival's last make-up day. */
export const asOf = '2026-03-02T15:00:00+08:00'
