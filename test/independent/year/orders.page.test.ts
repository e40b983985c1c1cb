/** The figures of the page about orders and awards, and parts, by the library: settled at once, month by month, and cut anywhere. */
import { describe, expect, it } from 'vitest'
import type { Year } from './facts.js'
import { orderFigures } from './figures.orders.js'
import { partFigures } from './figures.parts.js'
import { inAll, settleYear } from './oracle.js'
import { run } from './run.js'
import { cleanRunOf } from './variants.js'

/** Once for each plan, and from each period on. */
function cuts({ periods, plans }: Year): readonly (readonly number[])[] {
  const needed = [
    ...plans.map(({ from }) => from),
    ...periods.flatMap(({ corrections }, index) => (corrections ? [index] : [])),
    ...periods.slice(0, -1).flatMap(({ isFinal }, index) => (isFinal ? [index + 1] : [])),
  ]
  const all = [...periods.keys()]
  const each = all.map((start) => [...new Set([0, start, ...needed])].sort((x, y) => x - y))
  return [[...new Set([0, ...needed])].sort((x, y) => x - y), all, ...each]
}

describe('settleCommission has the figures of the page about orders and awards, and parts', () => {
  it.each([...orderFigures, ...partFigures])('%s', (_, year) => {
    const expected = settleYear(year).map(({ held: _, ...pay }) => pay)
    for (const starts of cuts(year)) {
      const settled = run({ year, starts })
      if (settled.refused !== null) expect.fail(settled.refused)
      expect(settled.pays.map(({ held: _, ...pay }) => pay)).toEqual(expected)
    }
  })

  it('when corrections are given again, and in a clean run', () => {
    for (const [name, year] of [...orderFigures, ...partFigures]) {
      const again = run({ year, starts: [...year.periods.keys()] }, true)
      const clean = run(cleanRunOf({ year, starts: [] }))
      const expected = { name, inAll: inAll(settleYear(year)) }
      for (const settled of [again, clean])
        expect({ name, inAll: settled.refused ?? inAll(settled.pays) }).toEqual(expected)
    }
  })
})
