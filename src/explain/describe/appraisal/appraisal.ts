import type { Appraisal } from '../../../appraisal/index.js'
import type { Block, Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { checksOf, documentOf } from '../common.js'

/** The appraisal sheet: the score, each indicator's part in it, and what is missing to the next level. */
export function describeAppraisal(appraisal: Appraisal, voice: Voice): Document {
  const { score, parts, bonuses, deductions, limit, missing } = appraisal
  const words = voice.words.appraisal
  return documentOf(appraisal, voice, {
    title: words.title,
    answer: words.scored({ score: voice.number(score) }),
    sentences: [
      ...nextLevels(appraisal, voice),
      ...(missing.length === 0 ? [] : [words.missing({ indicators: voice.list(missing) })]),
      ...limitOf(limit, voice),
      ...gradeLimits(appraisal, voice),
    ],
    blocks: [
      ...tableOf(voice, {
        title: words.blocks.parts,
        rows: parts.map(({ nextLevel, ...part }) => ({
          ...part,
          nextLevel: nextLevel?.level,
          from: nextLevel?.from,
          remaining: nextLevel?.remaining,
        })),
        columns: {
          id: 'text',
          attainment: 'percent',
          level: 'text',
          points: 'number',
          weight: 'number',
          weightUsed: 'percentage',
          contribution: 'number',
          source: 'text',
          nextLevel: 'text',
          from: { as: 'percent', head: voice.words.fields.startsAt },
          remaining: 'percent',
        },
      }),
      ...componentsOf(appraisal, voice),
      ...tableOf(voice, {
        title: words.blocks.added,
        rows: [...bonuses, ...deductions],
        columns: { id: 'text', points: 'number', contribution: 'number', source: 'text' },
      }),
      ...resultOf(appraisal, voice),
      ...capsOf(appraisal, voice),
    ],
  })
}

/** The score, what the limit adds to it or takes, and the grades that are not exceeded. */
function resultOf({ score, limit, gradeAtMost }: Appraisal, voice: Voice): readonly Block[] {
  const { appraisal, fields } = voice.words
  return [
    ...tableOf(voice, {
      title: appraisal.result,
      rows: [{ score, at: limit?.at, contribution: limit?.contribution }],
      columns: {
        score: 'number',
        at: { as: 'number', head: fields.limit },
        contribution: { as: 'number', head: fields.limitAdds },
      },
    }),
    ...tableOf(voice, {
      title: appraisal.notExceeded,
      rows: gradeAtMost,
      columns: { grade: 'text', because: 'text' },
    }),
  ]
}

function nextLevels({ parts }: Appraisal, voice: Voice): readonly string[] {
  return parts.flatMap(({ id, nextLevel }) => {
    if (nextLevel === null) return []
    const { level, remaining } = nextLevel
    return [voice.words.appraisal.nextLevel({ id, level, remaining: voice.percent(remaining) })]
  })
}

function limitOf(limit: Appraisal['limit'], voice: Voice): readonly string[] {
  if (limit === null) return []
  return [voice.words.appraisal.limited({ at: voice.number(limit.at) })]
}

function gradeLimits({ gradeAtMost }: Appraisal, voice: Voice): readonly string[] {
  return gradeAtMost.map(({ grade, because }) =>
    voice.words.appraisal.gradeAtMost({ grade, because }),
  )
}

function componentsOf({ parts }: Appraisal, voice: Voice): readonly Block[] {
  const rows = parts.flatMap(({ id, components = [] }) =>
    components.map((component) => ({ ...component, indicator: id })),
  )
  return tableOf(voice, {
    title: voice.words.appraisal.blocks.components,
    rows,
    columns: {
      indicator: 'text',
      id: 'text',
      weight: 'number',
      attainment: 'percent',
      points: 'number',
      source: 'text',
    },
  })
}

function capsOf({ gradeCaps }: Appraisal, voice: Voice): readonly Block[] {
  return gradeCaps.flatMap(({ id, gradeAtMost, outcome, checks }) => {
    const words = voice.words.appraisal
    const state = voice.word(outcome)
    return checksOf(voice, words.blocks.cap({ id, grade: gradeAtMost, outcome: state }), checks)
  })
}
