import {
  type ConditionInput,
  defineCareerPolicy,
  defineGradingPolicy,
  defineLeadModel,
  defineRewardPolicy,
  defineSalesProcess,
  defineServiceStandards,
  handbook,
  type LintedPolicy,
  lintPolicy,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { formatPath } from '../../../src/kernel/input/issue.js'
import { plan } from './faults.js'

const is = (id: string, required: boolean) => ({ id, comparison: 'equals', required }) as const
const score = (comparison: 'at-least' | 'below', required: number) =>
  ({ id: 'score', comparison, required, unit: 'points' }) as const

/** Two ways for each of so many facts, and then what cannot be: all of them are tried. */
const ways = (count: number) =>
  ({
    all: [
      ...Array.from({ length: count }, (_, index) => ({
        any: [is(`a-${index}`, true), is(`b-${index}`, true)],
      })),
      score('at-least', 80),
      score('below', 60),
    ],
  }) as const

const mixed = {
  all: [
    { id: 'deals', comparison: 'at-least', required: 3, unit: 'count' },
    {
      id: 'deals',
      comparison: 'at-least',
      required: 3,
      unit: 'count',
      inARow: { length: 2, per: 'month' },
    },
  ],
} as const

const { id: _, version: __, provenance: ___, ...process } = handbook.pipeline
const {
  id: ____,
  version: _____,
  provenance: ______,
  fit,
  intent,
  segments,
  ...leads
} = handbook.leads

/** Each kind of policy with a condition, and where it stands. */
const families = (condition: ConditionInput): readonly (readonly [string, LintedPolicy])[] => [
  ['gate.conditions', plan({ gate: { conditions: condition } })],
  [
    'ladders[0].rungs[0].requires',
    defineCareerPolicy({
      ladders: [{ id: 'sales', clause: 'PRO-1', rungs: [{ id: 'rep', requires: condition }] }],
    }),
  ],
  [
    'moves[0].requires',
    defineGradingPolicy({
      grades: [{ id: 'A', from: 0 }],
      moves: [{ id: 'service', clause: 'GRA-10', to: ['service'], requires: condition }],
    }),
  ],
  [
    'opportunities[0].requires',
    defineRewardPolicy({
      currency: 'CNY',
      opportunities: [{ id: 'course', clause: 'REW-4', requires: condition }],
    }),
  ],
  ['quality[0]', defineServiceStandards({ standards: [], quality: [condition] })],
  [
    'stages[0].requires',
    defineSalesProcess({
      ...process,
      stages: process.stages.map((stage, index) =>
        index === 0 ? { ...stage, requires: [condition] } : stage,
      ),
    }),
  ],
  [
    'disqualifiers[0].when',
    defineLeadModel({
      ...leads,
      disqualifiers: [{ reason: 'lost', when: condition }],
    }),
  ],
]

const sayings = (policy: LintedPolicy, path: string) =>
  lintPolicy(policy).notChecked.flatMap((one) =>
    formatPath(one.path) === path ? one.issues.map(({ code, params }) => [code, params]) : [],
  )
const codes = (policy: LintedPolicy, path: string) =>
  lintPolicy(policy).findings.flatMap((one) => (formatPath(one.path) === path ? [one.code] : []))

describe('a condition that lint cannot decide', () => {
  it.each(families(ways(13)))('with 8,192 ways to meet it is named: %s', (path, policy) => {
    expect(sayings(policy, path)).toEqual([['CONDITION_UNDECIDED', { id: null }]])
    expect(codes(policy, path)).toEqual([])
  })

  it.each(families(mixed))('that looks at one fact in two ways is named: %s', (path, policy) => {
    expect(sayings(policy, path)).toEqual([['CONDITION_UNDECIDED', { id: 'deals' }]])
    expect(codes(policy, path)).toEqual([])
  })

  it.each(families(ways(8)))('with 256 ways is decided: %s', (path, policy) => {
    expect(sayings(policy, path)).toEqual([])
    expect(codes(policy, path)).toEqual(['CONDITION_NEVER_MET'])
  })

  it('says so in words', () => {
    const [named] = lintPolicy(plan({ gate: { conditions: ways(13) } })).notChecked
    expect(named?.issues[0]?.message).toBe(
      'can be met in more ways than lint tries, so that nobody knows whether anybody meets it. Ask for less at once.',
    )
    const [other] = lintPolicy(plan({ gate: { conditions: mixed } })).notChecked
    expect(other?.issues[0]?.message).toBe(
      'looks at "deals" in two ways, or may leave it out, which lint does not compare. Read it with care.',
    )
  })
})
