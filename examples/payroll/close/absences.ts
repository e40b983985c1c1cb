import { addDays, periodRange } from 'sales-rules'

/** Days on which a payee is away, and who looks after the customers; without an end, the payee has left. */
export interface Absence {
  readonly payee: string
  readonly from_day: string
  readonly to_day: string | null
  readonly stand_in: string
}

/** Who is credited with what comes in on a day. */
export function creditedOn(absences: readonly Absence[], owner: string, day: string): string {
  const absence = absences.find(
    ({ payee, from_day, to_day }) =>
      payee === owner && from_day <= day && (to_day === null || day <= to_day),
  )
  return absence?.stand_in ?? owner
}

/** Whether a payee is away all month: it has no target then. */
export function isAway(absences: readonly Absence[], payee: string, month: string): boolean {
  const { from, to } = periodRange(month)
  return creditedOn(absences, payee, from) !== payee && creditedOn(absences, payee, to) !== payee
}

/** Whether a month is the last one of a payee who leaves with its last day. */
export function isLast(absences: readonly Absence[], payee: string, month: string): boolean {
  const left = absences.find((one) => one.payee === payee && one.to_day === null)
  return left !== undefined && addDays(periodRange(month).to, 1) === left.from_day
}
