import fc from 'fast-check'

/** Figures as a column may hold them: plain points, edges, too many digits, none, and what is no number at all. */
const figure = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10) },
  fc.constantFrom(0, -0, 100, 100.01, -1, 69.995, 9.999, 12, 0.1 + 0.2),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e21),
  fc.double(),
)

/** Rows of some figures by name; what is NaN is left out, as in a column it is a fact that is missing. */
export function cells(ids: readonly string[]): fc.Arbitrary<Record<string, number>[]> {
  const row = fc
    .tuple(...ids.map(() => figure))
    .map((figures) =>
      Object.fromEntries(
        ids
          .map((id, at) => [id, figures[at] as number] as const)
          .filter(([, one]) => !Number.isNaN(one)),
      ),
    )
  return fc.array(row, { minLength: 1, maxLength: 8 })
}

export function columnOf(
  rows: readonly Readonly<Record<string, number>>[],
  id: string,
): Float64Array {
  return Float64Array.from(rows, (row) => row[id] ?? Number.NaN)
}
