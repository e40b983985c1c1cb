import { attempt, handbook, reviseTarget, targetOn } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { signed, unsigned } from './histories.js'

const { targets } = handbook
const grown = { from: '2026-07-01', amount: '1500000', reason: 'the market grew' }
const waiting = reviseTarget(signed(unsigned), grown, targets)

const codesOf = (history: unknown, date: unknown) => {
  const outcome = attempt(() => targetOn(history as never, date as never))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('targetOn', () => {
  it('says which version holds on a day, and what the month has', () => {
    expect(targetOn(signed(waiting), '2026-07-01')).toEqual({
      date: '2026-07-01',
      owner: 'Li',
      measure: 'sales',
      counts: true,
      version: 2,
      amount: '1500000.00',
      part: { period: '2026-07', from: '2026-07-01', to: '2026-07-31', amount: '150000.00' },
      pending: [],
      clauses: ['TAR-3', 'TAR-4'],
    })
  })

  it('changes nothing before the first day of a revision (TAR-3)', () => {
    expect(targetOn(signed(waiting), '2026-06-30')).toEqual(
      targetOn(signed(unsigned), '2026-06-30'),
    )
  })

  it('has no target before it is signed, and says whose signature is missing (TAR-4)', () => {
    expect(targetOn(unsigned, '2026-03-31')).toMatchObject({
      counts: false,
      version: null,
      amount: null,
      part: null,
      pending: [
        {
          version: 1,
          from: '2026-01-01',
          amount: '1200000.00',
          missing: ['person', 'direct-manager'],
        },
      ],
    })
  })

  it('keeps the first figure while a revision is not signed (TAR-4)', () => {
    expect(targetOn(waiting, '2026-12-31')).toMatchObject({
      version: 1,
      amount: '1200000.00',
      pending: [{ version: 2, from: '2026-07-01', amount: '1500000.00' }],
    })
    expect(targetOn(waiting, '2026-06-30').pending).toEqual([])
  })

  it('does not wait for a version that was replaced', () => {
    const replaced = reviseTarget(waiting, { ...grown, amount: '1400000' }, targets)
    expect(targetOn(replaced, '2026-07-01').pending.map(({ version }) => version)).toEqual([3])
  })

  it.each<[string, unknown, [string, string][]]>([
    ['before the period', '2025-12-31', [['DATE_NOT_COVERED', 'date']]],
    ['after the period', '2027-01-01', [['DATE_NOT_COVERED', 'date']]],
    ['that does not exist', '2026-02-30', [['DATE_INVALID', 'date']]],
    ['that is missing', undefined, [['VALUE_MISSING', 'date']]],
  ])('refuses a day %s', (_, date, expected) => {
    expect(codesOf(unsigned, date)).toEqual(expected)
  })
})
