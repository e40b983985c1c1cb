import assert from 'node:assert/strict'
import { performance } from 'node:perf_hooks'
import { type ZenDecision, ZenEngine } from '@gorules/zen-engine'
import { Decimal } from 'decimal.js'
import { HyperFormula } from 'hyperformula'
import { Engine } from 'json-rules-engine'
import Publicodes from 'publicodes'
import { handbook } from 'sales-rules'
import { appraiseRows, scoreHealthRows, scoreLeadRows } from 'sales-rules/batch'
import type { Comparison, Prepared } from './comparison.js'
import { appraisalModels, healthModels, leadModels, type Model } from './models.js'
import {
  type AppraisalRow,
  appraisals,
  byHand,
  byHandChecked,
  type CustomerRow,
  customers,
  type LeadRow,
  leads,
  type Scored,
} from './scored.js'

const ROWS = 300_000
/** Engines are given fewer rows, and all times are for so many. */
const ROWS_SHOWN = 100_000

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
      return { subject, reference, check: () => assertScored(subject(), reference()) }
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

function assertScored(ours: Scored, theirs: Scored): void {
  same(ours.scores, theirs.scores)
  if (theirs.bands !== undefined) same(ours.bands ?? [], theirs.bands)
  if (theirs.disqualified !== undefined) assert.deepEqual(ours.disqualified, theirs.disqualified)
}

function same(ours: ArrayLike<number>, theirs: ArrayLike<number>): void {
  assert.deepEqual(Array.from(ours), Array.from(theirs))
}

/** Three models of different shapes, one after the other, as in a program that scores for several teams. */
const inTurn = (work: string, models: readonly Model[]): Comparison => ({
  work,
  against: 'floats by hand with the same checks',
  bound: { 'at-most': 1.3 },
  prepare: () => {
    const turns = models.map((draw) => draw(ROWS / models.length))
    return {
      subject: () => turns.map(({ ours }) => ours()),
      reference: () => turns.map(({ theirs }) => theirs()),
      check: () => {
        for (const { ours, theirs } of turns) assertScored(ours(), theirs())
      },
    }
  },
})

const bySeveralModels: Comparison[] = [
  inTurn('appraisal per object row, three schemes in turn', appraisalModels),
  inTurn('lead score, band and reasons per object row, three models in turn', leadModels),
  inTurn('health score and band per object row, three models in turn', healthModels),
  inTurn('all three scores per object row, three models of each in turn', [
    ...appraisalModels,
    ...leadModels,
    ...healthModels,
  ]),
]

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

export const comparisons: readonly Comparison[] = [...withHand, ...bySeveralModels, ...withPeers]
