import {
  attempt,
  checkQuality,
  checkServiceLevel,
  defineServiceStandards,
  defineWorkingHours,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

type Standards = typeof handbook.service

const day = ['09:00-17:00']
const hours = defineWorkingHours({
  timeZone: 'Asia/Shanghai',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  calendar: handbook.chinaCalendar,
  makeUpDays: 5,
})
const ids = handbook.service.standards.map(({ id }) => id)

/** What a desk comes to by some standards, over a Spring Festival: each figure of the handbook's turns something in it. */
function outcomes(policy: Standards): unknown {
  const asOf = '2026-02-17T10:00:00+08:00'
  const started = '2026-02-13T10:00:00+08:00'
  const cases = ids.flatMap((standard) => [
    { standard, started, asOf },
    { standard, started, asOf, contact: 'Zhao' },
    { standard, started, asOf, due: '2026-02-14' },
  ])
  const facts = {
    needsAnalysisAccuracy: '0.9',
    solutionAcceptance: '0.85',
    contractClauseErrors: '0.01',
    onTimeDelivery: '0.95',
    satisfactionOfFive: '4.5',
  }
  const outcome = [
    ...cases.map((one) => attempt(() => checkServiceLevel(one, policy, hours))),
    attempt(() => checkQuality(facts, policy)),
    // A percentage is refused where a ratio is due.
    ...Object.keys(facts).map((fact) => attempt(() => checkQuality({ [fact]: 90 }, policy))),
    attempt(() => checkQuality({ satisfactionOfFive: 6 }, policy)),
  ]
  return JSON.parse(JSON.stringify(outcome, (key, part) => (key === 'policy' ? undefined : part)))
}

/** Another word or figure that a company might have instead. */
const others: Readonly<Record<string, unknown>> = {
  'working-days': 'days',
  hours: 'minutes',
  days: 'working-days',
  'end-of-day': 'closing',
  'at-least': 'at-most',
  'at-most': 'at-least',
  ratio: 'points',
  points: 'ratio',
}

function otherOf(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  return others[String(value)] ?? (/^[\d.]+$/.test(String(value)) ? `${value}1` : 'other')
}

/** Half a day is refused by the policy, and not by what it comes to. */
const whole: Readonly<Record<string, string>> = {
  '0.9': '0.91',
  '0.85': '0.86',
  '0.01': '0.001',
  '0.95': '0.96',
  '4.5': '4.6',
}

function changed(path: string): never {
  const copy = JSON.parse(JSON.stringify(handbook.service))
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let part = copy
  for (const step of steps) part = part[step]
  // Points alone have an end.
  if (last === 'unit') delete part.maximum
  part[last] = whole[String(part[last])] ?? otherOf(part[last])
  return { ...copy, provenance: [] } as never
}

const { id: _, version: __, provenance: ___, ...figures } = handbook.service
const before = outcomes(handbook.service)

describe('each figure of the standards of service of the handbook', () => {
  it.each(leaves(figures))('turns an outcome: %s', (path) => {
    const policy = attempt(() => defineServiceStandards(changed(path)))
    expect(policy.ok ? [] : policy.issues).toEqual([])
    if (policy.ok) expect(outcomes(policy.value)).not.toEqual(before)
  })

  it('is in the handbook, or said to be ours', () => {
    const sources = handbook.service.provenance ?? []
    const of = (path: string) =>
      sources
        .filter(
          (source) =>
            path === source.path ||
            path.startsWith(`${source.path}.`) ||
            path.startsWith(`${source.path}[`),
        )
        .sort((a, b) => b.path.length - a.path.length)[0]?.origin
    const ours = leaves(figures)
      .map((path) => path.replace(/\.(\d+)/g, '[$1]'))
      .filter((path) => of(path) !== 'handbook')
    expect(ours).toEqual([
      ...['standards[0].unit', 'standards[1].unit', 'standards[2].until', 'standards[3].until'],
      ...['standards[4].unit', 'standards[5].unit', 'standards[6].unit', 'standards[7].unit'],
      ...['standards[8].buffer.unit', 'standards[9].within', 'standards[9].unit'],
    ])
  })
})

function leaves(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]))
}
