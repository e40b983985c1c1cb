import * as check from '../kernel/check/check.js'
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as decimal from '../kernel/number/decimal.js'
import { type Fraction, ZERO } from '../kernel/number/fraction.js'
import * as score from '../kernel/score/score.js'
import type { ExactAxis, ExactLeadModel } from './exactLeadModel.js'
import { FACTS_OR_SCORE } from './issues.js'
import type { DisqualifiedLead, LeadNotCounted, LeadScore } from './types.js'

/** A lead that was read. */
export interface ReadLead {
  /** Null for a lead that is invalid anyway and whose facts are not complete. */
  readonly facts: score.ReadFacts | null
  /** Why it is invalid; empty where it is not. */
  readonly reasons: readonly string[]
  /** Null where the model has no fit, or the lead none of its facts. */
  readonly fit: score.ReadFacts | null
  readonly intent: score.ReadFacts | null
}

/**
 * Reads a lead; adds what is wrong, and returns undefined where anything is. A lead that is invalid anyway is scored only where its facts
 * allow it.
 */
export function readLead(
  lead: unknown,
  model: ExactLeadModel,
  issues: Issue[],
): ReadLead | undefined {
  const fields = read.fields(lead, [], model.facts, issues)
  if (fields === undefined) return undefined
  const reasons = reasonsOf(fields, model, issues)
  const found: Issue[] = []
  const facts = score.read(fields, model.card, [], found)
  const fit = readAxis(fields, model.fit, found)
  const intent = readAxis(fields, model.intent, found)
  const isExcused = ({ code }: Issue) => reasons.length > 0 && code === 'FACT_MISSING'
  issues.push(...found.filter((one) => !isExcused(one)))
  return issues.length > 0 ? undefined : { facts: facts ?? null, reasons, fit, intent }
}

/** A lead that has none of the facts has no such score. */
function readAxis(
  lead: read.Fields,
  axis: ExactAxis | null,
  issues: Issue[],
): score.ReadFacts | null {
  if (axis === null || axis.card.ids.every((id) => (lead[id] ?? null) === null)) return null
  const found: Issue[] = []
  const facts = score.read(lead, axis.card, [], found)
  issues.push(...found)
  return facts ?? null
}

/** Why a lead is invalid whatever it would score. */
export function reasonsOf(
  lead: read.Fields,
  { disqualifiers }: ExactLeadModel,
  issues: Issue[],
): string[] {
  return disqualifiers.filter(({ when }) => isMet(when, lead, issues)).map(({ reason }) => reason)
}

function isMet(when: check.ExactCondition, lead: read.Fields, issues: Issue[]): boolean {
  return check.compute(check.read(when, lead, [], issues)).outcome === 'met'
}

/** The fields of an input; what is no object at all is refused at once, and not for each field that it lacks. */
export function readInput(value: unknown, keys: readonly string[], issues: Issue[]): read.Fields {
  const fields = read.fields(value, ['input'], keys, issues)
  if (fields === undefined) issue.refuseIfAny(issues)
  return fields ?? {}
}

/** Rows that were read, each with its place, and those that could not be. */
export interface ReadRows<Row> {
  readonly rows: readonly (Row & { readonly index: number })[]
  readonly notCounted: readonly LeadNotCounted[]
}

/** Reads a row; what is wrong is added to the issues. */
export type ReadRow<Row> = (row: unknown, path: Path, issues: Issue[]) => Row | undefined

/** Reads rows one by one: what is wrong with one of them stops no other. Each id may be there once; a second one is set aside. */
export function readRows<Row extends { readonly id: string }>(
  list: readonly unknown[],
  path: Path,
  readRow: ReadRow<Row>,
): ReadRows<Row> {
  const rows: (Row & { readonly index: number })[] = []
  const notCounted: LeadNotCounted[] = []
  const seen = new Set<string>()
  for (const [index, row] of list.entries()) {
    const found: Issue[] = []
    const at = [...path, index]
    const one = readRow(row, at, found)
    if (one !== undefined && seen.has(one.id))
      found.push(issue.at(ID_DUPLICATE, [...at, 'id'], { id: one.id }))
    if (one === undefined || found.length > 0) {
      notCounted.push({ id: idOf(row), index, issues: found })
      continue
    }
    seen.add(one.id)
    // The row is of this reading alone; a copy of each would take as long as all the rest.
    rows.push(Object.assign(one, { index }))
  }
  return { rows, notCounted }
}

