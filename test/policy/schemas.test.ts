import { Ajv2020 } from 'ajv/dist/2020.js'
import { definePolicy, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../schemas.js'
import { throughJson } from '../arbitraries.rooms.js'

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

  it.each<[string, object, string]>([
    ['without its scale', { currency: 'CNY' }, 'required'],
    ['with a word that is none', { currency: 'CNY', scale: { mode: 'steep', tiers: [] } }, 'enum'],
  ])('refuses a plan %s, as define does', (_, plan, keyword) => {
    expect(wrong('commission', plan).map(([, found]) => found)).toContain(keyword)
  })
})
