/** A funnel: how many deals reached each stage, and the step at which the fewest went on. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import { countText } from './amounts.js'
import { type BarRow, barSample, barsPart } from './bars.js'
import { readEach } from './comparison.js'
import { readOrRefuse } from './figures.js'
import { SOMETHING_TO_DRAW, TOO_MANY_TO_DRAW } from './issues.js'
import { type ChartTable, type Drawing, type Page, sentences } from './page.js'

interface Stage {
  readonly stage: string
  readonly reached: number
}

interface Step {
  readonly from: string
  readonly to: string
  readonly reached: number
  readonly wentOn: number
}

interface Funnel {
  readonly stages: readonly Stage[]
  readonly steps: readonly Step[]
  /** The weakest steps, of those that could be judged. */
  readonly weakest: readonly Step[]
}

export function drawFunnel(fields: read.Fields, page: Page): Drawing {
  const funnel = readOrRefuse(fields['funnel'], ['funnel'], readFunnel)
  const { words } = page
  const { stages, steps } = funnel
  const rows = stages.map((stage) => barRow(stage, funnel, page))
  const text = funnel.weakest.length === 0 ? [] : [words.funnel.weakestStep]
  return {
    title: titleOf(funnel, page),
    description: sentences(page, [
      words.funnel.description,
      ...steps.map((step) => words.funnel.step(stepText(step, page))),
    ]),
    plot: barsPart(rows, { name: words.funnel.deals, unit: null }, page),
    key: text.map((one) => ({ mark: barSample('second-hollow'), text: one })),
    table: tableOf(stages, steps, page),
  }
}

const MOST_STAGES = 50
const COUNT = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }

function readFunnel(value: unknown, path: Path, issues: Issue[]): Funnel | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const stages = required('stages', (...given) => readEach(given, readStage))
  const steps = required('steps', (...given) => readEach(given, readStep))
  const bottleneck = required('bottleneck', read.record)
  const place = [...path, 'bottleneck', 'byConversion']
  const weakest = readEach([bottleneck?.['byConversion'] ?? [], place, issues], readStep)
  if (stages.length > MOST_STAGES)
    issue.refuse(TOO_MANY_TO_DRAW, [...path, 'stages'], { limit: MOST_STAGES })
  if (stages.length === 0)
    issue.add(issues, issue.invalid([], [...path, 'stages'], SOMETHING_TO_DRAW))
  return { stages, steps, weakest }
}

function readStage(value: unknown, path: Path, issues: Issue[]): Stage | undefined {
  const fields = read.record(value, path, issues)
  const stage = read.name(fields?.['stage'], [...path, 'stage'], issues)
  const reached = read.integer(fields?.['reached'], [...path, 'reached'], issues, COUNT)
  return stage === undefined || reached === undefined ? undefined : { stage, reached }
}

function readStep(value: unknown, path: Path, issues: Issue[]): Step | undefined {
  const fields = read.record(value, path, issues)
  const [from, to] = (['from', 'to'] as const).map((key) =>
    read.name(fields?.[key], [...path, key], issues),
  )
  const [reached, wentOn] = (['reached', 'wentOn'] as const).map((key) =>
    read.integer(fields?.[key], [...path, key], issues, COUNT),
  )
  if (from === undefined || to === undefined) return undefined
  return reached === undefined || wentOn === undefined ? undefined : { from, to, reached, wentOn }
}

function stepText({ from, to, reached, wentOn }: Step, page: Page) {
  return { from, to, reached: countText(reached, page), wentOn: countText(wentOn, page) }
}

function titleOf({ stages, weakest }: Funnel, page: Page): string {
  const { words } = page
  const [step] = weakest
  if (step !== undefined) return words.funnel.weakest(stepText(step, page))
  const [first, last] = [stages[0], stages.at(-1)]
  if (first === undefined || last === undefined) return ''
  return words.funnel.overall({
    from: first.stage,
    to: last.stage,
    reached: countText(first.reached, page),
    wentOn: countText(last.reached, page),
  })
}

function barRow({ stage, reached }: Stage, { steps, weakest }: Funnel, page: Page): BarRow {
  const step = steps.find(({ from }) => from === stage)
  const isWeakest = weakest.some(({ from }) => from === stage)
  const bar = {
    from: fraction.ZERO,
    to: fraction.whole(reached),
    look: isWeakest ? 'second-hollow' : 'first',
    text: countText(reached, page),
  } as const
  const remark = step === undefined ? '' : page.words.funnel.wentOn(stepText(step, page))
  return { name: stage, remark, bars: [bar] }
}

function tableOf(stages: readonly Stage[], steps: readonly Step[], page: Page): ChartTable {
  const { words } = page
  const { stage, reached, wentOnHead } = words.funnel
  return {
    columns: [
      { head: stage, isNumber: false },
      { head: reached, isNumber: true },
      { head: wentOnHead, isNumber: true },
    ],
    rows: stages.map((one) => {
      const step = steps.find(({ from }) => from === one.stage)
      const wentOn = step === undefined ? '' : countText(step.wentOn, page)
      return [one.stage, countText(one.reached, page), wentOn]
    }),
  }
}
