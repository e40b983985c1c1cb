import { type ApplicationInput, attempt, handbook, openApplication } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { without } from './policies.js'

const input: ApplicationInput = {
  applicant: 'Li Na',
  rung: 'product-expert',
  on: '2026-09-01',
  proofs: [{ for: 'whitePaper', document: 'White paper 2026, chapter 3' }],
}

const issuesOf = (change: object, policy = handbook.careers) => {
  const outcome = attempt(() => openApplication({ ...input, ...change }, policy))
  return outcome.ok ? [] : outcome.issues
}

describe('openApplication', () => {
  it('keeps the proofs, names what they do not prove, and says what comes next (PRO-11)', () => {
    expect(openApplication(input, handbook.careers)).toEqual({
      format: 1,
      applicant: 'Li Na',
      rung: 'product-expert',
      ladder: 'expert',
      status: 'open',
      next: [
        { step: 'review-360', from: '2026-09-01', until: null },
        { step: 'withdrawal', from: '2026-09-01', until: null },
      ],
      unproven: ['proposalsAdopted'],
      openObjections: [],
      history: [{ step: 'application', on: '2026-09-01', proofs: input.proofs }],
      policy: { id: 'handbook-careers', version: '1' },
      clauses: ['PRO-11'],
    })
  })

  it('asks for proofs of conditions, and of nothing else', () => {
    const proofs = [{ for: 'channelCases', document: 'two contracts' }]
    const opened = openApplication({ ...input, rung: 'regional-manager', proofs }, handbook.careers)
    expect(opened.unproven).toEqual(['regionalAttainment', 'strategyDefence'])
  })

  it.each<[string, object, string, readonly (string | number)[]]>([
    ['without a proof', { proofs: [] }, 'VALUE_INVALID', ['proofs']],
    ['without proofs', { proofs: null }, 'VALUE_MISSING', ['proofs']],
    [
      'with a proof of what the rung does not ask for',
      { proofs: [{ for: 'teamSize', document: 'x' }] },
      'VALUE_NOT_ALLOWED',
      ['proofs', 0, 'for'],
    ],
    [
      'with a proof of the day on which it is asked',
      { rung: 'regional-manager', proofs: [{ for: 'asOf', document: 'x' }] },
      'VALUE_NOT_ALLOWED',
      ['proofs', 0, 'for'],
    ],
    ['for a rung that the policy does not have', { rung: 'boss' }, 'NOT_IN_POLICY', ['rung']],
    [
      'for a sideways move, to which nobody is promoted',
      { rung: 'training' },
      'NOT_IN_POLICY',
      ['rung'],
    ],
    ['on a day that does not exist', { on: '2026-02-30' }, 'DATE_INVALID', ['on']],
    ['by nobody', { applicant: '' }, 'VALUE_INVALID', ['applicant']],
    ['with a key that nothing reads', { boss: 'Zhao' }, 'UNKNOWN_KEY', ['boss']],
  ])('is refused %s', (_, change, code, path) => {
    expect(issuesOf(change)).toMatchObject([{ code, path: ['application', ...path] }])
  })

  it.each(['procedure', 'reviews'] as const)(
    'is refused by a policy that says nothing of %s',
    (part) => {
      expect(issuesOf({}, without(part))).toMatchObject([
        { code: 'VALUE_MISSING', path: ['policy', part] },
      ])
    },
  )
})
