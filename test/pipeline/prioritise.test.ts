import { handbook, prioritise, type Task } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { problemsOf, processOf, written } from './process.js'

const { pipeline } = handbook
const ids = (tasks: readonly Task[], process = pipeline) =>
  prioritise(tasks, process).tasks.map(({ id }) => id)

describe('prioritise', () => {
  it.each([
    [50, 50, 1],
    [50, '49.99', 2],
    ['49.99', 50, 3],
    ['49.99', '49.99', 4],
    [100, 0, 2],
    [0, 100, 3],
  ])(
    'puts importance %s and urgency %s into quadrant %i (PIP-5)',
    (important, urgent, quadrant) => {
      expect(prioritise([{ id: 't', important, urgent }], pipeline).tasks[0]?.quadrant).toBe(
        quadrant,
      )
    },
  )

  it('puts care of key customers first, whatever its points, and of no others (PIP-5)', () => {
    const care = { important: 10, urgent: 10, kind: 'care' }
    const { tasks } = prioritise(
      [
        { ...care, id: 'ordinary', customerTier: 'ordinary' },
        { ...care, id: 'key', customerTier: 'key' },
        { ...care, id: 'unknown' },
        { id: 'bare', kind: 'care', customerTier: 'key' },
      ],
      pipeline,
    )
    expect(tasks.map(({ id, quadrant, always }) => [id, quadrant, always])).toEqual([
      ['bare', 1, true],
      ['key', 1, true],
      ['ordinary', 4, false],
      ['unknown', 4, false],
    ])
    expect(tasks[0]).toMatchObject({ important: 50, urgent: 50 })
  })

  it('orders by importance, urgency, date and id, whatever order tasks come in', () => {
    const tasks = [
      { id: 'e', important: 60, urgent: 60 },
      { id: 'd', important: 60, urgent: 60, due: '2026-05-02' },
      { id: 'c', important: 60, urgent: 60, due: '2026-05-01' },
      { id: 'b', important: 60, urgent: 70 },
      { id: 'a', important: 70, urgent: 60 },
    ]
    expect(ids(tasks)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(ids([...tasks].reverse())).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('takes the lines of the process', () => {
    const process = processOf(2, { priorities: { importantFrom: 70, urgentFrom: 30 } })
    const { tasks } = prioritise([{ id: 't', important: 69, urgent: 30 }], process)
    expect(tasks[0]?.quadrant).toBe(3)
  })

  it('names each task that cannot be read, and goes on', () => {
    const wrong = [
      { id: 'a', important: 101, urgent: 1 },
      { id: 'b', important: -1, urgent: 1 },
      { id: 'c', urgent: 1 },
      { important: 1, urgent: 1 },
      { id: 7, important: 1, urgent: 1 },
      { id: 'd', important: 1, urgent: 1, due: 'soon' },
      { id: 'e', important: 1, urgent: 1, importance: 2 },
      { id: 'f', important: 1, urgent: 1, kind: 7 },
      { id: 'ok', important: 1, urgent: 1 },
    ]
    const { notCounted, tasks } = prioritise(
      [{ id: 'ok', important: 1, urgent: 1 }, ...wrong] as Task[],
      pipeline,
    )
    expect(tasks.map(({ id }) => id)).toEqual(['ok'])
    expect(notCounted.map(({ issues }) => issues.map(written).join())).toEqual([
      'NUMBER_OUT_OF_RANGE tasks.1.important',
      'NUMBER_OUT_OF_RANGE tasks.2.important',
      'VALUE_MISSING tasks.3.important',
      'VALUE_MISSING tasks.4.id',
      'VALUE_INVALID tasks.5.id',
      'DATE_INVALID tasks.6.due',
      'UNKNOWN_KEY tasks.7.importance',
      'VALUE_INVALID tasks.8.kind',
      'ID_DUPLICATE tasks.9.id',
    ])
  })

  it('refuses what is no list, and a process without priorities', () => {
    expect(problemsOf(() => prioritise({} as never, pipeline))).toEqual(['VALUE_INVALID tasks'])
    expect(problemsOf(() => prioritise([], processOf(2)))).toEqual(['NOT_IN_POLICY policy'])
  })
})
