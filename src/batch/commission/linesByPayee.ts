import type { CommissionColumns } from './types.js'

/** The places of the lines of some payees, each payee's in the order given. */
export function linesByPayee(
  { payee }: CommissionColumns,
  wanted: Iterable<number>,
): ReadonlyMap<number, readonly number[]> {
  const lines = new Map<number, number[]>()
  for (const place of wanted) lines.set(place, [])
  if (lines.size > 0) for (const [line, place] of payee.entries()) lines.get(place)?.push(line)
  return lines
}
