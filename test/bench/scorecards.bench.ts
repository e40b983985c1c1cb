import assert from 'node:assert/strict'
import { performance } from 'node:perf_hooks'
import { type ZenDecision, ZenEngine } from '@gorules/zen-engine'
import { Decimal } from 'decimal.js'
import { HyperFormula } from 'hyperformula'
import { Engine } from 'json-rules-engine'
import Publicodes from 'publicodes'
import { appraiseRows, handbook, scoreHealthRows, scoreLeadRows } from 'sales-rules'
import type { Comparison, Prepared } from './comparison.js'

const ROWS = 300_000
/** Engines are given fewer rows, and all times are for so many. */
const ROWS_SHOWN = 100_000

const random = seeded(20_261_125)
/** With one decimal no score lies on a tie, so that floats come to the same scores. */
const points = () => Math.round(random() * 1000) / 10

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const list = <Row>(length: number, row: (index: number) => Row) =>
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
type AppraisalRow = ReturnType<typeof appraisals>[number]

const leads = (length: number) =>
  list(length, () => ({
    budget: points(),
    authority: points(),
    urgency: points(),
    reachable: random() > 0.02,
    duplicate: random() < 0.02,
    inMarket: random() > 0.02,
  }))
type LeadRow = ReturnType<typeof leads>[number]

export const customers = (length: number) =>
  list(length, () => ({ interaction: points(), satisfaction: points(), purchase: points() }))
