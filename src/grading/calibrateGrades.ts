import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import { type ExactGradingPolicy, exactGradingPolicy } from './exactGradingPolicy.js'
import { placesOf } from './exactShares.js'
import {
  A_PERSON_OF_SESSION,
  ABOVE_GRADE_AT_MOST,
  CALIBRATES_THEMSELVES,
  MOVE_OUT_OF_ORDER,
  MOVED_TOO_FAR,
  TOO_MANY_MOVED,
} from './issues.js'
import { heldBy, type ReadLimit, readLimits, SCORES } from './read.js'
import type {
  CalibratedGrade,
  Calibration,
  CalibrationDecision,
  CalibrationRow,
  CalibrationSession,
  DefinedGradingPolicy,
} from './types.js'

/**
 * The grades before and after a calibration: who was moved, by how many grades, by whom, when and why (GRA-1).
 *
 * Nothing is edited: the grade that somebody came with stays beside the one that they leave with, and so does every decision. A veto is
 * obeyed: no decision exceeds the `gradeAtMost` of an appraisal. How many may be moved, and how far, is in the policy's `calibration`, and
 * a session that goes further is refused as a whole. A disputed result of one person is decided by `overrideAppraisal`; how far a
 * distribution is from its shares says {@link checkDistribution}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `POLICY_CONFLICT` for a move above a veto or beyond the policy's bounds, `VALUE_INVALID` for
 *   somebody who is not in the session or decides on themselves, `VALUE_MISSING` without a name, a date or a reason, `DATES_OUT_OF_ORDER`,
 *   `VALUE_NOT_ALLOWED` for a grade that the policy does not have, `ID_DUPLICATE`.
 *
 * @example One of three is moved up
 * ```ts
 * import { calibrateGrades, handbook } from 'sales-rules'
 *
 * const people = [{ id: 'Li', grade: 'A' }, { id: 'Wang', grade: 'A' }, { id: 'Zhao', grade: 'B' }]
 * const decision = { by: 'committee', on: '2026-04-15', reason: 'harder region than the others' }
 * const session = { people, decisions: [{ id: 'Li', grade: 'S', ...decision }] }
 * const { people: rows, moved, grades } = calibrateGrades(session, handbook.grading)
 * rows.map(({ id, before, after }) => [id, before, after]) // => [['Li', 'A', 'S'], ['Wang', 'A', 'A'], ['Zhao', 'B', 'B']]
 * moved // => { up: 1, down: 0, count: 1, atMost: null }
 * grades.map(({ grade, change }) => [grade, change]) // => [['S', 1], ['A', -1], ['B', 0], ['C', 0]]
 * ```
 */
export function calibrateGrades(
  session: CalibrationSession,
  policy: DefinedGradingPolicy,
): Calibration {
  const exact = exactGradingPolicy(policy)
  const people = readSession(session, exact)
  const movable = movableOf(people.length, exact)
  const count = people.filter(({ before, after }) => before !== after).length
  if (movable !== null && count > movable)
    issue.refuse(TOO_MANY_MOVED, [...AT, 'decisions'], {
      given: String(count),
      maximum: String(movable),
    })
  return writeCalibration(people, movable, exact)
}

const AT = ['session']

/** Somebody in the session; grades by their position, from the best. */
interface Person {
  readonly id: string
  readonly score: fraction.Fraction | null
  readonly before: number
  after: number
  readonly limits: readonly ReadLimit[]
  readonly decisions: ReadMove[]
}

interface ReadMove extends Pick<CalibrationDecision, 'by' | 'on' | 'reason'> {
  readonly from: number
  readonly to: number
}

