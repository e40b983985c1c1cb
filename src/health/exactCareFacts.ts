/** What is known of a customer who is cared for. */
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import { DISSATISFIED, type ExactCarePolicy } from './exactCarePolicy.js'
import { CLOSED_BEFORE_ANSWER, DONE_FOR_ALL, DONE_FOR_UNKNOWN } from './issues.js'
import { byText, readInput, readNamed, readPast, readRows } from './read.js'

export interface CustomerCare {
  readonly customer: string | null
  readonly tier: string
  readonly asOf: string
  readonly since: string
  readonly starts: ReadonlyMap<string, string>
  readonly dates: readonly OwnDate[]
  readonly answers: readonly Answer[]
  /** On which days care was done, from the earliest on, by what and for whom it is. */
  readonly done: ReadonlyMap<string, readonly string[]>
  readonly issues: Issue[]
}

interface Done {
  readonly care: string
  readonly date: string
  readonly for: string | null
}

interface OwnDate {
  readonly id: string
  readonly date: string
  readonly of: string | null
}

interface Answer {
  readonly id: string
  readonly date: string
  readonly rating: fraction.Fraction
  readonly closed: string | null
}

/** What care is, and for whom. */
const keyOf = (care: string, whose: string | null) => JSON.stringify([care, whose])

/** When care was done, from the earliest on. */
export function daysDone(
  care: string,
  whose: string | null,
  { done }: CustomerCare,
): readonly string[] {
  return done.get(keyOf(care, whose)) ?? []
}

const KEYS = ['customer', 'asOf', 'tier', 'since', 'starts', 'done', 'dates', 'answers']

/** Reads what is known of a customer; each entry of a list for itself. */
export function readCustomerCare(value: unknown, exact: ExactCarePolicy): CustomerCare {
  const issues: Issue[] = []
  const ofRows: Issue[] = []
  const path = ['customer']
  const fields = readInput(value, path, KEYS, issues)
  const { required, optional } = read.of(fields, path, issues)
  const customer = optional('customer', read.name) ?? null
  const asOf = required('asOf', read.date)
  const tier = required('tier', (given, at, found) => readNamed(given, at, exact.tierIds, found))
  const since = required('since', (given, at, found) => readPast(given, at, asOf, found))
  const starts = readStarts(fields['starts'], exact, asOf, issues)
  const rows = (key: string) => ({ path: [...path, key], issues, ofRows })
  const place = { exact, asOf, seen: new Set<string>() }
  const dates = readRows(fields['dates'], rows('dates'), (row, at, found) =>
    readOwnDate(row, at, place, found),
  )
  const answers = readRows(fields['answers'], rows('answers'), (row, at, found) =>
    readAnswer(row, at, { ...place, ofRows }, found),
  )
  const whose = whoseCare({ dates, answers })
  const done = readRows(fields['done'], rows('done'), (row, at, found) =>
    readDone(row, at, { ...place, whose }, found),
  )
  issue.refuseIfAny(issues)
  return {
    ...{ customer, tier: tier as string, asOf: asOf as string, since: since as string },
    ...{ starts, dates, answers, done: byCare(done), issues: ofRows },
  }
}

function readStarts(
  value: unknown,
  { cares }: ExactCarePolicy,
  asOf: string | undefined,
  issues: Issue[],
): ReadonlyMap<string, string> {
  const path = ['customer', 'starts']
  const fields =
    value === undefined || value === null ? {} : (read.fields(value, path, cares, issues) ?? {})
  return new Map(
    Object.entries(fields).flatMap(([care, given]) => {
      const date = readPast(given, [...path, care], asOf, issues)
      return date === undefined ? [] : [[care, date] as const]
    }),
  )
}

/** What an entry is read by. */
interface EntryPlace {
  readonly exact: ExactCarePolicy
  readonly asOf: string | undefined
  /** The dates and answers that came before. */
  readonly seen: Set<string>
}

