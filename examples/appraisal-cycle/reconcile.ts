// The cycle checks itself.
import { compareAmounts, multiply, sumOf } from 'sales-rules'
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import type { Result } from './cycle.js'
import { decision, quarters, type Rep } from './records.js'

export function reconcile(reps: readonly Rep[], results: readonly Result[]): Reconciliation[] {
  return [
    checkQuarters(reps, results),
    checkMonths(results),
    checkBonuses(results),
    checkDecision(results),
  ]
}

function checkQuarters(reps: readonly Rep[], results: readonly Result[]): Reconciliation {
  const graded = results.flatMap((result) => result.quarters)
  return {
    rule: 'everybody has a grade in every quarter',
    numbers: `${graded.length} = ${reps.length} × ${quarters.length}`,
    holds: graded.length === reps.length * quarters.length,
  }
}

function checkMonths(results: readonly Result[]): Reconciliation {
  const months = sumOf(results.flatMap(({ months: paid }) => paid.map(({ amount }) => amount)))
  const whole = sumOf(results.map(({ pay }) => pay.amount))
  return {
    rule: 'what the months pay = what the nine months pay',
    numbers: `${months} = ${whole}`,
    holds: compareAmounts(months, whole) === 0,
  }
}

/** By hand: half a month for an A and a month for an S, and of Ma Jun's second quarter 45 of 91 days. */
function checkBonuses(results: readonly Result[]): Reconciliation {
  const expected = results.map(({ rep, quarters: graded }) =>
    graded
      .map(({ quarter, grade }) => {
        const full = multiply(rep.baseSalary, MONTHS[grade] ?? '0', { decimals: 2 })
        if (rep.lastDay === undefined || quarter === '2026-Q1') return full
        return (Math.round((Number(full) * 100 * 45) / 91) / 100).toFixed(2)
      })
      .reduce((sum, bonus) => sumOf([sum, bonus]), '0.00'),
  )
  const paid = results.map(({ pay }) =>
    sumOf(pay.lines.flatMap(({ kind, amount }) => (kind === 'bonus' ? (amount ?? []) : []))),
  )
  return {
    rule: 'bonuses = base salary × months by grade × days served',
    numbers: paid.join(', '),
    holds: paid.every((one, index) => compareAmounts(one, expected[index] ?? '0') === 0),
  }
}

const MONTHS: Readonly<Record<string, string>> = { S: '1', A: '0.5' }

function checkDecision(results: readonly Result[]): Reconciliation {
  const changed = results.flatMap(({ rep, quarters: graded }) =>
    graded.filter(({ grade, computed }) => grade !== computed.grade).map(() => rep.name),
  )
  return {
    rule: 'grades differ from those computed where the committee decided, and nowhere else',
    numbers: changed.join(', '),
    holds: changed.length === 1 && changed[0] === decision.name,
  }
}
