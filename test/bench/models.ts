/**
 * For scores of rows by several models in one program: of each kind the handbook's model and two of other shapes, with other names, more
 * criteria or fewer. Where one model is all that an engine has met, it reads a field faster than it will in a program with three.
 */
import { defineAppraisalScheme, defineHealthModel, defineLeadModel, handbook } from 'sales-rules'
import { appraiseRows, scoreHealthRows, scoreLeadRows } from 'sales-rules/batch'
import {
  appraisals,
  bare,
  byHandChecked,
  checkedRatio,
  customers,
  isFlag,
  isName,
  isPlain,
  keysOf,
  leads,
  list,
  points,
  random,
  type Scored,
} from './scored.js'

/** Rows of one model, and both ways to score them. */
export interface Turn {
  readonly ours: () => Scored
  readonly theirs: () => Scored
}

/** Draws so many rows for a model. */
export type Model = (length: number) => Turn

type Row<Draw extends (length: number) => unknown[]> = ReturnType<Draw>[number]

const model =
  <Row>(
    draw: (length: number) => Row[],
    ours: (rows: readonly Row[]) => Scored,
    theirs: (rows: readonly Row[]) => Scored,
  ): Model =>
  (length) => {
    const rows = draw(length)
    return { ours: () => ours(rows), theirs: () => theirs(rows) }
  }

// Appraisals.

/** With an odd target no score lies on a tie, so that floats come to the same scores. */
const ratio = (target: number) => ({ actual: Math.floor(random() * target * 1.4), target })

const trainees = (length: number) =>
  list(length, (index) => ({
    employee: `T-${index % 5000}`,
    results: { visits: ratio(41), training: { points: points() } },
  }))

const traineeScheme = defineAppraisalScheme({
  indicators: [
    { id: 'visits', weight: 70 },
    { id: 'training', weight: 30 },
  ],
  missing: 'refuse',
})

function scoreTrainees(rows: readonly Row<typeof trainees>[]): Scored {
  const scores = new Float64Array(rows.length).fill(Number.NaN)
  for (let row = 0; row < rows.length; row += 1) {
    const input = rows[row] as Row<typeof trainees>
    if (!isPlain(input) || keysOf(input) !== 2 || !isName(input.employee)) continue
    const { results } = input
    if (!isPlain(results) || keysOf(results) !== 2) continue
    const sum = checkedRatio(results.visits, 70) + ownPoints(results.training, 30)
    scores[row] = Math.round(sum) / 100
  }
  return { scores }
}

const leaders = (length: number) =>
  list(length, (index) => ({
    period: '2026-Q1',
    employee: `L-${index % 5000}`,
    results: {
      teamSales: ratio(8_999_999),
      margin: ratio(1_999_999),
      coaching: { points: points() },
      forecast: ratio(101),
      retention: { points: points() },
      audits: ratio(13),
    },
  }))

const leaderScheme = defineAppraisalScheme({
  indicators: [
    { id: 'teamSales', weight: 30 },
    { id: 'margin', weight: 20 },
    { id: 'coaching', weight: 20 },
    { id: 'forecast', weight: 10 },
    { id: 'retention', weight: 10 },
    { id: 'audits', weight: 10 },
  ],
  missing: 'refuse',
})

function scoreLeaders(rows: readonly Row<typeof leaders>[]): Scored {
  const scores = new Float64Array(rows.length).fill(Number.NaN)
  for (let row = 0; row < rows.length; row += 1) {
    const input = rows[row] as Row<typeof leaders>
    if (!isPlain(input) || keysOf(input) !== 3) continue
    if (!isName(input.employee) || input.period !== '2026-Q1') continue
    const { results } = input
    if (!isPlain(results) || keysOf(results) !== 6) continue
    const sum =
      checkedRatio(results.teamSales, 30) +
      checkedRatio(results.margin, 20) +
      ownPoints(results.coaching, 20) +
      checkedRatio(results.forecast, 10) +
      ownPoints(results.retention, 10) +
      checkedRatio(results.audits, 10)
    scores[row] = Math.round(sum) / 100
  }
  return { scores }
}

