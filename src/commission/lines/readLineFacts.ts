import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import { isDecimal } from '../../kernel/number/decimal.js'
import { A_LINE_FACT, LINE_FACT_TAKEN } from '../issues.js'
import { isLineFigure } from '../plan/types.js'

/** What a line says by names of the company's own: numbers, words, true and false. Numbers are read where a plan looks at them. */
export function readLineFacts(value: unknown, path: Path, issues: Issue[]): Fields | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, fact]) => {
      const at = [...path, name]
      if (isLineFigure(name)) issue.add(issues, issue.at(LINE_FACT_TAKEN, at, { id: name }))
      const written = asText(fact)
      if (written !== undefined) return [[name, written]]
      if (fact !== null && fact !== undefined)
        issue.add(issues, issue.invalid(fact, at, A_LINE_FACT))
      return []
    }),
  )
}

/** A fact as plain JSON; undefined where it is none. */
function asText(fact: unknown): string | number | boolean | undefined {
  if (typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean') return fact
  if (typeof fact === 'bigint' || isDecimal(fact)) return String(fact)
  return undefined
}
