import {
  attempt,
  cascadeTarget,
  checkTarget,
  defineTargetPlan,
  handbook,
  measureGoals,
  prorateTarget,
  reviseTarget,
  setTarget,
  signOffTarget,
  splitTarget,
  targetOn,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

type Plan = typeof handbook.targets

/** What a season comes to by a plan: each figure of the handbook's turns something in it. */
function outcomes(plan: Plan): unknown {
  const team = [1, 2, 2].map((weight, at) => ({ id: `p${at}`, weight }))
  const year = {
    owner: 'Li',
    measure: 'sales',
    amount: '1000000',
    period: '2026',
    reason: 'growth',
  }
  const { reason: _, ...unreasoned } = year
  const set = setTarget(year, plan)
  const later = { from: '2026-05-01', amount: '1200000', reason: 'more' }
  const person = attempt(() => signOffTarget(set, { as: 'person', by: 'Li', on: '2026-01-05' }))
  const both = attempt(() =>
    signOffTarget(person.ok ? person.value : set, {
      as: 'direct-manager',
      by: 'Chen',
      on: '2026-01-07',
    }),
  )
  const signed = both.ok ? both.value : set
  return read([
    ...['sales', 'cash', 'newCustomers'].map((measure) =>
      attempt(() =>
        cascadeTarget(1001, { id: 'c', head: { id: 'h' }, children: team }, { measure }, plan),
      ),
    ),
    splitTarget('1000000', '2026', { into: 'month' }, plan),
    set,
    person,
    both,
    targetOn(set, '2026-06-01'),
    attempt(() => reviseTarget(signed, later, plan)),
    reviseTarget(signed, { ...later, from: '2026-07-01' }, plan),
    checkTarget({}, plan),
    checkTarget(unreasoned, plan),
    measureGoals({ period: '2026-01', asOf: '2026-01-12', results: [] }, plan),
    prorateTarget('1000000', { period: '2026', joined: '2026-05-18' }, plan),
    attempt(() => cascadeTarget('0.01', { id: 'c' }, {}, plan)),
  ])
}

/** Without what only names the policy. */
function read(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === 'policy' ? undefined : part)))
}

/** A figure of the plan, and another that a company might have instead. */
const changes: readonly (readonly [path: string, other: unknown])[] = [
  ['currency', 'JPY'],
  ['rounding.mode', 'down'],
  ['rounding.decimals', 0],
  ['measures.0.id', 'revenue'],
  ['measures.0.unit', 'count'],
  ['measures.1.id', 'collections'],
  ['measures.1.unit', 'count'],
  ['measures.2.id', 'logos'],
  ['measures.2.unit', 'money'],
  ['headShare', '0.25'],
  ['revisedFrom', 'month'],
  ['signing.by.0', 'owner'],
  ['signing.by.1', 'director'],
  ['signing.unsigned', 'counted'],
  ['signing.revised', 'once'],
  ...[0, 1, 2, 3, 4].map((at) => [`requires.${at}`, null] as const),
  ['goals.0.id', 'visits'],
  ['goals.0.per', 'month'],
  ['goals.0.amount', '4'],
  ['proration.by', 'month'],
  ['ramp.0', '0.2'],
  ['ramp.1', '0.4'],
  ['ramp.2', '0.8'],
  ['ramp.3', '0.9'],
]

/** Figures that turn nothing alone: each is tried beside the figure that makes it count. */
const together: readonly (readonly [string, unknown, string, unknown])[] = [
  ['proration.months', 'whole', 'proration.by', 'month'],
]

function changed(policy: unknown, path: string, other: unknown): never {
  const copy = JSON.parse(JSON.stringify(policy))
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let part = copy
  for (const step of steps) part = part[step]
  if (other === null) part.splice(Number(last), 1)
  else part[last] = other
  if (path === 'currency') copy.rounding = {}
  return { ...copy, provenance: [] } as never
}

const before = outcomes(handbook.targets)

function outcomesOf(plan: never): unknown {
  const outcome = attempt(() => outcomes(defineTargetPlan(plan)))
  return outcome.ok ? outcome.value : outcome.issues
}

describe('each figure of the targets of the handbook', () => {
  it.each(changes)('turns an outcome: %s is not %j', (path, other) => {
    expect(outcomesOf(changed(handbook.targets, path, other))).not.toEqual(before)
  })

  it.each(together)(
    'turns an outcome: %s is not %j, where %s is %j',
    (path, other, beside, given) => {
      const base = changed(handbook.targets, beside, given)
      expect(outcomesOf(changed(base, path, other))).not.toEqual(outcomesOf(base))
    },
  )

  it('is among those that are tried', () => {
    const tried = [...changes, ...together].map(([path]) => path)
    const { id: _, version: __, provenance: ___, ...figures } = handbook.targets
    expect(leaves(figures).filter((path) => !tried.includes(path))).toEqual([])
  })
})

function leaves(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]))
}