function readSession(value: unknown, policy: ExactGradingPolicy): Person[] {
  const issues: Issue[] = []
  const fields = read.fields(value, AT, ['people', 'decisions'], issues)
  if (fields === undefined) issue.refuseIfAny(issues)
  const people = new Map<string, Person>()
  const path = [...AT, 'people']
  for (const [index, row] of (read.array(fields?.['people'], path, issues) ?? []).entries()) {
    const person = readPerson(row, [...path, index], policy, issues)
    if (person === undefined) continue
    if (people.has(person.id))
      issue.add(issues, issue.at(ID_DUPLICATE, [...path, index, 'id'], { id: person.id }))
    people.set(person.id, person)
  }
  // Who is in the session is known only once everybody is read.
  issue.refuseIfAny(issues)
  const taken = read.array(fields?.['decisions'], [...AT, 'decisions'], issues) ?? []
  for (const [index, row] of taken.entries())
    takeDecision(row, [...AT, 'decisions', index], { people, policy }, issues)
  issue.refuseIfAny(issues)
  return [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function readPerson(
  row: unknown,
  path: Path,
  { grades }: ExactGradingPolicy,
  issues: Issue[],
): Person | undefined {
  const names = grades.map(({ id }) => id)
  const fields = read.fields(row, path, ['id', 'grade', 'score', 'gradeAtMost'], issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const id = required('id', read.name)
  const grade = required('grade', (one, at, found) => read.word(one, at, names, found))
  const score = optional('score', (one, at, found) => read.within(one, at, found, SCORES)) ?? null
  const limits =
    optional('gradeAtMost', (one, at, found) => readLimits(one, at, names, found)) ?? []
  if (id === undefined || grade === undefined) return undefined
  const before = names.indexOf(grade)
  for (const above of limitIssues(before, limits, names, [...path, 'grade']))
    issue.add(issues, above)
  return { id, score, before, after: before, limits, decisions: [] }
}

/** What a veto says of a grade that is better than it allows. */
function limitIssues(
  position: number,
  limits: readonly ReadLimit[],
  names: readonly string[],
  path: Path,
): Issue[] {
  const held = heldBy(position, limits)
  if (held.because === null) return []
  const [given, maximum] = [names[position] ?? '', names[held.position] ?? '']
  return [issue.at(ABOVE_GRADE_AT_MOST, path, { id: held.because, given, maximum })]
}

interface Reading {
  readonly people: ReadonlyMap<string, Person>
  readonly policy: ExactGradingPolicy
}

/** Reads a decision and, where nothing is wrong with it, takes it. */
function takeDecision(
  row: unknown,
  path: Path,
  { people, policy }: Reading,
  issues: Issue[],
): void {
  const before = issues.length
  const names = policy.grades.map(({ id }) => id)
  const fields = read.fields(row, path, ['id', 'grade', 'by', 'on', 'reason'], issues)
  if (fields === undefined) return
  const { required } = read.of(fields, path, issues)
  const person = required('id', (one, at, found) => readKnown(one, at, people, found))
  const grade = required('grade', (one, at, found) => read.word(one, at, names, found))
  const by = required('by', read.name) ?? ''
  const on = required('on', read.date) ?? ''
  const reason = required('reason', read.reason) ?? ''
  if (person === undefined || grade === undefined || issues.length > before) return
  const move = { from: person.after, to: names.indexOf(grade), by, on, reason }
  for (const wrong of moveIssues(move, person, path, policy)) issue.add(issues, wrong)
  person.decisions.push(move)
  person.after = move.to
}

function readKnown(
  value: unknown,
  path: Path,
  people: ReadonlyMap<string, Person>,
  issues: Issue[],
): Person | undefined {
  const person = people.get(value as string)
  if (person === undefined) issue.add(issues, issue.invalid(value, path, A_PERSON_OF_SESSION))
  return person
}

function moveIssues(
  { to, by, on }: ReadMove,
  { id, before, limits, decisions }: Person,
  path: Path,
  { grades, calibration }: ExactGradingPolicy,
): Issue[] {
  const names = grades.map((grade) => grade.id)
  const found = limitIssues(to, limits, names, [...path, 'grade'])
  const most = calibration.gradesAtMost
  const moved = Math.abs(before - to)
  if (most !== null && moved > most) {
    const params = { given: String(moved), maximum: String(most) }
    found.push(issue.at(MOVED_TOO_FAR, [...path, 'grade'], params))
  }
  if (by === id)
    found.push(issue.at(CALIBRATES_THEMSELVES, [...path, 'by'], { given: issue.show(by) }))
  const previous = decisions.at(-1)?.on
  if (previous !== undefined && on < previous)
    found.push(issue.at(MOVE_OUT_OF_ORDER, [...path, 'on'], { from: previous, to: on }))
  return found
}

/** How many may be moved: a limit is rounded down. */
function movableOf(headcount: number, { calibration }: ExactGradingPolicy): number | null {
  const { movedAtMost } = calibration
  if (movedAtMost === null) return null
  const share = fraction.multiply(movedAtMost, fraction.whole(headcount))
  return Number(fraction.toUnits(share, 0, 'floor'))
}

function writeCalibration(
  people: readonly Person[],
  atMost: number | null,
  policy: ExactGradingPolicy,
): Calibration {
  const up = people.filter(({ before, after }) => after < before).length
  const down = people.filter(({ before, after }) => after > before).length
  return {
    people: people.map((person) => writePerson(person, policy)),
    moved: { up, down, count: up + down, atMost },
    grades: writeGrades(people, policy),
    policy: policy.policy,
    clauses: [policy.calibration.clause],
  }
}

function writePerson(
  { id, score, before, after, decisions }: Person,
  { grades }: ExactGradingPolicy,
): CalibrationRow {
  const nameAt = (position: number) => grades[position]?.id ?? ''
  return {
    id,
    score: score && decimal.toNumber(score),
    before: nameAt(before),
    after: nameAt(after),
    moved: before - after,
    decisions: decisions.map(({ from, to, by, on, reason }) => ({
      from: nameAt(from),
      to: nameAt(to),
      moved: from - to,
      by,
      on,
      reason,
    })),
  }
}

function writeGrades(
  people: readonly Person[],
  { grades, calibration }: ExactGradingPolicy,
): CalibratedGrade[] {
  const { shares } = calibration
  const places = shares && placesOf(people.length, shares)
  return grades.map(({ id }, position) => {
    const before = people.filter((person) => person.before === position).length
    const after = people.filter((person) => person.after === position).length
    const place = places?.[position] ?? null
    return {
      grade: id,
      before,
      after,
      change: after - before,
      places: place,
      move: place === null ? null : place - after,
    }
  })
}
