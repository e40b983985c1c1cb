import type { CustomerProtection } from '../../../health/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, issuesOf } from '../common.js'

/** Who owns a customer, until when, and what became of each claim. */
export function describeProtection(protection: CustomerProtection, voice: Voice): Document {
  const { claims, unassigned } = protection
  const words = voice.words.health.protection
  return documentOf(protection, voice, {
    title: words.title,
    head: factOf(voice, 'asOf', protection.asOf),
    answer: answerOf(protection, voice),
    sentences: [
      ...(unassigned === null || unassigned === '0'
        ? []
        : [words.unassigned({ unassigned: voice.percent(unassigned) })]),
      ...claims.map((claim) => claimOf(claim, voice)),
    ],
    blocks: [...stateOf(protection, voice), ...historyOf(protection, voice)],
  })
}

function answerOf(protection: CustomerProtection, voice: Voice): string {
  const { owner, shares, tenures, state } = protection
  const words = voice.words.health.protection
  if (state === 'shared') {
    const parts = shares.map(({ rep, share }) => words.share({ rep, share: voice.percent(share) }))
    return words.shared({ shares: voice.list(parts) })
  }
  if (owner === null) return words.pool
  const to = tenures.filter(({ rep }) => rep === owner).at(-1)?.to ?? null
  return to === null ? words.owned({ owner }) : words.ownedUntil({ owner, to })
}

function claimOf(
  { rep, date, state, because }: CustomerProtection['claims'][number],
  voice: Voice,
) {
  const words = voice.words.health.protection
  const reason = because === null ? '' : words.obstacle[because]
  return words.claim[state]({ rep, date, because: reason })
}

function stateOf(protection: CustomerProtection, voice: Voice): readonly Block[] {
  const words = voice.words.health.protection
  return [
    ...tableOf(voice, {
      title: words.state,
      rows: [protection],
      columns: { state: 'word', owner: 'text', unassigned: 'percent' },
    }),
    ...tableOf(voice, {
      title: words.shares,
      rows: protection.shares,
      columns: { rep: 'text', share: 'percent' },
    }),
  ]
}

function historyOf({ tenures, claims, issues }: CustomerProtection, voice: Voice) {
  const words = voice.words.health.protection
  return [
    ...tableOf(voice, {
      title: words.tenures,
      rows: tenures,
      columns: { rep: 'text', from: 'date', to: 'date', because: 'word' },
    }),
    ...tableOf(voice, {
      title: words.claims,
      rows: claims,
      columns: { rep: 'text', date: 'date', state: 'word', because: 'word', owner: 'text' },
    }),
    ...issuesOf(voice, words.issues, issues),
  ]
}
