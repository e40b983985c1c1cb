import type { PromotionCheck } from '../../../careers/index.js'
import type { Document } from '../../document.js'
import type { Voice } from '../../voice.js'
import { documentOf, gapsOf } from '../common.js'
import { checkedOf } from './checked.js'

/** Whether somebody may be promoted, what is missing, and the shortest way. */
export function describePromotion(promotion: PromotionCheck, voice: Voice): Document {
  return documentOf(promotion, voice, {
    title: voice.words.careers.promotion.title,
    answer: answerOf(promotion, voice),
    sentences: [...gapsOf(voice, promotion.nearest), ...dimensionsOf(promotion, voice)],
    blocks: checkedOf([promotion], voice),
  })
}

function answerOf({ rung, eligible, missing }: PromotionCheck, voice: Voice): string {
  const words = voice.words.careers.promotion
  if (eligible === true) return words.eligible({ rung })
  const ids = voice.list(missing)
  return eligible === false
    ? words.notEligible({ rung, missing: ids })
    : words.unknown({ rung, missing: ids })
}

function dimensionsOf({ dimensions }: PromotionCheck, voice: Voice): readonly string[] {
  if (dimensions === null) return []
  const words = voice.words.careers.promotion
  const { score, remaining, missing } = dimensions
  if (score === null) return [words.dimensionsUnknown({ missing: voice.list(missing) })]
  const marks = { score: voice.number(score), passMark: voice.number(dimensions.passMark) }
  return remaining === null || remaining === 0
    ? [words.dimensionsMet(marks)]
    : [words.dimensionsShort({ ...marks, remaining: voice.number(remaining) })]
}
