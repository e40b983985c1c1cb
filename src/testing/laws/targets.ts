import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import * as time from '../../kernel/time/time.js'
import {
  type CascadedNode,
  cascadeTarget,
  type DefinedTargetPlan,
  prorateTarget,
  splitTarget,
  type TargetNode,
} from '../../targets/index.js'
import { drawAmount, exactly } from '../draw/amounts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** The laws of a target plan. */
export function targetLaws(fc: FastCheck, plan: DefinedTargetPlan): AnyLaw[] {
  return [
    cascadeAddsUp(fc, plan),
    monthsAddUp(fc, plan),
    timeAddsUp(fc, plan),
    oneMoreDay(fc, plan),
  ]
}

function cascadeAddsUp(fc: FastCheck, plan: DefinedTargetPlan): AnyLaw {
  return law(fc, {
    name: 'a target that is cascaded adds up on each level, with heads who carry a part',
    of: 'library',
    cases: fc.record({ total: drawTotal(fc), tree: arbitraryTargetTree(fc, plan) }),
    broken: ({ total, tree }) => {
      const levels = everyNode(cascadeTarget(total, tree, {}, plan).tree)
      const wrong = levels.find((node) => node.children.length > 0 && below(node) !== node.amount)
      return wrong === undefined ? null : `below ${wrong.id} of ${wrong.amount}: ${below(wrong)}`
    },
  })
}

function everyNode(node: CascadedNode): CascadedNode[] {
  return [node, ...node.children.flatMap(everyNode)]
}

function below({ head, children, amount }: CascadedNode): string {
  const parts = [head?.amount ?? '0', ...children.map((child) => child.amount)]
  const decimals = amount.split('.')[1]?.length ?? 0
  return write.padded(fraction.sum(parts.map(exactly)), decimals)
}

function monthsAddUp(fc: FastCheck, plan: DefinedTargetPlan): AnyLaw {
  return law(fc, {
    name: 'the months and the weeks of a target add up to it',
    of: 'library',
    cases: fc.record({
      total: drawTotal(fc),
      period: fc.constantFrom('2026', '2026-Q1', '2028-02', '2026-H2'),
      into: fc.constantFrom('month' as const, 'week' as const),
    }),
    broken: ({ total, period, into }) => {
      const split = splitTarget(total, period, { into }, plan)
      const parts = fraction.sum(split.parts.map(({ amount }) => exactly(amount)))
      return differing('parts and total', write.decimal(parts), write.decimal(exactly(total)))
    },
  })
}

/** Why parts of a period do not add up: they are whole months, or working days of a calendar. */
function notByDay({ proration: { by } }: DefinedTargetPlan): string | null {
  return by === 'day' ? null : `proration.by: it counts by ${by}, and not day by day`
}

function timeAddsUp(fc: FastCheck, plan: DefinedTargetPlan): AnyLaw {
  return law(fc, {
    name: 'the targets of two who share a period, one after the other, add up to that of the period',
    of: 'library',
    because: notByDay(plan),
    cases: drawStay(fc),
    broken: ({ total, lastDay }) => {
      const first = prorateTarget(total, { period: PERIOD, to: lastDay }, plan)
      const second = prorateTarget(total, { period: PERIOD, from: time.addDays(lastDay, 1) }, plan)
      const both = fraction.add(exactly(first.target), exactly(second.target))
      return differing('both and all', write.decimal(both), write.decimal(exactly(total)))
    },
  })
}

function oneMoreDay(fc: FastCheck, plan: DefinedTargetPlan): AnyLaw {
  return law(fc, {
    name: 'one more day never lowers a target',
    of: 'library',
    because: plan.proration.by === 'working-day' ? 'proration.by: it asks for a calendar' : null,
    cases: drawStay(fc),
    broken: ({ total, lastDay }) => {
      const [less, more] = [lastDay, time.addDays(lastDay, 1)].map(
        (to) => prorateTarget(total, { period: PERIOD, to }, plan).target,
      )
      if (less === undefined || more === undefined) return null
      return fraction.compare(exactly(more), exactly(less)) < 0
        ? `until ${lastDay} it is ${less}, and a day later ${more}`
        : null
    },
  })
}

const PERIOD = '2026-Q1'

/** A target, and a day of the quarter that is not its last. From the second month on, so that something is left of any target. */
function drawStay(fc: FastCheck) {
  return fc
    .record({ total: drawTotal(fc), day: fc.integer({ min: 31, max: 57 }) })
    .map(({ total, day }) => ({ total, lastDay: time.addDays('2026-01-01', day) }))
}

function drawTotal(fc: FastCheck): Arbitrary<string> {
  const edges = ['100', '10000000'].map(exactly)
  return drawAmount(fc, { edges, decimals: 0, least: exactly('100') })
}

/**
 * A tree of teams and people for `cascadeTarget`: two or three levels, weights of any size, nothing among them, and heads who carry a part.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { cascadeTarget, handbook } from 'sales-rules'
 * import { arbitraryTargetTree } from 'sales-rules/testing'
 *
 * const trees = arbitraryTargetTree(fc, handbook.targets)
 * fc.assert(
 *   fc.property(trees, (tree) => cascadeTarget('1000', tree, {}, handbook.targets).total === '1000.00'),
 * )
 * ```
 */
export function arbitraryTargetTree(fc: FastCheck, plan: DefinedTargetPlan): Arbitrary<TargetNode> {
  defined.check(plan, 'TargetPlan')
  const weight = fc.constantFrom('1', '0', '3', '0.333333', '1000000')
  const leaves = fc.array(weight, { minLength: 1, maxLength: 4 })
  const head = fc.constantFrom(undefined, '0', '0.3', '1')
  return fc
    .record({
      teams: fc.array(fc.record({ weight, leaves, head }), { minLength: 1, maxLength: 3 }),
      head,
    })
    .map(({ teams, head: top }) => ({
      id: 'company',
      ...headOf(top, 'company'),
      children: withAWeight(
        teams.map((team, index) => ({
          id: `team-${index + 1}`,
          weight: team.weight,
          ...headOf(team.head, `team-${index + 1}`),
          children: withAWeight(
            team.leaves.map((one, at) => ({ id: `person-${index + 1}-${at + 1}`, weight: one })),
          ),
        })),
      ),
    }))
}

function headOf(share: string | undefined, of: string): Pick<TargetNode, 'head'> {
  return share === undefined ? {} : { head: { id: `head of ${of}`, share } }
}

/** Nobody can share a target where nobody weighs anything. */
function withAWeight<Node extends TargetNode>(nodes: readonly Node[]): Node[] {
  return nodes.map((node, index) =>
    index === 0 && node.weight === '0' ? { ...node, weight: '1' } : node,
  )
}
