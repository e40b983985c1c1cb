// The page that a manager reads.
import type { Appraisal, AppraisalInput } from 'sales-rules'
import { columns, grouped, short, title, wrapped } from '../close-the-quarter/report/layout.js'
import type { GradedQuarter, QuarterOfRegion } from './cycle.js'
import type { Help } from './help.js'
import { percent } from './measure.js'
import type { Paid } from './pay.js'
import { decision, type Rep, reps } from './records.js'

export interface Region {
  readonly quarters: readonly QuarterOfRegion[]
  readonly paid: readonly Paid[]
  readonly help: Help
}

export function reportOn({ quarters, paid, help }: Region): string[] {
  const graded = quarters.flatMap((one) => one.graded)
  return [
    `Appraisal of the region, first half of 2026: ${reps.length} people`,
    ...title('1. What did each quarter come to?'),
    ...columns([RESULTS, ...graded.map(resultRow)], 'llrrrrrrrr'),
    ...title('2. Which grade is that?'),
    ...columns([GRADES, ...graded.map(gradeRow)], 'llrllll'),
    ...quarters.flatMap(curveLines),
    ...title('3. What was decided, by whom and why?'),
    ...quarters.flatMap(decidedLines),
    ...wrapped(
      `${decision.name}, ${decision.quarter}: ${decision.grade}, by the ${decision.by} on ${decision.on}, on an appeal of ${decision.appeal.filed}: ${decision.reason}. The score that was computed is kept.`,
    ),
    ...reps.flatMap(excusedLines),
    ...title('4. What does the half-year pay?'),
    ...columns([PAY, ...paid.flatMap(payRows)], 'lllr'),
    ...title('5. In which month is it paid?'),
    ...columns([MONTHS, ...paid.map(monthRow)], 'lrrrrrrr'),
    ...title('6. What follows besides?'),
    ...paid.flatMap(measureLines),
    ...helpLines(help),
  ]
}

const RESULTS = [
  '',
  '',
  'sales',
  'of target',
  'level',
  'new',
  'survey',
  'cash',
  'visits',
  'complaints',
]

function resultRow({ rep, quarter, measured, appraisal }: GradedQuarter): string[] {
  const { results } = measured
  const sales = part(appraisal, 'sales')
  return [
    rep.name,
    quarter,
    grouped(short(actualOf(results, 'sales'))),
    percent(sales?.attainment ?? null),
    sales?.level ?? '–',
    `${actualOf(results, 'newCustomers')} of ${short(measured.targets.newCustomers)}`,
    percent(part(appraisal, 'satisfaction')?.attainment ?? null),
    percent(part(appraisal, 'collectionRate')?.attainment ?? null),
    `${actualOf(results, 'visits')} of ${targetOf(results, 'visits')}`,
    results['complaints'] === null
      ? 'none'
      : `${actualOf(results, 'complaints')} of ${targetOf(results, 'complaints')}`,
  ]
}

const part = ({ parts }: Appraisal, id: string) => parts.find((one) => one.id === id)
const figure = (results: AppraisalInput['results'], id: string) =>
  (results[id] ?? {}) as { readonly actual?: unknown; readonly target?: unknown }
const actualOf = (results: AppraisalInput['results'], id: string) =>
  String(figure(results, id).actual)
const targetOf = (results: AppraisalInput['results'], id: string) =>
  String(figure(results, id).target)

const GRADES = ['', '', 'score', 'computed', 'by the curve', 'announced', 'in the end']

function gradeRow({
  rep,
  quarter,
  appraisal,
  computed,
  byRank,
  ...after
}: GradedQuarter): string[] {
  const [capped] = appraisal.gradeAtMost
  return [
    rep.name,
    quarter,
    appraisal.score.toFixed(2),
    capped === undefined ? computed : `${computed}, ${capped.because}`,
    byRank,
    after.announced === computed ? after.announced : `${after.announced}, moved`,
    after.grade === after.announced ? after.grade : `${after.grade}, on appeal`,
  ]
}

