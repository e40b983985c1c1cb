// The page that the head of the desk reads.
import type { ServiceLevel } from 'sales-rules'
import { columns, title, wrapped } from '../close-the-quarter/report/layout.js'
import { asOf } from './desk.js'
import { type Desk, totalOf } from './measure.js'

export function reportOn({ cases, levels, measured, reps, quality }: Desk): string[] {
  const known = levels.flatMap((level) => (level.ok ? [level.value] : []))
  const stateIs = (state: ServiceLevel['state']) => known.filter((one) => one.state === state)
  return [
    `Service desk over the Spring Festival of 2026, as of ${shown(asOf)}: ${cases.length} cases`,
    ...title('1. What is open, and how long is left?'),
    ...columns(stateIs('open').map(openRow), 'lllll'),
    ...title('2. What was late, and by how much?'),
    ...columns(stateIs('late').map(lateRow), 'lllll'),
    ...title('3. How many were in time?'),
    ...columns(measured.groups.map(groupRow), 'lllrrl'),
    ...title('4. What do the appraisal and the gates of quality say?'),
    ...reps.map(({ rep, score }) => `  ${rep}: tickets and complaints in time score ${score}`),
    ...quality.checks
      .filter(({ outcome }) => outcome !== 'unknown')
      .map(
        ({ id, outcome, actual, required, gap, clause }) =>
          `  ${id}: ${outcome}, ${actual} of ${required}${gap === null ? '' : `, ${gap} short`} (${clause})`,
      ),
    `  Deliveries in time, the buffer of 3 days included: ${totalOf(measured, 'delivery').actual} of ${totalOf(measured, 'delivery').target}`,
    ...title('5. What could not be read?'),
    ...measured.notCounted.flatMap(({ case: id, issues }) =>
      wrapped(`${id}: ${issues.map(({ message }) => message).join(' ')}`),
    ),
  ]
}

function openRow(level: ServiceLevel): string[] {
  const { due, left, onHold, atRisk, warnAt } = level
  const left_ = left === null ? '' : `${timeOf(left)} left`
  const warning = warnAt === null ? '' : `warn ${shown(warnAt)}`
  const state = onHold ? 'on hold' : atRisk ? 'AT RISK' : warning
  return [...nameOf(level), due === null ? 'no due time' : `due ${shown(due)}`, left_, state]
}

function lateRow(level: ServiceLevel): string[] {
  const { latest, done, late } = level
  const working = late?.working ?? null
  const by = `${timeOf(late?.elapsed ?? '')}${working === null ? '' : `, ${timeOf(working)} of them open`}`
  return [
    ...nameOf(level),
    `until ${shown(latest ?? '')}`,
    done === null ? 'not done' : `done ${shown(done)}`,
    by,
  ]
}

function groupRow(group: Desk['measured']['groups'][number]): string[] {
  const { rep, standard, customerKind, actual, target, open, onTime } = group
  const rate = onTime === null ? 'none decided' : `${Math.floor(Number(onTime) * 100)}%`
  return [
    rep ?? '',
    standard,
    customerKind ?? '',
    `${actual} of ${target}`,
    rate,
    open === 0 ? '' : `${open} open`,
  ]
}

const nameOf = ({ case: id, standard, rep }: ServiceLevel) => [`${id} ${standard}`, rep ?? '']

/** `2026-02-13T16:00:00+08:00` as `13 Feb 16:00`. */
function shown(instant: string): string {
  const month = ['', 'Jan', 'Feb', 'Mar'][Number(instant.slice(5, 7))] ?? ''
  return `${Number(instant.slice(8, 10))} ${month} ${instant.slice(11, 16)}`
}

/** `PT1H30M` as `1h 30m`, `P2D` as `2 days`. */
function timeOf(duration: string): string {
  const days = /^P(\d+)D$/.exec(duration)?.[1]
  if (days !== undefined) return days === '1' ? '1 day' : `${days} days`
  const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(duration) ?? []
  const parts = [
    hours === undefined ? [] : [`${hours}h`],
    minutes === undefined ? [] : [`${minutes}m`],
  ]
  return parts.flat().join(' ') || 'seconds'
}
