/** What is wrong with what is to be explained. */
import type { Expected } from '../kernel/input/issue.js'

export const AN_OUTCOME: Expected = {
  keyword: 'outcome',
  words: () =>
    'an outcome of a rule of this library, as it was returned or as it comes back from JSON',
}

export const ITS_ATTRIBUTION: Expected = {
  keyword: 'its-attribution',
  words: () => 'the attribution of this statement: of its payee, period, policy and amount',
}
