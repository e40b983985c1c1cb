import type { CompensationSettlement } from '../../../compensation/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { answerOf, describeSettlement, notCountedOf, spanOf } from '../commission/settlement.js'
import { documentOf, partOf } from '../common.js'
import { capBlocks, capSentences, lookedAt } from './components.js'

/** A payee's payments by several components: all together, and the settlement of each. */
export function describeCompensationSettlement(
  settlement: CompensationSettlement,
  voice: Voice,
): Document {
  const { periods, components, currency, paid, notCounted } = settlement
  const words = voice.words.compensation
  const last = periods.at(-1)
  return documentOf(settlement, voice, {
    title: words.settled.title,
    answer: answerOf(settlement, voice),
    sentences: [
      ...(last === undefined ? [] : lastOf(last, currency, voice)),
      ...capSentences(last?.cap, currency, voice),
      ...(notCounted.length === 0 ? [] : [voice.words.settlement.setAside]),
    ],
    amount: { amount: paid, currency },
    head: factOf(voice, 'period', spanOf(periods, voice)),
    blocks: [
      ...periodsOf(settlement, voice),
      ...notCountedOf(notCounted, voice),
      ...periods.flatMap((period) =>
        lookedAt(period.components, voice, (id) =>
          id === '' ? period.period : voice.list([period.period, id]),
        ),
      ),
      ...components.flatMap((one) =>
        partOf(voice, one.id, describeSettlement(one.settlement, voice)),
      ),
    ],
  })
}

type Settled = CompensationSettlement['periods'][number]

function lastOf({ period, components }: Settled, currency: string, voice: Voice): string[] {
  const words = voice.words.compensation
  const parts = components.map(({ id, amount }) =>
    words.component({ id, amount: voice.money(amount, currency) }),
  )
  return [words.settled.last({ period, parts: voice.list(parts) })]
}

function periodsOf(settlement: CompensationSettlement, voice: Voice): readonly Block[] {
  const { periods, currency, earned, adjusted, paid } = settlement
  const { blocks, heads } = voice.words.compensation
  return [
    ...tableOf(voice, {
      title: voice.words.settlement.blocks.periods,
      rows: periods,
      currency,
      columns: {
        period: 'text',
        earned: 'money',
        adjusted: 'money',
        paid: 'money',
        carried: 'money',
      },
      unlessZero: ['adjusted', 'carried'],
      total: { earned, adjusted, paid },
    }),
    ...tableOf(voice, {
      title: blocks.components,
      rows: periods.flatMap(({ period, components }) =>
        components.map(({ id, ...one }) => ({ ...one, period, component: id })),
      ),
      currency,
      columns: {
        period: 'text',
        component: 'text',
        weight: 'percent',
        targetIncentive: { as: 'money', head: heads.targetIncentive },
        cut: 'money',
        amount: { as: 'money', head: voice.words.fields.paid },
      },
    }),
    ...capBlocks(periods, currency, voice),
  ]
}
