import {
  attempt,
  type CommissionPlanInput,
  type CreditInput,
  calculateCommission,
  creditLines,
  defineCommissionPlan,
  type LineToCredit,
  type ManagerAssignment,
  restateCommission,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** Nothing to half of the quota of the team, then 2.5, 3.75, 4.25 and 4.75%. */
const onTeamQuota: CommissionPlanInput = {
  currency: 'USD',
  scale: {
    mode: 'marginal',
    thresholds: 'attainment',
    tiers: [
      { id: 'half', upTo: '0.5', rate: 0 },
      { id: 'quota', upTo: '1', rate: '0.025' },
      { id: 'to-150', upTo: '1.5', rate: '0.0375' },
      { id: 'to-200', upTo: '2', rate: '0.0425' },
      { id: 'above', upTo: null, rate: '0.0475' },
    ],
  },
}

function planWith(levels = 1, change: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({ ...onTeamQuota, credit: { team: { levels } }, ...change })
}

/** Li and Wang report to Mei, and Mei to Tang; from 16 March on Wang reports to Ning. */
const reporting: ManagerAssignment[] = [
  { payee: 'Li', manager: 'Mei', from: '2026-01-01' },
  { payee: 'Wang', manager: 'Mei', from: '2026-01-01' },
  { payee: 'Wang', manager: 'Ning', from: '2026-03-16' },
  { payee: 'Mei', manager: 'Tang', from: '2026-01-01' },
]

const of = (payee: string) => [{ payee, share: 1 }]

function line(id: string, amount: string, change: Partial<LineToCredit> = {}): LineToCredit {
  return { id, amount, date: '2026-03-02', owners: of('Li'), ...change }
}

function teamsOf(
  lines: readonly LineToCredit[],
  {
    plan = planWith(),
    ...more
  }: Partial<CreditInput> & { plan?: ReturnType<typeof planWith> } = {},
) {
  const { teams = [], notInTeams = [] } = creditLines({ lines, reporting, ...more }, plan)
  return { teams, notInTeams }
}

/** Of each manager, the lines of the team. */
function linesOf(...given: Parameters<typeof teamsOf>) {
  return Object.fromEntries(
    teamsOf(...given).teams.map(({ manager, lines }) => [
      manager,
      lines.map(({ id, amount }) => `${id} ${amount}`),
    ]),
  )
}

describe('creditLines, with teams', () => {
  it('pays a manager on the quota of the team from the lines of its members: 260,000 of 200,000', () => {
    const lines = [
      line('O-1', '150000'),
      line('O-2', '80000', { owners: of('Wang') }),
      line('O-3', '40000', { owners: of('Wang'), date: '2026-03-16' }),
      line('O-4', '60000', {
        customer: 'Acme',
        owners: [
          { payee: 'Li', parts: 1 },
          { payee: 'Sun', parts: 1 },
        ],
      }),
    ]
    const [mei] = teamsOf(lines).teams
    expect([mei?.manager, mei?.sales]).toEqual(['Mei', '260000.00'])
    const pay = calculateCommission({ lines: mei?.lines ?? [], target: '200000' }, planWith())
    // 100,000 × 2.5% + 60,000 × 3.75%
    expect(pay.amount).toBe('4750.00')
  })

  it('says whose the lines of a team are', () => {
    const owners = [
      { payee: 'Li', parts: 1 },
      { payee: 'Wang', parts: 1 },
    ]
    const [mei] = teamsOf([line('O-1', '100.01', { owners, cost: '50' })]).teams
    expect(mei).toEqual({
      manager: 'Mei',
      lines: [{ id: 'O-1@Mei', amount: '100.01', cost: '50.00', date: '2026-03-02' }],
      sales: '100.01',
      members: [
        { line: 'O-1@Mei', of: 'O-1', payee: 'Li', level: 1, amount: '50.01' },
        { line: 'O-1@Mei', of: 'O-1', payee: 'Wang', level: 1, amount: '50.00' },
      ],
    })
  })

  it('takes nothing from the owners, and asks for no overlay', () => {
    const { payees, lines } = creditLines({ lines: [line('O-1', '100')], reporting }, planWith())
    expect(payees).toEqual([
      {
        payee: 'Li',
        lines: [{ id: 'O-1', amount: '100.00', date: '2026-03-02' }],
        sales: '100.00',
      },
    ])
    expect(lines[0]?.shares).toEqual([{ payee: 'Li', amount: '100.00', overlay: false }])
  })

  it('gives a line to whoever was the manager on its day', () => {
    const lines = ['2026-03-15', '2026-03-16'].map((date) =>
      line(date, '100', { date, owners: of('Wang') }),
    )
    expect(linesOf(lines)).toEqual({
      Mei: ['2026-03-15@Mei 100.00'],
      Ning: ['2026-03-16@Ning 100.00'],
    })
  })

  it('goes up as many levels as the plan says, and counts a line once for whoever is above two of its sellers', () => {
    const owners = [
      { payee: 'Li', parts: 1 },
      { payee: 'Mei', parts: 1 },
    ]
    const lines = [line('O-1', '100', { owners })]
    expect(linesOf(lines)).toEqual({ Mei: ['O-1@Mei 50.00'], Tang: ['O-1@Tang 50.00'] })
    expect(linesOf(lines, { plan: planWith(2) })).toEqual({
      Mei: ['O-1@Mei 50.00'],
      Tang: ['O-1@Tang 100.00'],
    })
  })

  it('leaves what a manager sells out of the own team, so that both can stand on one statement', () => {
    const lines = [line('O-1', '100'), line('O-2', '40', { owners: of('Mei') })]
    const { payees, teams = [] } = creditLines({ lines, reporting }, planWith())
    const own = payees.find(({ payee }) => payee === 'Mei')?.lines ?? []
    const team = teams.find(({ manager }) => manager === 'Mei')?.lines ?? []
    const both = { lines: [...own, ...team], target: '100' }
    expect(calculateCommission(both, planWith())).toMatchObject({ sales: '140.00', notCounted: [] })
  })

  it('leaves overlays out: a team would have sold more than was', () => {
    const owners = [
      { payee: 'Li', share: 1 },
      { payee: 'Wang', share: '0.2', overlay: true },
    ]
    const plan = planWith(1, { credit: { overlays: 'allow', team: {} } })
    expect(linesOf([line('O-1', '100', { owners })], { plan })).toEqual({ Mei: ['O-1@Mei 100.00'] })
  })

  it('takes a refund back from whoever was given the line, though somebody else is the manager now', () => {
    const lines = [
      line('O-1', '100', { owners: of('Wang') }),
      { id: 'R-1', amount: '-30', date: '2026-03-20', refundOf: 'O-1' },
    ]
    const { teams } = teamsOf(lines)
    expect(teams.map(({ manager, lines }) => [manager, lines])).toEqual([
      [
        'Mei',
        [
          { id: 'O-1@Mei', amount: '100.00', date: '2026-03-02' },
          { id: 'R-1@Mei', amount: '-30.00', date: '2026-03-20', refundOf: 'O-1@Mei' },
        ],
      ],
    ])
  })

  it('names what a refund takes back of another run by the id that the manager has of it', () => {
    const refundOf = { id: 'O-1', amount: '100', commission: '3', date: '2026-03-02' }
    const refund = { id: 'R-1', amount: '-30', date: '2026-04-02', owners: of('Wang'), refundOf }
    const [mei] = teamsOf([refund]).teams
    expect([mei?.manager, mei?.lines]).toEqual([
      'Mei',
      [{ id: 'R-1@Mei', amount: '-30.00', date: '2026-04-02', refundOf: 'O-1@Mei' }],
    ])
  })

  it('lowers the sales of a team by a refund of what the team had nothing of', () => {
    const lines = [
      line('O-1', '100', { owners: of('Sun') }),
      { id: 'R-1', amount: '-30', date: '2026-03-20', refundOf: 'O-1', owners: of('Li') },
    ]
    expect(teamsOf(lines).teams[0]?.lines).toEqual([
      { id: 'R-1@Mei', amount: '-30.00', date: '2026-03-20' },
    ])
  })

  it('names the lines whose reporting line of the day is not clear, and why', () => {
    const round: ManagerAssignment[] = [
      { payee: 'Li', manager: 'Mei', from: '2026-01-01' },
      { payee: 'Mei', manager: 'Li', from: '2026-01-01' },
      { payee: 'Wang', manager: 'Mei', from: '2026-01-01', to: '2026-12-31' },
      { payee: 'Wang', manager: 'Ning', from: '2026-03-01', to: '2026-12-31' },
    ]
    const lines = [
      line('O-1', '100'),
      line('O-2', '100', { owners: of('Wang') }),
      { id: 'O-3', amount: '100', owners: of('Li') },
    ]
    const { teams, notInTeams } = teamsOf(lines, { reporting: round, plan: planWith(3) })
    expect(teams).toEqual([])
    expect(notInTeams.map(({ line, payee, issue }) => [line, payee, issue.code])).toEqual([
      ['O-1', 'Li', 'REPORTING_CYCLE'],
      ['O-2', 'Wang', 'VERSIONS_OVERLAP'],
      ['O-3', 'Li', 'VALUE_MISSING'],
    ])
  })

  it('keeps two lines of two managers apart, whatever they are called', () => {
    const names: ManagerAssignment[] = [
      { payee: 'Li', manager: 'Mei', from: '2026-01-01' },
      { payee: 'Wang', manager: 'x@Mei', from: '2026-01-01' },
    ]
    const lines = [line('O-1@x', '100'), line('O-1', '100', { owners: of('Wang') })]
    expect(linesOf(lines, { reporting: names })).toEqual({
      Mei: ['O-1%40x@Mei 100.00'],
      'x@Mei': ['O-1@x%40Mei 100.00'],
    })
  })

  it('carries other currencies, and a part of nothing is no line', () => {
    const owners = [
      { payee: 'Sun', parts: 1 },
      { payee: 'Li', parts: 1 },
    ]
    const lines = [
      line('O-1', '100', { currency: 'EUR' }),
      line('O-2', '0.01', { owners }),
      line('O-3', '0'),
    ]
    expect(teamsOf(lines).teams[0]).toMatchObject({
      lines: [{ id: 'O-1@Mei', currency: 'EUR' }, { id: 'O-3@Mei' }],
      sales: '0.00',
      otherSales: { EUR: '100.00' },
    })
  })

  it('says nothing of teams where the plan has none', () => {
    const plain = defineCommissionPlan(onTeamQuota)
    const crediting = creditLines({ lines: [line('O-1', '100')], reporting }, plain)
    expect(Object.keys(crediting)).not.toContain('teams')
    expect(Object.keys(crediting)).not.toContain('notInTeams')
  })

  it('asks who reports to whom', () => {
    const outcome = attempt(() => creditLines({ lines: [] }, planWith()))
    expect(outcome).toMatchObject({
      ok: false,
      issues: [{ code: 'VALUE_MISSING', path: ['reporting'] }],
    })
  })

  it('pays overrides and gives lines to teams side by side', () => {
    const plan = planWith(1, { credit: { override: { levels: ['0.01'] }, team: {} } })
    const { overrides, teams } = creditLines({ lines: [line('O-1', '100')], reporting }, plan)
    expect(overrides.map(({ manager, amount }) => [manager, amount])).toEqual([['Mei', '1.00']])
    expect(teams?.[0]?.sales).toBe('100.00')
  })
})

describe('a manager on the quota of the team, settled over months', () => {
  const settled = (refunds: 'net' | 'mirror') =>
    planWith(1, {
      payment: {},
      refunds,
      scale: {
        mode: 'marginal',
        tiers: [
          { id: 'to', upTo: '200000', rate: '0.025' },
          { id: 'above', upTo: null, rate: '0.0375' },
        ],
      },
    })

  /** What Mei's team has in a month, from the lines of that month alone. */
  function monthOf(
    period: string,
    lines: readonly LineToCredit[],
    plan: ReturnType<typeof settled>,
  ) {
    const teams = creditLines({ lines, reporting }, plan).teams ?? []
    return {
      period,
      lines: teams.find(({ manager }) => manager === 'Mei')?.lines ?? [],
      target: '200000',
    }
  }

  const march = [line('O-1', '150000'), line('O-2', '110000', { owners: of('Wang') })]
  const sold = { id: 'O-2', amount: '110000', commission: '9900', date: '2026-03-02' }
  const april = [
    line('O-3', '100000', { date: '2026-04-10' }),
    { id: 'R-2', amount: '-55000', date: '2026-04-20', refundOf: sold, owners: of('Wang') },
  ]

  // March 200,000 × 2.5% + 60,000 × 3.75%, of which O-2 has 1,250 + 2,250; half of that, or 55,000 less.
  it.each([
    ['net', '7250.00', '1125.00'],
    ['mirror', '7250.00', '750.00'],
  ] as const)(
    'takes a refund of a line of last month from the manager who had it, %s',
    (refunds, first, second) => {
      const plan = settled(refunds)
      const input = { payee: 'Mei', periods: [monthOf('2026-03', march, plan)] }
      const one = settleCommission(input, plan)
      const next = settleCommission(
        { payee: 'Mei', periods: [monthOf('2026-04', april, plan)], opening: one.closing },
        plan,
      )
      expect([one.paid, next.paid]).toEqual([first, second])
      expect(next.periods[0]?.statement.notCounted).toEqual([])
    },
  )

  it('corrects a line of the team as any line', () => {
    const plan = settled('net')
    const before = monthOf('2026-03', march, plan)
    const now = monthOf('2026-03', [line('O-1', '140000'), ...march.slice(1)], plan)
    const settlement = settleCommission({ payee: 'Mei', periods: [before] }, plan)
    const paid = settlement.periods.map(({ statement }) => statement)
    const { corrections } = restateCommission({ paid, now: [{ payee: 'Mei', ...now }] }, plan)
    expect(corrections.map(({ period, amount }) => [period, amount])).toEqual([
      ['2026-03', '-375.00'],
    ])
  })

  it('sets a refund aside by name where no account knows the line', () => {
    const plan = settled('net')
    const { lines } = monthOf('2026-04', april, plan)
    const { notCounted } = calculateCommission({ lines, target: '200000' }, plan)
    expect(notCounted.map(({ id, issue }) => [id, issue.code])).toEqual([
      ['R-2@Mei', 'REFUND_UNKNOWN'],
    ])
  })
})
