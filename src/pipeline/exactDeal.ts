import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type * as fraction from '../kernel/number/fraction.js'
import * as time from '../kernel/time/time.js'
import type { ExactSalesProcess } from './exactSalesProcess.js'
import { AFTER_LOST, BEFORE_CREATED, WON_AND_LOST } from './issues.js'
import { readCurrency, readDateBy, readNotNegative, readStage } from './read.js'

/** A deal as the funnel counts it. */
export interface ExactDeal {
  readonly customer: string | null
  readonly value: fraction.Fraction | null
  /** The place of the furthest stage that it got to. */
  readonly furthest: number
  /** The place of the stage that it is in; null once it is lost. */
  readonly current: number | null
  readonly state: 'won' | 'lost' | 'open'
  /** From the lead until it was won. */
  readonly leadToDeal: number | null
  /** How many days it has been in its stage; null once it is lost. */
  readonly waiting: number | null
  /** How many days it stayed in each stage that it has left, by place. */
  readonly stays: ReadonlyMap<number, number>
}

export const DEAL_KEYS = [
  ...['id', 'customer', 'created', 'stages', 'won', 'lost', 'value', 'currency'],
] as const

/** A stage entered on a day, as the number of that day. */
interface Entry {
  readonly at: number
  readonly on: string
  readonly path: Path
}

/** Reads a deal as it was known on a day; for the rows of `readRows`. */
export function dealReader(exact: ExactSalesProcess, asOf: string) {
  const date = readDateBy(asOf)
  return (fields: read.Fields, path: Path, issues: Issue[]): ExactDeal | undefined => {
    const { required, optional } = read.of(fields, path, issues)
    const created = required('created', date)
    const customer = optional('customer', read.name) ?? null
    const value = optional('value', readNotNegative) ?? null
    readCurrency(fields['currency'], [...path, 'currency'], exact, issues)
    const entries =
      optional('stages', (rows, at, found) => readEntries(rows, at, { exact, date }, found)) ?? []
    const won = optional('won', date) ?? null
    const lost = optional('lost', date) ?? null
    if (issues.length > 0 || created === undefined) return undefined
    const history = { created, entries, won, lost, asOf }
    for (const found of orderIssues(history, path)) issue.add(issues, found)
    return issues.length > 0
      ? undefined
      : { customer, value, ...computeDeal(history, exact, path, issues) }
  }
}

interface EntryContext {
  readonly exact: ExactSalesProcess
  readonly date: ReturnType<typeof readDateBy>
}

function readEntries(
  value: unknown,
  path: Path,
  { exact, date }: EntryContext,
  issues: Issue[],
): Entry[] {
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const rowPath = [...path, index]
    const fields = read.fields(row, rowPath, ['stage', 'on'], issues)
    if (fields === undefined) return []
    const { required } = read.of(fields, rowPath, issues)
    const at = required('stage', (stage, stagePath, found) =>
      readStage(stage, stagePath, exact, found),
    )
    const on = required('on', date)
    return at === undefined || on === undefined
      ? []
      : [{ at, on, path: [...rowPath, 'on'] as Path }]
  })
}

interface History {
  readonly created: string
  readonly entries: readonly Entry[]
  readonly won: string | null
  readonly lost: string | null
  readonly asOf: string
}

/** Nothing is before the deal was created, or after it was lost. */
function orderIssues({ created, entries, won, lost }: History, path: Path): Issue[] {
  const ends = Object.entries({ won, lost }).flatMap(([key, on]) =>
    on === null ? [] : [{ on, path: [...path, key] as Path }],
  )
  const early = [...entries, ...ends].filter(({ on }) => on < created)
  const late = entries.filter(({ on }) => lost !== null && on > lost)
  return [
    ...early.map(({ on, path: at }) => issue.at(BEFORE_CREATED, at, { from: on, to: created })),
    ...late.map(({ on, path: at }) => issue.at(AFTER_LOST, at, { from: on, to: lost ?? '' })),
  ]
}

function computeDeal(
  history: History,
  { wonAt }: ExactSalesProcess,
  path: Path,
  issues: Issue[],
): Omit<ExactDeal, 'customer' | 'value'> {
  const { created, lost } = history
  const entries = fromCreation(history)
  const entered = entries.find(({ at }) => at >= wonAt)?.on
  const won = history.won ?? entered ?? null
  if (won !== null && lost !== null)
    issue.add(issues, issue.at(WON_AND_LOST, [...path, 'lost'], { date: won, other: lost }))
  const place = placeOf(entries, won, wonAt)
  const isLost = lost !== null
  return {
    furthest: entries.reduce((most, { at }) => Math.max(most, at), won === null ? 0 : wonAt),
    current: isLost ? null : place.at,
    waiting: isLost ? null : time.daysBetween(place.on, history.asOf),
    state: stateOf(won, lost),
    leadToDeal: won === null ? null : time.daysBetween(created, won),
    stays: staysOf(entries, lost ?? place.left),
  }
}

/** Where a deal is and since when, and when it left the stage that it entered last: won and not moved on, it waits for the one it was won for. */
function placeOf(entries: readonly Stay[], won: string | null, wonAt: number) {
  const { at, on } = entries.at(-1) ?? { at: 0, on: time.FIRST_DATE }
  const isBefore = (day: string) => won !== null && at < wonAt && day <= won
  if (won !== null && isBefore(on)) return { at: wonAt, on: won, left: won }
  // Entered again without having been left, it has been there all along.
  let since = on
  for (const entry of [...entries].reverse()) {
    if (entry.at !== at || isBefore(entry.on)) break
    since = entry.on
  }
  return { at, on: since, left: null }
}

type Stay = Pick<Entry, 'at' | 'on'>

/** Entries by day, on one day in the order of the stages; until the first of them a deal is in the first stage. */
function fromCreation({ created, entries }: History): readonly Stay[] {
  const ordered = [...entries].sort((a, b) => {
    if (a.on === b.on) return a.at - b.at
    return a.on < b.on ? -1 : 1
  })
  const isFirst = ordered[0]?.on === created
  return isFirst ? ordered : [{ at: 0, on: created }, ...ordered]
}

function stateOf(won: string | null, lost: string | null): ExactDeal['state'] {
  if (won !== null) return 'won'
  return lost === null ? 'open' : 'lost'
}

/** How long each stage took that is over; of one that the deal is in, nobody knows yet. */
function staysOf(entries: readonly Stay[], end: string | null): Map<number, number> {
  const stays = new Map<number, number>()
  for (const [index, { at, on }] of entries.entries()) {
    const left = entries[index + 1]?.on ?? end
    if (left !== null && left !== undefined) {
      const days = Math.max(0, time.dayNumber(left) - time.dayNumber(on))
      stays.set(at, (stays.get(at) ?? 0) + days)
    }
  }
  const last = entries.at(-1)
  if (end === null && last !== undefined) stays.delete(last.at)
  return stays
}
