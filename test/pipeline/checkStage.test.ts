import { checkStage, defineSalesProcess, handbook, type StageMove } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { problemsOf } from './process.js'

const { pipeline } = handbook
const everything = {
  customerProfile: true,
  needsAnalysisForm: true,
  priorityMap: true,
  firstContactScript: true,
  needsReport: true,
  painList: true,
  situationQuestions: true,
  problemQuestions: true,
  implicationQuestions: true,
  needPayoffQuestions: true,
  tailoredProposal: true,
  successStories: 3,
  competitorComparison: true,
  demonstration: true,
  floorSet: true,
  concessionsSet: true,
  givenInExchange: true,
  answersToObjections: true,
  installed: true,
  trained: true,
  feedbackGiven: true,
  serviceConfirmationSigned: true,
  progressBoard: true,
  acceptanceCriteria: true,
  improvementSuggestions: 3,
  customerTier: true,
  servicePackage: true,
  feedbackLoop: true,
}
const ids = pipeline.stages.map(({ id }) => id)

describe('checkStage', () => {
  it('takes a deal through the six stages in order (PIP-1)', () => {
    expect(ids).toEqual([
      'prospecting',
      'needs-analysis',
      'solution-design',
      'negotiation-signing',
      'delivery',
      'after-sales-care',
    ])
    for (const [at, id] of ids.entries()) {
      const checked = checkStage(everything, id, pipeline)
      expect([checked.to, checked.mayMove, checked.complete]).toEqual([
        ids[at + 1] ?? null,
        true,
        true,
      ])
      expect(checked.missing).toEqual([])
    }
  })

  it.each([
    ['prospecting', 'customerProfile', 'PIP-4'],
    ['prospecting', 'needsAnalysisForm', 'PIP-4'],
    ['needs-analysis', 'needsReport', 'PIP-6'],
    ['solution-design', 'tailoredProposal', 'PIP-6'],
    ['negotiation-signing', 'floorSet', 'PIP-8'],
    ['negotiation-signing', 'concessionsSet', 'PIP-8'],
    ['negotiation-signing', 'givenInExchange', 'PIP-4'],
    ['delivery', 'installed', 'PIP-7'],
    ['delivery', 'trained', 'PIP-7'],
    ['delivery', 'feedbackGiven', 'PIP-7'],
    ['delivery', 'serviceConfirmationSigned', 'PIP-4'],
  ])('holds a deal in %s back without %s (%s)', (stage, id, clause) => {
    const checked = checkStage({ ...everything, [id]: false }, stage, pipeline)
    expect([checked.mayMove, checked.complete]).toEqual([false, false])
    expect(checked.missing).toEqual([{ id, outcome: 'unmet', gap: null, holdsBack: true }])
    expect(checked.checks.find((one) => one.id === id)?.clause).toBe(clause)
    expect(checked.clauses).toContain(clause)
  })

  it.each([
    ['prospecting', 'priorityMap'],
    ['prospecting', 'firstContactScript'],
    ['needs-analysis', 'painList'],
    ['needs-analysis', 'situationQuestions'],
    ['needs-analysis', 'problemQuestions'],
    ['needs-analysis', 'implicationQuestions'],
    ['needs-analysis', 'needPayoffQuestions'],
    ['solution-design', 'competitorComparison'],
    ['solution-design', 'demonstration'],
    ['negotiation-signing', 'answersToObjections'],
    ['delivery', 'progressBoard'],
    ['delivery', 'acceptanceCriteria'],
    ['after-sales-care', 'customerTier'],
    ['after-sales-care', 'servicePackage'],
    ['after-sales-care', 'feedbackLoop'],
  ])('lets a deal in %s go without %s, and reports it (PIP-6)', (stage, id) => {
    const checked = checkStage({ ...everything, [id]: false }, stage, pipeline)
    expect([checked.mayMove, checked.complete]).toEqual([true, false])
    expect(checked.missing).toEqual([{ id, outcome: 'unmet', gap: null, holdsBack: false }])
  })

  it.each([
    ['solution-design', 'successStories'],
    ['after-sales-care', 'improvementSuggestions'],
  ])('asks in %s for three of %s, and says how many are missing (PIP-4)', (stage, id) => {
    const checked = checkStage({ ...everything, [id]: 1 }, stage, pipeline)
    expect(checked.mayMove).toBe(false)
    expect(checked.missing).toEqual([{ id, outcome: 'unmet', gap: '2', holdsBack: true }])
  })

  it('never takes unknown for met', () => {
    const { installed: _, ...rest } = everything
    const checked = checkStage(rest, 'delivery', pipeline)
    expect([checked.mayMove, checked.complete]).toEqual(['unknown', 'unknown'])
    expect(checked.missing).toEqual([
      { id: 'installed', outcome: 'unknown', gap: null, holdsBack: true },
    ])
    const { progressBoard: __, ...reported } = everything
    const other = checkStage(reported, 'delivery', pipeline)
    expect([other.mayMove, other.complete]).toEqual([true, 'unknown'])
  })

  it('moves back without conditions, and never over a stage', () => {
    const back = checkStage({}, { from: 'delivery', to: 'needs-analysis' }, pipeline)
    expect([back.allowed, back.mayMove]).toEqual([true, true])
    const over = checkStage(everything, { from: 'prospecting', to: 'delivery' }, pipeline)
    expect([over.allowed, over.mayMove, over.allowedTo]).toEqual([false, false, ['needs-analysis']])
    const same = checkStage(everything, { from: 'delivery', to: 'delivery' }, pipeline)
    expect([same.allowed, same.mayMove]).toEqual([false, false])
  })

  it('cites no clause of what cites none', () => {
    const stories = { id: 'stories', comparison: 'at-least', required: 3, unit: 'count' } as const
    const stages = [{ id: 'a', requires: [stories], reports: [{ ...stories, clause: 'C-7' }] }]
    const process = defineSalesProcess({ currency: 'CNY', stages })
    expect(checkStage({ stories: 2 }, 'a', process).clauses).toEqual(['PIP-1', 'C-7'])
  })

  it('takes the moves that a process has', () => {
    const stages = [{ id: 'a', to: ['c'] }, { id: 'b' }, { id: 'c', to: [] }]
    const process = defineSalesProcess({ currency: 'CNY', stages })
    expect(checkStage({}, 'a', process)).toMatchObject({ to: 'b', allowed: false, mayMove: false })
    expect(checkStage({}, { from: 'a', to: 'c' }, process)).toMatchObject({ mayMove: true })
    expect(process.stages.map(({ to }) => to)).toEqual([['c'], ['a', 'c'], []])
  })

  it.each([
    ['delivry', {}, ['NOT_IN_POLICY move']],
    [{ from: 'delivery', to: 'paid' }, {}, ['NOT_IN_POLICY move.to']],
    [{ from: 'delivery' }, {}, ['VALUE_MISSING move.to']],
    [{}, {}, ['VALUE_MISSING move.from', 'VALUE_MISSING move.to']],
    [undefined, {}, ['VALUE_MISSING move']],
    ['delivery', { instaled: true }, ['UNKNOWN_KEY facts.instaled']],
    ['delivery', { installed: 'yes' }, ['VALUE_INVALID facts.installed']],
    ['delivery', { progressBoard: 'yes' }, ['VALUE_INVALID facts.progressBoard']],
    ['solution-design', { successStories: -1 }, ['VALUE_INVALID facts.successStories']],
    ['solution-design', { successStories: '2.5' }, ['VALUE_INVALID facts.successStories']],
  ])('refuses the move %j of %j by name', (move, facts, problems) => {
    expect(problemsOf(() => checkStage(facts, move as StageMove, pipeline))).toEqual(problems)
  })
})
