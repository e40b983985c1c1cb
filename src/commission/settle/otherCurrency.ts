import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import { OTHER_CURRENCY } from './issues.js'

/** An amount in another currency than the plan pays: there is no sum of the two. */
export function otherCurrency(currency: unknown, path: Path, expected: string): Issue[] {
  if (currency === expected) return []
  const given = typeof currency === 'string' ? currency : issue.show(currency)
  return [issue.at(OTHER_CURRENCY, [...path, 'currency'], { given, expected })]
}
