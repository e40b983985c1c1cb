import * as check from '../kernel/check/check.js'
import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type ExactSalesProcess, type ExactStage, exactSalesProcess } from './exactSalesProcess.js'
import { readStage } from './read.js'
import type { DefinedSalesProcess, StageCheck, StageItem, StageMove } from './types.js'

/**
 * Says whether a deal may move on, and what its stage still lacks: documents, action standards and milestones (PIP-4, PIP-6, PIP-7) on the
 * stages of the process (PIP-1).
 *
 * What a stage `requires` holds the deal back; what it `reports` is only named. What is not known is never taken for met. A move back
 * needs nothing but that the process has it. A stage alone stands for the step to the next one; the last stage is closed.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for a stage, and what is wrong with a fact.
 *
 * @example A proposal with two success stories of three
 * ```ts
 * import { checkStage, handbook } from 'sales-rules'
 *
 * const facts = { tailoredProposal: true, successStories: 2, competitorComparison: true }
 * const { mayMove, complete, missing } = checkStage(facts, 'solution-design', handbook.pipeline)
 * mayMove // => false
 * complete // => false
 * missing[0] // => { id: 'successStories', outcome: 'unmet', gap: '1', holdsBack: true }
 * missing[1] // => { id: 'demonstration', outcome: 'unknown', gap: null, holdsBack: false }
 * ```
 *
 * @example Nobody skips the needs analysis
 * ```ts
 * import { checkStage, handbook } from 'sales-rules'
 *
 * const move = { from: 'prospecting', to: 'solution-design' }
 * const skipping = checkStage({}, move, handbook.pipeline)
 * skipping.allowed // => false
 * skipping.allowedTo // => ['needs-analysis']
 * skipping.mayMove // => false
 * ```
 */
export function checkStage<Stage extends string>(
  facts: object,
  move: StageMove<NoInfer<Stage>>,
  policy: DefinedSalesProcess<Stage>,
): StageCheck {
  const exact = exactSalesProcess(policy)
  const issues: Issue[] = []
  const { from, to } = readMove(move, exact, issues)
  const given = read.fields(facts, ['facts'], exact.stageFacts, issues) ?? {}
  const stage = exact.stages[from ?? 0] as ExactStage
  const requires = check.read(stage.requires, given, ['facts'], issues)
  const reports = check.read(stage.reports, given, ['facts'], issues)
  issue.refuseIfAny(issues)
  const outcomes = { requires: check.compute(requires), reports: check.compute(reports) }
  return writeStage({ from: from ?? 0, to: to ?? null, stage, ...outcomes }, exact)
}

function readMove(move: unknown, exact: ExactSalesProcess, issues: Issue[]) {
  if (typeof move === 'string') {
    const from = readStage(move, ['move'], exact, issues)
    const next = from === undefined || from + 1 === exact.stages.length ? null : from + 1
    return { from, to: next }
  }
  const fields = read.fields(move, ['move'], ['from', 'to'], issues)
  if (fields === undefined) return { from: undefined, to: undefined }
  const { required } = read.of(fields, ['move'], issues)
  const stageAt: Parameters<typeof required<number | undefined>>[1] = (value, path, found) =>
    readStage(value, path, exact, found)
  return { from: required('from', stageAt), to: required('to', stageAt) }
}

interface Move {
  readonly from: number
  readonly to: number | null
  readonly stage: ExactStage
  readonly requires: check.ExactOutcome
  readonly reports: check.ExactOutcome
}

function writeStage(
  { from, to, stage, requires, reports }: Move,
  exact: ExactSalesProcess,
): StageCheck {
  const toId = to === null ? null : (exact.stageIds[to] ?? null)
  const allowed = toId === null || stage.stage.to.includes(toId)
  const isBack = to !== null && to < from
  const held = answerOf(requires)
  const reported = answerOf(reports)
  const checks = [
    ...check.write(requires).checks.map((one) => ({ ...one, holdsBack: true })),
    ...check.write(reports).checks.map((one) => ({ ...one, holdsBack: false })),
  ]
  return {
    stage: stage.stage.id,
    to: toId,
    allowed,
    allowedTo: stage.stage.to,
    mayMove: allowed && (isBack || held),
    complete: both(held, reported),
    missing: [...missingOf(requires, true), ...missingOf(reports, false)],
    checks,
    policy: exact.policy,
    clauses: [...new Set(['PIP-1', ...checks.flatMap(({ clause }) => clause ?? [])])],
  }
}

/** What cannot apply, or is asked of nobody, lacks nothing. */
function answerOf({ outcome }: check.ExactOutcome): boolean | 'unknown' {
  return outcome === 'unknown' ? 'unknown' : outcome !== 'unmet'
}

function both(one: boolean | 'unknown', other: boolean | 'unknown'): boolean | 'unknown' {
  if (one === false || other === false) return false
  return one === true && other === true ? true : 'unknown'
}

function missingOf({ missing }: check.ExactOutcome, holdsBack: boolean): StageItem[] {
  return missing.map((finding) => {
    const { id, outcome, gap } = check.writeOne(finding)
    return { id, outcome: outcome === 'unknown' ? 'unknown' : 'unmet', gap, holdsBack }
  })
}
