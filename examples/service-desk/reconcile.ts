// The desk checks itself.
import {
  addWorkingDays,
  handbook,
  localDateOf,
  type ServiceCase,
  type ServiceLevel,
  workingTimeBetween,
} from 'sales-rules'
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import { fromList, fromPackage } from './calendars.js'
import { hours } from './desk.js'
import { type Desk, runDesk } from './measure.js'

export function reconcile(desk: Desk): Reconciliation[] {
  return [
    checkHeadcount(desk),
    checkGroups(desk),
    checkBudgets(desk),
    checkDueTimes(desk),
    checkWorkingDays(desk),
    checkCalendars(),
    checkOrder(desk),
  ]
}

const known = ({ levels }: Desk) => levels.flatMap((level) => (level.ok ? [level.value] : []))

function checkHeadcount({ cases, measured }: Desk): Reconciliation {
  const { groups, notCounted } = measured
  const sum = (key: 'met' | 'late' | 'open') =>
    groups.reduce((total, group) => total + group[key], 0)
  const [met, late, open] = [sum('met'), sum('late'), sum('open')]
  return {
    rule: 'cases = met + late + open + not read',
    numbers: `${cases.length} = ${met} + ${late} + ${open} + ${notCounted.length}`,
    holds: cases.length === met + late + open + notCounted.length,
  }
}

function checkGroups(desk: Desk): Reconciliation {
  const levels = known(desk)
  return {
    rule: 'each case alone says what its group counts',
    numbers: `${desk.measured.groups.length} groups`,
    holds: desk.measured.groups.every((group) => {
      const own = levels.filter(
        (level) =>
          level.rep === group.rep &&
          level.standard === group.standard &&
          level.customerKind === group.customerKind,
      )
      return ['met', 'late', 'open'].every(
        (state) =>
          own.filter((level) => level.state === state).length ===
          group[state as 'met' | 'late' | 'open'],
      )
    }),
  }
}

/** In minutes, or in days. */
function minutesOf(duration: string | null): number {
  const days = /^P(\d+)D$/.exec(duration ?? '')?.[1]
  if (days !== undefined) return Number(days)
  const [, hours = 0, minutes = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(duration ?? '') ?? []
  return Number(hours) * 60 + Number(minutes)
}

const BUDGETS: Readonly<Record<string, number>> = {
  ticket: 8 * 60,
  'complaint-answer': 24 * 60,
  solution: 3,
}

function checkBudgets(desk: Desk): Reconciliation {
  const levels = known(desk).filter(({ standard }) => standard in BUDGETS)
  return {
    rule: 'time used and time left add up to the standard',
    numbers: `${levels.length} cases`,
    holds: levels.every(
      ({ standard, used, left }) => minutesOf(used) + minutesOf(left) === BUDGETS[standard],
    ),
  }
}

/** Counted from the other end: the hours that the desk was open from the start until it is due, less those on hold before. */
function checkDueTimes(desk: Desk): Reconciliation {
  const tickets = known(desk).filter(({ standard, due }) => standard === 'ticket' && due !== null)
  const isRight = ({ case: id, started, due, held }: ServiceLevel) => {
    const open = minutesOf(workingTimeBetween(started ?? '', due ?? '', hours))
    return id !== null && open - minutesOf(held) === BUDGETS['ticket']
  }
  return {
    rule: 'the desk was open for eight hours until a ticket was due',
    numbers: `${tickets.length} tickets`,
    holds: tickets.length > 0 && tickets.every(isRight),
  }
}

function checkWorkingDays(desk: Desk): Reconciliation {
  const solutions = known(desk).filter(({ standard }) => standard === 'solution')
  return {
    rule: 'a solution is due on the third working day of the calendar',
    numbers: `${solutions.length} solutions`,
    holds: solutions.every(
      ({ started, due }) =>
        addWorkingDays(localDateOf(started ?? '', hours), 3, handbook.chinaCalendar) ===
        due?.slice(0, 10),
    ),
  }
}

function checkCalendars(): Reconciliation {
  const isInside = (date: string) => date >= fromList.from && date <= fromList.to
  const ours = handbook.chinaCalendar.workdays.filter(isInside)
  return {
    rule: 'the calendars of the list, of the package and of the handbook work the same days',
    numbers: `${ours.length} make-up days`,
    holds: [fromList, fromPackage].every(({ workdays }) => `${workdays}` === `${ours}`),
  }
}

function checkOrder({ cases, measured }: Desk): Reconciliation {
  const bare = (list: readonly ServiceCase[]) =>
    runDesk(list).measured.groups.map(({ lateCases: _, ...group }) => group)
  return {
    rule: 'the order of cases decides nothing',
    numbers: `${measured.groups.length} groups`,
    holds: JSON.stringify(bare([...cases].reverse())) === JSON.stringify(bare(cases)),
  }
}
