import fc from 'fast-check'
import {
  attempt,
  defineLeadModel,
  handbook,
  type LeadColumns,
  scoreLeadColumns,
  scoreLeadRows,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { cells, columnOf } from '../../columns.js'

const CRITERIA = ['budget', 'authority', 'urgency']
const FLAGS = ['reachable', 'duplicate', 'inMarket']

describe('the scores of leads in columns', () => {
  it('are those of the same leads as rows, with their bands and reasons', () => {
    const flags = fc.array(fc.tuple(...FLAGS.map(() => fc.constantFrom(0, 1, 1, 2))), {
      minLength: 8,
      maxLength: 8,
    })
    fc.assert(
      fc.property(cells(CRITERIA), flags, fc.subarray(FLAGS), (scored, drawn, given) => {
        const flagOf = (row: number, id: string) => drawn[row]?.[FLAGS.indexOf(id)] ?? 0
        const rows = scored.map((lead, row) => {
          const own = given.map((id) => [id, flagOf(row, id)] as const)
          return {
            ...lead,
            ...Object.fromEntries(own.map(([id, flag]) => [id, flag > 1 ? flag : flag === 1])),
          }
        })
        const facts: LeadColumns = {
          ...Object.fromEntries(CRITERIA.map((id) => [id, columnOf(scored, id)])),
          ...Object.fromEntries(
            given.map((id) => [id, Uint8Array.from(scored, (_, row) => flagOf(row, id))]),
          ),
        }
        expect(scoreLeadColumns(facts, handbook.leads)).toEqual(scoreLeadRows(rows, handbook.leads))
      }),
      { numRuns: 500 },
    )
  })

  it('take a number where a fact disqualifies by its size', () => {
    const { disqualifiers: _, ...others } = throughJson<object>(handbook.leads) as Record<
      string,
      unknown
    >
    const model = defineLeadModel({
      ...others,
      disqualifiers: [
        {
          reason: 'too-small',
          when: { id: 'employees', comparison: 'below', required: '5', unit: 'count' },
        },
      ],
    } as never)
    const points = Float64Array.of(80, 80, 80)
    const facts = {
      budget: points,
      authority: points,
      urgency: points,
      employees: Float64Array.of(4, 5, Number.NaN),
    }
    const { disqualified, bands } = scoreLeadColumns(facts, model)
    expect(disqualified).toEqual([{ row: 0, reasons: ['too-small'] }])
    expect([...bands]).toEqual([-1, 0, 0])
  })

  it.each<[string, unknown, string]>([
    [
      'a flag that is a list',
      { duplicate: [true] },
      'duplicate: got an array, expected a Uint8Array of 0 and 1.',
    ],
    [
      'points that are flags',
      { budget: Uint8Array.of(1) },
      'budget: got an object, expected a Float64Array.',
    ],
  ])('refuse %s', (_, facts, message) => {
    const result = attempt(() => scoreLeadColumns(facts as LeadColumns, handbook.leads))
    expect(result.ok ? [] : result.issues.map((issue) => issue.message)).toEqual([message])
  })
})
