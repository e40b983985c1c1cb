import fc from 'fast-check'
import {
  addDays,
  attempt,
  type CarePolicyInput,
  type CustomerProtection,
  defineCarePolicy,
  handbook,
  type ProtectionFacts,
  protectCustomer,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const { care } = handbook
type Rules = NonNullable<CarePolicyInput['protection']>

const policyOf = (protection: Omit<Rules, 'clause'>) =>
  defineCarePolicy({ ...care, provenance: [], protection: { clause: 'HEA-4', ...protection } })

const firstReport = policyOf({ rule: 'first-report', pool: { withoutFollowUpDays: 30 } })
const period = policyOf({ rule: 'protection-period', days: 30 })
const shares = policyOf({ rule: 'shares', pool: { withoutFollowUpDays: 30 } })

/** `Li 2026-01-05` is a row of Li on that day. */
const rows = (...written: readonly string[]) =>
  written.map((text) => {
    const [rep = '', date = ''] = text.split(' ')
    return { rep, date }
  })

function protect(facts: Partial<ProtectionFacts>, policy = firstReport): CustomerProtection {
  return protectCustomer({ asOf: '2026-06-30', claims: [], ...facts }, policy)
}

function issuesOf(facts: unknown, policy = firstReport) {
  const outcome = attempt(() => protectCustomer(facts as ProtectionFacts, policy))
  return outcome.ok ? [] : outcome.issues
}

describe('by first report', () => {
  it('whoever reports first has the customer, and whoever comes later has not', () => {
    const claims = rows('Wang 2026-06-20', 'Li 2026-06-10')
    const customer = protect({ customer: 'Acme', claims })
    expect(customer).toEqual({
      customer: 'Acme',
      asOf: '2026-06-30',
      state: 'owned',
      owner: 'Li',
      shares: [],
      unassigned: null,
      tenures: [{ rep: 'Li', from: '2026-06-10', to: '2026-07-10', because: 'no-follow-up' }],
      claims: [
        { rep: 'Li', date: '2026-06-10', state: 'owns', because: null, owner: null },
        { rep: 'Wang', date: '2026-06-20', state: 'refused', because: 'owned', owner: 'Li' },
      ],
      issues: [],
      policy: { id: 'handbook-care', version: '1' },
      clauses: ['HEA-4'],
    })
    expect(throughJson(customer)).toStrictEqual(customer)
  })

  it('of one day is by the order given', () => {
    expect(protect({ claims: rows('Wang 2026-06-10', 'Li 2026-06-10') }).owner).toBe('Wang')
  })

  it.each([
    // 30 days after 5 January is 4 February.
    ['2026-02-04', 'owned', 'Li'],
    ['2026-02-05', 'pool', null],
  ])('on %s, 30 days without a follow-up and more, the customer is %s', (asOf, state, owner) => {
    expect(protect({ asOf, claims: rows('Li 2026-01-05') })).toMatchObject({ state, owner })
  })

  it('follow-ups of the owner keep the customer, those of others do not, nor one that comes too late', () => {
    const claims = rows('Li 2026-01-05')
    const to = (...followUps: readonly string[]) =>
      protect({ claims, followUps: rows(...followUps) }).tenures[0]?.to
    expect(to('Li 2026-02-04')).toBe('2026-03-06')
    expect(to('Li 2026-03-06', 'Li 2026-02-04')).toBe('2026-04-05')
    expect(to('Li 2026-02-05')).toBe('2026-02-04')
    expect(to('Wang 2026-02-04')).toBe('2026-02-04')
  })

  it('from the pool anybody takes the customer, the one before as well', () => {
    const claims = rows('Li 2026-01-05', 'Wang 2026-02-04', 'Wang 2026-02-05', 'Li 2026-06-20')
    const customer = protect({ claims })
    expect(customer.claims.map(({ state, because }) => [state, because])).toEqual([
      ['owned', null],
      ['refused', 'owned'],
      ['owned', null],
      ['owns', null],
    ])
    expect(customer.tenures.map(({ rep, from, to }) => [rep, from, to])).toEqual([
      ['Li', '2026-01-05', '2026-02-04'],
      ['Wang', '2026-02-05', '2026-03-07'],
      ['Li', '2026-06-20', '2026-07-20'],
    ])
  })

  it('falls into the pool without a deal as well, the earlier of both', () => {
    const policy = policyOf({
      rule: 'first-report',
      pool: { withoutFollowUpDays: 30, withoutDealDays: 60 },
    })
    const claims = rows('Li 2026-01-05')
    const followUps = rows('Li 2026-02-01', 'Li 2026-02-25', 'Li 2026-03-05')
    expect(protect({ claims, followUps }, policy).tenures[0]).toMatchObject({
      to: '2026-03-06',
      because: 'no-deal',
    })
    const deals = rows('Li 2026-03-01')
    expect(protect({ claims, followUps, deals }, policy).tenures[0]).toMatchObject({
      to: '2026-04-04',
      because: 'no-follow-up',
    })
  })

  it('without a pool is for good, and with nobody’s claim the customer is in the pool', () => {
    const policy = policyOf({ rule: 'first-report' })
    expect(protect({ claims: rows('Li 2020-01-05') }, policy).tenures).toEqual([
      { rep: 'Li', from: '2020-01-05', to: null, because: null },
    ])
    expect(protect({})).toMatchObject({ state: 'pool', owner: null, tenures: [] })
  })
})

describe('by protection period', () => {
  const claims = rows('Li 2026-05-01', 'Wang 2026-05-10', 'Chen 2026-05-20')

  it('the next in line takes over when the period is over without a deal', () => {
    const on = (asOf: string) => {
      const until = claims.filter(({ date }) => date <= asOf)
      return protect({ asOf, claims: until }, period).owner
    }
    expect(on('2026-05-31')).toBe('Li')
    expect(on('2026-06-01')).toBe('Wang')
    expect(on('2026-07-01')).toBe('Wang')
    expect(on('2026-07-02')).toBe('Chen')
    expect(on('2026-08-02')).toBeNull()
    const customer = protect({ asOf: '2026-06-10', claims }, period)
    expect(customer.claims.map(({ state, owner }) => [state, owner])).toEqual([
      ['owned', null],
      ['owns', null],
      ['waiting', 'Li'],
    ])
    expect(customer.tenures[0]).toMatchObject({ to: '2026-05-31', because: 'period-over' })
  })

  it('a deal within it keeps the customer', () => {
    const on = (date: string) => protect({ claims, deals: rows(`Li ${date}`) }, period).owner
    expect(on('2026-05-31')).toBe('Li')
    expect(on('2026-06-01')).toBe('Wang')
  })

  it('has whoever claims twice in line once, and lets nobody wait who is gone', () => {
    const twice = rows('Li 2026-05-01', 'Wang 2026-05-10', 'Wang 2026-05-11', 'Chen 2026-05-12')
    const customer = protect({ asOf: '2026-07-15', claims: twice }, period)
    expect(customer.claims.map(({ state, because }) => [state, because])).toEqual([
      ['owned', null],
      ['owned', null],
      ['refused', 'already-waiting'],
      ['owns', null],
    ])
    const reps = [{ rep: 'Li' }, { rep: 'Wang', lastDay: '2026-05-20' }, { rep: 'Chen' }]
    const stateOfWang = (asOf: string) =>
      protect({ asOf, claims: twice, reps }, period).claims.map(({ state, because }) => [
        state,
        because,
      ])[1]
    expect(stateOfWang('2026-05-20')).toEqual(['waiting', 'owned'])
    expect(stateOfWang('2026-05-21')).toEqual(['refused', 'not-employed'])
    expect(stateOfWang('2026-06-01')).toEqual(['refused', 'not-employed'])
    expect(protect({ asOf: '2026-06-01', claims: twice, reps }, period).owner).toBe('Chen')
  })

  it('lets nobody into line who has just let the customer fall', () => {
    const policy = policyOf({
      rule: 'protection-period',
      days: 30,
      limits: { reclaimAfterDays: 10 },
    })
    const again = (date: string) =>
      protect({ claims: rows('Li 2026-05-01', 'Wang 2026-05-10', `Li ${date}`) }, policy).claims[2]
    // Li had the customer until 31 May.
    expect(again('2026-05-31')).toMatchObject({ state: 'refused', because: 'owned', owner: 'Li' })
    expect(again('2026-06-10')).toMatchObject({ because: 'reclaimed-too-soon', owner: 'Wang' })
    expect(again('2026-06-11')).toMatchObject({ state: 'waiting', owner: 'Wang' })
  })

  it('has days, and no other rule has', () => {
    const outcomes = [{ rule: 'protection-period' }, { rule: 'shares', days: 3 }].map((rules) =>
      attempt(() => policyOf(rules as Rules)),
    )
    expect(outcomes.map((one) => (one.ok ? null : one.issues[0]?.code))).toEqual([
      'VALUE_MISSING',
      'POLICY_CONFLICT',
    ])
  })
})

describe('by named shares', () => {
  const claims = [
    { rep: 'Li', date: '2026-06-01', share: '0.7' },
    { rep: 'Wang', date: '2026-06-10', share: 0.3 },
  ]

  it('all who claim share the customer as they name it', () => {
    expect(protect({ claims }, shares)).toMatchObject({
      state: 'shared',
      owner: null,
      shares: [
        { rep: 'Li', share: '0.7' },
        { rep: 'Wang', share: '0.3' },
      ],
      unassigned: '0',
      tenures: [
        { rep: 'Li', from: '2026-06-01', to: '2026-07-10' },
        { rep: 'Wang', from: '2026-06-10', to: '2026-07-10' },
      ],
    })
  })

  it('what any of them does keeps the customer of all; then the pool takes them from all', () => {
    const on = (asOf: string) =>
      protect({ asOf, claims, followUps: rows('Wang 2026-06-20') }, shares).state
    expect(on('2026-07-20')).toBe('shared')
    expect(on('2026-07-21')).toBe('pool')
  })

  it.each([
    ['too little', '0.2', '0.1'],
    ['too much', '0.4', '-0.1'],
  ])('that are %s are refused, with what is off', (_, share, difference) => {
    const given = [claims[0], { ...claims[1], share }]
    expect(issuesOf({ asOf: '2026-06-30', claims: given }, shares)).toMatchObject([
      { code: 'CREDIT_NOT_WHOLE', path: ['customer', 'claims'], params: { difference } },
    ])
  })

  it('have to be named', () => {
    const customer = protect({ claims: rows('Li 2026-06-01') }, shares)
    expect(customer).toMatchObject({
      state: 'pool',
      issues: [{ code: 'VALUE_MISSING', path: ['customer', 'claims', 0, 'share'] }],
    })
  })
})

describe('the part of a shared customer that nobody has', () => {
  const [li, wang] = [
    { rep: 'Li', date: '2026-06-01', share: '0.7' },
    { rep: 'Wang', date: '2026-06-10', share: '0.3' },
  ] as const
  const reps = [{ rep: 'Li', lastDay: '2026-06-15' }, { rep: 'Wang' }, { rep: 'Chen' }]
  const partsOf = ({ state, shares: parts, unassigned }: CustomerProtection) => [
    state,
    parts.map(({ rep, share }) => `${rep} ${share}`).join(', '),
    unassigned,
  ]

  it('is named once somebody has left, and nobody is given it unasked', () => {
    const on = (asOf: string) => partsOf(protect({ asOf, claims: [li, wang], reps }, shares))
    expect(on('2026-06-15')).toEqual(['shared', 'Li 0.7, Wang 0.3', '0'])
    expect(on('2026-06-16')).toEqual(['shared', 'Wang 0.3', '0.7'])
    expect(protect({ claims: [li, wang], reps }, shares).tenures[0]).toEqual({
      ...{ rep: 'Li', from: '2026-06-01', to: '2026-06-15', because: 'left' },
    })
  })

  it('may be claimed by somebody else from the next day on, and not before', () => {
    const claims = (date: string) => [li, wang, { rep: 'Chen', date, share: '0.7' }]
    const after = protect({ claims: claims('2026-06-16'), reps }, shares)
    expect(partsOf(after)).toEqual(['shared', 'Wang 0.3, Chen 0.7', '0'])
    expect(after.claims.map(({ state }) => state)).toEqual(['owned', 'owns', 'owns'])
    const facts = { asOf: '2026-06-30', claims: claims('2026-06-15'), reps }
    expect(issuesOf(facts, shares)).toMatchObject([
      { code: 'CREDIT_NOT_WHOLE', params: { total: '1.7', difference: '-0.7' } },
    ])
  })

  it('is all of it in the pool, once everybody has left', () => {
    const all = { claims: [{ ...li, share: 1 }], reps }
    expect(partsOf(protect({ ...all, asOf: '2026-06-15' }, shares))).toEqual([
      'shared',
      'Li 1',
      '0',
    ])
    expect(partsOf(protect({ ...all, asOf: '2026-06-16' }, shares))).toEqual(['pool', '', null])
    const claims = [
      { ...li, share: 1 },
      { ...wang, date: '2026-06-16', share: 1 },
    ]
    expect(partsOf(protect({ claims, reps }, shares))).toEqual(['shared', 'Wang 1', '0'])
  })

  it('is named where a claim was refused, or could not be read', () => {
    const limited = policyOf({ rule: 'shares', limits: { claimsPerDay: 3 } })
    const claims = [
      { ...li, claimedThatDay: 2 },
      { ...wang, claimedThatDay: 3 },
    ]
    const refused = protect({ claims }, limited)
    expect(partsOf(refused)).toEqual(['shared', 'Li 0.7', '0.3'])
    expect(refused.claims[1]).toMatchObject({ state: 'refused', because: 'claims-per-day' })
    const unread = protect({ claims: [li, { ...wang, date: '2026-07-10' }] }, shares)
    expect(partsOf(unread)).toEqual(['shared', 'Li 0.7', '0.3'])
    expect(unread.issues).toMatchObject([{ code: 'DATES_OUT_OF_ORDER' }])
  })

  it('does not shrink by what somebody does who has left', () => {
    const followUps = rows('Li 2026-07-01')
    const claims = [li, wang]
    const on = (asOf: string) => protect({ asOf, claims, reps, followUps }, shares).state
    expect([on('2026-07-10'), on('2026-07-11')]).toEqual(['shared', 'pool'])
  })

  it('cannot be had again so soon by whoever let the customer fall', () => {
    const policy = policyOf({
      rule: 'shares',
      pool: { withoutFollowUpDays: 30 },
      limits: { reclaimAfterDays: 10 },
    })
    const again = (date: string) =>
      protect(
        {
          claims: [
            { ...li, date: '2026-05-01', share: 1 },
            { ...li, date, share: 1 },
          ],
        },
        policy,
      )
    // Until 31 May, and not again before 11 June.
    expect(again('2026-06-10').claims[1]).toMatchObject({ because: 'reclaimed-too-soon' })
    expect(again('2026-06-11').claims[1]).toMatchObject({ state: 'owns', because: null })
    expect(again('2026-05-31').claims[1]).toMatchObject({ because: 'owned' })
  })
})

describe('what ends a tenure', () => {
  const half = (rep: string, date: string) => ({ rep, date, share: '0.5' })

  it('of shares is the time without a deal as well, of anybody who has one, from their own claim on', () => {
    const policy = policyOf({ rule: 'shares', pool: { withoutDealDays: 20 } })
    const claims = [half('Li', '2026-06-01'), half('Wang', '2026-06-10')]
    const end = (more: Partial<ProtectionFacts>) => protect({ claims, ...more }, policy).tenures[0]
    expect(end({})).toMatchObject({ to: '2026-06-21', because: 'no-deal' })
    expect(end({ followUps: rows('Li 2026-06-15') })).toMatchObject({ to: '2026-06-21' })
    expect(end({ deals: rows('Wang 2026-06-10') })).toMatchObject({ to: '2026-06-30' })
    expect(end({ deals: rows('Wang 2026-06-09') })).toMatchObject({ to: '2026-06-21' })
  })

  it('of shares is not that one leaves who was the last to come', () => {
    const policy = policyOf({ rule: 'shares' })
    const claims = [half('Li', '2026-06-01'), half('Wang', '2026-06-10')]
    const reps = [{ rep: 'Li' }, { rep: 'Wang', lastDay: '2026-06-15' }]
    expect(protect({ claims, reps }, policy)).toMatchObject({ state: 'shared', unassigned: '0.5' })
  })

  it('is put off by a deal, which is a follow-up as well', () => {
    const facts = { claims: rows('Li 2026-06-01'), deals: rows('Li 2026-06-20') }
    expect(protect(facts).tenures[0]).toMatchObject({ to: '2026-07-20', because: 'no-follow-up' })
  })

  it('is no period where there was a deal on its first day', () => {
    const facts = { claims: rows('Li 2026-05-01'), deals: rows('Li 2026-05-01') }
    expect(protect(facts, period).owner).toBe('Li')
  })

  it('is that somebody leaves, where it is the last day for another reason, too', () => {
    const facts = { claims: rows('Li 2026-06-01'), reps: [{ rep: 'Li', lastDay: '2026-07-01' }] }
    expect(protect(facts).tenures[0]).toMatchObject({ to: '2026-07-01', because: 'left' })
  })
})

describe('limits', () => {
  const policy = policyOf({
    rule: 'first-report',
    pool: { withoutFollowUpDays: 30 },
    limits: { claimsPerDay: 3, customersPerRep: 100, reclaimAfterDays: 10 },
  })
  const claim = { rep: 'Li', date: '2026-06-01', claimedThatDay: 2, customersHeld: 99 }
  const stateOf = (...claims: ProtectionFacts['claims'][number][]) =>
    protect({ claims }, policy).claims.map(({ state, because }) => because ?? state)

  it('refuse the claim beyond them, and the next one stands', () => {
    expect(stateOf(claim)).toEqual(['owns'])
    const next = { ...claim, rep: 'Wang', date: '2026-06-02' }
    expect(stateOf({ ...claim, claimedThatDay: 3 }, next)).toEqual(['claims-per-day', 'owns'])
    expect(stateOf({ ...claim, customersHeld: 100 }, next)).toEqual(['customers-per-rep', 'owns'])
  })

  it('keep whoever let a customer fall from taking them at once', () => {
    const first = { ...claim, date: '2026-01-05' }
    // Until 4 February, and not again before the 15th.
    expect(stateOf(first, { ...claim, date: '2026-02-14' })[1]).toBe('reclaimed-too-soon')
    expect(stateOf(first, { ...claim, date: '2026-02-15' })[1]).toBe('owned')
  })

  it('ask for what they count', () => {
    const { issues, state } = protect({ claims: rows('Li 2026-06-01') }, policy)
    expect(state).toBe('pool')
    expect(issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['VALUE_MISSING', 'claimedThatDay'],
      ['VALUE_MISSING', 'customersHeld'],
    ])
  })
})

