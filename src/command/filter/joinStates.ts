import { commissionColumnsBuilder } from '../../batch/index.js'
import {
  type CommissionFacts,
  type CommissionStatement,
  type CommissionTotals,
  commissionAccumulator,
  type DefinedCommissionPlan,
} from '../../commission/index.js'
import { attempt } from '../../kernel/index.js'
import { PLAIN } from '../pay/sales.js'
import { amountOf, type PayeeTotal, payColumns, type UnpaidPayee } from '../pay/totals.js'
import type { Voice } from '../words.js'
import { addsAmounts } from './countBytes.js'
import { type GivenState, noState } from './readStates.js'
import { inOrder, sortedNames } from './stateLine.js'

/** What a payee comes to, and of how many lines. */
export interface FinishedTotal extends PayeeTotal {
  readonly lines: number
}

/** A payee's statement, which all states of theirs make. */
export interface FinishedStatement {
  readonly payee: string
  readonly lines: number
  readonly statement: CommissionStatement
}

export interface Finished<Paid> {
  readonly paid: readonly Paid[]
  readonly unpaid: readonly UnpaidPayee[]
}

type FactsOf = (payee: string) => CommissionFacts

/** Joins states to what each payee earns: those that say sales and a count alone in columns, the others one by one; the same either way. */
export function joinTotals(plan: DefinedCommissionPlan, voice: Voice) {
  const columns = addsAmounts(plan) ? joinInColumns(plan) : undefined
  const others = joinStatements(plan, voice)
  const finish = (factsOf: FactsOf): Finished<FinishedTotal> => {
    const inColumns = columns?.finish(others.kept, factsOf)
    for (const { payee, totals } of inColumns?.shared ?? [])
      others.take({ payee, totals, place: payee })
    const joined = others.finish(factsOf)
    const all = [...(inColumns?.paid ?? []), ...joined.paid.map(totalOf)]
    const byName = new Map(all.map((one) => [one.payee, one]))
    return {
      paid: sortedNames(byName.keys()).flatMap((payee) => byName.get(payee) ?? []),
      unpaid: [...(inColumns?.unpaid ?? []), ...joined.unpaid],
    }
  }
  return {
    take: (state: GivenState): void => {
      if (columns?.take(state) !== true) others.take(state)
    },
    finish,
  }
}

function totalOf({ payee, lines, statement }: FinishedStatement): FinishedTotal {
  return { payee, lines, sales: statement.sales, commission: statement.amount }
}

function joinInColumns(plan: DefinedCommissionPlan) {
  const builder = commissionColumnsBuilder(plan, { keep: 'totals' })
  const lines = new Map<string, number>()
  return {
    /** Whether a state was taken. */
    take: ({ payee, totals }: GivenState): boolean => {
      const { lines: count, sales, ...more } = totals
      if (!Number.isSafeInteger(count) || (count as number) < 1) return false
      if (typeof sales !== 'string' || !PLAIN.test(sales) || Object.keys(more).length > 0)
        return false
      builder.addRow({ payee, amount: sales })
      lines.set(payee, (lines.get(payee) ?? 0) + (count as number))
      return true
    },
    /** What is paid to those who have no other states; of the rest, their totals. */
    finish: (others: ReadonlyMap<string, unknown>, factsOf: FactsOf) => {
      const columns = builder.finish()
      const { paid, unpaid } = payColumns(columns, plan, factsOf)
      const linesOf = (payee: string) => lines.get(payee) ?? 0
      const shared = columns.payees.flatMap((payee, at) => {
        if (!others.has(payee)) return []
        const sales = columns.wide.get(at) ?? amountOf(columns.amounts[at] ?? 0, columns.decimals)
        return [{ payee, totals: { lines: linesOf(payee), sales } }]
      })
      return {
        shared,
        paid: paid.flatMap((one) =>
          others.has(one.payee) ? [] : [{ ...one, lines: linesOf(one.payee) }],
        ),
        unpaid: unpaid.filter(({ payee }) => !others.has(payee)),
      }
    },
  }
}

/** Joins states to statements. */
export function joinStatements(plan: DefinedCommissionPlan, voice: Voice) {
  const { create, merge, finish } = commissionAccumulator(plan)
  const kept = new Map<string, CommissionTotals>()
  return {
    kept,
    take: ({ payee, totals, place }: GivenState): void => {
      const before = kept.get(payee) ?? create()
      const merged = attempt(() => merge(before, totals as unknown as CommissionTotals))
      if (!merged.ok) throw noState(place, merged.issues.map(voice).join(' '))
      kept.set(payee, merged.value)
    },
    finish: (factsOf: FactsOf): Finished<FinishedStatement> => {
      const paid: FinishedStatement[] = []
      const unpaid: UnpaidPayee[] = []
      for (const payee of sortedNames(kept.keys())) {
        const totals = inOrder(kept.get(payee) ?? create())
        const made = attempt(() => finish(totals, { ...factsOf(payee), payee }))
        if (made.ok) paid.push({ payee, lines: totals.lines, statement: made.value })
        else unpaid.push({ payee, issues: made.issues })
      }
      return { paid, unpaid }
    },
  }
}
