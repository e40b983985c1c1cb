import fc from 'fast-check'
import {
  amendPolicy,
  applyEdits,
  attempt,
  calculateCommission,
  defineGradingPolicy,
  definePolicy,
  diffPolicies,
  type Edit,
  gradeScore,
  handbook,
  type Issue,
  policiesOver,
  policyOn,
  type SalesPolicyInput,
  settleCommission,
  withValue,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const { commission, grading } = handbook
const faster = withValue(commission, 'scale.tiers.second.rate', '0.045')
const policy = definePolicy({
  id: 'acme-sales',
  name: 'Acme sales rules',
  versions: [
    { version: '2025', effectiveFrom: '2025-01-01', until: '2025-07-01', commission },
    {
      version: '2026',
      effectiveFrom: '2026-01-01',
      commission,
      grading,
      groups: { 'account-executive': { commission: faster } },
    },
    {
      version: '2027',
      effectiveFrom: '2027-01-01',
      until: '2028-01-01',
      commission: faster,
      grading,
    },
  ],
})
const sold = { sales: '1500000', target: '1500000' }
const issues = (call: () => unknown): readonly Issue[] => {
  const outcome = attempt(call)
  return outcome.ok ? [] : outcome.issues
}

describe('definePolicy', () => {
  it('is what it is when it is defined again from its JSON, and frozen through and through', () => {
    const again = definePolicy(throughJson<SalesPolicyInput>(policy as SalesPolicyInput))
    expect(again).toEqual(policy)
    expect(Object.isFrozen(policy.versions[0]?.commission?.scale.tiers[0])).toBe(true)
  })

  it('gives a section its id where it has none, and the version always', () => {
    const { provenance: _, id: __, ...nameless } = commission
    const one = definePolicy({
      id: 'acme-sales',
      versions: [{ version: '2026', effectiveFrom: '2026-01-01', commission: nameless, grading }],
    })
    const { commission: own, grading: theirs } = policyOn(one, '2026-05-01')
    expect([own.id, own.version]).toEqual(['acme-sales', '2026'])
    expect([theirs.id, theirs.version]).toEqual(['handbook-grading', '2026'])
  })

  it('leaves policies that were defined alone as they were', () => {
    expect(calculateCommission(sold, commission).policy).toEqual({
      id: 'handbook-commission',
      version: '1',
    })
  })

  it('says in each outcome the version, its first day and the fingerprint of the policy', () => {
    const { policy: reference } = calculateCommission(
      sold,
      policyOn(policy, '2026-03-31').commission,
    )
    expect(reference).toEqual({
      id: 'handbook-commission',
      version: '2026',
      effectiveFrom: '2026-01-01',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const graded = policyOn(policy, '2026-03-31').grading as typeof grading
    expect(gradeScore(92, graded).policy).toMatchObject({
      version: '2026',
      effectiveFrom: '2026-01-01',
    })
  })

  it('has one fingerprint for what decides the same, and another for what does not', () => {
    const print = (date: string, group?: string) =>
      calculateCommission(
        sold,
        policyOn(policy, date, group === undefined ? {} : { group }).commission,
      ).policy.fingerprint
    expect(print('2025-01-01')).toBe(print('2026-12-31'))
    expect(print('2027-01-01')).not.toBe(print('2026-12-31'))
    expect(print('2026-01-01', 'account-executive')).toBe(print('2027-01-01'))
    const whole = (date: string) => policyOn(policy, date).fingerprint
    expect(whole('2026-01-01')).not.toBe(whole('2025-01-01'))
  })

  it('refuses everything that is wrong in all versions at once, each with the way to it', () => {
    const found = issues(() =>
      definePolicy({
        nam: 'x',
        versions: [
          { version: 'a', effectiveFrom: '2026-01-01', commission: { currency: 'XXX' } },
          {
            version: 'a',
            effectiveFrom: '2026-02-30',
            commission: withRate(4),
            groups: { sdr: { comission: {}, grading: { grades: [] } } },
          },
        ],
      } as never),
    )
    expect(found.map(({ code, path }) => [code, path.join('.')])).toEqual(
      expect.arrayContaining([
        ['UNKNOWN_KEY', 'nam'],
        ['VALUE_MISSING', 'versions.0.commission.scale'],
        ['DATE_INVALID', 'versions.1.effectiveFrom'],
        ['NUMBER_LOOKS_LIKE_PERCENT', 'versions.1.commission.scale.tiers.0.rate'],
        ['UNKNOWN_KEY', 'versions.1.groups.sdr.comission'],
        ['VALUE_INVALID', 'versions.1.groups.sdr.grading.grades'],
      ]),
    )
  })

  it.each<[string, [string, string, string?][], string, string]>([
    [
      'two versions of one name',
      [
        ['a', '2026-01-01'],
        ['a', '2027-01-01'],
      ],
      'ID_DUPLICATE',
      'versions.1.version',
    ],
    [
      'two versions from one day on',
      [
        ['a', '2026-01-01'],
        ['b', '2026-01-01'],
      ],
      'DATES_OUT_OF_ORDER',
      'versions.1.effectiveFrom',
    ],
    [
      'the later version first',
      [
        ['b', '2027-01-01'],
        ['a', '2026-01-01'],
      ],
      'DATES_OUT_OF_ORDER',
      'versions.1.effectiveFrom',
    ],
    [
      'one that is still in force when the next begins',
      [
        ['a', '2026-01-01', '2027-01-02'],
        ['b', '2027-01-01'],
      ],
      'VERSIONS_OVERLAP',
      'versions.1.effectiveFrom',
    ],
    [
      'one that ends on the day it begins',
      [['a', '2026-01-01', '2026-01-01']],
      'DATES_OUT_OF_ORDER',
      'versions.0.until',
    ],
    ['none', [], 'VALUE_INVALID', 'versions'],
  ])('refuses %s', (_, rows, code, path) => {
    const versions = rows.map(([version, effectiveFrom, until]) => ({
      version,
      effectiveFrom,
      ...(until === undefined ? {} : { until }),
    }))
    expect(issues(() => definePolicy({ versions }))).toMatchObject([
      { code, path: path.split('.').map((step) => (/^\d/.test(step) ? Number(step) : step)) },
    ])
  })
})

/** A plan with one tier of this rate. */
function withRate(rate: number) {
  return {
    currency: 'CNY',
    scale: { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, rate }] },
  }
}

describe('policyOn', () => {
  it.each([
    ['2025-01-01', '2025', '2025-07-01'],
    ['2025-06-30', '2025', '2025-07-01'],
    ['2026-01-01', '2026', '2027-01-01'],
    ['2026-12-31', '2026', '2027-01-01'],
    ['2027-12-31', '2027', '2028-01-01'],
  ])('on %s gives version %s, until %s', (date, version, until) => {
    expect(policyOn(policy, date)).toMatchObject({ id: 'acme-sales', version, until })
  })

  it.each([
    // Before the first version, on the day of an end, on the last day of a hole, after the end of all.
    ['2024-12-31', null, '2025-01-01'],
    ['2025-07-01', '2025-07-01', '2026-01-01'],
    ['2025-12-31', '2025-07-01', '2026-01-01'],
    ['2028-01-01', '2028-01-01', null],
  ])('refuses %s, with the days around it', (date, from, to) => {
    expect(issues(() => policyOn(policy, date))).toMatchObject([
      { code: 'DATE_NOT_COVERED', path: ['date'], params: { date, from, to } },
    ])
  })

  it('gives a group its own sections, and those of the version otherwise', () => {
    const own = policyOn(policy, '2026-05-01', { group: 'account-executive' })
    expect(calculateCommission(sold, own.commission).amount).toBe('52500.00')
    expect(own.grading).toBe(policyOn(policy, '2026-05-01').grading)
    expect(policyOn(policy, '2027-05-01', { group: 'account-executive' }).commission).toBe(
      policyOn(policy, '2027-05-01').commission,
    )
    expect(
      issues(() => policyOn(policy, '2026-05-01', { group: 'account-executives' })),
    ).toMatchObject([{ code: 'NOT_IN_POLICY', params: { suggestion: 'account-executive' } }])
  })
})

describe('policiesOver', () => {
  it('covers each day of a span once, and gives on each what policyOn gives', () => {
    const day = fc
      .integer({ min: 0, max: 729 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, day, (a, b, within) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const parts = policiesOver(policy, { from, to })
        expect(parts[0]?.from).toBe(from)
        expect(parts.at(-1)?.to).toBe(to)
        const covering = parts.filter((part) => part.from <= within && within <= part.to)
        const isWithin = from <= within && within <= to
        expect(covering.map(({ version }) => version)).toEqual(
          isWithin ? [policyOn(policy, within).version] : [],
        )
      }),
    )
  })

  it('refuses a span with a day that no version covers, and names the first', () => {
    expect(issues(() => policiesOver(policy, '2025'))).toMatchObject([
      { code: 'DATE_NOT_COVERED', params: { date: '2025-07-01' } },
    ])
  })

  it('hands both versions over to a year that changes in mid-year, which the plan continues', () => {
    const year = amendPolicy(
      definePolicy({
        id: 'acme',
        versions: [{ version: '2026', effectiveFrom: '2026-01-01', commission: toDate }],
      }),
      [{ path: 'commission.scale.tiers.all.rate', set: '0.04' }],
      '2026-07-01',
    )
    const [first, second] = policiesOver(year, '2026')
    const months = (from: number) =>
      Array.from({ length: 6 }, (_, at) => ({
        period: `2026-${String(from + at).padStart(2, '0')}`,
        sales: '10000',
      }))
    const spring = settleCommission({ payee: 'Li', periods: months(1) }, first?.commission as never)
    const autumn = settleCommission(
      { payee: 'Li', periods: months(7), opening: spring.closing },
      second?.commission as never,
    )
    // 60,000 at 3%, then 60,000 at 4%.
    expect([spring.paid, autumn.paid]).toEqual(['1800.00', '2400.00'])
  })
})

