import * as check from '../kernel/check/check.js'
import type { InstalmentRule, Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { NOT_RISING } from '../kernel/issues.js'
import { known } from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import { instalmentRules, payInInstalments } from '../kernel/number/instalments.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import {
  type EquityReward,
  type ExactRewardPolicy,
  exactRewardPolicy,
} from './exactRewardPolicy.js'
import { AS_OF_DAY_MISSING, LEAVER_KIND_UNKNOWN, MORE_RESULTS_THAN_TRANCHES } from './issues.js'
import {
  cliffIssues,
  INTERVALS,
  MOST_MONTHS,
  MOST_TRANCHES,
  monthsOf,
  nearest,
  readInput,
  readPlan,
} from './read.js'
import type { DefinedRewardPolicy, LeaverRule, VestingTerms } from './types.js'

/** A grant as it vests. */
export interface ExactGrant {
  readonly shares: number
  readonly start: string
  readonly terms: VestingTerms
  readonly cliff: string | null
  /** In the order of their dates. */
  readonly tranches: readonly ExactTranche[]
  /** The day on which it is looked at; null where only the schedule is asked for. */
  readonly asOf: string | null
  readonly leaver: ExactLeaver | null
  /** What becomes of a tranche that does not meet its condition. */
  readonly unmet: 'forfeit' | 'carry'
  readonly reward: EquityReward | null
  readonly policy: ExactRewardPolicy | null
}

export interface ExactTranche {
  readonly date: string
  readonly shares: number
  /** The day before its first: the start, or the day of the tranche before it. */
  readonly after: string
  /** What it needs beside time, with what is known of it. */
  readonly condition: check.KnownCondition | null
}

export interface ExactLeaver {
  readonly lastDay: string
  readonly rule: LeaverRule
}

/** Terms of a grant of which nothing else is said. */
const PLAIN: Omit<VestingTerms, 'tranches'> = {
  every: 'year',
  cliffMonths: 0,
  allocation: 'cumulative-round-down',
}

const MOST_SHARES = 1_000_000_000_000_000
const AT = ['grant']
const FIELDS = [
  ...['shares', 'start', 'plan', 'tranches', 'every', 'cliffMonths', 'allocation'],
  ...['asOf', 'results', 'leaver'],
]

/** Reads a grant, under a plan of the policy where it names one. */
export function readGrant(grant: unknown, policy: DefinedRewardPolicy | undefined): ExactGrant {
  const issues: Issue[] = []
  const fields = readInput(grant, AT, FIELDS, issues)
  const exact = policyOf(fields['plan'], policy)
  const reward = exact && (readPlan(fields['plan'], [...AT, 'plan'], exact, issues) ?? null)
  const { required, optional } = read.of(fields, AT, issues)
  const shares = required('shares', (value, path, found) =>
    read.integer(value, path, found, { minimum: 1, maximum: MOST_SHARES }),
  )
  const start = required('start', read.date)
  const terms = readTerms(fields, reward, issues)
  const leaver = readLeaver(fields['leaver'], reward, issues)
  const asOf = optional('asOf', read.date) ?? leaver?.lastDay ?? null
  issue.refuseIfAny(issues)
  const scheduled = schedule({ shares, start, terms, reward } as Unscheduled)
  const conditions = readResults(fields['results'], scheduled, asOf, issues)
  issue.refuseIfAny(issues)
  return {
    ...scheduled,
    tranches: scheduled.tranches.map((tranche, index) => ({
      ...tranche,
      condition: conditions[index] ?? null,
    })),
    asOf,
    leaver,
    unmet: reward?.plan.vesting.unmet ?? 'forfeit',
    policy: exact,
  }
}

/** Whoever names a plan needs the policy that has it. */
function policyOf(plan: unknown, policy: DefinedRewardPolicy | undefined) {
  if (policy === undefined && (plan ?? null) === null) return null
  return exactRewardPolicy(policy as DefinedRewardPolicy)
}

/** The terms that the grant gives, and for the rest those of its plan. */
function readTerms(
  fields: read.Fields,
  reward: EquityReward | null,
  issues: Issue[],
): VestingTerms | undefined {
  const before = issues.length
  const { optional, required } = read.of(fields, AT, issues)
  const ofPlan = reward?.plan.vesting
  const tranches =
    ofPlan === undefined
      ? required('tranches', readTranches)
      : (optional('tranches', readTranches) ?? ofPlan.tranches)
  const given = {
    every: optional('every', (value, path, found) => read.word(value, path, INTERVALS, found)),
    cliffMonths: optional('cliffMonths', (value, path, found) =>
      read.integer(value, path, found, { minimum: 0, maximum: MOST_MONTHS }),
    ),
    allocation: optional('allocation', (value, path, found) =>
      read.word<InstalmentRule>(value, path, instalmentRules, found),
    ),
  }
  if (tranches === undefined || issues.length > before) return undefined
  const { every, cliffMonths, allocation } = ofPlan ?? PLAIN
  const terms = {
    tranches,
    every: given.every ?? every,
    cliffMonths: given.cliffMonths ?? cliffMonths,
    allocation: given.allocation ?? allocation,
  }
  issues.push(...cliffIssues(terms, AT))
  return terms
}