function ownPoints(result: { points: number }, weight: number): number {
  return isPlain(result) && keysOf(result) === 1 ? bare(result.points) * weight : Number.NaN
}

export const appraisalModels: readonly Model[] = [
  model(
    appraisals,
    (rows) => appraiseRows(rows, handbook.appraisal),
    (rows) => ({ scores: byHandChecked.appraisal(rows) }),
  ),
  model(trainees, (rows) => appraiseRows(rows, traineeScheme), scoreTrainees),
  model(leaders, (rows) => appraiseRows(rows, leaderScheme), scoreLeaders),
]

// Leads.

const signups = (length: number) =>
  list(length, () => ({ optedOut: random() < 0.02, fit: points(), intent: points() }))

const signupModel = defineLeadModel({
  criteria: [
    { id: 'fit', weight: 60, curve: 'points' },
    { id: 'intent', weight: 40, curve: 'points' },
  ],
  missing: 'refuse',
  bands: [
    { id: 'call', from: 75 },
    { id: 'mail', from: 0 },
  ],
  disqualifiers: [
    { reason: 'opted-out', when: { id: 'optedOut', comparison: 'equals', required: true } },
  ],
})

function scoreSignups(rows: readonly Row<typeof signups>[]): Required<Scored> {
  const scores = new Float64Array(rows.length).fill(Number.NaN)
  const bands = new Int8Array(rows.length)
  const disqualified: { row: number; reasons: string[] }[] = []
  for (let row = 0; row < rows.length; row += 1) {
    const lead = rows[row] as Row<typeof signups>
    if (!isPlain(lead) || keysOf(lead) !== 3 || !isFlag(lead.optedOut)) continue
    const score = Math.round(bare(lead.fit) * 60 + bare(lead.intent) * 40) / 100
    scores[row] = score
    bands[row] = lead.optedOut ? -1 : score >= 75 ? 0 : 1
    if (lead.optedOut) disqualified.push({ row, reasons: ['opted-out'] })
  }
  return { scores, bands, disqualified }
}

const tenders = (length: number) =>
  list(length, () => ({
    need: points(),
    size: points(),
    timing: points(),
    champion: points(),
    rivals: points(),
    competitor: random() < 0.02,
    student: random() < 0.02,
  }))

const tenderModel = defineLeadModel({
  criteria: [
    { id: 'need', weight: 30, curve: 'points' },
    { id: 'size', weight: 20, curve: 'points' },
    { id: 'timing', weight: 20, curve: 'points' },
    { id: 'champion', weight: 20, curve: 'points' },
    { id: 'rivals', weight: 10, curve: 'points' },
  ],
  missing: 'refuse',
  bands: [
    { id: 'now', from: 70 },
    { id: 'soon', from: 50 },
    { id: 'later', from: 30 },
    { id: 'never', from: 0 },
  ],
  disqualifiers: [
    { reason: 'competitor', when: { id: 'competitor', comparison: 'equals', required: true } },
    { reason: 'student', when: { id: 'student', comparison: 'equals', required: true } },
  ],
})

function scoreTenders(rows: readonly Row<typeof tenders>[]): Required<Scored> {
  const scores = new Float64Array(rows.length).fill(Number.NaN)
  const bands = new Int8Array(rows.length)
  const disqualified: { row: number; reasons: string[] }[] = []
  for (let row = 0; row < rows.length; row += 1) {
    const lead = rows[row] as Row<typeof tenders>
    if (!isPlain(lead) || keysOf(lead) !== 7 || !hasFlags(lead)) continue
    const sum =
      bare(lead.need) * 30 +
      bare(lead.size) * 20 +
      bare(lead.timing) * 20 +
      bare(lead.champion) * 20 +
      bare(lead.rivals) * 10
    const score = Math.round(sum) / 100
    scores[row] = score
    const reasons = lead.competitor || lead.student ? reasonsOf(lead) : null
    bands[row] = reasons === null ? tenderBand(score) : -1
    if (reasons !== null) disqualified.push({ row, reasons })
  }
  return { scores, bands, disqualified }
}