const toDate = {
  currency: 'CNY',
  scale: { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, rate: '0.03' }] },
  payment: {},
}

describe('edits of a document', () => {
  const rates = (edits: readonly Edit[], of: string[]) => {
    const then = applyEdits(policy, edits)
    return of.map((date) => policyOn(then, date).commission.scale.tiers[1]?.rate)
  }
  const path = 'commission.scale.tiers.second.rate'

  it.each<[string, Edit, string[]]>([
    ['without dates hold in all versions', { path, set: '0.05' }, ['0.05', '0.05', '0.05', '0.05']],
    [
      'from a day on hold from that day',
      { path, set: '0.05', from: '2026-07-01' },
      ['0.04', '0.04', '0.05', '0.05'],
    ],
    [
      'to a day hold on that day, too',
      { path, add: '0.01', to: '2026-06-30' },
      ['0.05', '0.05', '0.04', '0.045'],
    ],
    [
      'from a day to a day, over a change of version',
      { path, add: '0.01', from: '2026-07-01', to: '2027-03-31' },
      ['0.04', '0.04', '0.05', '0.055'],
    ],
  ])('%s', (_, edit, expected) => {
    expect(rates([edit], ['2025-03-01', '2026-06-30', '2026-07-01', '2027-03-31'])).toEqual(
      expected,
    )
  })

  it('cut a version at their first day and after their last, and name the parts after it', () => {
    const then = applyEdits(policy, [{ path, set: '0.05', from: '2026-07-01', to: '2026-09-30' }])
    expect(
      then.versions.map(({ version, effectiveFrom, until }) => [version, effectiveFrom, until]),
    ).toEqual([
      ['2025', '2025-01-01', '2025-07-01'],
      ['2026', '2026-01-01', undefined],
      ['2026@2026-07-01', '2026-07-01', undefined],
      ['2026@2026-10-01', '2026-10-01', undefined],
      ['2027', '2027-01-01', '2028-01-01'],
    ])
    expect(policyOn(then, '2026-08-01').commission.version).toBe('2026@2026-07-01')
  })

  it('cut nothing on the day from which a version is no more in force', () => {
    const then = applyEdits(policy, [{ path, set: '0.05', from: '2025-07-01' }])
    expect(then.versions.map(({ version }) => version)).toEqual(['2025', '2026', '2027'])
    expect(policyOn(then, '2025-06-30').commission.scale.tiers[1]?.rate).toBe('0.04')
    expect(policyOn(then, '2026-01-01').commission.scale.tiers[1]?.rate).toBe('0.05')
  })

  it('cut nothing where a version begins and ends on their days', () => {
    const then = applyEdits(policy, [{ path, set: '0.05', from: '2026-01-01', to: '2026-12-31' }])
    expect(then.versions.map(({ version }) => version)).toEqual(['2025', '2026', '2027'])
  })

  it('of other days commute, and so do those of other groups', () => {
    const edits: Edit[] = [
      { path, set: '0.05', from: '2026-03-01', to: '2026-04-30' },
      { path, set: '0.06', from: '2026-09-01' },
      { path, set: '0.07', group: 'account-executive', from: '2026-06-01' },
      { path: 'commission.cap', set: { amount: '1000' }, from: '2026-04-15', to: '2026-10-15' },
      { path: 'name', set: 'Other' },
    ]
    const forward = applyEdits(policy, edits)
    fc.assert(
      fc.property(fc.shuffledSubarray(edits, { minLength: 5 }), (some) => {
        expect(applyEdits(policy, some)).toEqual(forward)
      }),
    )
  })

  it('give a group a section of its own where it has none', () => {
    const then = applyEdits(policy, [
      { path, set: '0.07', group: 'account-executive', from: '2027-01-01' },
    ])
    const rate = (group?: string) =>
      policyOn(then, '2027-02-01', group === undefined ? {} : { group }).commission.scale.tiers[1]
        ?.rate
    expect([rate(), rate('account-executive')]).toEqual(['0.045', '0.07'])
  })

  it('refuse days on which nothing is in force, and dates of a place in the document itself', () => {
    const wrong = (edit: Edit) => issues(() => applyEdits(policy, [edit]))
    expect(wrong({ path, set: '0.05', from: '2029-01-01' })).toMatchObject([
      { code: 'DATE_NOT_COVERED' },
    ])
    expect(wrong({ path, set: '0.05', from: '2025-08-01', to: '2025-08-31' })).toMatchObject([
      { code: 'DATE_NOT_COVERED' },
    ])
    expect(
      wrong({ path: 'versions.2026.commission', remove: true, from: '2026-01-01' }),
    ).toMatchObject([{ code: 'POLICY_CONFLICT', path: ['edits', 0, 'from'] }])
    expect(wrong({ path: 'grading.grades.S.from', set: 95 })).toMatchObject([
      { code: 'NOT_IN_POLICY', path: ['edits', 0, 'path'] },
    ])
    expect(wrong({ path, set: 4 })[0]?.path).toEqual([
      'versions',
      0,
      'commission',
      'scale',
      'tiers',
      1,
      'rate',
    ])
  })

  it('drop what a section says of a part that they take away', () => {
    const then = applyEdits(policy, [{ path: 'commission.awards', remove: true }])
    expect(policyOn(then, '2026-01-01').commission.awards).toBeUndefined()
  })
})

