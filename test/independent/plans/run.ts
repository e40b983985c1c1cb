/** Settles a year of plain facts by the library, cut into settlements; what is learned later goes through `restateCommission`. */
import { attempt, defineCommissionPlan, restateCommission, settleCommission } from 'sales-rules'
import type { Month, Plan } from './facts.js'
import { knownAt, type Pay, type Year } from './year.js'

type DefinedPlan = ReturnType<typeof defineCommissionPlan>
type Settlement = ReturnType<typeof settleCommission>

export type Run =
  | { readonly pays: readonly Pay[]; readonly settlements: readonly Settlement[] }
  | { readonly refused: string }

const PAYEE = 'E-1'

/** A plan that the library takes; null where parts of it exclude each other. */
export function defined(plan: Plan): DefinedPlan | null {
  const result = attempt(() => defineCommissionPlan(plan as never))
  if (result.ok) return result.value
  const wrong = result.issues.find(({ code }) => code !== 'POLICY_CONFLICT')
  if (wrong !== undefined) throw new Error(`${wrong.code} ${wrong.message}`)
  return null
}

/** `starts` are the months with which a settlement begins. */
export function run(year: Year, starts: readonly number[], plan: DefinedPlan): Run {
  const result = attempt(() => settleEach(year, starts, plan))
  if (result.ok) return result.value
  return { refused: result.issues.map(({ code, message }) => `${code} ${message}`).join('; ') }
}

function settleEach(year: Year, starts: readonly number[], plan: DefinedPlan) {
  const { months } = year
  const own = months.flatMap(({ corrections }, index) => (corrections.length > 0 ? [index] : []))
  const all = [...new Set([0, ...starts, ...own])].filter((start) => start < months.length)
  all.sort((a, b) => a - b)
  const settlements: Settlement[] = []
  const given: ReturnType<typeof restateCommission>['corrections'][number][] = []
  for (const [position, start] of all.entries()) {
    const periods = months
      .slice(start, all[position + 1] ?? months.length)
      .map(({ month }) => month)
    const corrections = months[start]?.corrections.flatMap((now) => {
      const found = correct(year, now, start, settlements, given, plan)
      given.push(...found)
      return found
    })
    const [first, ...others] = periods
    const input = {
      payee: PAYEE,
      periods: [{ ...first, ...(corrections?.length && { adjustments: corrections }) }, ...others],
      ...(settlements.length > 0 && {
        opening: JSON.parse(JSON.stringify(settlements.at(-1)?.closing)),
      }),
    }
    settlements.push(settleCommission(input as never, plan))
  }
  const pays = settlements.flatMap(({ periods }) =>
    periods.map(({ period, earned, adjusted }) => ({ period, earned, adjusted })),
  )
  return { pays: pays as readonly Pay[], settlements }
}

/** What `restateCommission` says of a month as it really was, and of those after it that mirror what its lines earned. */
function correct(
  year: Year,
  now: Month,
  at: number,
  settlements: readonly Settlement[],
  given: readonly unknown[],
  plan: DefinedPlan,
) {
  const isToDate = plan.payment?.accrual === 'year-to-date'
  if (isToDate && now.period !== year.months[0]?.month.period)
    return [factsAlone(now, given, settlements.at(-1) as Settlement)]
  const before = knownAt(year.months, at).slice(0, at)
  const ids = now.lines.map(({ id }) => id)
  const looks = ({ lines }: Month) => lines.some(({ refundOf = '' }) => ids.includes(refundOf))
  const place = before.findIndex(({ period }) => period === now.period)
  const isAlone = plan.refunds === 'mirror' && !isToDate
  const restated = before.filter(
    (month, index) => index === place || (isAlone && index > place && looks(month)),
  )
  const names = restated.map(({ period }) => period)
  const paid = settlements
    .flatMap(({ periods }) => periods)
    .filter(({ period }) => names.includes(String(period)))
    .map(({ statement, period }) => ({ ...statement, period }))
  const corrected = given.filter((one) => names.includes((one as { period: string }).period))
  const input = { paid, corrected, now: restated.map((month) => ({ payee: PAYEE, ...month })) }
  return [...restateCommission(input as never, plan).corrections]
}

/** Of a year to date that is made of lines only the account knows what a month that does not begin it has earned: its facts are enough. */
function factsAlone(now: Month, given: readonly unknown[], { closing }: Settlement) {
  const isOf = (one: unknown) => (one as { period: string }).period === now.period
  return {
    payee: PAYEE,
    period: now.period,
    number: given.filter(isOf).length + 1,
    amount: '0.00',
    earned: '0.00',
    now: { payee: PAYEE, ...now },
    policy: closing.plan,
    alsoRestate: [],
  } as unknown as ReturnType<typeof restateCommission>['corrections'][number]
}