function hasFlags({ competitor, student }: Row<typeof tenders>): boolean {
  return isFlag(competitor) && isFlag(student)
}

function tenderBand(score: number): number {
  if (score >= 70) return 0
  return score >= 50 ? 1 : score >= 30 ? 2 : 3
}

function reasonsOf({ competitor, student }: Row<typeof tenders>): string[] {
  return [...(competitor ? ['competitor'] : []), ...(student ? ['student'] : [])]
}

export const leadModels: readonly Model[] = [
  model(leads, (rows) => scoreLeadRows(rows, handbook.leads), byHandChecked.lead),
  model(signups, (rows) => scoreLeadRows(rows, signupModel), scoreSignups),
  model(tenders, (rows) => scoreLeadRows(rows, tenderModel), scoreTenders),
]

// Customers.

const shops = (length: number) => list(length, () => ({ visits: points(), basket: points() }))

const shopModel = defineHealthModel({
  criteria: [
    { id: 'visits', weight: 50, curve: 'points' },
    { id: 'basket', weight: 50, curve: 'points' },
  ],
  missing: 'refuse',
  bands: [
    { id: 'loyal', from: 60 },
    { id: 'other', from: 0 },
  ],
})

function scoreShops(rows: readonly Row<typeof shops>[]): Scored {
  const scores = new Float64Array(rows.length).fill(Number.NaN)
  const bands = new Int8Array(rows.length)
  for (let row = 0; row < rows.length; row += 1) {
    const shop = rows[row] as Row<typeof shops>
    if (!isPlain(shop) || keysOf(shop) !== 2) continue
    const score = Math.round(bare(shop.visits) * 50 + bare(shop.basket) * 50) / 100
    scores[row] = score
    bands[row] = score >= 60 ? 0 : 1
  }
  return { scores, bands }
}

const subscribers = (length: number) =>
  list(length, () => ({
    logins: points(),
    seats: points(),
    tickets: points(),
    invoices: points(),
    survey: points(),
  }))

const subscriberModel = defineHealthModel({
  criteria: [
    { id: 'logins', weight: 30, curve: 'points' },
    { id: 'seats', weight: 20, curve: 'points' },
    { id: 'tickets', weight: 20, curve: 'points' },
    { id: 'invoices', weight: 20, curve: 'points' },
    { id: 'survey', weight: 10, curve: 'points' },
  ],
  missing: 'refuse',
  bands: [
    { id: 'growing', from: 80 },
    { id: 'steady', from: 60 },
    { id: 'shrinking', from: 40 },
    { id: 'leaving', from: 0 },
  ],
})

function scoreSubscribers(rows: readonly Row<typeof subscribers>[]): Scored {
  const scores = new Float64Array(rows.length).fill(Number.NaN)
  const bands = new Int8Array(rows.length)
  for (let row = 0; row < rows.length; row += 1) {
    const customer = rows[row] as Row<typeof subscribers>
    if (!isPlain(customer) || keysOf(customer) !== 5) continue
    const sum =
      bare(customer.logins) * 30 +
      bare(customer.seats) * 20 +
      bare(customer.tickets) * 20 +
      bare(customer.invoices) * 20 +
      bare(customer.survey) * 10
    const score = Math.round(sum) / 100
    scores[row] = score
    bands[row] = subscriberBand(score)
  }
  return { scores, bands }
}

function subscriberBand(score: number): number {
  if (score >= 80) return 0
  return score >= 60 ? 1 : score >= 40 ? 2 : 3
}

export const healthModels: readonly Model[] = [
  model(customers, (rows) => scoreHealthRows(rows, handbook.health), byHandChecked.health),
  model(shops, (rows) => scoreHealthRows(rows, shopModel), scoreShops),
  model(subscribers, (rows) => scoreHealthRows(rows, subscriberModel), scoreSubscribers),
]
