/** Rows that are scored by the handbook's models, the same in every run, and the loops by which one would score them without a library. */

export const random = seeded(20_261_125)
/** With one decimal no score lies on a tie, so that floats come to the same scores. */
export const points = () => Math.round(random() * 1000) / 10

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export const list = <Row>(length: number, row: (index: number) => Row) =>
  Array.from({ length }, (_, index) => row(index))

export const appraisals = (length: number) =>
  list(length, (index) => ({
    employee: `E-${index % 5000}`,
    period: '2026-Q1',
    results: {
      sales: { actual: Math.round(random() * 200_000_000) / 100, target: 1_200_000 },
      newCustomers: { actual: Math.floor(random() * 14), target: 10 },
      satisfaction: { points: points(), source: 'survey' },
      collectionRate: { actual: Math.round(random() * 1000) / 1000, target: 0.95 },
    },
  }))
export type AppraisalRow = ReturnType<typeof appraisals>[number]

export const leads = (length: number) =>
  list(length, () => ({
    budget: points(),
    authority: points(),
    urgency: points(),
    reachable: random() > 0.02,
    duplicate: random() < 0.02,
    inMarket: random() > 0.02,
  }))
export type LeadRow = ReturnType<typeof leads>[number]

export const customers = (length: number) =>
  list(length, () => ({ interaction: points(), satisfaction: points(), purchase: points() }))
export type CustomerRow = ReturnType<typeof customers>[number]

/** What a row comes to; where a side says nothing of bands or reasons, they are not compared. */
export interface Scored {
  readonly scores: Float64Array
  readonly bands?: Int8Array
  readonly disqualified?: readonly { readonly row: number; readonly reasons: readonly string[] }[]
}

/** What one would write by hand. */
export const byHand = {
  appraisal(rows: readonly AppraisalRow[]) {
    const scores = new Float64Array(rows.length)
    for (let row = 0; row < rows.length; row += 1) {
      const { sales, newCustomers, satisfaction, collectionRate } = (rows[row] as AppraisalRow)
        .results
      const sum =
        Math.min((sales.actual / sales.target) * 100, 100) * 40 +
        Math.min((newCustomers.actual / newCustomers.target) * 100, 100) * 30 +
        Math.min(satisfaction.points, 100) * 20 +
        Math.min((collectionRate.actual / collectionRate.target) * 100, 100) * 10
      scores[row] = Math.round(sum) / 100
    }
    return scores
  },
  lead(rows: readonly LeadRow[]) {
    const scores = new Float64Array(rows.length)
    const bands = new Int8Array(rows.length)
    const disqualified: { row: number; reasons: string[] }[] = []
    for (let row = 0; row < rows.length; row += 1) {
      const lead = rows[row] as LeadRow
      const score = Math.round(lead.budget * 40 + lead.authority * 30 + lead.urgency * 30) / 100
      scores[row] = score
      const reasons = lead.reachable && !lead.duplicate && lead.inMarket ? null : reasonsOf(lead)
      if (reasons === null) bands[row] = leadBand(score)
      else {
        disqualified.push({ row, reasons })
        bands[row] = -1
      }
    }
    return { scores, bands, disqualified }
  },
  health(rows: readonly CustomerRow[]) {
    const scores = new Float64Array(rows.length)
    const bands = new Int8Array(rows.length)
    for (let row = 0; row < rows.length; row += 1) {
      const { interaction, satisfaction, purchase } = rows[row] as CustomerRow
      const score = Math.round(interaction * 30 + satisfaction * 40 + purchase * 30) / 100
      scores[row] = score
      bands[row] = score >= 70 ? 0 : score >= 40 ? 1 : 2
    }
    return { scores, bands }
  },
}

