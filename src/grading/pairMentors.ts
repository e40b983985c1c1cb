import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE, TOO_MANY_ENTRIES } from '../kernel/issues.js'
import * as matching from '../kernel/number/matching.js'
import { type ExactGradingPolicy, exactGradingPolicy } from './exactGradingPolicy.js'
import { MENTORING_UNKNOWN, SOMEBODY_ELSE } from './issues.js'
import type {
  DefinedGradingPolicy,
  MentoringCandidates,
  MentoringRule,
  MentorPairs,
  UnpairedReason,
} from './types.js'

/**
 * Pairs mentors with mentees: an S or an A with a C (GRA-9, `peer`), or a career mentor by mutual choice (PRO-12, `career`).
 *
 * Where both sides have chosen, the pairing is stable (Gale and Shapley): no two who are not a pair would both rather be one. The side that
 * the policy names proposes, and gets the best of all stable pairings. Where one side has chosen nobody, the other chooses in turn, each the
 * first choice that leaves as many pairs as there can be. The turn, and whoever gave no choices themselves, goes by grade (mentors the best
 * first, mentees the lowest first), then by id: the order of the input changes nothing. Nobody mentors themselves.
 *
 * Whether somebody may be a career mentor is decided by `checkMentor`, and comes as `eligible`.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for an unknown mentoring, `ID_DUPLICATE`, `VALUE_MISSING` for a grade or
 *   `eligible` that the rule asks for, `VALUE_NOT_ALLOWED` for a grade that the policy does not have, `VALUE_INVALID` for a choice that is not
 *   on the other side, `VALUE_UNREADABLE` for more than 500 people on a side, …
 *
 * @example Three at C, two places: the first choice of one would leave another without a mentor
 * ```ts
 * import { handbook, pairMentors } from 'sales-rules'
 *
 * const mentors = [{ id: 'Chen', grade: 'S' }, { id: 'Zhao', grade: 'A' }]
 * const mentees = [
 *   { id: 'Gu', grade: 'C', choices: ['Chen', 'Zhao'] }, { id: 'He', grade: 'C', choices: ['Chen'] },
 *   { id: 'Jia', grade: 'C', choices: ['Zhao'] },
 * ]
 * const outcome = pairMentors({ mentors, mentees }, 'peer', handbook.grading)
 * outcome.pairs.map(({ mentor, mentee }) => [mentor, mentee]) // => [['Chen', 'Gu'], ['Zhao', 'Jia']]
 * outcome.mentees.map(({ id, because }) => [id, because]) // => [['Gu', null], ['He', 'taken'], ['Jia', null]]
 * ```
 *
 * @example Both sides have chosen
 * ```ts
 * import { handbook, pairMentors } from 'sales-rules'
 *
 * const mentors = [
 *   { id: 'Chen', eligible: true, choices: ['He', 'Gu'] }, { id: 'Zhao', eligible: true, choices: ['Gu', 'He'] },
 * ]
 * const mentees = [{ id: 'Gu', choices: ['Chen', 'Zhao'] }, { id: 'He', choices: ['Chen', 'Zhao'] }]
 * const { pairs } = pairMentors({ mentors, mentees }, 'career', handbook.grading)
 * pairs.map(({ mentor, mentee }) => [mentor, mentee]) // => [['Chen', 'He'], ['Zhao', 'Gu']]
 * ```
 */
export function pairMentors(
  people: MentoringCandidates,
  mentoring: string,
  policy: DefinedGradingPolicy,
): MentorPairs {
  const exact = exactGradingPolicy(policy)
  const rule = readRule(mentoring, exact)
  return writePairs(computePairs(readPeople(people, rule, exact), rule), rule, exact)
}

function readRule(id: unknown, { mentoring }: ExactGradingPolicy): MentoringRule {
  const rule = mentoring.get(id as string)
  if (rule !== undefined) return rule
  const known = [...mentoring.keys()]
  const suggestion = typeof id === 'string' ? issue.closest(id, known) : null
  return issue.refuse(MENTORING_UNKNOWN, ['mentoring'], {
    given: issue.show(id),
    known,
    suggestion,
  })
}

/** Somebody who was read. */
interface Person {
  readonly id: string
  /** The position of the grade, from the best; null where the rule does not ask for it. */
  readonly position: number | null
  readonly capacity: number
  readonly choices: readonly string[] | null
  /** What keeps this person out, whatever the others choose. */
  readonly out: UnpairedReason | null
}

interface People {
  /** From the best grade. */
  readonly mentors: readonly Person[]
  /** From the lowest grade. */
  readonly mentees: readonly Person[]
}

const AT = ['people']
/** Who is left when somebody chooses is looked at for each choice: a larger company pairs by region. */
const MOST_PEOPLE = 500
const MOST_MENTEES = 1000

