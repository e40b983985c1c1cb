import * as write from '../../kernel/number/write.js'
import type { GivenLine } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { TeamLine, Teams } from './computeTeams.js'
import { idInTeam } from './idInTeam.js'
import type { CreditedLine, TeamCredit, TeamMember } from './types.js'
import { collect, partsOf, writeCollected } from './writePayee.js'

/** The lines of each manager's team, managers in the order in which their first lines come. */
export function writeTeams({ lines }: Teams, plan: ExactPlan): TeamCredit[] {
  const byManager = new Map<string, TeamLine[]>()
  for (const line of lines) {
    if (isPartOfNothing(line)) continue
    const own = byManager.get(line.manager) ?? []
    own.push(line)
    byManager.set(line.manager, own)
  }
  return [...byManager].map(([manager, own]) => writeTeam(manager, own, plan))
}

function writeTeam(manager: string, lines: readonly TeamLine[], plan: ExactPlan): TeamCredit {
  const ids = new Set(lines.map(({ credit }) => credit.order.id))
  const own = { lines: [], sums: new Map<string, bigint>() }
  for (const line of lines)
    collect(own, writeTeamLine(line, ids), unitsOf(line), line.credit.order.currency)
  return { manager, ...writeCollected(own, plan), members: lines.flatMap(writeMembers) }
}

function writeTeamLine(line: TeamLine, ids: ReadonlySet<string>): CreditedLine {
  const { manager, credit, members } = line
  const { id, given } = credit.order
  const owners = members.map(({ sale }) => sale.owner)
  return {
    ...partsOf(credit)(idInTeam(id, manager), unitsOf(line), owners),
    ...refundOf(given, manager, ids),
  }
}

/**
 * Named by its id, what a refund takes back is found in the manager's own account: what it says of the seller's line, and of what that earned,
 * is not so of the manager's. Where the manager has nothing of the line, it lowers the sales of the team.
 */
function refundOf(
  { refundOf: original }: GivenLine,
  manager: string,
  ids: ReadonlySet<string>,
): Pick<CreditedLine, 'refundOf'> {
  if (original === undefined) return {}
  if (typeof original !== 'string') return { refundOf: idInTeam(original.id, manager) }
  return ids.has(original) ? { refundOf: idInTeam(original, manager) } : {}
}

function unitsOf({ members }: TeamLine): bigint {
  let units = 0n
  for (const { sale } of members) units += sale.units
  return units
}

/** A part of nothing is no line. */
function isPartOfNothing(line: TeamLine): boolean {
  return unitsOf(line) === 0n && line.credit.order.units !== 0n
}

function writeMembers({ manager, credit: { order }, members }: TeamLine): TeamMember[] {
  return members.map(({ sale: { payee, units }, level }) => ({
    line: idInTeam(order.id, manager),
    of: order.id,
    payee,
    level,
    amount: write.fixed(units, order.decimals),
  }))
}
