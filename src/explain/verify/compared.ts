/** What is compared of an outcome: its figure, the parts that add up to it, and what they came from. */
import type { SettledAdjustment } from '../../commission/index.js'
import { ADJUSTMENTS, payPartsOf } from '../../commission/internal.js'
import type { Issue, Path } from '../../kernel/index.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import {
  causesOfComponents,
  causesOfScore,
  causesOfSettled,
  causesOfSettledComponents,
  causesOfStatement,
  type Differing,
} from './causes.js'
import { inside, listIn, textIn } from './inside.js'

/** What a settled period pays, and takes off, beside its commission. */
const PAID_BESIDE = [
  'guarantee',
  'held-back',
  'released',
  'correction',
  'clawback',
  'override',
  'by-hand',
  'adjustment',
  'drawn',
  'recovered',
  'carried',
] as const

export type PaidBeside = (typeof PAID_BESIDE)[number]

/** The kinds of parts, in the order in which they are made. */
export const PART_KINDS = [
  'tier',
  ...ADJUSTMENTS,
  'component',
  'commission',
  ...PAID_BESIDE,
  'part',
  'bonus',
  'deduction',
  'limit',
  'period',
] as const

export type PartKind = (typeof PART_KINDS)[number]

const ADJUSTED: readonly SettledAdjustment['kind'][] = [
  'by-hand',
  'clawback',
  'override',
  'correction',
]

/** A part of a figure. */
export interface Part {
  readonly kind: PartKind
  readonly id: string | null
  /** Of a tier, the rate rule whose scale it is of. */
  readonly rule?: string
  readonly amount: Fraction
}

/** An outcome from an archive, while it is read. */
interface Reading {
  readonly fields: read.Fields
  readonly path: Path
  readonly issues: Issue[]
}

/** How outcomes of one function are compared. */
export interface Compared {
  /** The fields that tell it, where it is only a part of an outcome. */
  readonly has?: readonly string[]
  readonly figure: string
  readonly currencyIn: (outcome: read.Fields) => unknown
  readonly whoseIn: (outcome: read.Fields) => unknown
  readonly partsOf: (reading: Reading) => readonly Part[]
  readonly causesOf: Differing
  /** The parts that are causes themselves, as nothing else in the outcome says where they come from. */
  readonly causes?: readonly PaidBeside[]
}

const score = {
  figure: 'score',
  currencyIn: () => null,
  whoseIn: ({ employee }: read.Fields) => employee,
  partsOf: (reading: Reading) => rowsOf(reading, 'parts', { kind: 'part', amount: 'contribution' }),
  causesOf: causesOfScore,
} satisfies Compared

const compensation = {
  figure: 'amount',
  currencyIn: ({ currency }: read.Fields) => currency,
  whoseIn: ({ payee }: read.Fields) => payee,
  partsOf: (reading: Reading) =>
    rowsOf(reading, 'components', { kind: 'component', amount: 'amount' }),
  causesOf: causesOfComponents,
} satisfies Compared

/** By the name of the function; of a settlement, a period of it. */
export const COMPARED = {
  appraise: { ...score, partsOf: partsOfAppraisal },
  appraiseYear: {
    ...score,
    partsOf: (reading) =>
      rowsOf(reading, 'periods', { kind: 'period', id: 'period', amount: 'contribution' }),
  },
  calculateCommission: {
    figure: 'amount',
    currencyIn: ({ currency }) => currency,
    whoseIn: ({ payee }) => payee,
    partsOf: partsOfStatement,
    causesOf: causesOfStatement,
  },
  calculateCompensation: compensation,
  scoreHealth: score,
  scoreLead: score,
  settleCommission: {
    has: ['adjusted', 'carried', 'statement'],
    figure: 'paid',
    currencyIn: ({ statement }) => inside(statement, 'currency'),
    whoseIn: ({ statement }) => inside(statement, 'payee'),
    partsOf: partsOfPeriod,
    causesOf: causesOfSettled,
    causes: PAID_BESIDE,
  },
  settleCompensation: {
    ...compensation,
    has: ['adjusted', 'carried', 'components'],
    figure: 'paid',
    currencyIn: ({ components }) => inside(firstOutcome(components), 'currency'),
    whoseIn: ({ components }) => inside(firstOutcome(components), 'payee'),
    causesOf: causesOfSettledComponents,
  },
} satisfies Readonly<Record<string, Compared>>

export type ComparedFunction = keyof typeof COMPARED

function firstOutcome(components: unknown): unknown {
  return inside(listIn({ components }, 'components')[0], 'outcome')
}

