/** The steps of an application as they are given, and as they come back from where they were stored. */
import type { DefinedCalendar, Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as time from '../kernel/time/time.js'
import type { ExactReviews, ExactRung } from './exactCareerPolicy.js'
import { A_PROOF, PUBLICATION_TOO_SHORT } from './issues.js'
import type {
  ApplicationEntry,
  ApplicationProof,
  ApplicationStepName,
  PromotionProcedure,
  ReviewedGroup,
} from './types.js'

/** What steps are read by. */
export interface Proceeding {
  readonly rung: ExactRung
  /** The conditions that a proof may be for. */
  readonly conditions: readonly string[]
  readonly procedure: PromotionProcedure
  readonly reviews: ExactReviews
  /** Null where none was given. */
  readonly calendar: DefinedCalendar | null
}

const STEPS: readonly ApplicationStepName[] = [
  'application',
  'review-360',
  'defence',
  'publication',
  'objection',
  'answer',
  'decision',
  'withdrawal',
]

/** The most working days of a publication. */
const MOST_PUBLISHED_DAYS = 250

const KEYS: Readonly<Record<ApplicationStepName, readonly string[]>> = {
  application: ['proofs'],
  'review-360': ['review'],
  defence: ['kind', 'passed'],
  publication: ['workingDays', 'lastDay'],
  objection: ['id', 'by', 'reason'],
  answer: ['id', 'by', 'upheld', 'reason'],
  decision: ['by', 'promoted', 'reason'],
  withdrawal: ['reason'],
}

/** Reads the name of a step. */
export function readStepName(
  value: unknown,
  path: Path,
  issues: Issue[],
): ApplicationStepName | undefined {
  const fields = read.record(value, path, issues)
  return fields && read.word(fields['step'], [...path, 'step'], STEPS, issues)
}

/** Reads a step of a history; what is wrong with it is thrown. */
export function readEntry(value: unknown, path: Path, by: Proceeding): ApplicationEntry {
  const issues: Issue[] = []
  const step = readStepName(value, path, issues)
  issue.refuseIfAny(issues)
  const known = ['step', 'on', ...KEYS[step as ApplicationStepName]]
  const fields = read.fields(value, path, known, issues) ?? {}
  const entry = readFieldsOf(step as ApplicationStepName, { fields, path, by }, issues)
  issue.refuseIfAny(issues)
  return entry as ApplicationEntry
}

interface GivenEntry {
  readonly fields: read.Fields
  readonly path: Path
  readonly by: Proceeding
}

/** An entry of which each field was read; where one is wrong, that is among the issues. */
function readFieldsOf(
  step: ApplicationStepName,
  { fields, path, by }: GivenEntry,
  issues: Issue[],
) {
  const { required, optional } = read.of(fields, path, issues)
  const on = required('on', read.date)
  const reason = optional('reason', read.name)
  const given = reason === undefined ? {} : { reason }
  switch (step) {
    case 'application':
      return { step, on, proofs: readProofs(fields['proofs'], [...path, 'proofs'], by, issues) }
    case 'review-360':
      return { step, on, review: readKept(fields['review'], [...path, 'review'], by, issues) }
    case 'defence':
      return { step, on, ...readDefence({ fields, path, by }, issues) }
    case 'publication':
      return { step, on, ...readPublication({ fields, path, by }, on, issues) }
    case 'objection':
      return {
        step,
        on,
        id: required('id', read.name),
        by: required('by', read.name),
        reason: required('reason', read.name),
      }
    case 'answer':
      return {
        step,
        on,
        id: required('id', read.name),
        by: required('by', read.name),
        upheld: required('upheld', read.boolean),
        reason: required('reason', read.name),
      }
    case 'decision':
      return {
        step,
        on,
        by: required('by', read.name),
        promoted: required('promoted', read.boolean),
        ...given,
      }
    case 'withdrawal':
      return { step, on, ...given }
  }
}

/** Reads proofs, at least one, each for a condition of the rung. */
export function readProofs(
  value: unknown,
  path: Path,
  { conditions }: Pick<Proceeding, 'conditions'>,
  issues: Issue[],
): ApplicationProof[] {
  const rows = read.array(value, path, issues)
  if (rows?.length === 0) issues.push(issue.invalid(value, path, A_PROOF))
  return (rows ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['for', 'document'], issues)
    if (fields === undefined) return []
    const proves = read.word(fields['for'], [...at, 'for'], conditions, issues)
    const document = read.name(fields['document'], [...at, 'document'], issues)
    return proves === undefined || document === undefined ? [] : [{ for: proves, document }]
  })
}

