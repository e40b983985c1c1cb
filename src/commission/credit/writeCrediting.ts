import * as write from '../../kernel/number/write.js'
import type { GivenLine } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Credit } from './computeCredits.js'
import type { Override, Overrides } from './computeOverrides.js'
import type { Teams } from './computeTeams.js'
import { exactOverrides } from './exactOverrides.js'
import { dateOf } from './managersAbove.js'
import type { OrderSetAside } from './readCredit.js'
import type { OwnerShare } from './shareUnits.js'
import type {
  CreditedLine,
  Crediting,
  CreditShare,
  LineCredit,
  LineNotCredited,
  PayeeCredit,
  TeamOverride,
} from './types.js'
import { type Collected, collect, partsOf, writeCollected } from './writePayee.js'
import { writeTeams } from './writeTeams.js'

/** Who is credited with which lines, what managers earn on them, and the lines that are nobody's. */
export function writeCrediting(
  credits: readonly Credit[],
  setAside: readonly OrderSetAside[],
  { overrides: { earned, refused }, teams }: { overrides: Overrides; teams: Teams },
  plan: ExactPlan,
): Crediting {
  return {
    payees: writePayees(credits, plan),
    lines: credits.map((credit) => writeLine(credit, plan)),
    notCredited: setAside.map((one) => writeSetAside(one, plan)),
    overrides: earned.map((override) => writeOverride(override, plan)),
    notOverridden: refused.map(writeRefused),
    ...(plan.json.credit.team && {
      teams: writeTeams(teams, plan),
      notInTeams: teams.refused.map(writeRefused),
    }),
    policy: plan.reference,
  }
}

function writeRefused({ sale: { order, payee }, issue }: Overrides['refused'][number]) {
  return { line: order.id, payee, issue }
}

function writeLine({ order, by, shares }: Credit, plan: ExactPlan): LineCredit {
  return {
    id: order.id,
    amount: write.fixed(order.units, order.decimals),
    ...otherCurrency(order, plan),
    by,
    shares: shares.map((share) => writeShare(share, order.decimals)),
  }
}

export function writeShare({ payee, units, overlay }: OwnerShare, decimals: number): CreditShare {
  return { payee, amount: write.fixed(units, decimals), overlay }
}

function writeSetAside({ order, issue }: OrderSetAside, plan: ExactPlan): LineNotCredited {
  const amount = write.padded(order.amount, order.decimals)
  return { id: order.id, amount, ...otherCurrency(order, plan), issue }
}

function otherCurrency({ currency }: { readonly currency: string }, plan: ExactPlan) {
  return currency === plan.currency ? {} : { currency }
}

function writeOverride({ sale, manager, level, units }: Override, plan: ExactPlan): TeamOverride {
  return {
    manager,
    payee: sale.payee,
    line: sale.order.id,
    date: dateOf(sale.sold) ?? '',
    level,
    base: write.fixed(sale.units, sale.order.decimals),
    rate: exactOverrides(plan.json)[level - 1]?.text ?? '0',
    amount: write.money({ n: units, d: plan.unit }, plan.currency),
  }
}

/** Payees in the order in which their first lines come. */
function writePayees(credits: readonly Credit[], plan: ExactPlan): PayeeCredit[] {
  const payees = new Map<string, Collected>()
  const originals = new Map(credits.map((credit) => [credit.order.id, credit]))
  for (const credit of credits) {
    const { currency } = credit.order
    for (const { payee, units, line } of writeParts(credit, originals)) {
      const own = payees.get(payee) ?? { lines: [], sums: new Map<string, bigint>() }
      collect(own, line, units, currency)
      payees.set(payee, own)
    }
  }
  return [...payees].map(([payee, own]) => ({ payee, ...writeCollected(own, plan) }))
}

/** The line as each owner is credited with it; a part of nothing is no line. */
function writeParts(credit: Credit, originals: ReadonlyMap<string, Credit>) {
  const { order, shares } = credit
  const partOf = partsOf(credit)
  return shares.flatMap(({ payee, units }, owner) => {
    if (units === 0n && order.units !== 0n) return []
    const line = {
      ...partOf(order.id, units, [owner]),
      ...refundOf(order.given, payee, originals),
    }
    return [{ payee, units, line }]
  })
}

/** A refund given to somebody who has nothing of the original lowers their sales, and takes back nothing that they earned. */
function refundOf(
  { refundOf: original }: GivenLine,
  payee: string,
  originals: ReadonlyMap<string, Credit>,
): Pick<CreditedLine, 'refundOf'> {
  if (original === undefined) return {}
  if (typeof original !== 'string') {
    const { id, amount, commission, refundedBefore, date, rate } = original
    const paid = { amount: write.decimal(amount), commission: write.decimal(commission) }
    const then = {
      ...(date !== undefined && { date }),
      ...(rate !== undefined && { rate: write.decimal(rate) }),
    }
    return { refundOf: { id, ...paid, refundedBefore: write.decimal(refundedBefore), ...then } }
  }
  const sold = originals.get(original)
  const isTheirs = (share: OwnerShare) => share.payee === payee && share.units !== 0n
  return sold === undefined || sold.shares.some(isTheirs) ? { refundOf: original } : {}
}
