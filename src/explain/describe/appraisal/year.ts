import type { YearAppraisal } from '../../../appraisal/index.js'
import type { Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** The score of a year: what each period adds to it, and which do not count. */
export function describeYear(year: YearAppraisal, voice: Voice): Document {
  const words = voice.words.appraisal.year
  return documentOf(year, voice, {
    title: words.title,
    head: factOf(voice, 'by', year.by, 'word'),
    answer: words.by[year.by]({ score: voice.number(year.score) }),
    sentences: year.periods.flatMap((part) => notCountedOf(part, voice)),
    blocks: tableOf(voice, {
      title: words.periods,
      rows: year.periods,
      columns: {
        period: 'text',
        score: 'number',
        days: 'number',
        of: { as: 'number', head: voice.words.fields.ofDays },
        weightUsed: 'percentage',
        contribution: 'number',
        notCounted: 'word',
        excused: 'text',
      },
      total: { contribution: year.score },
    }),
  })
}

function notCountedOf(part: YearAppraisal['periods'][number], voice: Voice): readonly string[] {
  const { period, notCounted, score, excused } = part
  const words = voice.words.appraisal.year
  if (notCounted === null) return []
  if (notCounted === 'excused') return [words.excused({ period, reason: excused ?? '' })]
  if (notCounted === 'not-among-the-best')
    return [words['not-among-the-best']({ period, score: voice.number(score ?? 0) })]
  const [days, of] = [voice.number(part.days), voice.number(part.of)]
  return [words['too-short']({ period, days, of })]
}
