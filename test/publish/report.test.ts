import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeReport, REPORT } from './report.js'

/** The lines of one text that the other has not, or has fewer times. */
function missingIn(text: string, other: string): string[] {
  const counts = new Map<string, number>()
  for (const line of other.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1)
  return text.split('\n').filter((line) => {
    const left = counts.get(line) ?? 0
    counts.set(line, left - 1)
    return left <= 0
  })
}

/** It tests what was built last, so it runs after `npm run build`. */
describe('the report of the contract', () => {
  const kept = readFileSync(REPORT, 'utf8')
  const made = makeReport()

  it('is of what is built; `npm run api` writes it anew, and its difference is reviewed like code', () => {
    expect({ added: missingIn(made, kept), removed: missingIn(kept, made) }).toEqual({
      added: [],
      removed: [],
    })
    expect(made === kept).toBe(true)
  })

  it('has what the entries hand out, and the parts that it is made of', () => {
    const parts = [
      'export function calculateCommission<',
      'declare namespace scenarioEntry {',
      '\ninterface RoutingRules {',
    ]
    expect(parts.filter((part) => !made.includes(part))).toEqual([])
    expect(made.includes('const english')).toBe(false)
  })
})
