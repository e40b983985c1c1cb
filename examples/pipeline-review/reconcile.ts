// The review checks itself, by sums that it did not make that way.
import { compareAmounts, daysBetween, subtract, sumOf } from 'sales-rules'
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import { asOf, deals, invoices } from './records.js'
import { type Review, review } from './review.js'

export function reconcile(outcome: Review): Reconciliation[] {
  return [
    checkDeals(outcome),
    checkSteps(outcome),
    checkSales(outcome),
    checkForecast(outcome),
    checkAgeing(outcome),
    checkCollection(outcome),
    checkOrder(outcome),
  ]
}

function checkDeals({ deals: all, funnel }: Review): Reconciliation {
  const { won, lost, open, notCounted } = funnel
  return {
    rule: 'deals = won + lost + open + not read',
    numbers: `${all.length} = ${won} + ${lost} + ${open} + ${notCounted.length}`,
    holds: all.length === (won ?? 0) + (lost ?? 0) + (open ?? 0) + notCounted.length,
  }
}

/** Who did not go on is either still there or lost. */
function checkSteps({ funnel }: Review): Reconciliation {
  const isWhole = (step: Review['funnel']['steps'][number]) =>
    step.reached === step.wentOn + (step.lost ?? 0) + (step.stillOpen ?? 0)
  return {
    rule: 'in each step, reached = went on + lost + still open',
    numbers: `${funnel.steps.length} steps`,
    holds: funnel.steps.every(isWhole),
  }
}

function checkSales({ funnel }: Review): Reconciliation {
  const won = deals.filter(({ stages = [] }) => stages.at(-1)?.stage === 'delivery')
  const total = sumOf(won.map(({ value = 0 }) => value))
  return {
    rule: 'what was won is the value of the deals in delivery',
    numbers: `${total} of ${won.length} deals`,
    holds: compareAmounts(total, funnel.sales?.total ?? '0') === 0 && won.length === funnel.won,
  }
}

function checkForecast({ forecast, measured }: Review): Reconciliation {
  const isWhole = ({ periods, total, deals: rows }: Review['forecast']) =>
    compareAmounts(sumOf(periods.map(({ expected }) => expected)), total.expected) === 0 &&
    compareAmounts(sumOf(rows.map(({ value }) => value)), total.value) === 0
  return {
    rule: 'the months of a forecast add up to it',
    numbers: `${forecast.total.expected}, ${measured.total.expected} as measured`,
    holds: isWhole(forecast) && isWhole(measured),
  }
}

function checkAgeing({ ageing }: Review): Reconciliation {
  const read = invoices.filter(({ id }) => id !== 'I-6')
  const paid = read.flatMap(({ payments = [] }) => payments.map(({ amount }) => amount))
  const open = subtract(sumOf(read.map(({ amount }) => amount)), sumOf(paid))
  const parts = sumOf([...ageing.buckets.map(({ amount }) => amount), ageing.undated])
  return {
    rule: 'the buckets add up to what was invoiced and not paid',
    numbers: `${parts} = ${open}`,
    holds: compareAmounts(parts, open) === 0 && compareAmounts(parts, ageing.total) === 0,
  }
}

/** In floats, which are near enough to see a mistake. */
function checkCollection({ collection }: Review): Reconciliation {
  const paid = invoices
    .filter(({ id }) => id !== 'I-6')
    .flatMap(({ invoiced, payments = [] }) =>
      payments.map(({ amount, on }) => ({
        amount: Number(amount),
        days: daysBetween(invoiced ?? asOf, on),
      })),
    )
  const total = paid.reduce((sum, { amount }) => sum + amount, 0)
  const days = paid.reduce((sum, one) => sum + one.amount * one.days, 0) / total
  return {
    rule: 'the days until cash are those of each payment, weighted by it',
    numbers: `${days.toFixed(2)} days on ${total}`,
    holds: Math.abs(days - Number(collection.days)) < 1e-9,
  }
}

function checkOrder({ deals: all, funnel }: Review): Reconciliation {
  const turned = review([...all].reverse()).funnel
  const bare = ({ notCounted: _, ...rest }: Review['funnel']) => JSON.stringify(rest)
  return {
    rule: 'the order of deals decides nothing',
    numbers: `${funnel.stages.length} stages`,
    holds: bare(turned) === bare(funnel),
  }
}
