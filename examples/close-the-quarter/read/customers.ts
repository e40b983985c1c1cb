import { scoreHealth } from 'sales-rules'
import { healthModel } from '../policy.js'
import { ask, count, idFrom, optional, readFields, text } from './fields.js'
import { firstCounts, openTable, step, type Table } from './table.js'

export interface Customer {
  readonly customer: string
  readonly name: string
  readonly owner: string
  readonly interactionsPerQuarter: number
  /** 0 to 100; null for a customer who was not asked. */
  readonly satisfaction: string | null
  readonly purchasesPerYear: number
}

/** A blank satisfaction is a customer who was not asked; what else is no number of 0 to 100, the health model refuses. */
export function readCustomers(folder: URL, reps: ReadonlySet<string>): Table<Customer> {
  const readers = {
    customer: text,
    name: text,
    owner: idFrom(reps, 'reps.csv'),
    interactionsPerQuarter: count,
    satisfaction: optional(text),
    purchasesPerYear: count,
  }
  const customers = step(openTable(folder, 'customers.csv'), (row) => {
    const customer = readFields(row, readers)
    ask(() => scoreHealth(healthFacts(customer), healthModel))
    return customer
  })
  return firstCounts(customers, ({ customer }) => customer)
}

/** What the health model asks of a customer. */
export function healthFacts(customer: Customer) {
  return {
    interaction: customer.interactionsPerQuarter,
    satisfaction: customer.satisfaction,
    purchase: customer.purchasesPerYear,
  }
}
