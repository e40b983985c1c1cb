import type { Issue, Path, TieRule } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { TIE_UNDECIDED } from '../kernel/issues.js'
import type { Placing } from '../kernel/number/rank.js'
import type { EquityReward, ExactRewardPolicy } from './exactRewardPolicy.js'
import {
  CLIFF_AFTER_END,
  CLIFF_OF_CUSTOM_TRANCHES,
  EQUITY_PLAN_UNKNOWN,
  SECTION_MISSING,
} from './issues.js'
import type { CustomTranche, VestingTerms } from './types.js'

/** How long from one tranche to the next. */
export const INTERVALS = ['month', 'quarter', 'half-year', 'year'] as const

/** The education fund, among the rewards that may be asked for by id. */
export const EDUCATION_FUND = 'education-fund'

/** No grant and no commitment runs for more than a hundred years. */
export const MOST_MONTHS = 1200
export const MOST_TRANCHES = 1200

/** Terms as far as a cliff goes by them. */
interface CliffTerms extends Pick<VestingTerms, 'every' | 'cliffMonths'> {
  readonly tranches: number | readonly Pick<CustomTranche, 'months'>[]
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/** How many months after the start each tranche vests, but for a cliff. */
export function monthsOf({ tranches, every }: Omit<CliffTerms, 'cliffMonths'>): number[] {
  if (typeof tranches !== 'number') return tranches.map(({ months }) => months)
  return Array.from({ length: tranches }, (_, index) => (index + 1) * MONTHS[every])
}

/** What is wrong with the cliff of terms that are right otherwise. */
export function cliffIssues(terms: CliffTerms, path: Path): Issue[] {
  const { tranches, cliffMonths } = terms
  if (cliffMonths === 0) return []
  const at = [...path, 'cliffMonths']
  if (typeof tranches !== 'number') return [issue.at(CLIFF_OF_CUSTOM_TRANCHES, at, {})]
  const end = monthsOf(terms).at(-1) ?? 0
  if (cliffMonths <= end) return []
  const params = { given: String(cliffMonths), maximum: String(end) }
  return [issue.at(CLIFF_AFTER_END, at, params)]
}

/** The fields of an input; what is no object at all is refused at once, and not for each field that it lacks. */
export function readInput(
  value: unknown,
  path: Path,
  keys: readonly string[],
  issues: Issue[],
): read.Fields {
  const fields = read.fields(value, path, keys, issues)
  if (fields === undefined) issue.refuseIfAny(issues)
  return fields ?? {}
}

/** The equity plan of an id. */
export function readPlan(
  id: unknown,
  path: Path,
  { equity }: ExactRewardPolicy,
  issues: Issue[],
): EquityReward | undefined {
  const plan = equity.get(id as string)
  if (plan === undefined) {
    const params = { given: issue.show(id), ...nearest(id, [...equity.keys()]) }
    issue.add(issues, issue.at(EQUITY_PLAN_UNKNOWN, path, params))
  }
  return plan
}

/** What is known of the kind of a name that is not, and the one that was most likely meant. */
export function nearest(name: unknown, known: readonly string[]) {
  return { known, suggestion: typeof name === 'string' ? issue.closest(name, known) : null }
}

type Section = 'hallOfFame' | 'allowances' | 'educationFund'

/** What a policy says of a reward; one that says nothing is refused. */
export function sectionOf<Name extends Section>(
  policy: ExactRewardPolicy,
  name: Name,
): NonNullable<ExactRewardPolicy[Name]> {
  const section = policy[name]
  if (section !== null) return section as NonNullable<ExactRewardPolicy[Name]>
  return issue.refuse(SECTION_MISSING, ['policy'], { given: name, known: policy.sections })
}

/** The most who are named of those who tie. */
const MOST_TIED = 20

/** Refuses a tie that the policy leaves to somebody. */
export function refuseIfUndecided(
  { tied }: Placing<{ readonly id: string }>,
  places: number,
  ties: TieRule,
  path: Path,
): void {
  if (ties !== 'refuse' || tied.length === 0) return
  const ids = tied.slice(0, MOST_TIED).map(({ row }) => row.id)
  issue.refuse(TIE_UNDECIDED, path, { places, count: tied.length, tied: ids })
}
