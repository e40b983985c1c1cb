import { type Attempt, attempt } from '../../src/kernel/input/attempt.js'
import { formatPath, type Issue, refuseIfAny } from '../../src/kernel/input/issue.js'

/** What a call that answers comes to. */
export function answered<Value>(value: Value): Attempt<Value> {
  return { ok: true, value }
}

/** What a call that is refused comes to. Every problem is an error; the tests write down the rest of it. */
export function refused(...issues: readonly Omit<Issue, 'severity'>[]) {
  return { ok: false, issues: issues.map((issue) => ({ ...issue, severity: 'error' })) }
}

/** Runs a reader that adds what is wrong to a list, and gives its value or that list. */
export function collected<Value>(read: (issues: Issue[]) => Value): Attempt<Value> {
  return attempt(() => {
    const issues: Issue[] = []
    const value = read(issues)
    refuseIfAny(issues)
    return value
  })
}

/** The problems of a refusal, each as its code and path; none where there is an answer. */
export function problemsOf(outcome: Attempt<unknown>): string[] {
  if (outcome.ok) return []
  return outcome.issues.map(({ code, path }) => `${code} ${formatPath(path)}`)
}
