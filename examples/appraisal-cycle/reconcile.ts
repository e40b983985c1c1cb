// The cycle checks itself, in whole cents and by other ways than the rules take.
import { compareAmounts, sumOf } from 'sales-rules'
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import type { GradedQuarter } from './cycle.js'
import type { Paid } from './pay.js'
import { decision, orders, session } from './records.js'
import type { Region } from './report.js'

export function reconcile(region: Region): Reconciliation[] {
  const graded = region.quarters.flatMap((one) => one.graded)
  return [
    checkOrders(region.paid),
    checkScores(graded),
    checkCurve(region),
    checkDecisions(graded),
    checkCommissions(region.paid),
    checkBonuses(region.paid),
    checkMonths(region.paid),
  ]
}

function checkOrders(paid: readonly Paid[]): Reconciliation {
  const statements = paid.flatMap(({ quarters }) => quarters.map(({ statement }) => statement))
  const counted = sumOf(statements.map(({ sales }) => sales))
  const left = new Set(statements.flatMap(({ notCounted }) => notCounted.map(({ id }) => id)))
  const below = sumOf(['0', ...orders.filter(({ id }) => left.has(id)).map(({ amount }) => amount)])
  const booked = sumOf(orders.map(({ amount }) => amount))
  return {
    rule: 'sales that count and orders below the margin floor = orders booked',
    numbers: `${counted} + ${below} = ${booked}`,
    holds: compareAmounts(sumOf([counted, below]), booked) === 0,
  }
}

function checkScores(graded: readonly GradedQuarter[]): Reconciliation {
  const hundredths = (points: number) => Math.round(points * 100)
  const off = graded.filter(({ appraisal: { parts, score } }) => {
    const sum = parts.reduce((total, { contribution }) => total + hundredths(contribution), 0)
    return sum !== hundredths(score)
  })
  return {
    rule: 'what the indicators contribute = the score, for everybody',
    numbers: `${graded.length} scores`,
    holds: off.length === 0,
  }
}

function checkCurve({ quarters }: Region): Reconciliation {
  const sums = quarters.map(({ graded, distribution }) => {
    const places = distribution.grades.reduce((sum, one) => sum + one.places, 0)
    const moves = distribution.grades.reduce((sum, one) => sum + one.move, 0)
    return { places, moves, people: graded.length }
  })
  return {
    rule: 'places of the curve = people, and the moves to it add up to 0',
    numbers: sums.map(({ places, people }) => `${places} = ${people}`).join(', '),
    holds: sums.every(({ places, moves, people }) => places === people && moves === 0),
  }
}

/** A grade is that of the score, but where a veto, the session or the committee says otherwise. */
function checkDecisions(graded: readonly GradedQuarter[]): Reconciliation {
  const byScore = ({ appraisal: { score } }: GradedQuarter) =>
    score >= 90 ? 'S' : score >= 80 ? 'A' : score >= 60 ? 'B' : 'C'
  const changed = graded.filter((one) => one.grade !== byScore(one))
  const decided = graded.filter(
    ({ rep, quarter, appraisal }) =>
      appraisal.gradeAtMost.length > 0 ||
      session[quarter].name === rep.name ||
      (decision.quarter === quarter && decision.name === rep.name),
  )
  const namesOf = (rows: readonly GradedQuarter[]) =>
    rows.map(({ rep, quarter }) => `${rep.name} ${quarter}`).join(', ')
  return {
    rule: 'grades differ from those of the score where somebody decided, and nowhere else',
    numbers: namesOf(changed),
    holds: namesOf(changed) === namesOf(decided),
  }
}

/** 3% of the sales once the target is met (nobody sells a million), and half a point more after two quarters at A or S. */
function checkCommissions(paid: readonly Paid[]): Reconciliation {
  const rows = paid.flatMap(({ quarters }) => quarters)
  const expected = rows.map(({ graded, statement, uplift }) => {
    const permille = uplift === '0' ? 30 : 35
    const isMet = Number(statement.sales) >= Number(graded.measured.targets.sales)
    return isMet ? ((Number(statement.sales) * permille) / 1000).toFixed(2) : '0.00'
  })
  return {
    rule: 'commissions = counted sales × 3% or 3.5%, where the target is met',
    numbers: sumOf(rows.map(({ statement }) => statement.amount)),
    holds: rows.every(({ statement }, at) => statement.amount === expected[at]),
  }
}

/** Half a month for an A and a month for an S, and of a quarter in part the days served: 58 of 90 from 2 February, 45 of 91 to 15 May. */
function checkBonuses(paid: readonly Paid[]): Reconciliation {
  const served: Readonly<Record<string, number>> = {
    'Chen Hao 2026-Q1': 58 / 90,
    'Ma Jun 2026-Q2': 45 / 91,
  }
  const months: Readonly<Record<string, number>> = { S: 1, A: 0.5 }
  const expected = paid.map(({ rep, quarters }) =>
    quarters
      .map(({ graded: { quarter, grade } }) => {
        const part = served[`${rep.name} ${quarter}`] ?? 1
        return Math.round(Number(rep.baseSalary) * 100 * (months[grade] ?? 0) * part)
      })
      .reduce((sum, cents) => sum + cents, 0),
  )
  const bonuses = paid.map(({ pay }) =>
    sumOf([
      '0.00',
      ...pay.lines.flatMap(({ kind, amount }) => (kind === 'bonus' ? (amount ?? []) : [])),
    ]),
  )
  return {
    rule: 'bonuses = base salary × months by grade × days served',
    numbers: bonuses.join(', '),
    holds: bonuses.every((one, at) => Math.round(Number(one) * 100) === expected[at]),
  }
}

function checkMonths(paid: readonly Paid[]): Reconciliation {
  const months = sumOf(paid.flatMap((one) => one.months.map(({ amount }) => amount)))
  const whole = sumOf(paid.map(({ pay }) => pay.amount))
  return {
    rule: 'what the months pay for grades = what the half-year pays',
    numbers: `${months} = ${whole}`,
    holds: compareAmounts(months, whole) === 0,
  }
}