function readPeople(value: unknown, rule: MentoringRule, policy: ExactGradingPolicy): People {
  const issues: Issue[] = []
  const fields = read.fields(value, AT, ['mentors', 'mentees'], issues)
  issue.refuseIfAny(issues)
  const { required } = read.of(fields as read.Fields, AT, issues)
  const ids = { mentors: idsOf(fields?.['mentors']), mentees: idsOf(fields?.['mentees']) }
  const list = (side: MentoringRule['proposes'], others: Others) =>
    required(side, (rows, path, found) =>
      readSide(rows, path, found, (row, at) =>
        readPerson(row, at, { rule, policy, others, issues }),
      ),
    )
  const mentors = list('mentors', { side: 'mentees', ids: ids.mentees })
  const mentees = list('mentees', { side: 'mentors', ids: ids.mentors })
  issue.refuseIfAny(issues)
  return {
    mentors: [...mentors].sort(byPosition((position) => position)),
    mentees: [...mentees].sort(byPosition((position) => -position)),
  }
}

/** The ids of a list, as far as they can be read; what is wrong with it is said where it is read. */
function idsOf(rows: unknown): ReadonlySet<unknown> {
  const list = read.array(rows, [], [])
  return new Set(list?.slice(0, MOST_PEOPLE).map((row) => read.record(row, [], [])?.['id']))
}

/** The side that somebody chooses from. */
interface Others {
  readonly side: MentoringRule['proposes']
  readonly ids: ReadonlySet<unknown>
}

/** What a person is read by. */
interface Reading {
  readonly rule: MentoringRule
  readonly policy: ExactGradingPolicy
  readonly others: Others
  readonly issues: Issue[]
}

function readSide(
  rows: unknown,
  path: Path,
  issues: Issue[],
  readRow: (row: unknown, path: Path) => Person | undefined,
): Person[] {
  const list = read.array(rows, path, issues) ?? []
  if (list.length > MOST_PEOPLE) {
    issue.add(issues, issue.at(TOO_MANY_ENTRIES, path, { limit: MOST_PEOPLE }))
    return []
  }
  const seen = new Set<string>()
  return list.flatMap((row, index) => {
    const at = [...path, index]
    const person = readRow(row, at)
    if (person === undefined) return []
    const { id } = person
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...at, 'id'], { id }))
    seen.add(id)
    return [person]
  })
}

const KEYS = {
  mentees: ['id', 'grade', 'choices', 'eligible', 'capacity'],
  mentors: ['id', 'grade', 'choices'],
}

function readPerson(row: unknown, path: Path, reading: Reading): Person | undefined {
  const { rule, others, issues } = reading
  const isMentor = others.side === 'mentees'
  const fields = read.fields(row, path, KEYS[others.side], issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const id = required('id', read.name)
  const asked = isMentor ? rule.mentorGrades : rule.menteeGrades
  const position = readPosition(fields, path, asked, reading)
  const capacity = (isMentor ? optional('capacity', readCapacity) : 1) ?? rule.capacity
  const mustBe = isMentor && rule.mentorsEligible
  const eligible = (mustBe ? required : optional)('eligible', read.boolean)
  const choices = optional('choices', (list, at) => readChoices(list, at, id, reading)) ?? null
  if (id === undefined) return undefined
  const grades = asked?.map((grade) => reading.policy.grades.findIndex((one) => one.id === grade))
  const facts = { choices, capacity, isEligible: eligible || !mustBe }
  const isAsked = grades === undefined || grades.includes(position ?? -1)
  return { id, position, capacity, choices, out: isAsked ? reasonToStayOut(facts, rule) : 'grade' }
}

/** The position of the grade, from the best. */
function readPosition(
  { grade }: read.Fields,
  path: Path,
  asked: readonly string[] | null,
  { policy, issues }: Reading,
): number | null {
  if (asked === null && (grade ?? null) === null) return null
  const names = policy.grades.map(({ id }) => id)
  const known = read.word(grade ?? undefined, [...path, 'grade'], names, issues)
  return known === undefined ? null : names.indexOf(known)
}

function readCapacity(value: unknown, path: Path, issues: Issue[]): number | undefined {
  return read.integer(value, path, issues, { minimum: 0, maximum: MOST_MENTEES })
}

function readChoices(
  value: unknown,
  path: Path,
  self: string | undefined,
  { others, issues }: Reading,
): string[] {
  const seen = new Set<string>()
  for (const [index, choice] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const id = read.name(choice, at, issues)
    if (id === undefined) continue
    if (!others.ids.has(id) || id === self)
      issue.add(issues, issue.invalid(id, at, SOMEBODY_ELSE, { unit: others.side }))
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, at, { id }))
    seen.add(id)
  }
  return [...seen]
}

/** What else may keep somebody out. */
interface OwnFacts extends Pick<Person, 'choices' | 'capacity'> {
  readonly isEligible: boolean
}

