import {
  applyEdits,
  attempt,
  calculateCommission,
  type Edit,
  gradeScore,
  handbook,
  type Issue,
  withValue,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const plan = handbook.commission

/** What is wrong with edits, as code, path and sentence. */
function wrong(policy: typeof plan, ...edits: unknown[]): readonly Issue[] {
  const outcome = attempt(() => applyEdits(policy, edits as Edit[]))
  return outcome.ok ? [] : outcome.issues
}
const messages = (...edits: unknown[]) => wrong(plan, ...edits).map(({ message }) => message)

/** What 1,500,000 of sales earn, the target met. */
const earned = (policy: typeof plan) =>
  calculateCommission({ sales: '1500000', target: '1500000' }, policy).amount

describe('applyEdits', () => {
  it('sets the second rate to 4.5%, so that 1,500,000 earn 30,000 and 22,500', () => {
    const then = applyEdits(plan, [{ path: 'scale.tiers.second.rate', set: '0.045' }])
    expect(earned(then)).toBe('52500.00')
    expect(then.scale.tiers[1]).toEqual({ id: 'second', upTo: '2000000', rate: '0.045' })
  })

  it('never changes the policy that it is given, which still pays 50,000', () => {
    const before = JSON.stringify(plan)
    applyEdits(plan, [{ path: 'scale.tiers.second.rate', set: '0.045' }])
    expect(JSON.stringify(plan)).toBe(before)
    expect(earned(plan)).toBe('50000.00')
  })

  it.each<[string, Edit, string]>([
    [
      'half as much again of the first rate: 3% to 4.5%',
      { path: 'scale.tiers.first.rate', multiply: '1.5' },
      '65000.00',
    ],
    [
      'half a point more in the first tier',
      { path: 'scale.tiers.first.rate', add: '0.005' },
      '55000.00',
    ],
    [
      'a point less in the second tier',
      { path: 'scale.tiers.second.rate', add: '-0.01' },
      '45000.00',
    ],
    ['4% from 800,000', { path: 'scale.tiers.first.upTo', set: 800_000 }, '52000.00'],
    [
      'a tier more in front, of 2% up to 500,000',
      {
        path: 'scale.tiers',
        insert: { id: 'start', upTo: '500000', rate: '0.02' },
        before: 'first',
      },
      '45000.00',
    ],
    [
      'the second tier away, so that 5% start at 1,000,000',
      { path: 'scale.tiers.second', remove: true },
      '55000.00',
    ],
    [
      'by its position, [1] is the second tier',
      { path: 'scale.tiers[1].rate', set: '0.05' },
      '55000.00',
    ],
    [
      'a part that the plan did not have: a cap',
      { path: 'cap', set: { amount: '40000' } },
      '40000.00',
    ],
    [
      'no award any more, and what the plan says of where it comes from goes with it',
      { path: 'awards', remove: true },
      '50000.00',
    ],
  ])('makes %s', (_, edit, amount) => {
    expect(earned(applyEdits(plan, [edit]))).toBe(amount)
  })

  it('makes edits in order: a tier that was inserted is edited like any other', () => {
    const then = applyEdits(plan, [
      { path: 'scale.tiers', insert: { id: 'start', upTo: 500_000, rate: 0.02 }, before: 'first' },
      { path: 'scale.tiers.start.rate', multiply: 2 },
    ])
    expect(then.scale.tiers[0]).toEqual({ id: 'start', upTo: '500000', rate: '0.04' })
    expect(earned(then)).toBe('55000.00')
  })

  it('inserts into a list that the plan did not have', () => {
    const [award] = plan.awards ?? []
    const none = applyEdits(plan, [{ path: 'awards', remove: true }])
    const again = applyEdits(none, [{ path: 'awards', insert: award }])
    expect(again.awards).toEqual(plan.awards)
  })

  it('never changes what an edit brings, though a later edit reaches into it', () => {
    const cap = { amount: '40000' }
    const then = applyEdits(plan, [
      { path: 'cap', set: cap },
      { path: 'cap.amount', add: '1000' },
    ])
    expect(cap).toEqual({ amount: '40000' })
    expect(then.cap).toEqual({ amount: '41000' })
  })

  it('keeps a rate that does not end a quotient, and points numbers', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '1/3' }]
    const third = applyEdits(plan, [
      { path: 'scale.tiers', set: tiers },
      { path: 'scale.tiers.all.rate', multiply: '0.1' },
    ])
    expect(third.scale.tiers[0]?.rate).toBe('1/30')
    const graded = applyEdits(handbook.grading, [{ path: 'grades.S.from', add: '-0.5' }])
    expect(graded.grades[0]?.from).toBe(89.5)
    expect(gradeScore(89.5, graded).grade).toBe('S')
  })

  it('works on any kind of policy, through every kind of step', () => {
    const { leads } = handbook
    const first = leads.criteria[0]
    const then = withValue(leads, `criteria.${first?.id}.weight`, first?.weight)
    expect(then).toEqual(leads)
    expect(withValue(handbook.grading, 'grades["S"].from', 95).grades[0]?.from).toBe(95)
  })

  it('takes no edits for the policy itself', () => {
    expect(applyEdits(plan, [])).toBe(plan)
  })
})