type CustomerRow = ReturnType<typeof customers>[number]

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
const byHandChecked = {
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

const isPlain = (value: object) =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
const isName = (value: unknown) =>
  typeof value === 'string' && value.length > 0 && value.length <= 200
const isFlag = (value: unknown) => value === true || value === false

function hasFlags({ reachable, duplicate, inMarket }: LeadRow): boolean {
  return isFlag(reachable) && isFlag(duplicate) && isFlag(inMarket)
}

function keysOf(value: object): number {
  let count = 0
  for (const _ in value) count += 1
  return count
}

/** Adding and taking away 1.5 · 2^52 leaves the nearest whole number; where dividing gives the number back, it has no more digits. */
function isShort(value: number): boolean {
  const scaled = value * 1_000
  return (scaled + 1.5 * 2 ** 52 - 1.5 * 2 ** 52) / 1_000 === value && Math.abs(scaled) < 1e15
}

function bare(points: number): number {
  return isShort(points) && points >= 0 && points <= 100 ? points : Number.NaN
}

function checkedRatio(result: { actual: number; target: number }, weight: number): number {
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

/** What a row comes to; where a side says nothing of bands or reasons, they are not compared. */
interface Scored {
  readonly scores: Float64Array
  readonly bands?: Int8Array
  readonly disqualified?: readonly { readonly row: number; readonly reasons: readonly string[] }[]
}

/** Our rows against two loops by hand: as one writes them, and with the checks that our rows go through. */
function againstHand<Row>(
  work: string,
  draw: (length: number) => Row[],
  ours: (rows: readonly Row[]) => Scored,
  plain: (rows: readonly Row[]) => Scored,
  checked: (rows: readonly Row[]) => Scored,
  atMost: number,
): Comparison[] {
  const compare = (against: string, bound: number, theirs: typeof plain): Comparison => ({
    work,
    against,
    bound: { 'at-most': bound },
    prepare: () => {
      const rows = draw(ROWS)
      const [subject, reference] = [() => ours(rows), () => theirs(rows)]
      const check = () => {
        const [mine, their] = [subject(), reference()]
        same(mine.scores, their.scores)
        if (their.bands !== undefined) same(mine.bands ?? [], their.bands)
        if (their.disqualified !== undefined)
          assert.deepEqual(mine.disqualified, their.disqualified)
      }
      return { subject, reference, check }
    },
  })
  return [
    compare('floats by hand, unchecked', atMost, plain),
    // No promise of the table, but what the checks alone cost.
    compare('floats by hand with the same checks', 1.5, checked),
  ]
}

const withHand: Comparison[] = [
  ...againstHand(
    'appraisal per object row',
    appraisals,
    (rows) => appraiseRows(rows, handbook.appraisal),
    (rows) => ({ scores: byHand.appraisal(rows) }),
    (rows) => ({ scores: byHandChecked.appraisal(rows) }),
    1.7,
  ),
  ...againstHand(
    'lead score, band and reasons per object row',
    leads,
    (rows) => scoreLeadRows(rows, handbook.leads),
    byHand.lead,
    byHandChecked.lead,
    1.8,
  ),
  ...againstHand(
    'health score and band per object row',
    customers,
    (rows) => scoreHealthRows(rows, handbook.health),
    byHand.health,
    byHandChecked.health,
    1.8,
  ),
]

function same(ours: ArrayLike<number>, theirs: ArrayLike<number>): void {
  assert.deepEqual(Array.from(ours), Array.from(theirs))
}

/** A peer scores rows of one kind; the formulas are the same in each. */
interface Peer {
  readonly against: string
  readonly rows: number
  readonly bound: { readonly 'at-least': number }
  readonly appraisal: (rows: readonly AppraisalRow[]) => Scorer
  readonly lead: (rows: readonly LeadRow[]) => Scorer
  readonly health: (rows: readonly CustomerRow[]) => Scorer
}
export type Scorer = () => ArrayLike<number> | Promise<ArrayLike<number>>

const SCORES = {
  appraisal:
    '(min([sales / salesTarget * 100, 100]) * 40 + min([customers / customersTarget * 100, 100]) * 30 + satisfaction * 20 + min([rate / rateTarget * 100, 100]) * 10) / 100',
  lead: '(budget * 40 + authority * 30 + urgency * 30) / 100',
  health: '(interaction * 30 + satisfaction * 40 + purchase * 30) / 100',
}

export const flat = ({ results }: AppraisalRow) => ({
  sales: results.sales.actual,
  salesTarget: results.sales.target,
  customers: results.newCustomers.actual,
  customersTarget: results.newCustomers.target,
  satisfaction: results.satisfaction.points,
  rate: results.collectionRate.actual,
  rateTarget: results.collectionRate.target,
})
const leadPoints = ({ budget, authority, urgency }: LeadRow) => ({ budget, authority, urgency })

const rounded = (score: number) => Math.round(score * 100) / 100

type Figures = Readonly<Record<string, number>>

const decimals: Peer = {
  against: 'decimal.js',
  rows: 20_000,
  bound: { 'at-least': 50 },
  appraisal: (rows) => () =>
    rows.map(({ results }) => {
      const part = (actual: number, target: number) =>
        Decimal.min(new Decimal(actual).div(target).times(100), 100)
      const { sales, newCustomers, satisfaction, collectionRate } = results
      return part(sales.actual, sales.target)
        .times(40)
        .plus(part(newCustomers.actual, newCustomers.target).times(30))
        .plus(new Decimal(satisfaction.points).times(20))
        .plus(part(collectionRate.actual, collectionRate.target).times(10))
        .div(100)
        .toDecimalPlaces(2)
        .toNumber()
    }),
  lead: (rows) => () =>
    rows.map((row) => weighted([row.budget, 40], [row.authority, 30], [row.urgency, 30])),
  health: (rows) => () =>
    rows.map((row) => weighted([row.interaction, 30], [row.satisfaction, 40], [row.purchase, 30])),
}

function weighted(...parts: readonly (readonly [number, number])[]): number {
  return parts
    .reduce((sum, [value, weight]) => sum.plus(new Decimal(value).times(weight)), new Decimal(0))
    .div(100)
    .toDecimalPlaces(2)
    .toNumber()
}

const FLOATS: Readonly<Record<keyof typeof SCORES, (row: Figures) => number>> = {
  appraisal: (row) =>
    (Math.min(((row['sales'] ?? 0) / (row['salesTarget'] ?? 0)) * 100, 100) * 40 +
      Math.min(((row['customers'] ?? 0) / (row['customersTarget'] ?? 0)) * 100, 100) * 30 +
      (row['satisfaction'] ?? 0) * 20 +
      Math.min(((row['rate'] ?? 0) / (row['rateTarget'] ?? 0)) * 100, 100) * 10) /
    100,
  lead: (row) =>
    ((row['budget'] ?? 0) * 40 + (row['authority'] ?? 0) * 30 + (row['urgency'] ?? 0) * 30) / 100,
  health: (row) =>
    ((row['interaction'] ?? 0) * 30 +
      (row['satisfaction'] ?? 0) * 40 +
      (row['purchase'] ?? 0) * 30) /
    100,
}

/** A fact that is computed from the others, and a rule that hands it out. */
export function jsonRules(kind: keyof typeof SCORES, rows: readonly Figures[]): Scorer {
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addFact('score', async (_, almanac) =>
    FLOATS[kind](await almanac.factValue<Figures>('row')),
  )
  engine.addRule({
    conditions: { all: [{ fact: 'score', operator: 'greaterThanInclusive', value: 0 }] },
    event: { type: 'scored' },
  })
  return async () => {
    const scores: number[] = []
    for (const row of rows) {
      const { almanac } = await engine.run({ row })
      scores.push(rounded(await almanac.factValue<number>('score')))
    }
    return scores
  }
}

function zen(kind: keyof typeof SCORES, rows: readonly Figures[]): Scorer {
  const position = { x: 0, y: 0 }
  const expressions = [{ id: 'score', key: 'score', value: SCORES[kind] }]
  const decision: ZenDecision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position },
      {
        id: 'formula',
        name: 'formula',
        type: 'expressionNode',
        position,
        content: { expressions },
      },
      { id: 'out', name: 'out', type: 'outputNode', position },
    ],
    edges: [
      { id: 'first', type: 'edge', sourceId: 'in', targetId: 'formula' },
      { id: 'second', type: 'edge', sourceId: 'formula', targetId: 'out' },
    ],
  } as unknown as Parameters<ZenEngine['createDecision']>[0])
  return async () => {
    const scores: number[] = []
    for (const row of rows)
      scores.push(rounded(Number((await decision.evaluate(row)).result.score)))
    return scores
  }
}

