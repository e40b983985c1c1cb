import type { VestingSchedule } from '../../../rewards/index.js'
import type { Document } from '../../document.js'
import { factOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { vestingTables } from './vestingTables.js'

/** When a grant vests, and what has. */
export function describeVesting({ policy, ...schedule }: VestingSchedule, voice: Voice): Document {
  return documentOf(policy === null ? schedule : { ...schedule, policy }, voice, {
    title: voice.words.rewards.vesting.title,
    head: factOf(voice, 'plan', schedule.plan),
    answer: answerOf(schedule, voice),
    sentences: sentencesOf(schedule, voice),
    blocks: vestingTables(schedule, voice),
  })
}

export type Schedule = Omit<VestingSchedule, 'policy'>

function answerOf({ position, tranches, ...schedule }: Schedule, voice: Voice): string {
  const words = voice.words.rewards.vesting
  const shares = voice.number(schedule.shares)
  if (position === null)
    return words.schedule({
      shares,
      from: tranches[0]?.date ?? schedule.start,
      to: tranches.at(-1)?.date ?? schedule.start,
    })
  const { asOf } = position
  const [vested, unvested] = [voice.number(position.vested), voice.number(position.unvested)]
  return words.position({ asOf, shares, vested, unvested })
}

function sentencesOf({ position, cliff }: Schedule, voice: Voice): readonly string[] {
  const words = voice.words.rewards.vesting
  const next = position?.tranches.find(({ state }) => state === 'scheduled')
  return [
    ...(position !== null && position.forfeited > 0
      ? [words.forfeited({ forfeited: voice.number(position.forfeited) })]
      : []),
    ...(next === undefined ? [] : [words.next({ date: next.date })]),
    ...(cliff === null ? [] : [words.cliff({ cliff })]),
    ...leaverOf(position, voice),
  ]
}

function leaverOf(position: Schedule['position'], voice: Voice): readonly string[] {
  const leaver = position?.leaver ?? null
  if (leaver === null) return []
  const { lastDay, kind } = leaver
  const words = voice.words.rewards.vesting
  const [vested, unvested] = [words.whatVested[leaver.vested], words.whatRemains[leaver.unvested]]
  return [words.leaver({ lastDay, kind, vested, unvested })]
}
