import { calculateCommission, handbook } from 'sales-rules'
import { chart, diffOutcomes } from 'sales-rules/explain'
import { describe, it } from 'vitest'
import type * as kinds from '../../src/careers/issues.js'
import type { Texts } from '../../src/explain/kinds.js'
import type { PartKind } from '../../src/explain/verify/compared.js'
import { english } from '../../src/explain/words/en/index.js'

/** Of a module with one kind of problem. */
type Kinds = Pick<typeof kinds, 'RUNG_UNKNOWN'>

describe('a table of texts', () => {
  it('lacks no kind, has no other, and uses the params of its kind alone', () => {
    const texts: Texts<Kinds> = { RUNG_UNKNOWN: ({ given, known }) => `${given} ${known}` }
    // @ts-expect-error: a kind has no text.
    const without: Texts<Kinds> = {}
    // @ts-expect-error: there is no such kind.
    const more: Texts<Kinds> = { ...texts, RUNG_TOO_HIGH: () => '' }
    // @ts-expect-error: this kind has no such param.
    const other: Texts<Kinds> = { RUNG_UNKNOWN: ({ rung }) => `${rung}` }
    void [without, more, other]
  })
})

describe('a picture of differences', () => {
  it('has a name for each kind of part', () => {
    const { values, chart } = english
    const names: Readonly<Record<PartKind, string>> = { ...values, ...chart.parts }
    void names
  })

  it('is drawn of what `diffOutcomes` returns, as it is', () => {
    const outcome = calculateCommission({ sales: '1' }, handbook.commission)
    const change = diffOutcomes(outcome, outcome)
    const draw = () => chart({ kind: 'waterfall', change }, { locale: 'en' })
    void draw
  })
})
