import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import {
  attempt,
  defineAppraisalScheme,
  defineCommissionPlan,
  definePolicy,
  defineWorkingHours,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../schemas.js'
import { kindOf } from '../../src/kernel/policy/defined.js'
import { SECTIONS } from '../../src/policy/sections.js'
import { plans, scorecards, throughJson, toScheme, workings } from '../arbitraries.rooms.js'
import { workingHours } from '../arbitraries.service.js'
import { FAULTS } from './lint/faults.js'

const ajv = new Ajv2020({ strict: false, allErrors: true })
for (const [name, schema] of Object.entries(schemas))
  ajv.addSchema({ $id: `${name}.json`, ...schema })

const wrong = (name: string, json: unknown) => {
  const validate = ajv.getSchema(`${name}.json`)
  validate?.(json)
  return (validate?.errors ?? []).map(({ instancePath, keyword }) => [instancePath, keyword])
}
/** The ready policies, by the section that they are. */
const { bantLeads, challengeAppraisal, chinaCalendar, clauses: _, ...named } = handbook
const ready: (readonly [string, object])[] = [
  ...Object.entries(named),
  ['leads', bantLeads],
  ['appraisal', challengeAppraisal],
  ['calendar', chinaCalendar],
]

const score = { id: 'score', comparison: 'at-least', required: 80, unit: 'points' }

/** The places where anything may be written. */
function emptyIn(schema: unknown, path: readonly string[]): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (!Array.isArray(schema) && Object.keys(schema).every((key) => key === 'default'))
    return [path.join('/')]
  return Object.entries(schema)
    .filter(([key]) => !['default', 'enum', 'required', 'const'].includes(key))
    .flatMap(([key, part]) => emptyIn(part, [...path, key]))
}

describe('the JSON Schema', () => {
  it.each(ready)('of %s takes the ready policy', (name, policy) => {
    expect(wrong(name, throughJson(policy))).toEqual([])
  })

  it.each(ready)('of %s refuses a key that nothing reads', (name, policy) => {
    expect(wrong(name, { ...throughJson(policy), surprise: 1 })).toEqual([
      ['', 'additionalProperties'],
    ])
  })

  it('of a document takes one of all sections, and refuses what is wrong in a section of a group', () => {
    const { commission } = handbook
    const policy = definePolicy({
      $schema: './node_modules/sales-rules/schemas/policy.json',
      versions: [
        {
          version: '2026',
          effectiveFrom: '2026-01-01',
          ...named,
          groups: { sdr: { commission } },
        },
      ],
    })
    expect(wrong('policy', throughJson(policy))).toEqual([])
    const json = throughJson(policy) as never as {
      versions: { groups: { sdr: { commission: { scale: { tiers: { rate: unknown }[] } } } } }[]
    }
    const tiers = json.versions[0]?.groups.sdr.commission.scale.tiers ?? []
    if (tiers[0] !== undefined) tiers[0].rate = true
    expect(wrong('policy', json)).toContainEqual([
      '/versions/0/groups/sdr/commission/scale/tiers/0/rate',
      'type',
    ])
  })

  it.each(Object.entries(schemas))(
    'of %s leaves nothing open but inputs and outcomes',
    (_, schema) => {
      const open = emptyIn(schema, [])
      expect(
        open.filter((path) => !/examples\/items\/properties\/(input|expect)$/.test(path)),
      ).toEqual([])
    },
  )

  it.each<[string, object]>([
    ['a condition of no such comparison', { ...score, comparison: 'atleast' }],
    ['a misspelt key deep in conditions', { all: [{ any: [{ ...score, unnit: 'points' }] }] }],
    ['an empty list of conditions', { all: [] }],
  ])('refuses %s, in a gate and in a rung', (_, requires) => {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] }
    const plan = { currency: 'EUR', scale, gate: { conditions: requires } }
    const paths = (name: string, json: unknown) => wrong(name, json).map(([path]) => path)
    expect(paths('commission', plan)).toContain('/gate/conditions')
    expect(paths('commission', { ...plan, gate: { conditions: { all: [score] } } })).toEqual([])
    const ladders = [{ id: 'sales', clause: 'PRO-1', rungs: [{ id: 'rep', requires }] }]
    expect(paths('careers', { ladders })).toContain('/ladders/0/rungs/0/requires')
  })

  it.each<[string, unknown, boolean]>([
    ['its name alone', 'ratio', true],
    ['a name that is none', 'ratoi', false],
    ['steps', { kind: 'steps', steps: [{ from: '1', points: 100 }] }, true],
    ['a kind that is none', { kind: 'stairs' }, false],
    [
      'events of points, and of points that fade',
      { kind: 'decay', events: { a: 5, b: { points: 3 } }, halfLifeDays: 30 },
      true,
    ],
    ['an event of a word', { kind: 'decay', events: { a: true }, halfLifeDays: 30 }, false],
  ])('of a curve written as %s', (_, curve, isRight) => {
    const scheme = { missing: 'refuse', indicators: [{ id: 'sales', weight: 100, curve }] }
    expect(wrong('appraisal', scheme).length === 0).toBe(isRight)
    expect(attempt(() => defineAppraisalScheme(scheme as never)).ok).toBe(isRight)
  })

  it('of a compensation plan takes components without a currency, and refuses what a plan has not', () => {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] }
    const of = (commission: object) => ({
      currency: 'EUR',
      components: [{ id: 'revenue', commission }],
      payment: {},
    })
    expect(wrong('compensation', of({ scale }))).toEqual([])
    expect(wrong('compensation', of({ scale, gat: {} }))).toEqual([
      ['/components/0/commission', 'additionalProperties'],
    ])
    expect(wrong('compensation', { ...of({ scale }), payment: { holdbak: {} } })).toEqual([
      ['/payment', 'additionalProperties'],
    ])
  })

  it('takes whatever define takes, and the policy that define makes of it', () => {
    const drawn = fc.oneof(
      plans().map((plan) => ['commission', plan, defineCommissionPlan(plan)] as const),
      workings().map(({ plan }) => ['commission', plan, defineCommissionPlan(plan)] as const),
      scorecards
        .map(({ scorecard }) => toScheme(scorecard))
        .map((scheme) => ['appraisal', scheme, defineAppraisalScheme(scheme)] as const),
      workingHours.map((hours) => ['workingHours', hours, defineWorkingHours(hours)] as const),
    )
    fc.assert(
      fc.property(drawn, ([name, given, made]) => {
        expect(wrong(name, throughJson(given))).toEqual([])
        expect(wrong(name, throughJson(made))).toEqual([])
      }),
    )
  })

  it.each(FAULTS.map(({ says, policy }) => [says, policy] as const))(
    'takes a policy with %s',
    (_, policy) => {
      const kind = kindOf(policy)
      const name = Object.entries(SECTIONS).find(([, one]) => one === kind)?.[0] ?? 'policy'
      expect(wrong(name, throughJson(policy))).toEqual([])
    },
  )

  it.each<[string, object, string]>([
    ['without its scale', { currency: 'CNY' }, 'required'],
    ['with a word that is none', { currency: 'CNY', scale: { mode: 'steep', tiers: [] } }, 'enum'],
  ])('refuses a plan %s, as define does', (_, plan, keyword) => {
    expect(wrong('commission', plan).map(([, found]) => found)).toContain(keyword)
  })
})