function readOwnDate(
  row: unknown,
  path: Path,
  { exact, seen }: EntryPlace,
  issues: Issue[],
): OwnDate | undefined {
  const fields = read.fields(row, path, ['id', 'date', 'of'], issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const yearly = exact.rules.occasions?.yearly ?? []
  const id = required('id', (given, at, found) => readNamed(given, at, yearly, found))
  const date = required('date', read.date)
  const of = optional('of', read.name) ?? null
  if (id === undefined || date === undefined) return undefined
  refuseTwice(keyOf(id, of), of ?? id, [...path, of === null ? 'id' : 'of'], { seen, issues })
  return { id, date, of }
}

function refuseTwice(
  key: string,
  id: string,
  path: Path,
  { seen, issues }: Pick<EntryPlace, 'seen'> & { readonly issues: Issue[] },
): void {
  if (seen.has(key)) issue.add(issues, issue.at(ID_DUPLICATE, path, { id }))
  seen.add(key)
}

function readAnswer(
  row: unknown,
  path: Path,
  place: EntryPlace & { readonly ofRows: Issue[] },
  issues: Issue[],
): Answer | undefined {
  const fields = read.fields(row, path, ['id', 'date', 'rating', 'closed'], issues)
  if (fields === undefined) return undefined
  const { exact, asOf, seen } = place
  const { required } = read.of(fields, path, issues)
  const id = required('id', read.name)
  const date = required('date', (given, at, found) => readPast(given, at, asOf, found))
  const bounds = {
    minimum: fraction.ZERO,
    ...(exact.dissatisfaction && { maximum: exact.dissatisfaction.maximum }),
  }
  const rating = required('rating', (given, at, found) => read.within(given, at, found, bounds))
  if (id === undefined || date === undefined || rating === undefined) return undefined
  refuseTwice(keyOf(DISSATISFIED, id), id, [...path, 'id'], { seen, issues })
  return { id, date, rating, closed: readClosed(fields['closed'], path, date, place) }
}

/** The day on which a measure was closed. One that is wrong closes nothing, and is named; the answer itself still counts. */
function readClosed(
  value: unknown,
  path: Path,
  answered: string,
  { asOf, ofRows }: EntryPlace & { readonly ofRows: Issue[] },
): string | null {
  if (value === undefined || value === null) return null
  const at = [...path, 'closed']
  const closed = readPast(value, at, asOf, ofRows)
  if (closed === undefined || closed >= answered) return closed ?? null
  issue.add(ofRows, issue.at(CLOSED_BEFORE_ANSWER, at, { from: answered, to: closed }))
  return null
}

/** For whom care can be done, by care: the people whose dates these are, and the answers. */
type Whose = ReadonlyMap<string, ReadonlySet<string | null>>

function whoseCare({ dates, answers }: Pick<CustomerCare, 'dates' | 'answers'>): Whose {
  const whose = new Map<string, Set<string | null>>()
  const all = [
    ...dates.map(({ id, of }) => [id, of] as const),
    ...answers.map(({ id }) => [DISSATISFIED, id] as const),
  ]
  for (const [care, of] of all) {
    const known = whose.get(care) ?? new Set()
    whose.set(care, known.add(of))
  }
  return whose
}

function readDone(
  row: unknown,
  path: Path,
  { exact, asOf, whose }: EntryPlace & { readonly whose: Whose },
  issues: Issue[],
): Done | undefined {
  const fields = read.fields(row, path, ['care', 'date', 'for'], issues)
  if (fields === undefined) return undefined
  const { optional } = read.of(fields, path, issues)
  const care = readNamed(fields['care'], [...path, 'care'], exact.cares, issues)
  const date = readPast(fields['date'], [...path, 'date'], asOf, issues)
  const of = optional('for', read.name) ?? null
  if (care === undefined || date === undefined) return undefined
  const found = notFor(care, of, [...path, 'for'], { exact, whose })
  if (found !== null) issue.add(issues, found)
  return { care, date, for: of }
}

/** More of them no message lists, and no name is compared with. */
const MOST_LISTED = 20

/** What is wrong with the one for whom care was done: what it was for would stay due, and nobody would know why. */
function notFor(
  care: string,
  of: string | null,
  path: Path,
  { exact, whose }: { readonly exact: ExactCarePolicy; readonly whose: Whose },
): Issue | null {
  const isOfSomebody =
    care === DISSATISFIED || exact.rules.occasions?.yearly.includes(care) === true
  if (!isOfSomebody)
    return of === null ? null : issue.at(DONE_FOR_ALL, path, { given: issue.show(of) })
  const known = whose.get(care)
  // Of whom nothing is known nothing is due.
  if (known === undefined || known.has(of)) return null
  const names = [...known].filter((name) => name !== null).slice(0, MOST_LISTED)
  if (of !== null && names.length === 0)
    return issue.at(DONE_FOR_ALL, path, { given: issue.show(of) })
  const suggestion = of === null ? null : issue.closest(of, names)
  return issue.at(DONE_FOR_UNKNOWN, path, { given: issue.show(of), known: names, suggestion })
}

function byCare(done: readonly Done[]): CustomerCare['done'] {
  const days = new Map<string, string[]>()
  for (const { care, date, for: whose } of done) {
    const key = keyOf(care, whose)
    const own = days.get(key)
    if (own === undefined) days.set(key, [date])
    else own.push(date)
  }
  for (const own of days.values()) own.sort(byText)
  return days
}