/** How far the grades are from the company's curve, which binds nobody. */
function curveLines({ quarter, distribution, calibration }: QuarterOfRegion): string[] {
  const grades = distribution.grades.map(
    ({ grade, proposed, places }) => `${grade} ${proposed} of ${places}`,
  )
  const { count, atMost } = calibration.moved
  return wrapped(
    `${quarter} against the curve: ${grades.join(', ')}. The managers moved ${count} of at most ${atMost}.`,
  )
}

function decidedLines({ quarter, calibration }: QuarterOfRegion): string[] {
  return calibration.people.flatMap(({ id, before, after, decisions }) =>
    decisions.flatMap(({ by, on, reason }) =>
      wrapped(`${id}, ${quarter}: ${after} for ${before}, by the ${by} on ${on}: ${reason}.`),
    ),
  )
}

function excusedLines({ name, excused }: Rep): string[] {
  if (excused === undefined) return []
  return wrapped(`${name}, ${excused.quarter}: no grade, ${excused.reason}. It breaks no run.`)
}

const PAY = ['', 'what', 'how', 'amount']

function payRows({ rep, quarters, pay, amount }: Paid): string[][] {
  const commissions = quarters.map(({ graded, uplift, statement }) => [
    ...['', `commission ${graded.quarter} (COM-1)`],
    statement.gate?.outcome === 'unmet'
      ? `below the target of ${grouped(short(graded.measured.targets.sales))}`
      : `${grouped(short(statement.sales))} at 3%${uplift === '0' ? '' : ` + ${percentOf(uplift)} (GRA-5)`}`,
    grouped(statement.amount),
  ])
  const lines = pay.lines.map(({ kind, clause, period, value, served, ...line }) => [
    '',
    `${kind} ${period} (${clause})`,
    served === null
      ? `${percentOf(value)} of base pay from ${line.from} to ${line.to}`
      : `${value === '1' ? 'a month' : `${percentOf(value)} of a month`}${served.counted === served.of ? '' : `, ${served.counted} of ${served.of} days`}`,
    grouped(line.amount ?? ''),
  ])
  return [[rep.name, '', '', grouped(amount)], ...commissions, ...lines]
}

/** `'0.005'` as `0.5%`. */
const percentOf = (ratio: string) => `${Number(ratio) * 100}%`

const MONTHS = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'half-year']

function monthRow({ rep, months, quarters, amount }: Paid): string[] {
  const commissions = new Map(
    quarters.map(({ graded, statement }) => [graded.quarter === '2026-Q1' ? 2 : 5, statement]),
  )
  const paid = months.map(({ amount: one }, index) => {
    const commission = commissions.get(index)?.amount ?? '0'
    return short(addUp(one, commission))
  })
  return [rep.name, ...paid, short(amount)]
}

const addUp = (...amounts: readonly string[]) =>
  (amounts.reduce((sum, one) => sum + Math.round(Number(one) * 100), 0) / 100).toFixed(2)

/** What is no money: measures, and higher rates. */
function measureLines({ rep, consequences }: Paid): string[] {
  const kinds = consequences
    .filter(({ kind, unit }) => unit === 'measure' || kind === 'commission-coefficient')
    .map(({ kind, clause, periods, value, from }) =>
      kind === 'commission-coefficient'
        ? `${percentOf(value)} more commission from ${from} (${clause})`
        : `${kind} after ${periods.join(', ')} (${clause})`,
    )
  return kinds.length === 0 ? [] : wrapped(`${rep.name}: ${kinds.join('; ')}`)
}

function helpLines({ courses, mentors, moves }: Help): string[] {
  return [
    ...courses.flatMap(({ name, course }) => wrapped(`${name}: ${course} course (GRA-8)`)),
    ...mentors.pairs.flatMap(({ mentor, mentee }) =>
      wrapped(`${mentee}: mentor ${mentor} (GRA-9)`),
    ),
    ...moves.flatMap(({ name, to }) =>
      wrapped(`${name}: a move to ${to.join(' or ')} may be talked about (GRA-10)`),
    ),
  ]
}
