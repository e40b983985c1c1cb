import type { DistributionCheck } from '../../../grading/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** Whether grades are distributed as the shares ask for, and which have too many or too few. */
export function describeDistribution(check: DistributionCheck, voice: Voice): Document {
  const words = voice.words.grading.distribution
  const headcount = voice.number(check.headcount)
  const { headcount: proposed } = check
  return documentOf(check, voice, {
    title: words.title,
    answer: check.fits ? words.fits({ headcount }) : words.differs({ headcount }),
    sentences: check.grades.flatMap((one) => moveOf(one, voice)),
    blocks: tableOf(voice, {
      title: words.grades,
      rows: check.grades,
      columns: {
        grade: 'text',
        share: 'percentage',
        exact: 'number',
        places: 'number',
        proposed: 'number',
        move: 'number',
      },
      total: { proposed },
    }),
  })
}

function moveOf({ grade, move, ...one }: DistributionCheck['grades'][number], voice: Voice) {
  if (move === 0) return []
  const [proposed, places] = [voice.number(one.proposed), voice.number(one.places)]
  return [voice.words.grading.distribution.grade({ grade, proposed, places })]
}