describe('whoever is not there', () => {
  const reps = [{ rep: 'Li', lastDay: '2026-06-15' }, { rep: 'Wang' }]

  it('owns nothing from the next day on, and claims nothing', () => {
    const claims = rows('Li 2026-06-01', 'Wang 2026-06-16')
    expect(protect({ claims, reps })).toMatchObject({
      owner: 'Wang',
      tenures: [{ rep: 'Li', to: '2026-06-15', because: 'left' }, { rep: 'Wang' }],
    })
    expect(protect({ claims: rows('Li 2026-06-16'), reps }).claims[0]).toMatchObject({
      state: 'refused',
      because: 'not-employed',
    })
  })

  it('and whom nobody knows is named, and the other rows go on', () => {
    const claims = rows('Zhou 2026-06-01', 'Wang 2026-06-02', 'Li 2026-07-01')
    const { owner, issues } = protect({ claims, reps, followUps: rows('Wan 2026-06-03') })
    expect(owner).toBe('Wang')
    expect(issues.map(({ code, path }) => [code, path.slice(1).join('.')])).toEqual([
      ['NOT_IN_POLICY', 'claims.0.rep'],
      ['DATES_OUT_OF_ORDER', 'claims.2.date'],
      ['NOT_IN_POLICY', 'followUps.0.rep'],
    ])
  })

  it.each([null, [], {}, { asOf: '2026-06-30' }, { asOf: 'x', claims: [] }])(
    'and %j is refused as a customer',
    (facts) => {
      expect(issuesOf(facts).length).toBeGreaterThan(0)
    },
  )
})

