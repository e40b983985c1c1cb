import type { CheckState, Issue, Path, Rounding } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE, WEIGHTS_NOT_100, WEIGHTS_NOT_POSITIVE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import type * as time from '../kernel/time/time.js'
import type { ExactGradingPolicy } from './exactGradingPolicy.js'
import type { ExactRanking } from './exactRanking.js'
import type { ExactShares } from './exactShares.js'
import {
  GRADING_PART_MISSING,
  GROUP_IN_TWO_POOLS,
  LEAST_SCORE_RISES,
  LOWEST_GRADE_ASKS,
  SHARES_AS_LIST,
} from './issues.js'

/** No score is above 1000; a larger one is a mistake of its unit. */
export const SCORES = { minimum: fraction.ZERO, maximum: { n: 1000n, d: 1n } }

export const SHARE_FIELDS = ['shares', 'weights'] as const

/** Reads the shares of the grades, from the best to the lowest. */
export function readShares(
  fields: read.Fields,
  path: Path,
  issues: Issue[],
): ExactShares | undefined {
  const before = issues.length
  const { required, optional } = read.of(fields, path, issues)
  const rows = required('shares', readRows)
  const kind = optional('weights', (value, at, found) =>
    read.word(value, at, ['percent', 'parts'], found),
  )
  if (rows === undefined || issues.length > before) return undefined
  const weights = rows.map(({ weight }) => weight)
  const wrong = weightIssue(weights, kind === 'parts', [...path, 'shares'])
  if (wrong !== undefined) issue.add(issues, wrong)
  return wrong === undefined ? { grades: rows.map(({ grade }) => grade), weights } : undefined
}

interface ShareRow {
  readonly grade: string
  readonly weight: fraction.Fraction
}

function readRows(value: unknown, path: Path, issues: Issue[]): ShareRow[] | undefined {
  if (isList(value)) return readList(value, path, issues)
  const record = read.record(value, path, issues)
  if (record === undefined) return undefined
  const keys = Object.keys(record)
  if (keys.some((key) => /^\d+$/.test(key))) {
    issue.add(issues, issue.invalid(value, path, SHARES_AS_LIST))
    return undefined
  }
  return keys.flatMap((grade) => {
    const weight = read.within(record[grade], [...path, grade], issues, {
      minimum: fraction.ZERO,
    })
    return weight === undefined ? [] : [{ grade, weight }]
  })
}

/** A proxy that was revoked cannot be asked. */
function isList(value: unknown): boolean {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}

function readList(value: unknown, path: Path, issues: Issue[]): ShareRow[] {
  const seen = new Set<string>()
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['grade', 'share'], issues)
    if (fields === undefined) return []
    const grade = read.name(fields['grade'], [...at, 'grade'], issues)
    const weight = read.within(fields['share'], [...at, 'share'], issues, {
      minimum: fraction.ZERO,
    })
    if (grade === undefined || weight === undefined) return []
    if (seen.has(grade)) issue.add(issues, issue.at(ID_DUPLICATE, [...at, 'grade'], { id: grade }))
    seen.add(grade)
    return [{ grade, weight }]
  })
}

function weightIssue(
  weights: readonly fraction.Fraction[],
  areParts: boolean,
  path: Path,
): Issue | undefined {
  const total = fraction.sum(weights)
  if (fraction.compare(total, fraction.ZERO) === 0)
    return issue.at(WEIGHTS_NOT_POSITIVE, path, { weights: weights.length })
  if (areParts || fraction.compare(total, fraction.HUNDRED) === 0) return undefined
  const difference = write.decimal(fraction.subtract(fraction.HUNDRED, total))
  return issue.at(WEIGHTS_NOT_100, path, { total: write.decimal(total), difference })
}

/** Grades up to a period, oldest first. */
export interface GradesUpTo {
  readonly grades: readonly time.HistoryEntry<string>[]
  readonly asOf: time.PeriodPosition
}

/** Reads a history of grades, up to the period asked in; what comes later is not looked at. */
export function readGrades(
  history: unknown,
  options: unknown,
  policy: ExactGradingPolicy,
): GradesUpTo {
  const issues: Issue[] = []
  const names = policy.grades.map(({ id }) => id)
  const grades = read.history(history, ['history'], issues, {
    key: 'grade',
    read: (value, path, found) => read.word(value, path, names, found),
  })
  const { optional } = read.of(
    read.options(options, ['options'], ['asOf'], issues) ?? {},
    ['options'],
    issues,
  )
  const latest = grades.at(-1)?.at
  const asOf = optional('asOf', (value, path, found) =>
    latest === undefined
      ? read.period(value, path, found)
      : read.periodAsOf(value, latest.unit, path, found),
  )
  issue.refuseIfAny(issues)
  const end = asOf ?? latest ?? { unit: 'year', position: 0 }
  return { grades: grades.filter(({ at }) => at.position <= end.position), asOf: end }
}

/** A grade that is not to be exceeded, by its position, and why. */
export interface ReadLimit {
  readonly position: number
  readonly because: string
}

