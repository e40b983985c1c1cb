import { describe, it } from 'vitest'
import type * as kinds from '../../src/careers/issues.js'
import type { Texts } from '../../src/explain/kinds.js'

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