/** One formula for each row of a sheet. */
export function sheet(kind: keyof typeof SCORES, rows: readonly Figures[]): Scorer {
  const keys = Object.keys(rows[0] ?? {})
  return () => {
    const cells = rows.map((row, index) => {
      const formula = keys.reduce(
        (text, key, column) =>
          text.replaceAll(
            new RegExp(`\\b${key}\\b`, 'g'),
            `${String.fromCharCode(65 + column)}${index + 1}`,
          ),
        SCORES[kind],
      )
      return [
        ...Object.values(row),
        `=${formula.replaceAll('min([', 'MIN(').replaceAll('])', ')')}`,
      ]
    })
    const built = HyperFormula.buildFromArray(cells, { licenseKey: 'gpl-v3' })
    const scores = rows.map((_, row) =>
      rounded(built.getCellValue({ sheet: 0, row, col: keys.length }) as number),
    )
    built.destroy()
    return scores
  }
}

function publicodes(kind: keyof typeof SCORES, rows: readonly Figures[]): Scorer {
  const keys = Object.keys(rows[0] ?? {})
  const named = (key: string) => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  const capped = (actual: string, target: string) => ({
    valeur: `${actual} / ${target} * 100`,
    plafond: 100,
  })
  const score =
    kind === 'appraisal'
      ? {
          somme: [
            { produit: [capped('sales', 'sales target'), 0.4] },
            { produit: [capped('customers', 'customers target'), 0.3] },
            'satisfaction * 0.2',
            { produit: [capped('rate', 'rate target'), 0.1] },
          ],
        }
      : SCORES[kind]
  const engine = new Publicodes({
    ...Object.fromEntries(keys.map((key) => [named(key), 0])),
    score,
  })
  return () =>
    rows.map((row) => {
      engine.setSituation(
        Object.fromEntries(Object.entries(row).map(([key, value]) => [named(key), value])),
      )
      return rounded(Number(engine.evaluate('score').nodeValue))
    })
}

function engine(
  against: string,
  rows: number,
  scorer: (kind: keyof typeof SCORES, rows: readonly Figures[]) => Scorer,
): Peer {
  return {
    against,
    rows,
    bound: { 'at-least': 1000 },
    appraisal: (list) => scorer('appraisal', list.map(flat)),
    lead: (list) => scorer('lead', list.map(leadPoints)),
    health: (list) => scorer('health', list),
  }
}

const PEERS: readonly Peer[] = [
  decimals,
  engine('json-rules-engine', 1_000, jsonRules),
  engine('@gorules/zen-engine', 1_000, zen),
  engine('hyperformula', 2_000, sheet),
  engine('publicodes', 500, publicodes),
]

const withPeers: Comparison[] = PEERS.flatMap((peer) => [
  against(
    peer,
    'appraisal per object row',
    appraisals,
    peer.appraisal,
    (rows) => appraiseRows(rows, handbook.appraisal).scores,
  ),
  against(
    peer,
    'lead score per object row',
    leads,
    peer.lead,
    (rows) => scoreLeadRows(rows, handbook.leads).scores,
  ),
  against(
    peer,
    'health score per object row',
    customers,
    peer.health,
    (rows) => scoreHealthRows(rows, handbook.health).scores,
  ),
])

function against<Row>(
  peer: Peer,
  work: string,
  draw: (length: number) => Row[],
  theirs: (rows: readonly Row[]) => Scorer,
  ours: (rows: readonly Row[]) => ArrayLike<number>,
): Comparison {
  return {
    work,
    against: peer.against,
    bound: peer.bound,
    unit: 'ms',
    prepare: async (): Promise<Prepared> => {
      const rows = draw(ROWS_SHOWN)
      const few = rows.slice(0, peer.rows)
      const scorer = theirs(few)
      for (let warm = 0; warm < 5; warm += 1) ours(rows)
      return {
        subject: () => timeOf(() => ours(rows), ROWS_SHOWN),
        reference: () => timeOf(scorer, few.length),
        check: async () => same(ours(few), await scorer()),
      }
    },
  }
}

/** Milliseconds for as many rows as are shown. */
export async function timeOf(run: () => unknown, rows: number): Promise<number> {
  const start = performance.now()
  await run()
  return ((performance.now() - start) * ROWS_SHOWN) / rows
}

export const comparisons: readonly Comparison[] = [...withHand, ...withPeers]
