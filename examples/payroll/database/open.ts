import { readFileSync } from 'node:fs'
import { PGlite, type Transaction, types } from '@electric-sql/pglite'

/** A database, or a transaction in it. */
export type Books = PGlite | Transaction

/** An empty set of books: PostgreSQL inside this process, in memory. */
export async function openBooks(): Promise<PGlite> {
  const books = await PGlite.create({ parsers, serializers })
  await books.exec(readFileSync(new URL('schema.sql', import.meta.url), 'utf8'))
  return books
}

const asText = (text: string) => text

/** Amounts and dates stay the text that they are in the database; a float is refused in both directions. */
const parsers = {
  [types.NUMERIC]: asText,
  [types.INT8]: asText,
  [types.DATE]: asText,
  [types.FLOAT4]: refuseFloat,
  [types.FLOAT8]: refuseFloat,
}

const serializers = { [types.NUMERIC]: writeAmount }

function refuseFloat(text: string): never {
  throw new TypeError(`got ${text} as a float from the database, expected numeric`)
}

function writeAmount(amount: unknown): string {
  if (typeof amount === 'string') return amount
  throw new TypeError(
    `got ${String(amount)} (${typeof amount}) for a numeric column, expected text`,
  )
}
