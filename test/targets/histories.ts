import { handbook, setTarget, signOffTarget, type TargetHistory } from 'sales-rules'

/** Li's sales of 2026: 100,000 a month. */
export const year = {
  owner: 'Li',
  measure: 'sales',
  amount: '1200000',
  period: '2026',
  reason: 'last year and 8%',
}

export const unsigned = setTarget(year, handbook.targets)

/** Signed by both, the latest version or another. */
export function signed(history: TargetHistory, version?: number): TargetHistory {
  const half = signOffTarget(history, { as: 'person', by: 'Li', on: '2026-01-05', version })
  return signOffTarget(half, { as: 'direct-manager', by: 'Chen', on: '2026-01-07', version })
}

/** What the months have. */
export function monthsOf({ versions }: TargetHistory, version = versions.length): string[] {
  return versions[version - 1]?.parts.map(({ amount }) => amount) ?? []
}
