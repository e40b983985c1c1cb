import type { Condition } from '../../../kernel/index.js'
import type { Block } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf } from '../common.js'
import type { Schedule } from './vesting.js'

/** The terms of a grant, its tranches, and what became of each. */
export function vestingTables(schedule: Schedule, voice: Voice): readonly Block[] {
  const { fields, rewards } = voice.words
  return [
    ...termsOf(schedule, voice),
    ...tableOf(voice, {
      title: rewards.vesting.tranches,
      rows: schedule.tranches,
      columns: {
        date: 'date',
        shares: 'number',
        total: { as: 'number', head: fields.sharesSoFar },
      },
    }),
    ...positionOf(schedule, voice),
  ]
}

function termsOf({ terms, shares, start, cliff }: Schedule, voice: Voice): readonly Block[] {
  const { fields, rewards } = voice.words
  const words = rewards.vesting
  const { tranches } = terms
  const custom = typeof tranches === 'number' ? [] : tranches
  const count = typeof tranches === 'number' ? tranches : undefined
  return [
    ...tableOf(voice, {
      title: words.terms,
      rows: [{ ...terms, tranches: count, shares, start, cliff }],
      columns: {
        shares: 'number',
        start: 'date',
        tranches: 'number',
        every: 'text',
        cliffMonths: 'number',
        cliff: 'date',
        allocation: 'text',
      },
    }),
    ...tableOf(voice, {
      title: words.custom,
      rows: custom,
      columns: { months: 'number', weight: { as: 'number', head: fields.weight } },
    }),
    ...tableOf(voice, {
      title: words.requires,
      rows: custom.flatMap(({ months, requires }) =>
        requires === undefined ? [] : factsIn(requires).map((fact) => ({ ...fact, months })),
      ),
      columns: {
        months: 'number',
        id: 'text',
        comparison: 'word',
        required: 'value',
        unit: 'text',
        clause: 'text',
      },
    }),
  ]
}

type Fact = Extract<Condition, { readonly id: string }>

function factsIn(condition: Condition): readonly Fact[] {
  if ('id' in condition) return [condition]
  if ('all' in condition) return condition.all.flatMap(factsIn)
  return ('any' in condition ? condition.any : condition.of).flatMap(factsIn)
}

function positionOf({ position }: Schedule, voice: Voice): readonly Block[] {
  if (position === null) return []
  const { checks, fields, rewards } = voice.words
  const words = rewards.vesting
  return [
    ...tableOf(voice, {
      title: words.status,
      rows: [position],
      columns: { asOf: 'date', vested: 'number', unvested: 'number', forfeited: 'number' },
    }),
    ...tableOf(voice, {
      title: words.positions,
      rows: position.tranches,
      columns: {
        date: 'date',
        state: 'word',
        vested: 'number',
        forfeited: 'number',
        vestedOn: 'date',
      },
    }),
    ...checksOf(
      voice,
      checks.title,
      position.tranches.flatMap((one) => one.checks.map((check) => ({ ...check, rule: one.date }))),
    ),
    ...tableOf(voice, {
      title: words.leaving,
      rows: position.leaver === null ? [] : [position.leaver],
      columns: {
        kind: 'text',
        lastDay: { as: 'date', head: fields.lastDayInService },
        vested: { as: 'word', head: fields.whatVested },
        unvested: { as: 'word', head: fields.whatRemains },
      },
    }),
  ]
}
