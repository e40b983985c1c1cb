import { describe, expect, it } from 'vitest'
import {
  parseDocument,
  typed,
  valueAt,
  withValueAt,
  writeDocument,
} from '../../site/playground/document.js'

const PLAN = { currency: 'CNY', tiers: [{ id: 'first', rate: '0.03' }, { id: 'top' }], last: 1 }

describe('parseDocument', () => {
  it('reads what writeDocument wrote', () => {
    expect(parseDocument(writeDocument(PLAN))).toEqual({ ok: true, document: PLAN })
  })

  it('says where a text stops being JSON', () => {
    expect(parseDocument('{\n  "a": 1,\n  b\n}')).toEqual({
      ok: false,
      place: { line: 3, column: 3 },
    })
  })

  it.each(['[]', 'null', '"a"', '1', `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`, ''])(
    'takes no %s for a policy',
    (text) => {
      expect(parseDocument(text).ok).toBe(false)
    },
  )

  it('takes nesting that would exhaust the stack for no policy', () => {
    expect(parseDocument(`{"a":${'['.repeat(90_000)}${']'.repeat(90_000)}}`).ok).toBe(false)
  })
})

describe('withValueAt', () => {
  it('changes one value and keeps the order of the others', () => {
    const changed = withValueAt(PLAN, ['tiers', 0, 'rate'], '0.05')
    expect(changed).toEqual({
      ...PLAN,
      tiers: [{ id: 'first', rate: '0.05' }, { id: 'top' }],
    })
    expect(Object.keys(withValueAt(PLAN, ['currency'], 'USD'))).toEqual(Object.keys(PLAN))
    expect(PLAN.tiers[0]).toEqual({ id: 'first', rate: '0.03' })
  })

  it('makes what is missing on the way, and takes out', () => {
    expect(valueAt(withValueAt(PLAN, ['cap', 'amount'], '100'), ['cap', 'amount'])).toBe('100')
    expect(withValueAt(PLAN, ['tiers', 0], undefined)).toEqual({ ...PLAN, tiers: [{ id: 'top' }] })
    expect(withValueAt(PLAN, ['last'], undefined)).not.toHaveProperty('last')
    expect(withValueAt(PLAN, ['cap', 'amount'], undefined)).toEqual(PLAN)
    const capped = withValueAt(PLAN, ['cap', 'amount'], '100')
    expect(withValueAt(capped, ['cap', 'amount'], undefined)).toEqual(PLAN)
  })

  it('never reaches what every object inherits', () => {
    withValueAt(PLAN, ['__proto__', 'polluted'], '1')
    expect({}).not.toHaveProperty('polluted')
    expect(valueAt(PLAN, ['constructor'])).toBeUndefined()
  })
})

describe('typed', () => {
  it('keeps a number a number where that is what was typed', () => {
    expect(typed('45', 40)).toBe(45)
    expect(typed('4.', 40)).toBe('4.')
    expect(typed('0.30', 40)).toBe('0.30')
    expect(typed('45', '40')).toBe('45')
  })
})
