import { attempt, checkQuality, defineServiceStandards, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const good = {
  needsAnalysisAccuracy: '0.9',
  solutionAcceptance: '0.85',
  contractClauseErrors: '0.01',
  onTimeDelivery: '0.95',
  satisfactionOfFive: '4.5',
}

describe('checkQuality', () => {
  it('is met exactly at each gate (SLA-9)', () => {
    const { met, checks, ...rest } = checkQuality(good, handbook.service)
    expect(met).toBe(true)
    expect(checks.map(({ outcome, gap }) => [outcome, gap])).toEqual(
      checks.map(() => ['met', null]),
    )
    expect(rest).toEqual({
      unmet: [],
      unknown: [],
      policy: { id: 'handbook-service', version: '1' },
      clauses: ['SLA-9'],
    })
  })

  it.each([
    ['needsAnalysisAccuracy', '0.899', '0.001'],
    ['solutionAcceptance', '0.8', '0.05'],
    ['contractClauseErrors', '0.0125', '0.0025'],
    ['onTimeDelivery', '0.94', '0.01'],
    ['satisfactionOfFive', '4.4', '0.1'],
  ])('names %s of %s, and the gap of %s', (id, actual, gap) => {
    const { met, unmet, checks } = checkQuality({ ...good, [id]: actual }, handbook.service)
    expect([met, unmet]).toEqual([false, [id]])
    expect(checks.find((check) => check.id === id)).toMatchObject({ actual, gap, clause: 'SLA-9' })
  })

  it('takes nothing that is not known for met, and nothing unmet for unknown', () => {
    const { satisfactionOfFive: _, ...known } = good
    expect(checkQuality(known, handbook.service)).toMatchObject({
      met: 'unknown',
      unknown: ['satisfactionOfFive'],
    })
    expect(checkQuality({ ...known, onTimeDelivery: 0 }, handbook.service).met).toBe(false)
  })

  it('takes a gate of a company', () => {
    const policy = defineServiceStandards({
      quality: [{ id: 'reopened', comparison: 'at-most', required: '0.05', unit: 'ratio' }],
    })
    expect(checkQuality({ reopened: '0.06' }, policy)).toMatchObject({
      met: false,
      checks: [{ gap: '0.01', clause: null }],
      clauses: [],
    })
  })

  it.each([
    [{ ...good, onTimeDelivery: 95 }, 'NUMBER_LOOKS_LIKE_PERCENT', ['facts', 'onTimeDelivery']],
    [{ ...good, ontime: 1 }, 'UNKNOWN_KEY', ['facts', 'ontime']],
    [{ ...good, satisfactionOfFive: 90 }, 'NUMBER_OUT_OF_RANGE', ['facts', 'satisfactionOfFive']],
    [{ ...good, satisfactionOfFive: 'good' }, 'NUMBER_INVALID', ['facts', 'satisfactionOfFive']],
    [[], 'VALUE_INVALID', ['facts']],
  ])('refuses %j', (facts, code, path) => {
    const outcome = attempt(() => checkQuality(facts as never, handbook.service))
    expect(outcome.ok ? [] : outcome.issues.map((one) => [one.code, one.path])).toEqual([
      [code, path],
    ])
  })
})
