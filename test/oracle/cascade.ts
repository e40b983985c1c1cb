/**
 * Cascades a target by hand: on each level the head first, then what is locked, then the rest by weight with coins on a table. In whole cents
 * and exact fractions, and written without a look at the library.
 */
import { allocate } from './allocate.js'
import { fraction, multiply, parse, toDecimal } from './fraction.js'

export interface OracleNode {
  readonly id: string
  readonly weight: string
  readonly locked?: string
  readonly head?: string
  readonly children: readonly OracleNode[]
}

/** What each head and each leaf carries, by its path from the top. */
export function cascade(total: string, node: OracleNode, above = ''): Map<string, string> {
  const path = `${above}/${node.id}`
  if (node.children.length === 0) return new Map([[path, total]])
  const carried = new Map<string, string>()
  const head =
    node.head === undefined
      ? '0.00'
      : toDecimal(multiply(parse(total), parse(node.head)), 2, 'half-up')
  if (node.head !== undefined) carried.set(`${path}@head`, head)
  const locked = node.children.map(({ locked: amount }) => amount ?? '0.00')
  const left = cents(total) - cents(head) - locked.reduce((sum, one) => sum + cents(one), 0n)
  const open = node.children.filter((child) => child.locked === undefined)
  const parts =
    left === 0n
      ? []
      : allocate(
          text(left),
          open.map(({ weight }) => weight),
          { decimals: 2 },
        )
  for (const child of node.children) {
    const amount = child.locked ?? parts[open.indexOf(child)] ?? '0.00'
    for (const [key, value] of cascade(amount, child, path)) carried.set(key, value)
  }
  return carried
}

const cents = (amount: string) => multiply(parse(amount), fraction(100n)).n
const text = (units: bigint) => toDecimal(fraction(units, 100n), 2, 'half-up')
