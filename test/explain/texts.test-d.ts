import { describe, it } from 'vitest'
import type * as kinds from '../../src/careers/issues.js'
import type { Texts } from '../../src/explain/kinds.js'

describe('a table of texts', () => {
  it('lacks no kind, has no other, and uses the params of its kind alone', () => {
    const texts: Texts<typeof kinds> = { RUNG_UNKNOWN: ({ given, known }) => `${given} ${known}` }
    // @ts-expect-error: a kind has no text.
    const without: Texts<typeof kinds> = {}
    // @ts-expect-error: there is no such kind.
    const more: Texts<typeof kinds> = { ...texts, RUNG_TOO_HIGH: () => '' }
    // @ts-expect-error: this kind has no such param.
    const other: Texts<typeof kinds> = { RUNG_UNKNOWN: ({ rung }) => `${rung}` }
    void [without, more, other]
  })
})
