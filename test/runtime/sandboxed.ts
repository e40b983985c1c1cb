/**
 * What an engine does with the bundle for sandboxes, as a program that needs nothing but the language; and what must come out. The lines of each plan
 * are parted and merged in many ways, with JSON between all steps, as engines send states, and are to pay what they pay in one pass.
 */
import {
  calculateCommission,
  commissionAccumulator,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  gradeScore,
  handbook,
  packPolicy,
  scoreLead,
} from 'sales-rules'
import { bucketOf } from 'sales-rules/batch'

/** `sandboxed(SalesRules, json)` returns as JSON what the cases come to. */
export const PROGRAM = `function sandboxed(SalesRules, json) {
  const { plans, lead, models } = JSON.parse(json)
  const sent = (totals) => JSON.parse(JSON.stringify(totals))
  const payOf = ({ packed, lines, facts, trees }) => {
    const plan = SalesRules.unpackPolicy(packed)
    const total = SalesRules.commissionAccumulator(plan)
    const totalsOf = ({ of, merged }) =>
      merged === undefined
        ? sent(of.reduce((before, at) => total.add(before, lines[at]), total.create()))
        : sent(total.merge(totalsOf(merged[0]), totalsOf(merged[1])))
    return {
      lines: SalesRules.calculateCommission({ lines, ...facts }, plan),
      merged: trees.map((tree) => total.finish(totalsOf(tree), facts)),
    }
  }
  const refused = SalesRules.attempt(() => SalesRules.unpackPolicy({ ...models.leads, digest: '' }))
  return JSON.stringify({
    pay: plans.map(payOf),
    score: SalesRules.scoreLead(lead, SalesRules.unpackPolicy(models.leads)),
    grade: SalesRules.gradeScore(92, SalesRules.unpackPolicy(models.grading)),
    bucket: SalesRules.bucketOf('张三', 64),
    refused: refused.ok ? [] : refused.issues.map(({ code }) => code),
  })
}`

const ownPlan = defineCommissionPlan({
  id: 'own',
  version: '1',
  currency: 'EUR',
  scale: {
    mode: 'marginal',
    negative: 'mirror',
    tiers: [
      { id: 'first', upTo: '1000.005', rate: '0.0333' },
      { id: 'second', upTo: '50000', rate: '0.0777' },
      { id: 'top', upTo: null, rate: '0.1' },
    ],
  },
  rounding: { mode: 'half-even', decimals: 2, at: 'total' },
})

const PLANS: readonly DefinedCommissionPlan[] = [handbook.commission, ownPlan]
const LEAD = { budget: 90, authority: 'decision-maker', urgency: 'this-quarter' }

/** Lines from `index` numbers in one place, or two such parts that are merged. */
type Tree = { readonly of: readonly number[] } | { readonly merged: readonly [Tree, Tree] }

const TREES = 50
const LINES = 40

/** Whole numbers from 0 to one less than a bound, the same in each run. */
function drawing(): (bound: number) => number {
  let state = 20261130
  return (bound) => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * bound)
  }
}

/** What the program is given. */
export function given(): string {
  const draw = drawing()
  const plans = PLANS.map((plan) => ({
    packed: packPolicy(plan),
    lines: Array.from({ length: LINES }, (_, at) => lineOf(at, draw)),
    facts: { target: '100000' },
    trees: Array.from({ length: TREES }, () => treeOf(shuffled(draw), draw)),
  }))
  const models = { leads: packPolicy(handbook.leads), grading: packPolicy(handbook.grading) }
  return JSON.stringify({ plans, lead: LEAD, models })
}

function lineOf(at: number, draw: (bound: number) => number) {
  const sign = draw(5) === 0 ? '-' : ''
  const amount = `${sign}${draw(200_000)}.${String(draw(1_000_000)).padStart(6, '0')}`
  return { id: `O-${at}`, amount, date: `2026-03-${String(1 + draw(31)).padStart(2, '0')}` }
}

function shuffled(draw: (bound: number) => number): number[] {
  const left = Array.from({ length: LINES }, (_, at) => at)
  return Array.from({ length: LINES }, () => left.splice(draw(left.length), 1)[0] ?? 0)
}

/** Parts of random sizes, some of them empty, merged in a random order. */
function treeOf(lines: readonly number[], draw: (bound: number) => number): Tree {
  if (lines.length < 2 || draw(4) === 0) return { of: lines }
  const cut = draw(lines.length + 1)
  if (cut === 0 || cut === lines.length) return { merged: [{ of: lines }, { of: [] }] }
  return { merged: [treeOf(lines.slice(0, cut), draw), treeOf(lines.slice(cut), draw)] }
}

/** What must come out, by the library itself, in one pass. */
export function expected(): string {
  const { plans } = JSON.parse(given())
  return JSON.stringify({
    pay: PLANS.map((plan, at) => {
      const { lines, facts } = plans[at]
      const { add, create, finish } = commissionAccumulator(plan)
      const statement = finish(lines.reduce(add, create()), facts)
      const merged = Array.from({ length: TREES }, () => statement)
      return { lines: calculateCommission({ lines, ...facts }, plan), merged }
    }),
    score: scoreLead(LEAD, handbook.leads),
    grade: gradeScore(92, handbook.grading),
    bucket: bucketOf('张三', 64),
    refused: ['POLICY_NOT_DEFINED'],
  })
}
