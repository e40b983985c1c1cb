import type { RewardCheck } from '../../../rewards/index.js'
import type { Document } from '../../document.js'
import { factOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf, gapsOf, namesOf } from '../common.js'

/** Whether a reward is open to somebody, and what is missing. */
export function describeReward(check: RewardCheck, voice: Voice): Document {
  const { rewards, fields } = voice.words
  return documentOf(check, voice, {
    title: rewards.reward.title,
    head: factOf(voice, 'reward', check.reward),
    answer: answerOf(check, voice),
    sentences: gapsOf(voice, check.checks),
    blocks: [
      ...checksOf(voice, voice.words.checks.title, check.checks),
      ...namesOf(voice, fields.missing, check.missing),
    ],
  })
}

function answerOf({ reward, eligible, missing }: RewardCheck, voice: Voice): string {
  const words = voice.words.rewards.reward
  if (eligible === true) return words.eligible({ reward })
  const ids = voice.list(missing)
  return eligible === false
    ? words.notEligible({ reward, missing: ids })
    : words.unknown({ reward, missing: ids })
}
