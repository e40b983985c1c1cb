import type { SalesVelocity } from '../../../pipeline/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** How much is sold per day, and what more each lever would sell. */
export function describeVelocity(velocity: SalesVelocity, voice: Voice): Document {
  const { perDay, per30Days, gains } = velocity
  const words = voice.words.pipeline.velocity
  return documentOf(velocity, voice, {
    title: words.title,
    answer:
      perDay === null || per30Days === null
        ? words.none
        : words.perDay({
            perDay: voice.number(perDay),
            per30Days: voice.number(per30Days),
          }),
    sentences: Object.entries(gains).map(([lever, gain]) =>
      words.gain({ lever: leverOf(lever, voice), gain: voice.percent(gain) }),
    ),
    blocks: velocityOf(velocity, voice),
  })
}

function leverOf(lever: string, { words }: Voice): string {
  return new Map(Object.entries(words.pipeline.velocity.lever)).get(lever) ?? lever
}

/** The levers of the velocity, and what each would add. */
export function velocityOf(velocity: SalesVelocity, voice: Voice): readonly Block[] {
  const { fields, pipeline } = voice.words
  const words = pipeline.velocity
  return [
    ...tableOf(voice, {
      title: words.levers,
      rows: [velocity],
      columns: {
        open: { as: 'number', head: words.lever.open },
        dealSize: { as: 'number', head: words.lever.dealSize },
        winRate: { as: 'percent', head: words.lever.winRate },
        cycleDays: { as: 'number', head: words.lever.cycleDays },
        perDay: 'number',
        per30Days: { as: 'number', head: fields.perMonthOfDays },
      },
    }),
    ...tableOf(voice, {
      title: words.gains,
      rows: Object.entries(velocity.gains).map(([lever, gain]) => ({
        lever: leverOf(lever, voice),
        gain,
      })),
      columns: { lever: 'text', gain: 'percent' },
    }),
  ]
}
