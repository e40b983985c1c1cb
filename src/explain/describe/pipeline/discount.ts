import type { DiscountCheck } from '../../../pipeline/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf, gapsOf, namesOf } from '../common.js'

/** Whether a discount may be granted, by whom, and what it lacks. */
export function describeDiscount(check: DiscountCheck, voice: Voice): Document {
  const { rung, approver, lowestPrice, withoutExchange, missing } = check
  const words = voice.words.pipeline.discount
  const [discount, amountOff] = [voice.percent(check.discount), voice.number(check.amountOff)]
  return documentOf(check, voice, {
    title: words.title,
    answer: words[check.decision]({ rung, discount, amountOff, approver: approver ?? '' }),
    sentences: [
      ...(lowestPrice === null
        ? []
        : [words.lowestPrice({ rung, lowestPrice: voice.number(lowestPrice) })]),
      ...(withoutExchange.length === 0
        ? []
        : [words.withoutExchange({ concessions: voice.list(withoutExchange) })]),
      ...(missing.length === 0 ? [] : [words.missing({ facts: voice.list(missing) })]),
      ...gapsOf(voice, check.checks),
    ],
    blocks: tablesOf(check, voice),
  })
}

function tablesOf(check: DiscountCheck, voice: Voice): readonly Block[] {
  const words = voice.words.pipeline.discount
  const { authorities } = check
  return [
    ...tableOf(voice, {
      title: words.result,
      rows: [check],
      columns: {
        decision: 'word',
        rung: 'text',
        approver: 'text',
        discount: 'percent',
        amountOff: 'number',
        margin: 'percent',
        lowestPrice: 'number',
      },
    }),
    ...checksOf(voice, words.gates, check.checks),
    ...tableOf(voice, {
      title: words.authorities,
      rows: authorities,
      columns: { rung: 'text', mayGrant: 'word' },
    }),
    ...checksOf(
      voice,
      words.limits,
      authorities.flatMap(({ rung, checks }) => checks.map((one) => ({ ...one, rule: rung }))),
    ),
    ...namesOf(voice, words.concessions, check.withoutExchange),
    ...namesOf(voice, words.facts, check.missing),
  ]
}
