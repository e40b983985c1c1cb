import { checkExamples, definePolicy, handbook, type PolicyExample, withValue } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const { appraisal, commission, compensation, grading, health, leads, pipeline } = handbook
const sections = { appraisal, commission, compensation, grading, health, leads, pipeline }
const onTarget: PolicyExample = {
  id: 'on-target',
  rule: 'calculateCommission',
  input: { sales: '1500000', target: '1500000' },
  expect: { amount: '50000.00', slices: [{ tier: 'first' }, { amount: '20000.00' }] },
}
const of = (...examples: PolicyExample[]) =>
  definePolicy({
    versions: [
      {
        version: '2026',
        effectiveFrom: '2026-01-01',
        ...sections,
        groups: { sdr: { commission: withValue(commission, 'scale.tiers.second.rate', '0.05') } },
        examples,
      },
    ],
  })
const found = (example: Partial<PolicyExample>) =>
  checkExamples(of({ ...onTarget, ...example })).map(({ code, path }) => [
    code,
    path.slice(4).join('.'),
  ])

describe('checkExamples', () => {
  it('finds nothing where each rule gives what its example says', () => {
    const graded = { id: 'S', rule: 'gradeScore', input: 92, expect: { grade: 'S' } }
    const own = { ...onTarget, id: 'sdr', group: 'sdr', expect: { amount: '55000.00' } }
    const several = {
      id: 'stage',
      rule: 'checkStage',
      input: { facts: { successStories: 2 }, move: 'solution-design' },
      expect: { stage: 'solution-design' },
    }
    expect(checkExamples(of(onTarget, graded, own, several))).toEqual([])
    expect(checkExamples(of())).toEqual([])
  })

  it.each<[string, Partial<PolicyExample>, string[][]]>([
    [
      'an amount that is another',
      { expect: { amount: '50000' } },
      [['POLICY_CONFLICT', 'expect.amount']],
    ],
    [
      'each difference on its own',
      { expect: { amount: '1', currency: 'EUR' } },
      [
        ['POLICY_CONFLICT', 'expect.amount'],
        ['POLICY_CONFLICT', 'expect.currency'],
      ],
    ],
    [
      'a list of another length',
      { expect: { slices: [{}] } },
      [['POLICY_CONFLICT', 'expect.slices']],
    ],
    [
      'a value in a list',
      { expect: { slices: [{}, { tier: 'top' }] } },
      [['POLICY_CONFLICT', 'expect.slices.1.tier']],
    ],
    [
      'a field that the outcome does not have',
      { expect: { paid: '1' } },
      [['POLICY_CONFLICT', 'expect.paid']],
    ],
    [
      'an input that the rule refuses',
      { input: { sale: '1' } },
      [
        ['UNKNOWN_KEY', 'input.sale'],
        ['VALUE_MISSING', 'input.sales'],
      ],
    ],
    [
      'an argument that the rule does not take',
      { rule: 'checkStage', input: { facts: {}, stage: 'solution-design' }, expect: {} },
      [['UNKNOWN_KEY', 'input.stage']],
    ],
    ['a rule of no section', { rule: 'scoreRfm' }, [['NOT_IN_POLICY', 'rule']]],
    ['a rule that does not exist', { rule: 'calculateComission' }, [['NOT_IN_POLICY', 'rule']]],
    [
      'a rule whose section the version does not have',
      { rule: 'payContest' },
      [['POLICY_CONFLICT', 'rule']],
    ],
  ])('names %s', (_, example, expected) => {
    expect(found(example)).toEqual(expected)
  })
})