describe('on any day', () => {
  const reps = fc.constantFrom('Li', 'Wang', 'Chen')
  const day = fc.integer({ min: 0, max: 120 }).map((at) => addDays('2026-01-01', at))
  const list = fc.array(fc.record({ rep: reps, date: day }), { maxLength: 8 })
  const left = fc.option(day)
  const drawn = fc.record({
    claims: list,
    followUps: list,
    deals: list,
    reps: fc
      .tuple(left, left, left)
      .map((days) => ['Li', 'Wang', 'Chen'].map((rep, at) => ({ rep, lastDay: days[at] ?? null }))),
  })
  const policies = fc.constantFrom(
    firstReport,
    period,
    policyOf({ rule: 'first-report', pool: { withoutFollowUpDays: 10, withoutDealDays: 20 } }),
    policyOf({ rule: 'protection-period', days: 7, pool: { withoutFollowUpDays: 5 } }),
  )
  const asOf = '2026-05-01'

  it('a customer has at most one owner, who is the one that is said', () => {
    fc.assert(
      fc.property(drawn, policies, (facts, policy) => {
        const customer = protect({ ...facts, asOf }, policy)
        const { tenures, owner } = customer
        const ends = tenures.map(({ to }) => to ?? '9999')
        for (const [index, { from }] of tenures.entries()) {
          expect(from <= (ends[index] ?? '')).toBe(true)
          expect((ends[index - 1] ?? '') < from).toBe(true)
        }
        const now = tenures.filter(({ from, to }) => from <= asOf && (to ?? '9999') >= asOf)
        expect(now.map(({ rep }) => rep)).toEqual(owner === null ? [] : [owner])
        expect(customer.claims.filter(({ state }) => state === 'owns')).toHaveLength(now.length)
        expect(throughJson(customer)).toStrictEqual(customer)
      }),
    )
  })

  it('whoever owns a customer is there', () => {
    fc.assert(
      fc.property(drawn, policies, (facts, policy) => {
        const lastDays = new Map(facts.reps.map(({ rep, lastDay }) => [rep, lastDay ?? '9999']))
        for (const { rep, from, to } of protect({ ...facts, asOf }, policy).tenures) {
          const lastDay = lastDays.get(rep) ?? ''
          expect(from <= lastDay).toBe(true)
          expect((to ?? '9999') <= lastDay).toBe(true)
        }
      }),
    )
  })

  interface Walk {
    readonly owner: string | null
    readonly contact: string
  }

  /** One more day: the pool takes whom nobody has seen to for 30 days, the first claim takes from the pool. */
  function nextDay({ owner, contact }: Walk, date: string, { claims, followUps }: Drawn): Walk {
    const isKept = owner !== null && date <= addDays(contact, 30)
    const claimed = claims.find((one) => one.date === date)?.rep ?? null
    const now = isKept ? owner : claimed
    const isSeen = followUps.some((one) => one.date === date && one.rep === now)
    return { owner: now, contact: isSeen || !isKept ? date : contact }
  }

  type Rows = readonly { readonly rep: string; readonly date: string }[]
  interface Drawn {
    readonly claims: Rows
    readonly followUps: Rows
  }

  const endOf = (to: string | null) => to ?? '9999'

  it('the named shares and the part that nobody has are the whole', () => {
    const named = fc.record({ rep: reps, date: day, share: fc.constantFrom('0.5', '0.25', '1') })
    const claims = fc.array(named, { maxLength: 5 })
    const pool = policyOf({
      rule: 'shares',
      pool: { withoutFollowUpDays: 20, withoutDealDays: 40 },
    })
    fc.assert(
      fc.property(drawn, claims, (facts, claimed) => {
        const outcome = attempt(() => protect({ ...facts, claims: claimed, asOf }, pool))
        if (!outcome.ok) return
        const { tenures, shares: parts, unassigned, state } = outcome.value
        const now = tenures.filter(({ from, to }) => from <= asOf && endOf(to) >= asOf)
        expect(now.map(({ rep }) => rep)).toEqual(parts.map(({ rep }) => rep))
        expect(state).toBe(parts.length > 0 ? 'shared' : 'pool')
        const total = parts.reduce((sum, { share }) => sum + Number(share), Number(unassigned))
        expect(total).toBe(state === 'shared' ? 1 : 0)
        expect(Number(unassigned)).toBeGreaterThanOrEqual(0)
        expect(tenures.filter(({ from, to }) => from > endOf(to))).toEqual([])
      }),
    )
  })

  interface SharedWalk {
    readonly owners: readonly string[]
    readonly contact: string
  }

  /** One more day: the pool takes whom nobody has seen to for 30 days, or whose owners all left; then claims, then follow-ups. */
  function nextSharedDay(
    { owners, contact }: SharedWalk,
    date: string,
    {
      claims,
      followUps,
      isHere,
    }: Drawn & { readonly isHere: (rep: string, date: string) => boolean },
  ): SharedWalk {
    const isKept = date <= addDays(contact || date, 30) && owners.some((rep) => isHere(rep, date))
    const before = isKept ? owners : []
    const claimed = claims
      .filter((one) => one.date === date && isHere(one.rep, date) && !before.includes(one.rep))
      .map(({ rep }) => rep)
    const now = [...before, ...new Set(claimed)]
    const seen = followUps.filter((one) => one.date === date && isHere(one.rep, date))
    const isSeen = claimed.length > 0 || seen.some(({ rep }) => now.includes(rep))
    return { owners: now, contact: isSeen ? date : contact }
  }

  it('shares are kept from the pool as a walk through the days finds', () => {
    fc.assert(
      fc.property(drawn, ({ claims, followUps, reps: there }) => {
        const lastDays = new Map(there.map(({ rep, lastDay }) => [rep, endOf(lastDay)]))
        const isHere = (rep: string, date: string) => date <= (lastDays.get(rep) ?? '')
        let walk: SharedWalk = { owners: [], contact: '' }
        for (let date = '2026-01-01'; date <= asOf; date = addDays(date, 1))
          walk = nextSharedDay(walk, date, { claims, followUps, isHere })
        // Whoever claims first has all, and the others nothing of it; who they are is what counts here.
        const named = claims.map((one) => ({ ...one, share: 0 }))
        const refused = { rep: 'Nobody', date: asOf, share: 1 }
        const found = protect(
          { asOf, claims: [...named, refused], followUps, reps: there },
          policyOf({ rule: 'shares', pool: { withoutFollowUpDays: 30 } }),
        )
        const expected = walk.owners.filter((rep) => isHere(rep, asOf))
        expect(found.shares.map(({ rep }) => rep).sort()).toEqual(expected.sort())
      }),
    )
  })

  it('by first report is who a walk through the days finds', () => {
    fc.assert(
      fc.property(drawn, ({ claims, followUps }) => {
        let walk: Walk = { owner: null, contact: '' }
        for (let date = '2026-01-01'; date <= asOf; date = addDays(date, 1))
          walk = nextDay(walk, date, { claims, followUps })
        expect(protect({ asOf, claims, followUps }).owner).toBe(walk.owner)
      }),
    )
  })
})