describe('an edit of the id of a document', () => {
  const { id: _, ...nameless } = commission
  const document = definePolicy({
    id: 'acme',
    versions: [
      {
        version: '2026',
        effectiveFrom: '2026-01-01',
        commission: nameless,
        grading,
        groups: { sdr: { commission: nameless } },
      },
    ],
  })
  const ids = (then: typeof document) =>
    [undefined, { group: 'sdr' }].flatMap((options) => {
      const on = policyOn(then, '2026-01-01', options)
      return [on.commission.id, on.grading.id]
    })

  it('goes on to the sections that have it, those of groups too, and to no other', () => {
    const then = withValue(document, 'id', 'globex')
    expect(ids(then)).toEqual(['globex', 'handbook-grading', 'globex', 'handbook-grading'])
    const { policy: by } = calculateCommission(sold, policyOn(then, '2026-01-01').commission)
    expect(by).toMatchObject({ id: 'globex', version: '2026' })
  })

  it('that takes it away leaves the default to both', () => {
    const then = applyEdits(document, [{ path: 'id', remove: true }])
    expect([then.id, ...ids(then)].filter((id) => id === 'sales-policy')).toHaveLength(3)
  })

  it('is refused once where it is no name', () => {
    expect(issues(() => withValue(document, 'id', 5))).toMatchObject([{ path: ['id'] }])
    const gone = [
      { path: 'versions', set: 'none' },
      { path: 'id', set: 'globex' },
    ]
    expect(issues(() => applyEdits(document, gone))).toMatchObject([{ path: ['versions'] }])
  })

  it('is the one edit between a document and the same of another id', () => {
    const then = withValue(document, 'id', 'globex')
    expect(diffPolicies(document, then)).toEqual([{ path: 'id', set: 'globex' }])
  })

  it('and all others between two documents make the one into the other, whatever the ids', () => {
    const id = fc.constantFrom('acme', 'globex', 'own')
    const section = fc.option(id, { nil: undefined }).map((own) => ({
      ...nameless,
      ...(own === undefined ? {} : { id: own }),
    }))
    const documents = fc.record({ id, one: section, group: section, two: section }).map((all) =>
      definePolicy({
        id: all.id,
        versions: [
          {
            version: '2026',
            effectiveFrom: '2026-01-01',
            commission: all.one,
            groups: { sdr: { commission: all.group } },
          },
          { version: '2027', effectiveFrom: '2027-01-01', commission: all.two },
        ],
      }),
    )
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        expect(applyEdits(before, diffPolicies(before, after))).toEqual(after)
      }),
    )
  })
})