/** A number of equal tranches, or each of them. */
function readTranches(
  value: unknown,
  path: Path,
  issues: Issue[],
): VestingTerms['tranches'] | undefined {
  const bounds = { minimum: 1, maximum: MOST_TRANCHES }
  if (typeof value !== 'object' || value === null) return read.integer(value, path, issues, bounds)
  const length = read.length(value, path, issues)
  if (length === undefined) return undefined
  if (read.integer(length, [...path, 'length'], issues, bounds) === undefined) return undefined
  const list = read.array(value, path, issues) ?? []
  const tranches = list.flatMap((one, index) => readTranche(one, [...path, index], issues) ?? [])
  for (const [index, { months }] of tranches.entries()) {
    const previous = tranches[index - 1]?.months ?? 0
    if (months > previous) continue
    const params = { given: String(months), previous: String(previous) }
    issues.push(issue.at(NOT_RISING, [...path, index, 'months'], params))
  }
  return tranches
}

function readTranche(value: unknown, path: Path, issues: Issue[]) {
  const fields = read.fields(value, path, ['months', 'weight'], issues)
  if (fields === undefined) return undefined
  const bounds = { minimum: 1, maximum: MOST_MONTHS }
  const months = read.integer(fields['months'], [...path, 'months'], issues, bounds)
  const weight = read.positive(fields['weight'], [...path, 'weight'], issues)
  if (months === undefined || weight === undefined) return undefined
  return { months, weight: write.decimal(weight) }
}

function readLeaver(
  value: unknown,
  reward: EquityReward | null,
  issues: Issue[],
): ExactLeaver | null {
  const path = [...AT, 'leaver']
  const fields =
    (value ?? null) === null ? undefined : read.fields(value, path, ['kind', 'lastDay'], issues)
  if (fields === undefined) return null
  const lastDay = read.date(fields['lastDay'], [...path, 'lastDay'], issues)
  const kind = read.name(fields['kind'], [...path, 'kind'], issues)
  if (lastDay === undefined || kind === undefined) return null
  const rules = reward?.plan.vesting.leavers ?? []
  const rule = rules.find((one) => one.kind === kind)
  if (rule !== undefined) return { lastDay, rule }
  const kinds = rules.map((one) => one.kind)
  const params = { given: issue.show(kind), ...nearest(kind, kinds) }
  issues.push(issue.at(LEAVER_KIND_UNKNOWN, [...path, 'kind'], params))
  return null
}

type Unscheduled = Pick<ExactGrant, 'shares' | 'start' | 'terms' | 'reward'>

/** A grant with its dates, before anything is known of its conditions. */
interface Scheduled extends Unscheduled {
  readonly cliff: string | null
  readonly tranches: readonly Omit<ExactTranche, 'condition'>[]
}

/** What falls before the cliff vests together on its day. */
function schedule(grant: Unscheduled): Scheduled {
  const { shares, start, terms } = grant
  const months = monthsOf(terms)
  const parts = payInInstalments(BigInt(shares), weightsOf(terms), terms.allocation)
  const inMonth = new Map<number, number>()
  for (const [index, part] of parts.entries()) {
    const at = Math.max(months[index] ?? 0, terms.cliffMonths)
    inMonth.set(at, (inMonth.get(at) ?? 0) + Number(part))
  }
  const dateIn = (month: number) =>
    issue.within([...AT, 'start'], () => time.addMonths(start, month))
  let after = start
  const tranches = [...inMonth].map(([month, count]) => {
    const tranche = { date: dateIn(month), shares: count, after }
    after = tranche.date
    return tranche
  })
  return { ...grant, cliff: terms.cliffMonths === 0 ? null : dateIn(terms.cliffMonths), tranches }
}

function weightsOf({ tranches }: VestingTerms): fraction.Fraction[] {
  if (typeof tranches === 'number') return Array.from({ length: tranches }, () => fraction.ONE)
  return tranches.map(({ weight }) => known(weight))
}

/** What each tranche needs, with what is known of it; null for a tranche that needs nothing but time. */
function readResults(
  value: unknown,
  { tranches, terms, reward }: Scheduled,
  asOf: string | null,
  issues: Issue[],
): (check.KnownCondition | null)[] {
  const path = [...AT, 'results']
  const results = (value ?? null) === null ? [] : (read.array(value, path, issues) ?? [])
  if (results.length > tranches.length) {
    const params = { given: String(results.length), maximum: String(tranches.length) }
    issues.push(issue.at(MORE_RESULTS_THAN_TRANCHES, path, params))
    return []
  }
  if (results.length > 0 && asOf === null)
    issues.push(issue.at(AS_OF_DAY_MISSING, [...AT, 'asOf'], {}))
  // Tranches that the grant gives are not those of which the plan says what each needs.
  const own = terms.tranches === reward?.plan.vesting.tranches ? reward.ofTranches : []
  const conditions = tranches.map((_, index) => own[index] ?? reward?.vesting ?? null)
  const facts = conditions.flatMap((one) => (one === null ? [] : check.factsOf(one)))
  const names = [...new Set(facts)]
  return conditions.map((condition, index) => {
    const at = [...path, index]
    const given = read.fields(results[index] ?? {}, at, names, issues) ?? {}
    return condition && check.read(condition, given, at, issues)
  })
}
