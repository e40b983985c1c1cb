/** Who is away, from which day to which, and who looks after the customers; without an end, the payee has left. */
export const absences = [
  { payee: 'P04', from_day: '2026-09-01', to_day: '2026-09-30', stand_in: 'P03' },
  { payee: 'P07', from_day: '2027-01-01', to_day: null, stand_in: 'P09' },
] as const

/** Whether a payee is away all of a month; both absences begin and end with one. */
export function isAway(payee: string, month: string): boolean {
  return absences.some(
    (one) =>
      one.payee === payee &&
      one.from_day.slice(0, 7) <= month &&
      (one.to_day === null || month <= one.to_day.slice(0, 7)),
  )
}
