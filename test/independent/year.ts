import { add, compare, type Fraction, parse, subtract, toText, zero } from '../oracle/fraction.js'
import type { PayeeYear, Statement } from './archive.js'
import { recomputePay } from './settlement.js'
import { recomputeStatement } from './statement.js'

/** A payee's year, computed again. */
export interface RecomputedYear {
  readonly payee: string
  /** What the script comes to. */
  readonly paid: string
  /** What the settlements say. */
  readonly stated: string
  /** Everything in which they differ, also on the way. */
  readonly findings: readonly string[]
}

/** Computes what a payee was paid in a year again, from the JSON of the outcomes alone. */
export function recomputeYear(year: PayeeYear): RecomputedYear {
  const { total, findings } = recomputeCorrections(year)
  // Corrections are paid with the first period after those that they correct.
  const paidIn = year.settlements[1]?.periods[0]?.period ?? ''
  const pay = recomputePay(year.settlements, new Map([[paidIn, total]]))
  let stated = zero
  for (const { paid } of year.settlements) stated = add(stated, parse(paid))
  return {
    payee: year.payee,
    paid: toText(pay.paid),
    stated: toText(stated),
    findings: [...findings, ...pay.findings],
  }
}

/** A correction is the statement as it should have been, less the one that was paid; nothing else is corrected. */
function recomputeCorrections({ settlements, restatement }: PayeeYear) {
  const findings: string[] = []
  let total = zero
  if (restatement === null) return { total, findings }
  const paid = new Map(
    (settlements[0]?.periods ?? []).map(({ statement }) => [statement.period, statement]),
  )
  const stated = new Map(restatement.corrections.map((one) => [one.period, one.amount]))
  for (const statement of restatement.statements) {
    const due = recomputeStatement(statement)
    findings.push(...due.findings.map((finding) => `restated ${statement.period} ${finding}`))
    const amount = subtract(due.amount, amountOf(paid.get(statement.period)))
    const given = stated.get(statement.period) ?? '0'
    if (compare(parse(given), amount) !== 0)
      findings.push(
        `correction of ${statement.period}: stated ${given}, computed ${toText(amount)}`,
      )
    stated.delete(statement.period)
    total = add(total, amount)
  }
  for (const period of stated.keys())
    findings.push(`correction of ${period}: no statement says why`)
  return { total, findings }
}

function amountOf(statement: Statement | undefined): Fraction {
  return statement === undefined ? zero : recomputeStatement(statement).amount
}
