import {
  defineCalendar,
  defineCommissionPlan,
  definePolicy,
  defineScale,
  defineWorkingHours,
  handbook,
  type PolicyVersionInput,
  type SalesPolicyInput,
} from 'sales-rules'
import { describe, it } from 'vitest'

const { commission, grading } = handbook
const dated = { version: '2026', effectiveFrom: '2026-01-01' } as const
const $schema = './node_modules/sales-rules/schemas/policy.json'

describe('a document', () => {
  it('has no section that does not exist, in any version', () => {
    definePolicy({
      versions: [
        { ...dated, commission },
        // @ts-expect-error: no such section
        { version: '2027', effectiveFrom: '2027-01-01', comission: commission },
      ],
    })
    // @ts-expect-error: no such section, though it was not written in the call
    definePolicy({ versions: [{ ...dated, ...{ comission: commission } }] })
  })

  it('has none in a group either', () => {
    definePolicy({
      // @ts-expect-error: no such section
      versions: [{ ...dated, groups: { sdr: { grading, comission: commission } } }],
    })
    definePolicy({ versions: [{ ...dated, groups: { sdr: { grading, commission } } }] })
  })

  it('has no field that does not exist', () => {
    // @ts-expect-error: `name`
    definePolicy({ title: 'Acme', versions: [{ ...dated, commission }] })
  })

  it('may be built of versions and documents whose literals nobody sees any more', () => {
    const versions: PolicyVersionInput[] = [{ ...dated, commission }]
    const document: SalesPolicyInput = { $schema, versions }
    definePolicy(document)
    definePolicy({ versions })
    definePolicy(JSON.parse('{}'))
    definePolicy({ versions: JSON.parse('[]') })
  })

  it('says what is wrong inside a section where it is', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.03' }]
    definePolicy({
      versions: [
        // @ts-expect-error: no such mode
        { ...dated, commission: { currency: 'EUR', scale: { mode: 'steep', tiers } } },
      ],
    })
  })
})

describe('a policy', () => {
  it('may name its JSON Schema, alone and as a section', () => {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] } as const
    const calendar = { $schema, from: '2026-01-01', to: '2026-01-31', weekend: [6, 7] }
    defineCommissionPlan({ $schema, currency: 'EUR', scale })
    defineScale({ $schema, ...scale })
    defineCalendar(calendar)
    defineWorkingHours({ $schema, timeZone: 'UTC', week: {} })
    definePolicy({
      versions: [{ ...dated, commission: { $schema, currency: 'EUR', scale }, calendar }],
    })
  })

  it('names it at the top alone', () => {
    // @ts-expect-error: inside a plan, a scale has no file of its own
    defineCommissionPlan({ currency: 'EUR', scale: { $schema, mode: 'marginal', tiers: [] } })
  })
})
