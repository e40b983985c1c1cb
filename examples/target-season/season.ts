// From the company's target to what everybody has, and what changes in the year.
import {
  type CascadedNode,
  cascadeTarget,
  checkTarget,
  type GoalsReached,
  handbook,
  measureGoals,
  type ProratedTarget,
  periodOf,
  prorateTarget,
  reviseTarget,
  setTarget,
  signOffTarget,
  splitTarget,
  sumOf,
  type TargetCascade,
  type TargetHistory,
  type TargetOnDate,
  type TargetSplit,
  type TargetTree,
  targetOn,
} from 'sales-rules'
import {
  companyFor,
  deals,
  joiner,
  type Measure,
  managers,
  notSigned,
  profile,
  revision,
  totals,
  year,
} from './company.js'

const { targets: plan } = handbook

export interface Season {
  readonly cascades: Readonly<Record<Measure, TargetCascade>>
  /** Everybody's sales, signed at the turn of the year. */
  readonly set: readonly TargetHistory[]
  /** The same with the revision of the north. */
  readonly revised: readonly TargetHistory[]
  /** What holds in July. */
  readonly july: readonly TargetOnDate[]
  /** Li's July in weeks. */
  readonly weeks: TargetSplit
  /** What the joiner has in each quarter from the first day on. */
  readonly joined: readonly ProratedTarget[]
  readonly goals: GoalsReached
  /** The tree of sales with what holds in July. */
  readonly tree: TargetTree
}

export function runSeason(): Season {
  const cascades = {
    sales: cascade('sales'),
    cash: cascade('cash'),
    newCustomers: cascade('newCustomers'),
  }
  const set = cascades.sales.payees.map(({ id, amount }) => setUp(id, amount))
  const north = namesIn(cascades.sales.tree, revision.region)
  const revised = set.map((history) => (north.includes(history.owner) ? revise(history) : history))
  const july = revised.map((history) => targetOn(history, '2026-07-31'))
  const li = july.find(({ owner }) => owner === 'Li')
  const sun = set.find(({ owner }) => owner === joiner.id)
  return {
    cascades,
    set,
    revised,
    july,
    weeks: splitTarget(
      li?.part?.amount ?? '0',
      '2026-07',
      { into: 'week', calendar: handbook.chinaCalendar },
      plan,
    ),
    joined: ['2026-Q2', '2026-Q3', '2026-Q4'].map((quarter) => prorate(sun, quarter)),
    goals: measureGoals(
      { owner: 'Wang', period: '2026-01', asOf: '2026-02-01', results: deals },
      plan,
    ),
    tree: treeOf(cascades.sales.tree, july),
  }
}

function cascade(measure: Measure): TargetCascade {
  return cascadeTarget(totals[measure], companyFor(measure), { measure }, plan)
}

/** A target that is SMART, set by the season and signed by both. */
function setUp(owner: string, amount: string): TargetHistory {
  const reason = 'the share of last year, and 20% more'
  const target = { owner, measure: 'sales', amount, period: year, reason, profile }
  if (!checkTarget(target, plan).smart) throw new Error(`the target of ${owner} is not SMART`)
  return sign(setTarget(target, plan), '2026-01-05')
}

function sign(history: TargetHistory, on: string): TargetHistory {
  const { owner } = history
  const manager = managers[owner] ?? ''
  const byOwner = signOffTarget(history, { as: 'person', by: owner, on })
  return signOffTarget(byOwner, { as: 'direct-manager', by: manager, on })
}

function revise(history: TargetHistory): TargetHistory {
  const { from, changeBy, reason } = revision
  const revised = reviseTarget(history, { from, changeBy, reason }, plan)
  return notSigned.includes(history.owner) ? revised : sign(revised, '2026-06-22')
}

/** Of what the seat has in the quarter the part that is the joiner's, by the ramp. */
function prorate(history: TargetHistory | undefined, quarter: string): ProratedTarget {
  const seat = quarterOf(history, quarter)
  return prorateTarget(seat, { period: quarter, joined: joiner.joined }, plan)
}

/** What the months of a quarter have together. */
export function quarterOf(history: TargetHistory | undefined, quarter: string): string {
  const { parts = [] } = history?.versions.at(-1) ?? {}
  const months = parts.filter(({ from }) => periodOf(from, 'quarter') === quarter)
  return sumOf(months.map(({ amount }) => amount))
}

/** Everybody who carries something in a part of the tree. */
export function namesIn(tree: CascadedNode, part: string): string[] {
  const found = tree.children.find(({ id }) => id === part)
  const below = (node: CascadedNode): string[] =>
    node.children.length === 0
      ? [node.id]
      : [...(node.head === null ? [] : [node.head.id]), ...node.children.flatMap(below)]
  return found === undefined ? [] : [...new Set(below(found))]
}

/** The tree by region and person, with what was cascaded to the regions, and what the people have in July. */
function treeOf({ id, amount, children }: CascadedNode, july: readonly TargetOnDate[]): TargetTree {
  return {
    id,
    amount,
    children: children.map((region) => ({
      id: region.id,
      amount: region.amount,
      children: namesIn({ id, amount, by: 'total', head: null, children }, region.id).map(
        (name) => ({
          id: name,
          amount: july.find(({ owner }) => owner === name)?.amount ?? '0',
        }),
      ),
    })),
  }
}
