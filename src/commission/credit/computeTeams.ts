/** The lines of teams: what those who report to a manager are credited with, as lines of the manager. */
import * as issue from '../../kernel/input/issue.js'
import { isIssue } from '../lines/lineFigures.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Credit } from './computeCredits.js'
import type { Overrides } from './computeOverrides.js'
import { managersAbove, type Sale, salesOf } from './managersAbove.js'
import type { Holdings } from './readHoldings.js'

/** What of one line is the team's of one manager. */
export interface TeamLine {
  readonly manager: string
  readonly credit: Credit
  readonly members: readonly Member[]
}

/** What one member has of it, and how far above the manager is. */
interface Member {
  readonly sale: Sale
  readonly level: number
}

/** The lines of teams, and the sales of which nobody can say whose team's they are. */
export interface Teams {
  readonly lines: readonly TeamLine[]
  readonly refused: Overrides['refused']
}

/**
 * Gives each line, in full, to the managers of those who are credited with it, along the reporting line of the day of the order; a refund,
 * to whoever was given the line that it takes back. A line that several members share is one line of their manager.
 *
 * An overlay is no team's: it is credited on top of the sale, and a team would have sold more than was.
 */
export function computeTeams(
  credits: readonly Credit[],
  reporting: Holdings,
  { json: { credit: rules } }: ExactPlan,
): Teams {
  if (rules.team === undefined) return { lines: [], refused: [] }
  const { levels } = rules.team
  const teams = credits.map((credit) => teamsOf(credit, levels, reporting))
  return {
    lines: teams.flatMap(({ lines }) => lines),
    refused: teams.flatMap(({ refused }) => refused),
  }
}

function teamsOf(credit: Credit, levels: number, reporting: Holdings): Teams {
  const byManager = new Map<string, Member[]>()
  const refused: Teams['refused'][number][] = []
  for (const sale of salesOf(credit)) {
    const managers = reporting.has(sale.payee) ? managersAbove(sale, levels, reporting) : []
    if (isIssue(managers)) refused.push({ sale, issue: issue.asWarning(managers) })
    else addMember(byManager, sale, managers)
  }
  const lines = [...byManager].map(([manager, members]) => ({ manager, credit, members }))
  return { lines, refused }
}

function addMember(
  byManager: Map<string, Member[]>,
  sale: Sale,
  managers: readonly string[],
): void {
  for (const [index, manager] of managers.entries()) {
    const members = byManager.get(manager) ?? []
    members.push({ sale, level: index + 1 })
    byManager.set(manager, members)
  }
}
