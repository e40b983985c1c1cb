import * as check from '../kernel/check/check.js'
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import { allocateUnits } from '../kernel/number/allocate.js'
import {
  type EquityReward,
  type ExactRewardPolicy,
  exactRewardPolicy,
} from './exactRewardPolicy.js'
import { PLAN_HAS_NO_POOL } from './issues.js'
import { readInput, readPlan } from './read.js'
import type {
  DefinedRewardPolicy,
  OptionGrant,
  OptionGrants,
  OptionRequests,
  PoolRules,
} from './types.js'

/**
 * Grants options out of a pool for innovation projects, never more than the pool has (REW-2).
 *
 * A request is met for a project that is given and a person who meets the condition of the plan; what is not granted says why. A project may
 * have options set aside, which bound its requests. Where requests ask for more than a project or the pool has, the first given is met first
 * (`in-order`), or each gets its part in whole options (`pro-rata`, by largest remainder). For when they vest use {@link vestingSchedule}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for an unknown plan, `POLICY_CONFLICT` for one without a pool, `ID_DUPLICATE`,
 *   `NUMBER_OUT_OF_RANGE` for a pool of which more was granted than it has, `UNKNOWN_KEY`, `VALUE_MISSING`, `VALUE_INVALID`.
 *
 * @example A pool of 1,000, and 1,200 asked for
 * ```ts
 * import { grantOptions, handbook } from 'sales-rules'
 *
 * const facts = { rung: 'product-expert' }
 * const { grants, left } = grantOptions(
 *   {
 *     plan: 'expert-options',
 *     pool: { size: 1000 },
 *     projects: [{ id: 'scanner' }],
 *     requests: [
 *       { id: 'R-1', project: 'scanner', options: 700, facts },
 *       { id: 'R-2', project: 'scanner', options: 500, facts },
 *       { id: 'R-3', project: 'brochure', options: 100, facts },
 *     ],
 *   },
 *   handbook.rewards,
 * )
 * grants.map(({ id, granted, cut, reason }) => [id, granted, cut, reason])
 * // => [['R-1', 700, 0, null], ['R-2', 300, 200, 'pool-exhausted'], ['R-3', 0, 100, 'project-unknown']]
 * left // => 0
 * ```
 */
export function grantOptions(requests: OptionRequests, policy: DefinedRewardPolicy): OptionGrants {
  const exact = exactRewardPolicy(policy)
  const known = readRequests(requests, exact)
  return writeGrants(computeGrants(known), known, exact)
}

interface ExactRequests {
  readonly reward: EquityReward
  readonly exceeded: PoolRules['exceeded']
  readonly available: number
  /** What is set aside for each project; null where nothing is. */
  readonly projects: ReadonlyMap<string, number | null>
  readonly requests: readonly ExactRequest[]
}

interface ExactRequest {
  readonly id: string
  readonly project: string
  readonly options: number
  /** What the plan needs, with what is known; null where it needs nothing. */
  readonly condition: check.KnownCondition | null
}

const AT = ['requests']
const MOST_OPTIONS = 1_000_000_000_000
const counted = { minimum: 0, maximum: MOST_OPTIONS }

function readRequests(value: unknown, policy: ExactRewardPolicy): ExactRequests {
  const issues: Issue[] = []
  const keys = ['plan', 'pool', 'projects', 'requests']
  const fields = readInput(value, AT, keys, issues)
  const { required } = read.of(fields, AT, issues)
  const reward = readPlan(fields['plan'], [...AT, 'plan'], policy, issues)
  const available = required('pool', readPool)
  const projects = required('projects', readProjects)
  const requests = required('requests', (rows, path, found) => readRows(rows, path, reward, found))
  issue.refuseIfAny(issues)
  const { id, plan } = reward as EquityReward
  if (plan.pool === undefined) return issue.refuse(PLAN_HAS_NO_POOL, [...AT, 'plan'], { id })
  return { reward, exceeded: plan.pool.exceeded, available, projects, requests } as ExactRequests
}

/** What a pool has: its size, less what was granted, and more what came back of that. */
function readPool(value: unknown, path: Path, issues: Issue[]): number | undefined {
  const fields = read.fields(value, path, ['size', 'granted', 'returned'], issues)
  if (fields === undefined) return undefined
  const { size, granted, returned } = fields
  const before = issues.length
  const all = read.integer(size, [...path, 'size'], issues, counted) ?? 0
  const given = read.integer(granted ?? 0, [...path, 'granted'], issues, counted) ?? 0
  const bounds = { minimum: 0, maximum: given }
  const back = read.integer(returned ?? 0, [...path, 'returned'], issues, bounds) ?? 0
  if (issues.length > before) return undefined
  const outstanding = { minimum: 0, maximum: all + back }
  read.integer(given, [...path, 'granted'], issues, outstanding)
  return all - given + back
}

function readProjects(
  value: unknown,
  path: Path,
  issues: Issue[],
): ReadonlyMap<string, number | null> {
  const projects = new Map<string, number | null>()
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, ['id', 'options'], issues)
    const id = fields && read.name(fields['id'], [...at, 'id'], issues)
    if (fields === undefined || id === undefined) continue
    if (projects.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...at, 'id'], { id }))
    const aside = fields['options'] ?? null
    const options = aside === null ? null : read.integer(aside, [...at, 'options'], issues, counted)
    projects.set(id, options ?? null)
  }
  return projects
}