function reasonToStayOut(
  { choices, capacity, isEligible }: OwnFacts,
  { choice }: MentoringRule,
): UnpairedReason | null {
  if (!isEligible) return 'not-eligible'
  if (capacity === 0) return 'no-capacity'
  const chose = choices === null ? choice === 'open' : choices.length > 0
  return chose ? null : 'chose-nobody'
}

/** Who has no grade comes last. */
function byPosition(rankOf: (position: number) => number) {
  const rank = ({ position }: Person) => (position === null ? Number.MAX_VALUE : rankOf(position))
  return (a: Person, b: Person) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1)
}

/** Who is paired with whom, by position. */
interface Paired extends People {
  readonly by: MentorPairs['by']
  readonly proposedBy: MentoringRule['proposes']
  /** The position of each mentee's mentor. */
  readonly mentorOf: matching.Matching
  /** Whom each would go with who would go with them: mentees are the members, mentors the groups. */
  readonly sides: matching.Sides
}

const SIDES = { mentees: 'members', mentors: 'groups' } as const

function computePairs(people: People, { proposes }: MentoringRule): Paired {
  const sides = sidesOf(people)
  const chose = { mentors: hasChosen(people.mentors), mentees: hasChosen(people.mentees) }
  if (chose.mentors && chose.mentees) {
    const mentorOf = matching.matchStably(sides, SIDES[proposes])
    return { ...people, sides, by: 'both', proposedBy: proposes, mentorOf }
  }
  const proposedBy = chose.mentors ? 'mentors' : 'mentees'
  const mentorOf = matching.assignInTurn(sides, SIDES[proposedBy])
  return { ...people, sides, by: 'turn', proposedBy, mentorOf }
}

function hasChosen(people: readonly Person[]): boolean {
  return people.some(({ out, choices }) => out === null && choices !== null)
}

function sidesOf({ mentors, mentees }: People): matching.Sides {
  const accepted = { mentors: mentors.map(acceptedBy), mentees: mentees.map(acceptedBy) }
  const goes = (mentor: number, mentee: number) => {
    const [one, other] = [mentors[mentor], mentees[mentee]]
    if (one === undefined || other === undefined || one.id === other.id) return false
    return accepted.mentors[mentor]?.(other.id) && accepted.mentees[mentee]?.(one.id)
  }
  return {
    places: mentors.map(({ capacity }) => capacity),
    groups: mentors.map((mentor, index) =>
      inOrder(mentor, mentees).filter((mentee) => goes(index, mentee)),
    ),
    members: mentees.map((mentee, index) =>
      inOrder(mentee, mentors).filter((mentor) => goes(mentor, index)),
    ),
  }
}

function acceptedBy({ out, choices }: Person): (id: string) => boolean {
  if (out !== null) return () => false
  if (choices === null) return () => true
  const chosen = new Set(choices)
  return (id) => chosen.has(id)
}

/** The positions of the others, in the order of the choices; of whoever made none, in that of the others. */
function inOrder({ choices }: Person, others: readonly Person[]): number[] {
  if (choices === null) return others.map((_, index) => index)
  const positions = new Map(others.map(({ id }, index) => [id, index]))
  return choices.flatMap((id) => positions.get(id) ?? [])
}

function writePairs(
  { by, proposedBy, mentorOf, mentors, mentees, sides }: Paired,
  { id, clause }: MentoringRule,
  { policy }: ExactGradingPolicy,
): MentorPairs {
  const menteesOf = mentors.map((_, mentor) =>
    mentees.filter((__, mentee) => mentorOf[mentee] === mentor),
  )
  const because = (person: Person, list: readonly number[] | undefined): UnpairedReason =>
    person.out ?? (list?.length ? 'taken' : 'no-match')
  return {
    mentoring: id,
    by,
    proposedBy,
    pairs: mentors.flatMap((mentor, index) =>
      (menteesOf[index] ?? []).map((mentee) => ({
        mentor: mentor.id,
        mentee: mentee.id,
        choiceOfMentor: choiceOf(mentor, mentee),
        choiceOfMentee: choiceOf(mentee, mentor),
      })),
    ),
    mentors: mentors.map((mentor, index) => ({
      id: mentor.id,
      capacity: mentor.capacity,
      mentees: (menteesOf[index] ?? []).map((mentee) => mentee.id),
      because: menteesOf[index]?.length ? null : because(mentor, sides.groups[index]),
    })),
    mentees: mentees.map((mentee, index) => {
      const mentor = mentors[mentorOf[index] ?? -1]
      return {
        id: mentee.id,
        mentor: mentor?.id ?? null,
        because: mentor === undefined ? because(mentee, sides.members[index]) : null,
      }
    }),
    policy,
    clauses: [clause],
  }
}

/** Which choice of somebody another is, from 1. */
function choiceOf({ choices }: Person, other: Person): number | null {
  return choices === null ? null : choices.indexOf(other.id) + 1
}
