import {
  attempt,
  type DefinedSalesProcess,
  defineSalesProcess,
  type Issue,
  type SalesProcessInput,
} from 'sales-rules'

/** A process of stages `s1`, `s2`, …, won in the last. */
export function processOf(
  stages: number,
  rest: Partial<SalesProcessInput> = {},
): DefinedSalesProcess {
  const list = Array.from({ length: stages }, (_, at) => ({ id: `s${at + 1}` }))
  return defineSalesProcess({ currency: 'CNY', stages: list, ...rest })
}

/** Counts by stage, as a funnel takes them. */
export function reachedOf(counts: readonly number[]) {
  return Object.fromEntries(counts.map((count, at) => [`s${at + 1}`, count]))
}

/** What is wrong, as codes and paths; none where there is an answer. */
export function problemsOf(call: () => unknown): string[] {
  const outcome = attempt(call)
  return outcome.ok ? [] : outcome.issues.map(written)
}

export function written({ code, path }: Issue): string {
  return `${code} ${path.join('.')}`
}
