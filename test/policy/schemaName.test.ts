import { Ajv2020 } from 'ajv/dist/2020.js'
import {
  attempt,
  defineCommissionPlan,
  defineContestRules,
  definePolicy,
  defineScale,
  defineWorkingHours,
  digestOf,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../schemas.js'
import { defineAs } from '../../src/policy/kinds.js'
import { SECTIONS } from '../../src/policy/sections.js'
import { throughJson } from '../arbitraries.rooms.js'

const { bantLeads, challengeAppraisal, chinaCalendar, clauses: _, ...named } = handbook
const scale = {
  mode: 'marginal',
  tiers: [{ id: 'all', upTo: null, rate: '0.03' }],
} as const
const policies: readonly (readonly [string, object])[] = [
  ...Object.entries(named),
  ['leads', bantLeads],
  ['appraisal', challengeAppraisal],
  ['calendar', chinaCalendar],
  ['contest', defineContestRules({ currency: 'EUR', prizes: [{ amount: '100' }] })],
  [
    'workingHours',
    defineWorkingHours({ timeZone: 'Asia/Shanghai', week: { 1: ['09:00-18:00'] } as never }),
  ],
  ['scale', defineScale(scale)],
]
const kindOf = (name: string) =>
  name === 'scale' ? 'Scale' : SECTIONS[name as keyof typeof SECTIONS]

const issuesOf = (run: () => unknown) => {
  const outcome = attempt(run)
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

const $schema = './node_modules/sales-rules/schemas/commission.json'

describe('a policy that names its JSON Schema', () => {
  it.each(policies)('%s is the policy that it is without', (name, policy) => {
    const json = throughJson(policy) as object
    const made = defineAs(kindOf(name), { $schema, ...json })
    expect(made).toEqual(defineAs(kindOf(name), json))
    expect(digestOf(made)).toBe(digestOf(policy))
  })

  it.each(policies)('%s fits its schema', (name, policy) => {
    const ajv = new Ajv2020({ strict: false })
    expect(ajv.validate(schemas[name] ?? false, { $schema, ...throughJson(policy) })).toBe(true)
    expect(ajv.validate(schemas[name] ?? false, { $schema: 5, ...throughJson(policy) })).toBe(false)
  })

  it('may be a section of a document, which keeps its own', () => {
    const policy = definePolicy({
      $schema,
      versions: [
        {
          version: '2026',
          effectiveFrom: '2026-01-01',
          commission: { $schema, currency: 'EUR', scale } as never,
        },
      ],
    })
    expect(policy.$schema).toBe($schema)
    expect(policy.versions[0]?.commission).not.toHaveProperty('$schema')
  })

  it('leaves it out with null, and says what else is wrong with it beside the rest', () => {
    const plan = (given: object) => defineCommissionPlan({ ...given, scale } as never)
    expect(issuesOf(() => plan({ $schema: null, currency: 'EUR' }))).toEqual([])
    expect(attempt(() => plan({ $schema: 5, currency: 'EUR' }))).toMatchObject({
      issues: [
        {
          ...{ code: 'VALUE_INVALID', path: ['$schema'] },
          message: '$schema: got 5, expected a value of type string.',
        },
      ],
    })
    expect(issuesOf(() => plan({ $schema: [], currency: 'EURO' }))).toEqual([
      ['VALUE_INVALID', '$schema'],
      ['CURRENCY_UNKNOWN', 'currency'],
    ])
  })

  it('names it at the top alone, and under no other name', () => {
    const plan = (given: object) =>
      defineCommissionPlan({ currency: 'EUR', scale, ...given } as never)
    expect(issuesOf(() => plan({ scale: { $schema, ...scale } }))).toEqual([
      ['UNKNOWN_KEY', 'scale.$schema'],
    ])
    expect(issuesOf(() => plan({ schema: $schema }))).toEqual([['UNKNOWN_KEY', 'schema']])
  })
})
