/** The kinds of problem that lead models have, each with its English sentence. */
import { code, didYouMean } from '../kernel/input/issue.js'

export const HIGH_VALUE_UNKNOWN = /* @__PURE__ */ code(
  'NOT_IN_POLICY',
  { expected: 'band' },
  ({ given, known, suggestion }) =>
    `got "${given}", expected a band: ${known.join(', ')}.${didYouMean(suggestion)}`,
)