/** Reads what a grade is not to exceed. */
export function readLimits(
  value: unknown,
  path: Path,
  grades: readonly string[],
  issues: Issue[],
): ReadLimit[] {
  return (read.array(value, path, issues) ?? []).flatMap((limit, index) => {
    const at = [...path, index]
    const fields = read.fields(limit, at, ['grade', 'because'], issues)
    if (fields === undefined) return []
    const grade = read.word(fields['grade'], [...at, 'grade'], grades, issues)
    const because = read.name(fields['because'], [...at, 'because'], issues)
    if (grade === undefined || because === undefined) return []
    return [{ position: grades.indexOf(grade), because }]
  })
}

/** The position that limits leave, and the one that holds it below; of two that hold alike, the first given. */
export function heldBy(
  position: number,
  limits: readonly ReadLimit[],
): { readonly position: number; readonly because: string | null } {
  let held: { readonly position: number; readonly because: string | null } = {
    position,
    because: null,
  }
  for (const limit of limits) if (limit.position > held.position) held = limit
  return held
}

const RANKING = [
  ...SHARE_FIELDS,
  'ties',
  'tieBreakers',
  'decimals',
  'rounding',
  'atLeast',
  'unfilled',
  'pools',
  'minimumGroup',
]

/** Reads how grades are given by rank, and how a score is rounded before. */
export function readRanking(value: unknown): {
  readonly rules: ExactRanking
  readonly rounding: Rounding
} {
  const issues: Issue[] = []
  const path = ['rules']
  const fields = read.fields(value, path, RANKING, issues)
  if (fields === undefined) issue.refuseIfAny(issues)
  const { optional } = read.of(fields ?? {}, path, issues)
  const shares = readShares(fields ?? {}, path, issues)
  const rules = {
    ties: optional('ties', wordOf(['refuse', 'better', 'worse'])) ?? 'refuse',
    tieBreakers: optional('tieBreakers', readNames) ?? [],
    atLeast: optional('atLeast', (one, at, found) => readAtLeast(one, at, shares, found)) ?? [],
    unfilled: optional('unfilled', wordOf(['move-down', 'lapse'])) ?? 'move-down',
    pools: optional('pools', readPools) ?? [],
    minimumGroup: optional('minimumGroup', wholeOf(1, MOST_PEOPLE)) ?? 1,
  }
  const rounding = read.scoreRounding(fields ?? {}, path, issues)
  issue.refuseIfAny(issues)
  return { rules: { ...(shares as ExactShares), ...rules }, rounding }
}

const MOST_PEOPLE = 1_000_000

const wordOf =
  <const Word extends string>(allowed: readonly Word[]) =>
  (value: unknown, path: Path, issues: Issue[]) =>
    read.word(value, path, allowed, issues)

const wholeOf =
  (minimum: number, maximum: number) => (value: unknown, path: Path, issues: Issue[]) =>
    read.integer(value, path, issues, { minimum, maximum })

function readNames(value: unknown, path: Path, issues: Issue[]): string[] {
  const seen = new Set<string>()
  return (read.array(value, path, issues) ?? []).flatMap((one, index) => {
    const name = read.name(one, [...path, index], issues)
    if (name === undefined) return []
    if (seen.has(name)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, index], { id: name }))
    seen.add(name)
    return [name]
  })
}

/** The lowest grade asks for nothing, and no grade for more than a better one. */
function readAtLeast(
  value: unknown,
  path: Path,
  shares: ExactShares | undefined,
  issues: Issue[],
): (fraction.Fraction | null)[] {
  const grades = shares?.grades ?? []
  if (shares === undefined) return []
  const { optional } = read.of(read.fields(value, path, grades, issues) ?? {}, path, issues)
  const least = grades.map(
    (grade) => optional(grade, (one, at, found) => read.within(one, at, found, SCORES)) ?? null,
  )
  const lowest = grades.at(-1) ?? ''
  if ((least.at(-1) ?? null) !== null)
    issue.add(issues, issue.at(LOWEST_GRADE_ASKS, [...path, lowest], { id: lowest }))
  let better: fraction.Fraction | null = null
  for (const [index, score] of least.entries()) {
    if (score === null) continue
    if (better !== null && fraction.compare(score, better) > 0) {
      const params = { given: write.decimal(score), maximum: write.decimal(better) }
      issue.add(issues, issue.at(LEAST_SCORE_RISES, [...path, grades[index] as string], params))
    }
    better = score
  }
  return least
}

function readPools(value: unknown, path: Path, issues: Issue[]): string[][] {
  const seen = new Set<string>()
  return (read.array(value, path, issues) ?? []).map((pool, index) => {
    const groups = readNames(pool, [...path, index], issues)
    for (const [at, id] of groups.entries())
      if (seen.has(id))
        issue.add(issues, issue.at(GROUP_IN_TWO_POOLS, [...path, index, at], { id }))
    for (const id of groups) seen.add(id)
    return groups
  })
}

/** A part of the policy that a rule cannot do without. */
export function requirePart<Part>(part: Part | null, field: string): Part {
  return part ?? issue.refuse(GRADING_PART_MISSING, ['policy', field], { field })
}

/** An answer as callers get it. */
export function writeAnswer(outcome: CheckState): boolean | 'unknown' {
  if (outcome === 'met') return true
  return outcome === 'unmet' ? false : 'unknown'
}