function readRows(
  value: unknown,
  path: Path,
  reward: EquityReward | undefined,
  issues: Issue[],
): ExactRequest[] {
  const seen = new Set<string>()
  const requires = reward?.requires ?? null
  const names = requires === null ? [] : [...new Set(check.factsOf(requires))]
  return (read.array(value, path, issues) ?? []).flatMap((row, index): ExactRequest[] => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['id', 'project', 'options', 'facts'], issues)
    if (fields === undefined) return []
    const { required } = read.of(fields, at, issues)
    const id = required('id', read.name)
    const project = required('project', read.name)
    const bounds = { ...counted, minimum: 1 }
    const options = read.integer(fields['options'], [...at, 'options'], issues, bounds)
    const facts = read.options(fields['facts'], [...at, 'facts'], names, issues) ?? {}
    const condition = requires && check.read(requires, facts, [...at, 'facts'], issues)
    if (id === undefined || project === undefined || options === undefined) return []
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...at, 'id'], { id }))
    seen.add(id)
    return [{ id, project, options, condition }]
  })
}

/** A request with what is granted of it, and why no more is. */
interface ExactOptionGrant {
  readonly request: ExactRequest
  readonly granted: number
  readonly reason: OptionGrant['reason']
  readonly found: check.ExactOutcome | null
}

/** First each project shares out what was set aside for it; then the pool what the projects would have. */
function computeGrants({
  requests,
  projects,
  exceeded,
  available,
}: ExactRequests): ExactOptionGrant[] {
  const asked = requests.map((request) => ask(request, projects))
  const grants = new Map(asked.map((one) => [one.request.id, one]))
  const bound = (rows: readonly ExactOptionGrant[], limit: number, reason: Exhausted) => {
    const parts = shareOut(rows, BigInt(limit), exceeded)
    for (const [index, row] of rows.entries()) {
      const granted = Number(parts[index])
      if (granted < row.granted) grants.set(row.request.id, { ...row, granted, reason })
    }
  }
  for (const [project, rows] of byProject(asked)) {
    const aside = projects.get(project) ?? null
    if (aside !== null) bound(rows, aside, 'project-exhausted')
  }
  bound(open([...grants.values()]), available, 'pool-exhausted')
  return [...grants.values()]
}

type Exhausted = 'project-exhausted' | 'pool-exhausted'

/** What is asked for where a project is given and the condition is met; nothing, and why, where it is not. */
function ask(request: ExactRequest, projects: ExactRequests['projects']): ExactOptionGrant {
  const found = request.condition && check.compute(request.condition)
  const refused = (reason: OptionGrant['reason']) => ({ request, granted: 0, reason, found })
  if (!projects.has(request.project)) return refused('project-unknown')
  if (found?.outcome === 'unmet') return refused('not-eligible')
  if (found !== null && found.outcome !== 'met') return refused('eligibility-unknown')
  return { request, granted: request.options, reason: null, found }
}

const open = (grants: readonly ExactOptionGrant[]) => grants.filter(({ granted }) => granted > 0)

function byProject(grants: readonly ExactOptionGrant[]): Map<string, ExactOptionGrant[]> {
  const groups = new Map<string, ExactOptionGrant[]>()
  for (const grant of open(grants)) {
    const group = groups.get(grant.request.project) ?? []
    group.push(grant)
    groups.set(grant.request.project, group)
  }
  return groups
}

/** What each gets of a limit; all that it asks for, where there is enough. */
function shareOut(
  rows: readonly ExactOptionGrant[],
  limit: bigint,
  exceeded: PoolRules['exceeded'],
): bigint[] {
  const asked = rows.map(({ granted }) => BigInt(granted))
  const all = asked.reduce((sum, one) => sum + one, 0n)
  if (all <= limit) return asked
  if (exceeded === 'pro-rata')
    return allocateUnits(
      limit,
      asked.map((n) => ({ n, d: 1n })),
    )
  let left = limit
  return asked.map((one) => {
    const part = one < left ? one : left
    left -= part
    return part
  })
}

function writeGrants(
  grants: readonly ExactOptionGrant[],
  { reward, available, projects }: ExactRequests,
  { policy }: ExactRewardPolicy,
): OptionGrants {
  const granted = grants.reduce((sum, one) => sum + one.granted, 0)
  const written = grants.map(writeGrant)
  const groups = new Map([...projects.keys()].map((id) => [id, { requested: 0, granted: 0 }]))
  for (const grant of written) {
    const group = groups.get(grant.project)
    if (group === undefined) continue
    group.requested += grant.requested
    group.granted += grant.granted
  }
  const clauses = written.flatMap(({ checks }) => checks.flatMap(({ clause }) => clause ?? []))
  return {
    plan: reward.id,
    available,
    granted,
    left: available - granted,
    projects: [...groups].map(([id, group]) => {
      const aside = projects.get(id) ?? null
      return { id, ...group, left: aside === null ? null : aside - group.granted }
    }),
    grants: written,
    policy,
    clauses: [...new Set([reward.clause, ...clauses])],
  }
}

function writeGrant({ request, granted, reason, found }: ExactOptionGrant): OptionGrant {
  const { id, project, options } = request
  const checks = found === null ? [] : check.write(found).checks
  return { id, project, requested: options, granted, cut: options - granted, reason, checks }
}
