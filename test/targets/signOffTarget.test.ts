import {
  attempt,
  defineTargetPlan,
  handbook,
  reviseTarget,
  setTarget,
  signOffTarget,
  targetOn,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { signed, unsigned, year } from './histories.js'

const { targets } = handbook
const byLi = { as: 'person', by: 'Li', on: '2026-01-05' }
const byChen = { as: 'direct-manager', by: 'Chen', on: '2026-01-07' }

function codesOf(history: unknown, signature: unknown) {
  const outcome = attempt(() => signOffTarget(history as never, signature as never))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('signOffTarget', () => {
  it('counts once the person and the direct manager have signed, in either order (TAR-4)', () => {
    for (const [first, second] of [
      [byLi, byChen],
      [byChen, byLi],
    ] as const) {
      const half = signOffTarget(unsigned, first)
      expect(half.versions[0]?.missing).toEqual([second.as])
      expect(targetOn(half, '2026-03-01').counts).toBe(false)
      const both = signOffTarget(half, second)
      expect(both.versions[0]?.signatures).toEqual([first, second])
      expect(targetOn(both, '2026-03-01').counts).toBe(true)
    }
  })

  it('takes the history through JSON, and leaves the one it was given alone', () => {
    const stored = JSON.parse(JSON.stringify(unsigned))
    expect(signOffTarget(stored, byLi)).toEqual(signOffTarget(unsigned, byLi))
    expect(stored).toEqual(unsigned)
  })

  it('asks for new signatures after a revision, while the first figure keeps its own (TAR-4)', () => {
    const revision = { from: '2026-07-01', amount: '1500000', reason: 'the market grew' }
    const revised = reviseTarget(signed(unsigned), revision, targets)
    expect(revised.versions.map(({ missing }) => missing)).toEqual([
      [],
      ['person', 'direct-manager'],
    ])
    expect(signed(revised).versions.map(({ missing }) => missing)).toEqual([[], []])
  })

  it('signs an earlier version by its number, where it was not replaced', () => {
    const revision = { from: '2026-07-01', amount: '1500000', reason: 'the market grew' }
    const revised = reviseTarget(unsigned, revision, targets)
    expect(signed(revised, 1).versions.map(({ missing }) => missing.length)).toEqual([0, 2])
    const replaced = reviseTarget(unsigned, { ...revision, from: '2026-01-01' }, targets)
    expect(codesOf(replaced, { ...byLi, version: 1 })).toEqual([
      ['POLICY_CONFLICT', 'signature.version'],
    ])
  })

  it('is not asked of anybody where only the first figure is signed, or where it counts before', () => {
    const plan = (signing: object) =>
      defineTargetPlan({
        currency: 'CNY',
        signing: { by: ['person'], ...signing },
        proration: { by: 'day' },
      })
    const once = plan({ revised: 'once' })
    const first = signOffTarget(setTarget(year, once), byLi)
    const revised = reviseTarget(
      first,
      { from: '2026-05-01', changeBy: '-0.1', reason: 'storm' },
      once,
    )
    expect(revised.versions[1]?.signers).toEqual([])
    expect(targetOn(revised, '2026-05-01').version).toBe(2)
    const counted = setTarget(year, plan({ unsigned: 'counted' }))
    expect(counted.versions[0]?.missing).toEqual(['person'])
    expect(targetOn(counted, '2026-05-01').counts).toBe(true)
  })

  it.each<[string, object, [string, string][]]>([
    ['somebody else as the person', { ...byLi, by: 'Wang' }, [['POLICY_CONFLICT', 'signature.by']]],
    [
      'somebody whom the plan does not name',
      { ...byLi, as: 'ceo' },
      [['VALUE_NOT_ALLOWED', 'signature.as']],
    ],
    ['no day', { as: 'person', by: 'Li' }, [['VALUE_MISSING', 'signature.on']]],
    [
      'a version that is not there',
      { ...byLi, version: 2 },
      [['NUMBER_OUT_OF_RANGE', 'signature.version']],
    ],
    [
      'nothing',
      {},
      [
        ['VALUE_MISSING', 'signature.as'],
        ['VALUE_MISSING', 'signature.by'],
        ['VALUE_MISSING', 'signature.on'],
      ],
    ],
  ])('refuses %s', (_, signature, expected) => {
    expect(codesOf(unsigned, signature)).toEqual(expected)
  })

  it('refuses to sign twice, and one person for two', () => {
    const half = signOffTarget(unsigned, byLi)
    expect(codesOf(half, byLi)).toEqual([['VALUE_NOT_ALLOWED', 'signature.as']])
    expect(codesOf(half, { ...byChen, by: 'Li' })).toEqual([['POLICY_CONFLICT', 'signature.by']])
  })

  it.each<[string, (history: Record<string, unknown>) => unknown, [string, string][]]>([
    [
      'of another format',
      (history) => ({ ...history, format: 2 }),
      [['FORMAT_UNKNOWN', 'history.format']],
    ],
    [
      'without versions',
      (history) => ({ ...history, versions: [] }),
      [['VALUE_MISSING', 'history.versions']],
    ],
    [
      'whose figure was changed',
      (history) => ({ ...history, versions: [{ ...unsigned.versions[0], amount: '1200001.00' }] }),
      [['TARGET_NOT_ADDING_UP', 'history.versions.0.parts']],
    ],
    [
      'with a misspelt key',
      (history) => ({ ...history, verions: [] }),
      [['UNKNOWN_KEY', 'history.verions']],
    ],
    ['that is none', () => null, [['VALUE_MISSING', 'history']]],
  ])('refuses a history %s', (_, change, expected) => {
    expect(codesOf(change({ ...unsigned }), byLi)).toEqual(expected)
  })
})