interface Row {
  readonly kind: PartKind
  readonly id?: string
  readonly amount: string
}

/** The entries of a list, each as a part. */
function rowsOf({ fields, path, issues }: Reading, list: string, row: Row): Part[] {
  return (read.array(fields[list], [...path, list], issues) ?? []).map((entry, index) => ({
    kind: row.kind,
    id: textIn(entry, row.id ?? 'id'),
    amount: exactIn(entry, row.amount, [...path, list, index], issues),
  }))
}

/** An amount or points; what is no number adds an issue. */
export function exactIn(entry: unknown, key: string, path: Path, issues: Issue[]): Fraction {
  const value = inside(entry, key)
  const place = [...path, key]
  const exact =
    typeof value === 'number'
      ? read.decimal(value, place, issues)
      : read.written(value, place, issues)
  return exact ?? fraction.ZERO
}

function partsOfAppraisal(reading: Reading): Part[] {
  const { fields, path, issues } = reading
  const limit = fields['limit'] ?? null
  const place = [...path, 'limit']
  return [
    ...score.partsOf(reading),
    ...rowsOf(reading, 'bonuses', { kind: 'bonus', amount: 'contribution' }),
    ...rowsOf(reading, 'deductions', { kind: 'deduction', amount: 'contribution' }),
    ...(limit === null
      ? []
      : [
          {
            kind: 'limit' as const,
            id: null,
            amount: exactIn(limit, 'contribution', place, issues),
          },
        ]),
  ]
}

function partsOfPeriod(reading: Reading): Part[] {
  const { fields, path, issues } = reading
  return payPartsOf(fields, path, issues).flatMap(({ earningCode, amount }): readonly Part[] => {
    const whole = { kind: earningCode, id: null, amount }
    return earningCode === 'adjustment' ? inPieces(whole, adjustmentsOf(reading)) : [whole]
  })
}

/** Corrections by the periods that they changed, and what came beside them one by one. */
function adjustmentsOf({ fields, path, issues }: Reading): Part[] {
  const corrections = listIn(fields, 'corrections').map((entry, index): Part => {
    const place = [...path, 'corrections', index]
    const [was, is] = [exactIn(entry, 'was', place, issues), exactIn(entry, 'is', place, issues)]
    const amount = fraction.subtract(is, was)
    return { kind: 'correction', id: textIn(entry, 'period'), amount }
  })
  const beside = listIn(fields, 'adjustments').flatMap((entry, index): Part[] => {
    const place = [...path, 'adjustments', index]
    const kind = read.word(inside(entry, 'kind'), [...place, 'kind'], ADJUSTED, issues)
    if (kind === undefined || inside(entry, 'inCorrections') === true) return []
    return [{ kind, id: textIn(entry, 'id'), amount: exactIn(entry, 'amount', place, issues) }]
  })
  return [...corrections, ...beside]
}

function partsOfStatement(reading: Reading): Part[] {
  const { fields, path, issues } = reading
  const slices = rowsOf(reading, 'slices', { kind: 'tier', id: 'tier', amount: 'amount' })
  const tiers = slices.map((part, index) => {
    const rule = textIn(listIn(fields, 'slices')[index], 'rule')
    return rule === null ? part : { ...part, rule }
  })
  const adjustments = listIn(fields, 'adjustments').flatMap((entry, index) => {
    const place = [...path, 'adjustments', index]
    const kind = read.word(inside(entry, 'kind'), [...place, 'kind'], ADJUSTMENTS, issues)
    if (kind === undefined) return []
    const whole = { kind, id: null, amount: exactIn(entry, 'amount', place, issues) }
    return inPieces(whole, piecesOf(kind, reading))
  })
  return [...tiers, ...adjustments]
}

/** The pieces of a part; the whole where they do not come to it. */
function inPieces(whole: Part, pieces: readonly Part[]): readonly Part[] {
  const sum = fraction.sum(pieces.map(({ amount }) => amount))
  return fraction.compare(sum, whole.amount) === 0 ? pieces : [whole]
}

/** Awards by their ids, and mirrored refunds by their lines. */
function piecesOf(kind: PartKind, reading: Reading): Part[] {
  if (kind === 'refund') return rowsOf(reading, 'refunds', { kind, id: 'line', amount: 'amount' })
  if (kind !== 'award') return []
  const paid = listIn(reading.fields, 'awards').filter((one) => inside(one, 'outcome') === 'paid')
  const fields = { ...reading.fields, awards: paid }
  return rowsOf({ ...reading, fields }, 'awards', { kind, id: 'award', amount: 'amount' })
}