describe('applyEdits refuses', () => {
  it('a path that leads nowhere, and names the nearest that leads somewhere', () => {
    expect(messages({ path: 'scale.tiers.secnd.rate', set: '0.045' })).toEqual([
      'edits[0].path: got "scale.tiers.secnd.rate", a place that the policy does not have. There it has: first, second, top. Did you mean "scale.tiers.second.rate"?',
    ])
    expect(messages({ path: 'award.large-order.amount', multiply: 2 })).toEqual([
      expect.stringContaining('Did you mean "awards.large-order.amount"?'),
    ])
    expect(messages({ path: 'scale.tiers.second.rte', add: '0.01' })).toEqual([
      expect.stringContaining('Did you mean "scale.tiers.second.rate"?'),
    ])
  })

  it('a field that no plan has, in the words of the define function, at its place in the plan', () => {
    expect(wrong(plan, { path: 'scale.tiers.second.rat', set: '0.05' })).toMatchObject([
      { code: 'UNKNOWN_KEY', path: ['scale', 'tiers', 1, 'rat'], params: { suggestion: 'rate' } },
    ])
  })

  it('a result that is no valid value, at its place in the plan', () => {
    expect(wrong(plan, { path: 'scale.tiers.second.rate', multiply: 30 })).toMatchObject([
      { code: 'NUMBER_LOOKS_LIKE_PERCENT', path: ['scale', 'tiers', 1, 'rate'] },
    ])
    expect(wrong(plan, { path: 'scale.tiers.second.upTo', set: '900000' })).toMatchObject([
      { code: 'OUT_OF_ORDER', path: ['scale', 'tiers', 1, 'upTo'] },
    ])
  })

  it('everything that is wrong with edits at once', () => {
    const found = wrong(
      plan,
      { path: 'scale..tiers', set: 1 },
      { path: 'scale.mode' },
      { path: 'scale.mode', set: 'marginal', remove: true },
      { path: 'scale.mode', multiply: 2 },
      { path: 'scale.mode', insert: 1 },
      { path: 'scale.tiers.first.rate', add: 'x' },
      { path: 'awards', remove: false },
      { path: 'cap.amount', set: '1' },
      { path: 'scale.tiers.fourth', set: {} },
      { path: 'scale.tiers[3].rate', set: '0.01' },
      { path: 'scale.tiers', insert: { id: 'x' }, before: 'frist' },
      { path: 'scale.tiers', remove: true, before: 'first' },
      { path: 'gate', set: '1', from: '2026-01-01' },
    )
    expect(found.map(({ code, path }) => [code, ...path.slice(1)])).toEqual([
      ['VALUE_INVALID', 0, 'path'],
      ['VALUE_MISSING', 1],
      ['VALUE_INVALID', 2],
      ['NUMBER_INVALID', 5, 'add'],
      ['VALUE_INVALID', 6, 'remove'],
      ['UNKNOWN_KEY', 11, 'before'],
      ['UNKNOWN_KEY', 12, 'from'],
      ['VALUE_INVALID', 3, 'path'],
      ['VALUE_INVALID', 4, 'path'],
      ['NOT_IN_POLICY', 7, 'path'],
      ['NOT_IN_POLICY', 8, 'path'],
      ['NOT_IN_POLICY', 9, 'path'],
      ['NOT_IN_POLICY', 10, 'before'],
    ])
  })

  it('an id that several entries have, where a position says which', () => {
    const condition = (id: string) => ({ id, comparison: 'at-least', required: '1', unit: 'count' })
    const two = applyEdits(plan, [
      { path: 'gate.conditions', set: { all: [condition('visits'), condition('visits')] } },
    ])
    expect(wrong(two, { path: 'gate.conditions.all.visits.required', set: '2' })).toMatchObject([
      { code: 'ID_DUPLICATE', path: ['edits', 0, 'path'], params: { id: 'visits' } },
    ])
    const then = withValue(two, 'gate.conditions.all[1].required', '2')
    expect(then.gate?.conditions).toMatchObject({ all: [{ required: '1' }, { required: '2' }] })
  })

  it('a policy that was not defined, and keys that could change a prototype', () => {
    expect(wrong({ ...plan }, { path: 'gate', remove: true })).toMatchObject([
      { code: 'POLICY_NOT_DEFINED' },
    ])
    for (const path of ['__proto__', 'scale.__proto__', 'constructor.name'])
      expect(wrong(plan, { path, set: {} })).not.toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('a path that is empty, or longer than any', () => {
    const long = (length: number) => wrong(plan, { path: 'x'.repeat(length), remove: true })
    expect(wrong(plan, { path: '', set: 1 })).toMatchObject([
      { code: 'VALUE_INVALID', path: ['edits', 0, 'path'] },
    ])
    expect(long(1000)).toMatchObject([{ code: 'NOT_IN_POLICY' }])
    expect(long(1001)).toMatchObject([{ code: 'VALUE_INVALID' }])
  })

  it('to multiply what only looks like a quotient, and to remove with anything but true', () => {
    const named = withValue(plan, 'id', '1/0')
    expect(wrong(named, { path: 'id', multiply: 2 })).toMatchObject([
      { code: 'VALUE_INVALID', path: ['edits', 0, 'path'] },
    ])
    expect(wrong(plan, { path: 'awards', remove: 'yes' })).toMatchObject([
      { code: 'VALUE_INVALID', path: ['edits', 0, 'remove'] },
    ])
  })

  it('a way through what is not there, and says what is there instead', () => {
    expect(wrong(plan, { path: 'cap.amount', set: '1' })[0]?.params).toMatchObject({
      known: Object.keys(plan),
    })
    const beyond = { path: 'scale.tiers[3].rate', set: '1' }
    expect(wrong(plan, beyond)[0]?.params).toMatchObject({ known: ['first', 'second', 'top'] })
    // The last tier ends nowhere.
    const within = { path: 'scale.tiers.top.upTo.amount', set: '1' }
    expect(wrong(plan, within)[0]?.params).toMatchObject({ known: [] })
    const { grading } = handbook
    const outcome = attempt(() => withValue(grading, 'consequences.bonus.values', {}))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { params: { known: grading.consequences.map((_, index) => `[${index}]`) } },
    ])
  })

  it('what an edit itself says of a part that is not there', () => {
    const provenance = [{ path: 'cap', clause: 'COM-1', origin: 'ours' }]
    expect(wrong(plan, { path: 'provenance', set: provenance })).toMatchObject([
      { code: 'NOT_IN_POLICY', path: ['provenance', 0, 'path'] },
    ])
  })
})
