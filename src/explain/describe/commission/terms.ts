import type { Settlement } from '../../../commission/index.js'
import type { Block, Fact } from '../../document.js'
import { factsBlock, namedFact, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'

/** How earned commission becomes payments: the terms of the plan. */
export function termsOf({ terms, currency }: Settlement, voice: Voice): readonly Block[] {
  const words = voice.words.settlement.terms
  const { parts = [], draw } = terms
  return [
    ...factsBlock({ title: words.title, facts: factsOf(terms, currency, voice) }),
    ...tableOf(voice, {
      title: words.parts,
      rows: parts,
      columns: {
        share: 'percent',
        on: { as: 'word', head: words.on },
        after: { as: 'number', head: words.after },
        from: { as: 'percent', head: words.beyond },
      },
    }),
    ...tableOf(voice, {
      title: words.schedule,
      rows: draw?.schedule ?? [],
      currency,
      columns: { periods: { as: 'number', head: words.drawPeriods }, amount: 'money' },
    }),
  ]
}

type Terms = Settlement['terms']

function factsOf(terms: Terms, currency: string, voice: Voice): readonly Fact[] {
  const { words } = voice
  const heads = words.settlement.terms
  const { on, parts, accrual, trueUp, holdback, minimumPayout, afterLeaving } = terms
  const money = words.inCurrency(heads.minimumPayout, currency)
  return [
    ...(parts ? [] : namedFact(voice, heads.on, on, 'word')),
    ...namedFact(voice, heads.accrual, heads.accruals[accrual], 'text'),
    ...(accrual === 'period' ? [] : namedFact(voice, heads.trueUp, heads.trueUps[trueUp], 'text')),
    ...namedFact(voice, heads.holdback, holdback?.share, 'percent'),
    ...namedFact(voice, heads.releaseAfter, holdback?.releaseAfter, 'number'),
    ...drawOf(terms, currency, voice),
    ...namedFact(voice, money, minimumPayout, 'money'),
    ...namedFact(voice, heads.afterLeaving, afterLeaving, 'percent'),
  ]
}

function drawOf({ draw }: Terms, currency: string, voice: Voice): readonly Fact[] {
  if (draw === undefined) return []
  const { words } = voice
  const heads = words.settlement.terms
  const { amount, kind, periods, service, recoverFrom, recoverAfter, recoverAtMost } = draw
  const inMoney = (head: string) => words.inCurrency(head, currency)
  return [
    ...namedFact(voice, inMoney(heads.draw), amount, 'money'),
    ...namedFact(voice, heads.drawKind, heads.drawKinds[kind], 'text'),
    ...namedFact(voice, heads.drawPeriods, periods, 'number'),
    ...namedFact(voice, heads.service, service && heads.serviceBy[service.by], 'text'),
    ...namedFact(voice, heads.serviceMonths, service && heads.months[service.months], 'text'),
    ...namedFact(voice, heads.recoverFrom, heads.recoveredFrom[recoverFrom], 'text'),
    ...namedFact(voice, heads.recoverAfter, recoverAfter, 'number'),
    ...namedFact(voice, heads.recoverAtMost, recoverAtMost, 'percent'),
    ...namedFact(voice, inMoney(heads.owedAtMost), draw.owedAtMost, 'money'),
  ]
}
