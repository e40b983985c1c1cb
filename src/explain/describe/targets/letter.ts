import type { TargetHistory } from '../../../targets/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** The target letter: what somebody is to reach, month by month, each revision, and who has signed. */
export function describeLetter(history: TargetHistory, voice: Voice): Document {
  const latest = latestOf(history)
  return documentOf(history, voice, {
    title: voice.words.targets.letter.title,
    head: [...factOf(voice, 'owner', history.owner), ...factOf(voice, 'measured', history.measure)],
    answer: answerOf(history, voice),
    sentences: sentencesOf(latest, voice),
    blocks: [
      ...versionsOf(history, voice),
      ...history.versions.flatMap((version) => partsOf(version, voice)),
      ...signaturesOf(history, voice),
    ],
  })
}

type Version = TargetHistory['versions'][number]

function latestOf({ versions }: TargetHistory): Version {
  const latest = versions.at(-1)
  if (latest === undefined) throw new TypeError('versions')
  return latest
}

function answerOf(history: TargetHistory, voice: Voice): string {
  const { owner, measure } = history
  const { missing, ...latest } = latestOf(history)
  const words = voice.words.targets.letter
  const target = { owner, measure, period: voice.period(history.period) }
  const amount = voice.number(latest.amount)
  return missing.length === 0
    ? words.signed({ ...target, amount })
    : words.unsigned({ ...target, amount, missing: voice.list(missing) })
}

function sentencesOf(latest: Version, voice: Voice): readonly string[] {
  const { missing, from, change, revises, reason } = latest
  const words = voice.words.targets.letter
  const version = voice.number(latest.version)
  return [
    ...(missing.length === 0 ? [] : [words[latest.unsigned]]),
    ...(revises === null || change === null
      ? []
      : [
          words.revised({
            from,
            version,
            revises: voice.number(revises),
            change: voice.number(change),
          }),
        ]),
    ...(reason === null ? [] : [words.reason({ reason })]),
  ]
}

function versionsOf({ versions }: TargetHistory, voice: Voice): readonly Block[] {
  const { fields, targets } = voice.words
  return tableOf(voice, {
    title: targets.letter.versions,
    rows: versions.map(({ policy, ...version }) => ({
      ...version,
      policy: policy.id,
      policyVersion: policy.version,
      effectiveFrom: policy.effectiveFrom,
      fingerprint: policy.fingerprint,
    })),
    columns: {
      version: 'number',
      from: 'date',
      amount: 'number',
      change: 'number',
      revises: 'number',
      reason: { as: 'text', head: fields.grounds },
      signers: 'list',
      missing: { as: 'list', head: fields.toSign },
      unsigned: { as: 'word', head: fields.unsigned },
      policy: 'text',
      policyVersion: 'text',
      effectiveFrom: 'date',
      fingerprint: 'text',
    },
  })
}

function partsOf({ version, parts, amount }: Version, voice: Voice): readonly Block[] {
  return tableOf(voice, {
    title: voice.words.targets.letter.parts({ version: voice.number(version) }),
    rows: parts,
    columns: { period: 'text', from: 'date', to: 'date', amount: 'number' },
    total: { amount },
  })
}

/** Who has signed, and a line for whoever is still to sign. */
function signaturesOf({ versions }: TargetHistory, voice: Voice): readonly Block[] {
  const { fields, targets } = voice.words
  const rows = versions.flatMap(({ version, signatures, missing }) => [
    ...signatures.map((signature) => ({ ...signature, version })),
    ...missing.map((as) => ({ as, version, by: undefined, on: undefined })),
  ])
  return tableOf(voice, {
    title: targets.letter.signatures,
    rows,
    columns: {
      version: 'number',
      as: 'text',
      by: { as: 'text', head: fields.signedBy },
      on: 'date',
    },
  })
}
