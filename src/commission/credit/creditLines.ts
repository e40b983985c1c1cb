import { exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { computeCredits } from './computeCredits.js'
import { computeOverrides } from './computeOverrides.js'
import { computeTeams } from './computeTeams.js'
import { isSetAside, readCredit } from './readCredit.js'
import type { CreditInput, Crediting } from './types.js'
import { writeCrediting } from './writeCrediting.js'

/**
 * Decides who gets credit for each order line, and what their managers earn on it.
 *
 * Run it before you calculate commissions, for the lines of a period or of many; to split one amount use {@link splitCredit}. A line
 * goes to its own `owners`; without them, to whoever owned its customer on the day of the order; a refund, to the owners of the line
 * it takes back, from each what that line gave. Cost and list price are shared as the amount is, so that every part has the margin of
 * the whole. The lines of each payee are ready for {@link calculateCommission}.
 *
 * With `credit.override` in the plan, each manager along the reporting line of the day of the order earns the rate of their level of
 * what the seller is credited with, if the plan counts the line.
 *
 * With `credit.team`, each manager is given the lines of the team as `teams` lists them, each in full and with an id of its own: for a plan on
 * the quota of the team. They come beside what owners are credited with, and take nothing from it.
 *
 * A line that cannot be credited is named in `notCredited`, with what would help, and the others go on: `OWNER_UNKNOWN`,
 * `VERSIONS_OVERLAP`, `CREDIT_NOT_WHOLE`, `OVERLAY_REFUSED`, `ID_DUPLICATE`, `DATE_INVALID`, `REFUND_UNKNOWN`, `REFUND_TOO_LARGE`, …
 *
 * @throws SalesRulesError for what leaves no line to speak of: a line without `id` or `amount`, a row of `ownership` or `reporting`
 *   that cannot be read, `DATES_OUT_OF_ORDER`, no `reporting` where the plan pays overrides (`VALUE_MISSING`), `UNKNOWN_KEY`.
 *
 * @example A customer who changes hands, and a line that two share
 * ```ts
 * import { creditLines, handbook } from 'sales-rules'
 *
 * const ownership = [
 *   { customer: 'Acme', payee: 'Li', from: '2026-01-01' },
 *   { customer: 'Acme', payee: 'Wang', from: '2026-03-01' },
 * ]
 * const lines = [
 *   { id: 'O-1', amount: '800.00', customer: 'Acme', date: '2026-02-28' },
 *   { id: 'O-2', amount: '500.00', customer: 'Acme', date: '2026-03-01' },
 *   { id: 'O-3', amount: '100.01', owners: [{ payee: 'Li', parts: 1 }, { payee: 'Wang', parts: 1 }] },
 * ]
 * const { payees } = creditLines({ lines, ownership }, handbook.commission)
 * payees.map(({ payee, sales }) => [payee, sales]) // => [['Li', '850.01'], ['Wang', '550.00']]
 * payees[1]?.lines.map(({ id, amount }) => [id, amount]) // => [['O-2', '500.00'], ['O-3', '50.00']]
 * ```
 *
 * @example A manager who earns 1% on the team's sales
 * ```ts
 * import { creditLines, defineCommissionPlan, handbook } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({ ...handbook.commission, credit: { override: { levels: ['0.01'] } } })
 * const lines = [{ id: 'O-1', amount: '800.00', date: '2026-02-28', owners: [{ payee: 'Li', share: 1 }] }]
 * const reporting = [{ payee: 'Li', manager: 'Zhao', from: '2026-01-01' }]
 * creditLines({ lines, reporting }, plan).overrides.map(({ manager, amount }) => [manager, amount]) // => [['Zhao', '8.00']]
 * ```
 *
 * @example The lines of a team, for a manager whose plan is on its quota
 * ```ts
 * import { creditLines, defineCommissionPlan, handbook } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({ ...handbook.commission, credit: { team: { levels: 1 } } })
 * const lines = [
 *   { id: 'O-1', amount: '800.00', date: '2026-02-28', owners: [{ payee: 'Li', share: 1 }] },
 *   { id: 'O-2', amount: '500.00', date: '2026-02-28', owners: [{ payee: 'Wang', share: 1 }] },
 * ]
 * const reporting = ['Li', 'Wang'].map((payee) => ({ payee, manager: 'Mei', from: '2026-01-01' }))
 * const [team] = creditLines({ lines, reporting }, plan).teams ?? []
 * team?.sales // => '1300.00'
 * team?.lines.map(({ id, amount }) => [id, amount]) // => [['O-1@Mei', '800.00'], ['O-2@Mei', '500.00']]
 * ```
 */
export function creditLines(input: CreditInput, plan: DefinedCommissionPlan): Crediting {
  const exact = exactPlan(plan)
  const given = readCredit(input, exact)
  const outcomes = computeCredits(given, exact)
  const credits = outcomes.flatMap((outcome) => (isSetAside(outcome) ? [] : [outcome]))
  const overrides = computeOverrides(credits, given.reporting, exact)
  const teams = computeTeams(credits, given.reporting, exact)
  return writeCrediting(credits, outcomes.filter(isSetAside), { overrides, teams }, exact)
}
