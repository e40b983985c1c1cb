import type { Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Finding } from './types.js'

/** A finding, of a severity, with its example where there is one. */
export function finding<Params extends object>(
  severity: Finding['severity'],
  kind: issue.Code<Params>,
  [path, params]: readonly [Path, Params],
  more: Pick<Finding, 'clause' | 'example'> = {},
): Finding {
  return { ...issue.at(kind, path, params), severity, ...more }
}

/** The same finding, of a policy that is a part of another one. */
export function within(path: Path, found: Finding): Finding {
  const { example, ...own } = found
  const moved = issue.under(path, own as Finding)
  return example === undefined
    ? moved
    : { ...moved, example: { ...example, at: [...path, ...(example.at ?? [])] } }
}
