import type { Issue, Path } from '../kernel/index.js'
import { at, closest, refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as defined from '../kernel/policy/defined.js'
import * as digest from '../kernel/policy/digest.js'
import * as time from '../kernel/time/time.js'
import { GROUP_UNKNOWN, POLICY_NOT_IN_FORCE } from './issues.js'
import { type PolicySections, SECTION_NAMES, type SectionName } from './sections.js'
import type { DefinedSalesPolicy, PolicyOnDate, PolicyVersion, SalesPolicy } from './types.js'

/** For whom a document is asked. */
export interface PolicyOptions {
  /** The group whose sections go before those of the version. */
  readonly group?: string
}

/**
 * What is in force on a day: the policies of the version, each as its define function would have made it.
 *
 * Use {@link policiesOver} for a span in which the version may change. An outcome of one of these policies says in `policy` the version, its first day and
 * the fingerprint of the policy.
 *
 * @throws SalesRulesError `DATE_NOT_COVERED` for a day before the first version, after the end, or between two versions of which the first one ended;
 * `NOT_IN_POLICY` for a group that the document does not have; `DATE_INVALID`.
 *
 * @example The day before and the day of a change, and a day too early
 * ```ts
 * import { attempt, definePolicy, handbook, policyOn } from 'sales-rules'
 *
 * const { grading } = handbook
 * const policy = definePolicy({
 *   id: 'acme-sales',
 *   versions: [
 *     { version: '2026', effectiveFrom: '2026-01-01', grading },
 *     { version: '2027', effectiveFrom: '2027-01-01', grading },
 *   ],
 * })
 * policyOn(policy, '2026-12-31').until // => '2027-01-01'
 * policyOn(policy, '2027-01-01').version // => '2027'
 * const early = attempt(() => policyOn(policy, '2025-12-31'))
 * early.ok ? '' : early.issues[0]?.message
 * // => 'date: no version is in force on 2025-12-31. The next one comes into force on 2026-01-01. Add a version, or ask for another day.'
 * ```
 */
export function policyOn<Always extends SectionName>(
  policy: DefinedSalesPolicy<Always>,
  date: string,
  options?: PolicyOptions,
): PolicyOnDate<Always> {
  defined.check(policy, 'Policy')
  const issues: Issue[] = []
  const day = read.date(date, ['date'], issues)
  const group = readGroup(policy, options, issues)
  refuseIfAny(issues)
  const index = versionOn(policy, day ?? '', ['date'], issues)
  refuseIfAny(issues)
  return writeVersion(policy, index ?? 0, group) as PolicyOnDate<Always>
}

/** A part of a span, and what is in force in it. */
export type PolicyOverDays<Always extends SectionName = never> = PolicyOnDate<Always> & {
  /** The first and the last day of the span that the version covers. */
  readonly from: string
  readonly to: string
}

/**
 * What is in force over a period or a span of days, version by version: a plan that counts to date meets a change of version in mid-year, and takes both.
 *
 * Each entry says which days of the span it covers, both ends included.
 *
 * @throws SalesRulesError as {@link policyOn} does, for the first day of the span that no version covers; `PERIOD_INVALID`.
 *
 * @example A year with a change in July
 * ```ts
 * import { definePolicy, handbook, policiesOver } from 'sales-rules'
 *
 * const { commission } = handbook
 * const policy = definePolicy({
 *   versions: [
 *     { version: '2026', effectiveFrom: '2026-01-01', commission },
 *     { version: '2026-07', effectiveFrom: '2026-07-01', commission },
 *   ],
 * })
 * policiesOver(policy, '2026').map(({ version, from, to }) => [version, from, to])
 * // => [['2026', '2026-01-01', '2026-06-30'], ['2026-07', '2026-07-01', '2026-12-31']]
 * ```
 */
export function policiesOver<Always extends SectionName>(
  policy: DefinedSalesPolicy<Always>,
  span: string | { readonly from: string; readonly to: string },
  options?: PolicyOptions,
): readonly PolicyOverDays<Always>[] {
  defined.check(policy, 'Policy')
  const issues: Issue[] = []
  const days = readDays(span, issues)
  const group = readGroup(policy, options, issues)
  refuseIfAny(issues)
  if (days === undefined) return []
  const covered = stretches(policy, days, issues)
  refuseIfAny(issues)
  return covered.map(({ index, from, to }) =>
    Object.freeze({ ...writeVersion(policy, index, group), from, to }),
  ) as PolicyOverDays<Always>[]
}

interface Days {
  readonly from: string
  readonly to: string
}

function readDays(span: unknown, issues: Issue[]): Days | undefined {
  if (typeof span !== 'string') {
    const fields = read.fields(span, ['span'], ['from', 'to'], issues)
    return fields && read.closedSpan(fields, ['span'], issues)
  }
  const period = read.period(span, ['span'], issues)
  if (period === undefined) return undefined
  return time.rangeOf(period)
}

/** The versions that cover a span, from its first day to its last. */
function stretches(policy: SalesPolicy, { from, to }: Days, issues: Issue[]) {
  const found: (Days & { readonly index: number })[] = []
  for (let first = from; first <= to; ) {
    const index = versionOn(policy, first, ['span'], issues)
    if (index === undefined) return []
    const end = endOf(policy, index)
    const isLast = end === undefined || end > to
    const last = isLast ? to : dayBefore(end)
    found.push({ index, from: first, to: last })
    if (isLast) return found
    first = end
  }
  return found
}

function dayBefore(date: string): string {
  return time.dateOfDay(time.dayNumber(date) - 1)
}

/** The position of the version in force on a day. */
export function versionOn(
  { versions }: SalesPolicy,
  date: string,
  path: Path,
  issues: Issue[],
): number | undefined {
  const next = versions.findIndex(({ effectiveFrom }) => effectiveFrom > date)
  const index = (next === -1 ? versions.length : next) - 1
  const ended = versions[index]?.until ?? null
  if (index >= 0 && (ended === null || date < ended)) return index
  const coming = versions[index + 1]?.effectiveFrom ?? null
  issues.push(at(POLICY_NOT_IN_FORCE, path, { date, from: ended, to: coming }))
  return undefined
}

/** The first day on which a version is no more in force. */
function endOf({ versions }: SalesPolicy, index: number): string | undefined {
  return versions[index]?.until ?? versions[index + 1]?.effectiveFrom
}

function readGroup(policy: SalesPolicy, options: unknown, issues: Issue[]): string | undefined {
  const fields = read.options(options, ['options'], ['group'], issues)
  const { group } = fields ?? {}
  if ((group ?? null) === null) return undefined
  const known = [...new Set(policy.versions.flatMap(({ groups = {} }) => Object.keys(groups)))]
  const name = read.name(group, ['options', 'group'], issues)
  if (name === undefined || known.includes(name)) return name
  const suggestion = closest(name, known)
  issues.push(at(GROUP_UNKNOWN, ['options', 'group'], { given: name, known, suggestion }))
  return undefined
}

/** The sections of a version, those of the group first. */
export function sectionsOf(
  version: PolicyVersion,
  group: string | undefined,
): Partial<PolicySections> {
  const { groups = {} } = version
  const own = group !== undefined && Object.hasOwn(groups, group) ? groups[group] : undefined
  const entries = SECTION_NAMES.flatMap((key) => {
    const section = own?.[key] ?? version[key]
    return section === undefined ? [] : [[key, section]]
  })
  return Object.fromEntries(entries)
}

function writeVersion(policy: SalesPolicy, index: number, group: string | undefined) {
  const version = policy.versions[index] as PolicyVersion
  const until = endOf(policy, index)
  const sections = sectionsOf(version, group)
  return Object.freeze({
    id: policy.id,
    version: version.version,
    effectiveFrom: version.effectiveFrom,
    ...(until === undefined ? {} : { until }),
    fingerprint: fingerprintOf(sections),
    ...sections,
  })
}

/** The digest of what sections decide, whatever they are called. */
export function fingerprintOf(sections: Partial<PolicySections>): string {
  const contents = Object.entries(sections).map(([key, section]) => [
    key,
    defined.originOf(section)?.fingerprint ?? section,
  ])
  return digest.digestOf(Object.fromEntries(contents))
}