describe('amendPolicy', () => {
  const edits = [{ path: 'commission.scale.tiers.second.rate', set: '0.05' }]

  it('writes a complete new version, named after its day, and leaves the past and later versions alone', () => {
    const then = amendPolicy(policy, edits, '2026-07-01')
    expect(then.versions.map(({ version }) => version)).toEqual([
      '2025',
      '2026',
      '2026-07-01',
      '2027',
    ])
    expect(then.versions[2]?.grading).toMatchObject({
      grades: grading.grades,
      version: '2026-07-01',
    })
    expect(then.versions[1]).toEqual(policy.versions[1])
    expect(then.versions[3]).toEqual(policy.versions[2])
    expect(policyOn(then, '2026-07-01').commission.scale.tiers[1]?.rate).toBe('0.05')
    expect(policyOn(then, '2026-06-30').commission.scale.tiers[1]?.rate).toBe('0.04')
  })

  it('of nothing still writes a version, and may name it', () => {
    const then = amendPolicy(policy, [{ path: 'version', set: '2026-H2' }], '2026-07-01')
    expect(then.versions[2]).toMatchObject({ version: '2026-H2', effectiveFrom: '2026-07-01' })
    expect(policyOn(then, '2026-07-01').commission.version).toBe('2026-H2')
  })

  it('refuses the day on which a version begins, one on which none is in force, and edits with dates', () => {
    const at = (date: string, given: readonly unknown[] = edits) =>
      issues(() => amendPolicy(policy, given as never, date)).map(({ code }) => code)
    expect(at('2027-01-01')).toEqual(['VERSIONS_OVERLAP'])
    expect(at('2025-08-01')).toEqual(['DATE_NOT_COVERED'])
    expect(at('2026-13-01')).toEqual(['DATE_INVALID'])
    expect(at('2026-07-01', [{ ...edits[0], from: '2026-08-01' }])).toEqual(['UNKNOWN_KEY'])
  })
})

describe('a section of a document', () => {
  it('is a policy like any other: it can be edited and defined again alone', () => {
    const section = policyOn(policy, '2026-01-01').grading as typeof grading
    const { version: _, ...given } = section
    expect(defineGradingPolicy(throughJson(given)).version).toBe('1')
    const then = withValue(section, 'grades.S.from', 95)
    expect(gradeScore(92, then).grade).toBe('A')
  })
})
