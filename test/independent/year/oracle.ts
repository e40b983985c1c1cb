import { add, type Fraction, subtract, sum, zero } from '../../oracle/fraction.js'
import { spanOf } from './calendar.js'
import { dueEach } from './due.js'
import { asIfAlways, type Earned, earnYear, type Known } from './earn.js'
import { amountOf, at, lastOf, positive, toMoney } from './exact.js'
import type { Period, Plan, PlanChange, Year } from './facts.js'
import { countLines } from './lines.js'
import { advance, openAtFirst } from './pay.js'

/** What a period comes to, in the words of the page; what passes on is as it stands after it. */
export interface SettledPay {
  readonly period: string
  readonly earned: string
  readonly adjusted: string
  readonly guaranteed: string
  readonly heldBack: string
  readonly released: string
  readonly drawn: string
  readonly recovered: string
  readonly paid: string
  readonly carried: string
  readonly held: string
  readonly drawOwed: string
}

/** What is known once a period is settled: what every period so far is due, and its guarantee. */
interface Account {
  readonly dues: readonly Fraction[]
  readonly guarantees: readonly Fraction[]
  readonly earned: readonly Earned[]
  readonly known: readonly Known[]
  /** What each line has earned, before the cap of the year. */
  readonly shares: ReadonlyMap<string, Fraction>
}

/** Settles a payee's year, each period with what was known then. */
export function settleYear(year: Year): readonly SettledPay[] {
  let account: Account = { dues: [], guarantees: [], earned: [], known: [], shares: new Map() }
  let open = openAtFirst
  return year.periods.map((settled, index) => {
    const now = accountAt(year, index)
    const plan = planAt(year, index).plan
    const due = at(now.dues, index)
    const corrected = subtract(sum(now.dues.slice(0, -1)), sum(account.dues))
    const guaranteed = subtract(sum(now.guarantees), sum(account.guarantees))
    const byHand = (settled.byHand ?? []).filter(({ period }) => period === undefined)
    const adjusted = add(corrected, sum(byHand.map(({ amount }) => amountOf(amount))))
    const leaving = leavingAt(year, index)
    const pay = advance({ due, adjusted, guaranteed, plan, leaving }, open)
    account = now
    open = pay.open
    return write(settled.facts.period, { due, adjusted, guaranteed, ...pay })
  })
}

/** Paid + carried + held − advances owed. */
export function inAll(pays: readonly SettledPay[]): string {
  const last = pays.at(-1)
  const paid = sum(pays.map((pay) => amountOf(pay.paid)))
  const open = add(amountOf(last?.carried), amountOf(last?.held))
  return toMoney(subtract(add(paid, open), amountOf(last?.drawOwed)))
}

/** Of each year what is known once its periods are settled: its corrections ask for it, and so does what it is compared with. */
const accounts = new WeakMap<Year, Map<number, Account>>()

export function accountAt(year: Year, last: number): Account {
  const known = accounts.get(year) ?? new Map<number, Account>()
  const account = known.get(last) ?? accountOf(year, last)
  known.set(last, account)
  accounts.set(year, known)
  return account
}

/** Steps 2 to 15 of all periods through one, with what is known then. */
function accountOf(year: Year, last: number): Account {
  const settled = year.periods.slice(0, last + 1)
  const plans = settled.map((_, index) => planAt(year, index))
  const facts = settled.map(({ facts: given }) => factsAt(year, last, given))
  const lines = countLines(facts.map((given, index) => ({ facts: given, ...at(plans, index) })))
  const known: Known[] = settled.map((period, index) => ({
    index,
    facts: at(facts, index),
    ...at(plans, index),
    isFinal: leavingAt(year, index) !== 'no',
    byHand: byHandAt(year, last, period.facts.period),
    lines: at(lines, index),
  }))
  const shares = new Map<string, Fraction>()
  const yearOf = ({ facts: { period }, plan }: Known) => spanOf(period, 'year', plan.yearStartsIn)
  const years = [...new Set(known.map(yearOf))]
  const periodsOf = (year: number) => known.filter((period) => yearOf(period) === year)
  const earned = years.flatMap((year) =>
    earnYear(periodsOf(year), shares, asIfAlways(periodsOf(year - 1))),
  )
  const dues = dueEach(
    known,
    earned,
    settled.map(({ collected }) => collected ?? []),
  )
  const guarantees = dues.map((due, index) => guaranteeOf(due, at(plans, index).plan, year, index))
  return { dues, guarantees, earned, known, shares }
}

/** The plan of a period, and what its coming means where it begins there. */
function planAt({ plans }: Year, index: number): { plan: Plan; change: PlanChange | null } {
  const found = lastOf(plans, ({ from }) => from <= index) ?? at(plans, 0)
  const isNew = found.from === index && index > 0
  return { plan: found.plan, change: isNew ? (found.change ?? 'continue') : null }
}

/** The latest correction counts, in which period ever it was given. */
function factsAt({ periods }: Year, last: number, given: Period): Period {
  const corrections = periods.slice(0, last + 1).flatMap((period) => period.corrections ?? [])
  return lastOf(corrections, ({ period }) => period === given.period) ?? given
}

function byHandAt({ periods }: Year, last: number, name: string): Fraction | null {
  const amounts = periods
    .slice(0, last + 1)
    .flatMap(({ byHand }) => (byHand ?? []).filter(({ period }) => period === name))
  return amounts.length === 0 ? null : sum(amounts.map(({ amount }) => amountOf(amount)))
}

/** Step 15: a guarantee fills up what became due, counted as at least 0. */
function guaranteeOf(due: Fraction, { payment }: Plan, year: Year, index: number): Fraction {
  if (payment.draw?.kind !== 'non-recoverable' || leavingAt(year, index) === 'left') return zero
  return positive(subtract(amountOf(payment.draw.amount), positive(due)))
}

function leavingAt({ periods }: Year, index: number): 'no' | 'final' | 'left' {
  if (periods.slice(0, index).some(({ isFinal }) => isFinal)) return 'left'
  return at(periods, index).isFinal ? 'final' : 'no'
}

function write(
  period: string,
  pay: ReturnType<typeof advance> & { due: Fraction; adjusted: Fraction; guaranteed: Fraction },
): SettledPay {
  const { open } = pay
  return {
    period,
    earned: toMoney(pay.due),
    adjusted: toMoney(pay.adjusted),
    guaranteed: toMoney(pay.guaranteed),
    heldBack: toMoney(pay.heldBack),
    released: toMoney(pay.released),
    drawn: toMoney(pay.drawn),
    recovered: toMoney(pay.recovered),
    paid: toMoney(pay.paid),
    carried: toMoney(open.carried),
    held: toMoney(sum(open.held.map(({ amount }) => amount))),
    drawOwed: toMoney(open.owed),
  }
}