/** The same once more, with the checks that our rows go through: no inherited and no unknown key, no number of too many digits. */
export const byHandChecked = {
  appraisal(rows: readonly AppraisalRow[]) {
    const scores = new Float64Array(rows.length).fill(Number.NaN)
    for (let row = 0; row < rows.length; row += 1) {
      const input = rows[row] as AppraisalRow
      if (!isPlain(input) || keysOf(input) !== 3) continue
      if (!isName(input.employee) || input.period !== '2026-Q1') continue
      const { results } = input
      if (!isPlain(results) || keysOf(results) !== 4) continue
      const sum =
        checkedRatio(results.sales, 40) +
        checkedRatio(results.newCustomers, 30) +
        checkedPoints(results.satisfaction, 20) +
        checkedRatio(results.collectionRate, 10)
      scores[row] = Math.round(sum) / 100
    }
    return scores
  },
  lead(rows: readonly LeadRow[]) {
    const scores = new Float64Array(rows.length).fill(Number.NaN)
    const bands = new Int8Array(rows.length)
    const disqualified: { row: number; reasons: string[] }[] = []
    for (let row = 0; row < rows.length; row += 1) {
      const lead = rows[row] as LeadRow
      if (!isPlain(lead) || keysOf(lead) !== 6 || !hasFlags(lead)) continue
      const { budget, authority, urgency, reachable, duplicate, inMarket } = lead
      const score = Math.round(bare(budget) * 40 + bare(authority) * 30 + bare(urgency) * 30) / 100
      scores[row] = score
      const reasons = reachable && !duplicate && inMarket ? null : reasonsOf(lead)
      if (reasons === null) bands[row] = leadBand(score)
      else {
        disqualified.push({ row, reasons })
        bands[row] = -1
      }
    }
    return { scores, bands, disqualified }
  },
  health(rows: readonly CustomerRow[]) {
    const scores = new Float64Array(rows.length).fill(Number.NaN)
    const bands = new Int8Array(rows.length)
    for (let row = 0; row < rows.length; row += 1) {
      const customer = rows[row] as CustomerRow
      if (!isPlain(customer) || keysOf(customer) !== 3) continue
      const { interaction, satisfaction, purchase } = customer
      const score =
        Math.round(bare(interaction) * 30 + bare(satisfaction) * 40 + bare(purchase) * 30) / 100
      scores[row] = score
      bands[row] = score >= 70 ? 0 : score >= 40 ? 1 : 2
    }
    return { scores, bands }
  },
}

export const isPlain = (value: object) =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
export const isName = (value: unknown) =>
  typeof value === 'string' && value.length > 0 && value.length <= 200
export const isFlag = (value: unknown) => value === true || value === false

function hasFlags({ reachable, duplicate, inMarket }: LeadRow): boolean {
  return isFlag(reachable) && isFlag(duplicate) && isFlag(inMarket)
}

export function keysOf(value: object): number {
  let count = 0
  for (const _ in value) count += 1
  return count
}

/** Adding and taking away 1.5 · 2^52 leaves the nearest whole number; where dividing gives the number back, it has no more digits. */
function isShort(value: number): boolean {
  const scaled = value * 1_000
  return (scaled + 1.5 * 2 ** 52 - 1.5 * 2 ** 52) / 1_000 === value && Math.abs(scaled) < 1e15
}

export function bare(points: number): number {
  return isShort(points) && points >= 0 && points <= 100 ? points : Number.NaN
}

export function checkedRatio(result: { actual: number; target: number }, weight: number): number {
  if (!isPlain(result) || keysOf(result) !== 2) return Number.NaN
  const { actual, target } = result
  if (!(isShort(actual) && isShort(target) && target > 0)) return Number.NaN
  return Math.min(Math.max((actual / target) * 100, 0), 100) * weight
}

function checkedPoints(result: { points: number; source: string }, weight: number): number {
  if (!isPlain(result) || keysOf(result) !== 2 || result.source !== 'survey') return Number.NaN
  return bare(result.points) * weight
}

function leadBand(score: number): number {
  return score >= 80 ? 0 : score >= 50 ? 1 : 2
}

function reasonsOf({ reachable, duplicate, inMarket }: LeadRow): string[] {
  const reasons: string[] = []
  if (!reachable) reasons.push('no-reachable-contact')
  if (duplicate) reasons.push('duplicate')
  if (!inMarket) reasons.push('outside-market')
  return reasons
}
