import { describe, expect, it } from 'vitest'
import { flatFigures } from '../../independent/year/figures.caps.js'
import { run } from '../../independent/year/run.js'

describe('settleCommission, with a flat rate below the gate', () => {
  it.each(flatFigures())('has the figure of the page: %s', (_, year, expected) => {
    const result = run({ year, starts: year.plans.map(({ from }) => from) })
    if (result.refused !== null) throw new Error(result.refused)
    const { pays } = result
    const found = {
      pays: pays.map(({ paid }) => Number(paid)),
      carried: Number(pays.at(-1)?.carried),
    }
    expect(found).toEqual({ carried: 0, ...expected })
  })
})
