/** A target with its versions, as it is read from where it was stored and written again. */
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { FORMAT_UNKNOWN } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { HISTORY_EMPTY, PARTS_NOT_ADDING_UP } from './issues.js'
import type { TargetHistory, TargetPart, TargetSignature, TargetVersion } from './types.js'

/** A target and all its versions. */
export interface ExactHistory {
  readonly owner: string
  readonly measure: string
  readonly period: time.AnyPeriod
  readonly versions: readonly ExactVersion[]
}

/** What is stored of a version; what follows from it is worked out each time. */
export type ExactVersion = Omit<TargetVersion, 'version' | 'change' | 'missing'>

/** Who has not signed a version yet. */
export function missingFrom({
  signers,
  signatures,
}: Pick<ExactVersion, 'signers' | 'signatures'>): string[] {
  return signers.filter((signer) => !signatures.some((signature) => signature.as === signer))
}

export function counts(version: ExactVersion): boolean {
  return version.unsigned === 'counted' || missingFrom(version).length === 0
}

/** The last version of which something holds; -1 where there is none. */
export function lastOf(
  versions: readonly ExactVersion[],
  holds: (version: ExactVersion) => boolean,
): number {
  return versions.reduce((last, version, index) => (holds(version) ? index : last), -1)
}

/** Of each version, whether a later one holds from the same day on, or from before: it can count no more. */
export function replacedIn({ versions }: ExactHistory): readonly boolean[] {
  let earliest = time.LAST_DATE
  const isReplaced = versions.map(() => false)
  for (const [later, { from }] of [...versions.entries()].reverse()) {
    isReplaced[later] = later < versions.length - 1 && earliest <= from
    if (from < earliest) earliest = from
  }
  return isReplaced
}

const HISTORY = ['format', 'owner', 'measure', 'period', 'versions', 'clauses']
const VERSION = [
  ...['version', 'from', 'amount', 'change', 'revises', 'reason', 'parts'],
  ...['signers', 'signatures', 'missing', 'unsigned', 'policy'],
]

/** Reads a target as it was stored, or refuses it. */
export function readHistory(value: unknown): ExactHistory {
  const path = ['history']
  const issues: Issue[] = []
  const fields = read.fields(value, path, HISTORY, issues) ?? {}
  issue.refuseIfAny(issues)
  if (fields['format'] !== 1) {
    const params = { given: issue.show(fields['format']), known: '1' }
    issue.refuse(FORMAT_UNKNOWN, [...path, 'format'], params)
  }
  const { required } = read.of(fields, path, issues)
  const owner = required('owner', read.name)
  const measure = required('measure', read.name)
  const period = required('period', read.anyPeriod)
  const list = required('versions', read.array) ?? []
  const versions = list.map((version, index) =>
    readVersion(version, [...path, 'versions', index], issues),
  )
  issue.refuseIfAny(issues)
  if (versions.length === 0) issue.refuse(HISTORY_EMPTY, [...path, 'versions'], {})
  return { owner, measure, period, versions } as ExactHistory
}

function readVersion(value: unknown, path: Path, issues: Issue[]): ExactVersion | undefined {
  const before = issues.length
  const fields = read.fields(value, path, VERSION, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const version = {
    from: required('from', read.date),
    amount: required('amount', readAmount),
    revises: optional('revises', readPosition) ?? null,
    reason: optional('reason', read.name) ?? null,
    parts: required('parts', listOf(readPart)),
    signers: required('signers', listOf(read.name)),
    signatures: required('signatures', listOf(readSignature)),
    unsigned: required('unsigned', (word, at, found) =>
      read.word(word, at, ['not-counted', 'counted'], found),
    ),
    policy: required('policy', read.reference),
  }
  if (issues.length > before) return undefined
  const exact = version as ExactVersion
  partsIssues(exact, path, issues)
  return exact
}

const listOf =
  <Item>(readItem: (value: unknown, path: Path, issues: Issue[]) => Item) =>
  (value: unknown, path: Path, issues: Issue[]): Item[] =>
    (read.array(value, path, issues) ?? []).map((item, index) =>
      readItem(item, [...path, index], issues),
    )

/** An amount as it was written. */
function readAmount(value: unknown, path: Path, issues: Issue[]): string | undefined {
  const isRead = read.within(value, path, issues, { minimum: fraction.ZERO }) !== undefined
  return isRead ? String(value) : undefined
}

function readPosition(value: unknown, path: Path, issues: Issue[]) {
  return read.integer(value, path, issues, { minimum: 1, maximum: 100_000 })
}

function readPart(value: unknown, path: Path, issues: Issue[]): Partial<TargetPart> {
  const fields = read.fields(value, path, ['period', 'from', 'to', 'amount'], issues) ?? {}
  const { required } = read.of(fields, path, issues)
  return {
    period: required('period', read.name) ?? '',
    ...read.closedSpan(fields, path, issues),
    amount: required('amount', readAmount) ?? '',
  }
}

/** Reads a signature, as it was stored or as it is given. */
export function readSignature(value: unknown, path: Path, issues: Issue[]): TargetSignature {
  const fields = read.fields(value, path, ['as', 'by', 'on'], issues) ?? {}
  const { required } = read.of(fields, path, issues)
  return {
    as: required('as', read.name) ?? '',
    by: required('by', read.name) ?? '',
    on: required('on', read.date) ?? '',
  }
}

/** Somebody may have changed a figure where it was stored. */
function partsIssues({ amount, parts }: ExactVersion, path: Path, issues: Issue[]): void {
  const target = exactly(amount)
  const sum = fraction.sum(parts.map((part) => exactly(part.amount)))
  if (fraction.compare(target, sum) === 0) return
  const difference = write.decimal(fraction.absolute(fraction.subtract(target, sum)))
  const params = { amount, settled: write.decimal(sum), difference }
  issue.add(issues, issue.at(PARTS_NOT_ADDING_UP, [...path, 'parts'], params))
}

/** An amount that was read before. */
export function exactly(amount: string): fraction.Fraction {
  return read.decimal(amount, [], []) ?? fraction.ZERO
}

/** A target as it is handed out and stored. */
export function writeHistory(history: ExactHistory, clauses: readonly string[]): TargetHistory {
  const { owner, measure, period, versions } = history
  return {
    format: 1,
    owner,
    measure,
    period: time.writeAnyPeriod(period),
    versions: versions.map((version, index) => ({
      version: index + 1,
      from: version.from,
      amount: version.amount,
      change: changeOf(version, versions),
      revises: version.revises,
      reason: version.reason,
      parts: version.parts,
      signers: version.signers,
      signatures: version.signatures,
      missing: missingFrom(version),
      unsigned: version.unsigned,
      policy: version.policy,
    })),
    clauses,
  }
}

/** With the decimals of the amounts. */
function changeOf(
  { amount, revises }: ExactVersion,
  versions: readonly ExactVersion[],
): string | null {
  const before = revises === null ? undefined : versions[revises - 1]
  if (before === undefined) return null
  const decimals = (amount.split('.')[1] ?? '').length
  return write.padded(fraction.subtract(exactly(amount), exactly(before.amount)), decimals)
}