/** What is defended is what the ladder asks for, where it does. */
function readDefence({ fields, path, by }: GivenEntry, issues: Issue[]) {
  const asked = by.rung.ladder?.defence
  const kindPath = [...path, 'kind']
  return {
    kind:
      asked === undefined
        ? read.name(fields['kind'], kindPath, issues)
        : read.word(fields['kind'], kindPath, [asked], issues),
    passed: read.boolean(fields['passed'], [...path, 'passed'], issues),
  }
}

/** A publication that comes back. So many working days are at least as many days; by a calendar that covers it they are counted. */
function readPublication(
  { fields, path, by }: GivenEntry,
  on: string | undefined,
  issues: Issue[],
) {
  const workingDays = readWorkingDays(fields['workingDays'], [...path, 'workingDays'], by, issues)
  const lastDay = read.date(fields['lastDay'], [...path, 'lastDay'], issues)
  if (on !== undefined && lastDay !== undefined && workingDays !== undefined) {
    if (lastDay < on || daysOf({ on, lastDay }, by) < workingDays)
      issues.push(issue.at(PUBLICATION_TOO_SHORT, [...path, 'lastDay'], { from: on, to: lastDay }))
  }
  return { workingDays, lastDay }
}

/** The working days of a publication; without a calendar that covers it, all its days. */
function daysOf(
  { on, lastDay }: { readonly on: string; readonly lastDay: string },
  { procedure, calendar }: Proceeding,
): number {
  const isCounted = procedure.publication.firstDay === 'included'
  const isCovered = calendar !== null && calendar.from <= on && lastDay <= calendar.to
  if (!isCovered) return time.daysBetween(on, lastDay) + (isCounted ? 1 : 0)
  const first = isCounted && time.isWorkingDay(on, calendar) ? 1 : 0
  return (
    first + (on === lastDay ? 0 : time.countWorkingDays(time.addDays(on, 1), lastDay, calendar))
  )
}

/** As many working days as the policy asks for, or more. */
export function readWorkingDays(
  value: unknown,
  path: Path,
  { procedure }: Pick<Proceeding, 'procedure'>,
  issues: Issue[],
): number | undefined {
  const minimum = procedure.publication.workingDays
  return read.integer(value ?? minimum, path, issues, { minimum, maximum: MOST_PUBLISHED_DAYS })
}

/** A review that comes back; whether it passed is worked out again. */
function readKept(value: unknown, path: Path, { reviews }: Proceeding, issues: Issue[]) {
  const fields = read.fields(value, path, ['score', 'passed', 'groups'], issues) ?? {}
  const bounds = { minimum: fraction.ZERO, maximum: reviews.maximum }
  const score = read.within(fields['score'], [...path, 'score'], issues, bounds)
  const groups = (read.array(fields['groups'], [...path, 'groups'], issues) ?? []).flatMap(
    (group, index) => readGroup(group, [...path, 'groups', index], reviews, issues) ?? [],
  )
  const { passMark } = reviews
  return {
    score: score && decimal.toNumber(score),
    passed: score && passMark ? fraction.compare(score, passMark) >= 0 : null,
    groups,
  }
}

function readGroup(
  value: unknown,
  path: Path,
  { rules, maximum }: ExactReviews,
  issues: Issue[],
): ReviewedGroup | undefined {
  const keys = ['id', 'weight', 'reviews', 'minimum', 'average', 'contribution', 'withheld']
  const fields = read.fields(value, path, keys, issues)
  if (fields === undefined) return undefined
  const ids = rules.groups.map(({ id }) => id)
  const name = read.word(fields['id'], [...path, 'id'], ids, issues)
  const group = rules.groups.find(({ id }) => id === name)
  const { required, optional } = read.of(fields, path, issues)
  const bounds = { minimum: 0, maximum: MOST_REVIEWS }
  const reviews = required('reviews', (one, at, found) => read.integer(one, at, found, bounds))
  const points = (one: unknown, at: Path, found: Issue[]) =>
    read.within(one, at, found, { minimum: fraction.ZERO, maximum })
  const average = optional('average', points)
  const contribution = optional('contribution', points)
  const why = optional('withheld', (one, at, found) => read.word(one, at, WITHHELD, found))
  if (group === undefined || reviews === undefined) return undefined
  return {
    id: group.id,
    weight: group.weight,
    reviews,
    minimum: group.minimum,
    average: average === undefined ? null : decimal.toNumber(average),
    contribution: contribution === undefined ? null : decimal.toNumber(contribution),
    withheld: why ?? null,
  }
}

const WITHHELD = ['anonymity', 'would-disclose'] as const
const MOST_REVIEWS = 10_000_000
