import { describe, expect, it } from 'vitest'
import { chart, type Picture } from '../../../src/explain/index.js'
import { attempt } from '../../../src/index.js'
import { funnelOf } from './pictures.js'
import { rowsOf, said } from './reading.js'

const funnel = funnelOf([120, 80, 50, 14, 12, 12])
const titleOf = (picture: Picture) => said(chart(picture, { locale: 'en' })).title

describe('a funnel', () => {
  it('has its weakest step for its title', () => {
    expect(titleOf({ kind: 'funnel', funnel })).toBe(
      'The weakest step is from solution-design to negotiation-signing: 14 of 50 went on.',
    )
    expect(said(chart({ kind: 'funnel', funnel }, { locale: 'zh-CN' })).title).toBe(
      '最薄弱的一步是从 solution-design 到 negotiation-signing：50 个中 14 个进入。',
    )
  })

  it('has how many got through for its title, where there are too few to judge a step', () => {
    expect(titleOf({ kind: 'funnel', funnel: funnelOf([3, 2, 2, 1, 1, 1]) })).toBe(
      '1 of 3 got from prospecting to after-sales-care.',
    )
  })

  it('says at each stage how many went on', () => {
    const { texts } = said(chart({ kind: 'funnel', funnel }, { locale: 'en' }))
    expect(texts).toContain('80 of 120 went on')
    expect(texts).toContain('The weakest step starts here')
    const html = chart({ kind: 'funnel', funnel }, { locale: 'en', format: 'html' })
    expect(rowsOf(html).slice(0, 3)).toEqual([
      ['Stage', 'Reached it', 'Went on'],
      ['prospecting', '120', '80'],
      ['needs-analysis', '80', '50'],
    ])
  })

  it('refuses no stage, and more than 50', () => {
    const [stage] = funnel.stages
    if (stage === undefined) throw new Error('no stage')
    const refused = [[], new Array(51).fill(stage)].map((stages) => {
      const result = attempt(() =>
        chart({ kind: 'funnel', funnel: { ...funnel, stages } }, { locale: 'en' }),
      )
      return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])
    })
    expect(refused).toEqual([
      [['VALUE_INVALID', 'picture.funnel.stages']],
      [['VALUE_UNREADABLE', 'picture.funnel.stages']],
    ])
  })
})
