import { attempt, checkQuality, defineServiceStandards } from 'sales-rules'
import { describe, expect, it } from 'vitest'

describe('points of a scale that ends', () => {
  const satisfaction = {
    id: 'satisfaction',
    comparison: 'at-least',
    required: '4.5',
    unit: 'points',
  }
  const standards = (condition: object) => () =>
    defineServiceStandards({ quality: [{ ...satisfaction, ...condition }] as never })
  const codes = (condition: object) => {
    const outcome = attempt(standards(condition))
    return outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
  }

  it('takes both ends of the scale, and refuses what is not on it: 90 of 5', () => {
    const policy = standards({ maximum: 5 })()
    expect(policy.quality[0]).toMatchObject({ maximum: '5' })
    const met = (given: unknown) => {
      const outcome = attempt(() => checkQuality({ satisfaction: given }, policy))
      return outcome.ok ? outcome.value.met : outcome.issues.map(({ message }) => message)
    }
    expect([met(5), met(0)]).toEqual([true, false])
    expect(met(90)).toEqual(['facts.satisfaction: got 90, expected from 0 to 5.'])
    expect(met('-0.1')).toEqual(['facts.satisfaction: got "-0.1", expected from 0 to 5.'])
    expect(checkQuality({ satisfaction: 90 }, standards({})()).met).toBe(true)
  })

  it('asks of a history that each period is on it, and of a total only that', () => {
    const over = (take: string) => ({ maximum: 5, over: { periods: 2, per: 'month', take } })
    expect(codes({ ...over('total'), required: 9 })).toEqual([])
    expect(codes({ ...over('mean'), required: 9 })).toEqual([
      'NUMBER_OUT_OF_RANGE quality.0.required',
    ])
  })

  it.each([
    [{ maximum: 4 }, ['NUMBER_OUT_OF_RANGE quality.0.required']],
    [{ maximum: 0 }, ['NUMBER_OUT_OF_RANGE quality.0.maximum']],
    [{ maximum: 5, unit: 'count' }, ['VALUE_NOT_ALLOWED quality.0.unit']],
    [{ maximum: 'five' }, ['NUMBER_INVALID quality.0.maximum']],
  ])('is refused with %j', (condition, expected) => {
    expect(codes(condition)).toEqual(expected)
  })
})
