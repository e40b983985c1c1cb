import { companyNames } from './companies.js'
import type { Table } from './csv.js'
import type { Order } from './orders.js'
import { between, chance, type Random, seeded } from './random.js'
import type { Rep } from './reps.js'

/** Every customer of the orders, with the company's name in Chinese. The file comes from a spreadsheet: it has a byte-order mark. */
export function drawCustomers(orders: readonly Order[]): Table {
  const random = seeded(108)
  const company = companyNames(random)
  const rows = [...customersOf(orders)].map(([customer, { owner, purchases }]) => [
    customer,
    company(owner.region),
    owner.id,
    String(between(random, 0, 4) + between(random, 0, 8)),
    drawSatisfaction(random, owner),
    String(purchases),
  ])
  return {
    file: 'customers.csv',
    header: [
      'customer',
      'name',
      'owner',
      'interactionsPerQuarter',
      'satisfaction',
      'purchasesPerYear',
    ],
    rows,
    byteOrderMark: true,
  }
}

/** The customers by their number, each with its owner and the number of its sales in the year. */
export function customersOf(
  orders: readonly Order[],
): Map<string, { readonly owner: Rep; readonly purchases: number }> {
  const customers = new Map<string, { owner: Rep; purchases: number }>()
  const sales = orders.filter((order) => !order.refunded)
  for (const { customer, rep } of sales) {
    const purchases = (customers.get(customer)?.purchases ?? 0) + 1
    customers.set(customer, { owner: rep, purchases })
  }
  return new Map([...customers].sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** One customer in twelve was not asked. */
function drawSatisfaction(random: Random, owner: Rep): string {
  if (chance(random, 1 / 12)) return ''
  const unhappy = chance(random, 0.08)
  return String(
    unhappy ? between(random, 20, 60) : between(random, 66, 90) + Math.round(8 * owner.skill),
  )
}
