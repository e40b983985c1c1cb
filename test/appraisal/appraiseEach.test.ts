import { appraise, appraiseEach, defineAppraisalScheme, handbook } from 'sales-rules'
import { expect, it } from 'vitest'

it('yields what appraise says of each input, in order', () => {
  const scheme = defineAppraisalScheme({
    indicators: [{ id: 'sales', weight: 100 }],
    missing: 'refuse',
  })
  const input = { results: { sales: { actual: 9, target: 10 } } }
  expect([...appraiseEach([input, { results: { sales: null } }], scheme)]).toMatchObject([
    { index: 0, ok: true, value: appraise(input, scheme) },
    { index: 1, ok: false, issues: [{ code: 'FACT_MISSING', path: ['results', 'sales'] }] },
  ])
})

it('refuses a scheme that was not defined before anything is read', () => {
  expect(() => appraiseEach([], { ...handbook.appraisal })).toThrow('defineAppraisalScheme')
})
