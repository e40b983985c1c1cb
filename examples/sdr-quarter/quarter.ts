// A quarter of an SDR: meetings pay 70% of the variable pay, conversions 30% once meetings are at 80%, a fifth of those a month later.
// In March it turns out that January had one meeting less.
import {
  accrualByComponent,
  type CompensationSettlement,
  defineCompensationPlan,
  restateCompensation,
  settleCompensation,
} from 'sales-rules'

const curve = {
  payout: 'of-target-incentive',
  scale: {
    mode: 'interpolated',
    thresholds: 'attainment',
    tiers: [
      { id: 'to-target', upTo: '1', amount: '1' },
      { id: 'to-twice', upTo: '2', amount: '1.25' },
      { id: 'beyond', upTo: null },
    ],
  },
} as const

export const plan = defineCompensationPlan({
  id: 'sdr',
  currency: 'EUR',
  payment: {},
  components: [
    { id: 'meetings', weight: '0.7', commission: curve },
    {
      id: 'conversions',
      weight: '0.3',
      commission: {
        ...curve,
        gate: {
          conditions: {
            id: 'meetings.attainment',
            comparison: 'at-least',
            required: '0.8',
            unit: 'ratio',
          },
        },
        payment: { holdback: { share: '0.2', releaseAfter: 1 } },
      },
    },
  ],
})

const payee = 'Li'
const month = (period: string, meetings: number, conversions: number) => ({
  period,
  targetIncentive: '2000',
  components: {
    meetings: { sales: meetings, target: 20 },
    conversions: { sales: conversions, target: 8 },
  },
})
const [january, february, march] = [
  month('2026-01', 16, 8),
  month('2026-02', 22, 6),
  month('2026-03', 20, 9),
]

/** Month by month, each from what the one before closed with, as a payroll does it. */
export function quarter() {
  const first = settleCompensation({ payee, periods: [january] }, plan)
  const second = settleCompensation({ payee, periods: [february], opening: first.closing }, plan)
  const now = [{ payee, ...month('2026-01', 15, 8) }]
  const { corrections } = restateCompensation({ paid: first.periods, now }, plan)
  const last = { ...march, corrections }
  const third = settleCompensation({ payee, periods: [last], opening: second.closing }, plan)
  const periods = [month('2026-01', 15, 8), february, march]
  const clean = settleCompensation({ payee, periods }, plan)
  return { months: [first, second, third], corrections, clean }
}

/** The page: what each month paid, for what, and what is still open. */
export function page({ months, corrections, clean }: ReturnType<typeof quarter>): string[] {
  return [
    ...months.flatMap(({ periods: [paid] }) => [
      `${paid?.period}  paid ${paid?.paid}`,
      ...(paid?.components ?? []).map(({ id, amount, outcome }) => {
        const gate = outcome.gate?.outcome === 'unmet' ? ', gate shut' : ''
        return `  ${id.padEnd(12)} ${amount.padStart(8)}  attained ${outcome.attainment}${gate}`
      }),
    ]),
    ...corrections.flatMap(({ period, components }) =>
      components.map(
        ({ id, correction }) => `corrected in March: ${period} ${id} ${correction.amount}`,
      ),
    ),
    `open: ${months.map(openOf).at(-1)}, as a clean run: ${openOf(clean)}`,
  ]
}

function openOf(settlement: CompensationSettlement): string {
  const { components } = accrualByComponent(settlement)
  return components.map(({ id, unpaid }) => `${id} ${unpaid}`).join(', ')
}