/** The id of a row that could not be read, where that much can be. */
function idOf(row: unknown): string | null {
  const id = read.record(row, [], [])?.['id']
  return read.isName(id) ? id : null
}

/** A lead on a list that was read. */
export interface Candidate {
  readonly id: string
  /** Milliseconds; infinite where nobody knows. */
  readonly arrived: number
  /** As people see it; null for an invalid lead. */
  readonly score: number | null
  /** The position of its band. */
  readonly band: number
  readonly reasons: readonly string[]
  readonly outcome: LeadScore | null
}

const LEAD_KEYS = ['id', 'arrived', 'facts', 'score']

/** What the facts of a lead come to. */
type Standing = Pick<Candidate, 'score' | 'reasons' | 'outcome'>

/** Scores the facts of a lead on a list; adds what is wrong with them. */
export type ScoreFacts = (facts: unknown, path: Path, issues: Issue[]) => Standing | undefined

/** What scores of a model may be, and how facts come to one. */
interface Scoring {
  readonly range: { readonly minimum: Fraction; readonly maximum: Fraction }
  readonly scoreFacts: ScoreFacts
}

/** Reads leads on a list, and scores those that come with facts. */
export function readCandidates(
  list: readonly unknown[],
  path: Path,
  model: ExactLeadModel,
  scoreFacts: ScoreFacts,
): ReadRows<Candidate> {
  const starts = model.bands.map(({ from }) => from)
  const range = { minimum: ZERO, maximum: score.highest(model.card) }
  return readRows(list, path, (row, at, issues) => {
    const fields = read.fields(row, at, LEAD_KEYS, issues)
    if (fields === undefined) return undefined
    const { required, optional } = read.of(fields, at, issues)
    const id = required('id', read.name)
    const arrived = optional('arrived', read.instant)?.at ?? Number.POSITIVE_INFINITY
    const standing = readStanding(fields, at, { range, scoreFacts }, issues)
    if (id === undefined || standing === undefined || issues.length > 0) return undefined
    const { score: points, reasons, outcome } = standing
    const band = points === null ? 0 : starts.findIndex((from) => points >= from)
    return { id, arrived, score: points, band, reasons, outcome }
  })
}

/** The score that a lead comes with, or that its facts have. */
function readStanding(
  fields: read.Fields,
  path: Path,
  { range, scoreFacts }: Scoring,
  issues: Issue[],
): Standing | undefined {
  const { facts = null, score: given = null } = fields
  if ((facts === null) === (given === null)) {
    const both = facts === null ? 'neither' : 'both'
    issue.add(issues, issue.at(FACTS_OR_SCORE, path, { given: both }))
    return undefined
  }
  if (facts === null) {
    const points = read.within(given, [...path, 'score'], issues, range)
    return points && { score: numberOf(given, points), reasons: [], outcome: null }
  }
  return scoreFacts(facts, [...path, 'facts'], issues)
}

/** A score as a number: of the few digits that it has, nothing is lost. */
function numberOf(given: unknown, points: Fraction): number {
  return typeof given === 'number' ? given : decimal.toNumber(points)
}

/** The best first: by score, then whoever came first, then by id; never by the order given. */
export function computeOrder<Row extends Candidate>(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ score: points }) => points !== null)
    .sort(
      (a, b) =>
        (b.score ?? 0) - (a.score ?? 0) || earlier(a.arrived, b.arrived) || (a.id < b.id ? -1 : 1),
    )
}

/** Infinity less infinity would be no number. */
function earlier(one: number, other: number): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** The leads that are invalid. */
export function writeDisqualified(
  rows: readonly (Candidate & { readonly index: number })[],
): DisqualifiedLead[] {
  return rows
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ id, index, reasons }) => ({ id, index, reasons, clause: 'LEA-2' }))
}

const LAST_PLACE = 1e12

/** How much is missing from one score to another; of numbers of at most 12 decimals this is exact. */
export function remainingTo(score: number, other: number): number {
  return Math.round((other - score) * LAST_PLACE) / LAST_PLACE
}
