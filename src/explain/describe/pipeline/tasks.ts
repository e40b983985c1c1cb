import type { Priorities } from '../../../pipeline/index.js'
import type { Document } from '../../document.js'
import { tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'
import { unreadOf } from './unread.js'

/** Tasks in the order in which they are to be done. */
export function describeTasks(priorities: Priorities, voice: Voice): Document {
  const { tasks, notCounted } = priorities
  const words = voice.words.pipeline.tasks
  const [first, ...others] = QUADRANTS.flatMap((quadrant) => quadrantOf(quadrant, tasks, voice))
  return documentOf(priorities, voice, {
    title: words.title,
    answer: first ?? words.none,
    sentences: [...others, ...(notCounted.length === 0 ? [] : [words.someNotCounted])],
    blocks: [
      ...tableOf(voice, {
        title: words.tasks,
        rows: tasks,
        columns: {
          id: 'text',
          quadrant: 'number',
          important: 'number',
          urgent: 'number',
          due: { as: 'text', head: voice.words.fields.dueBy },
          always: 'yes-no',
        },
      }),
      ...unreadOf(
        voice,
        words.notCounted,
        notCounted.map(({ task, ...row }) => ({ ...row, id: task })),
      ),
    ],
  })
}

const QUADRANTS = [1, 2, 3, 4] as const

function quadrantOf(
  quadrant: (typeof QUADRANTS)[number],
  tasks: Priorities['tasks'],
  voice: Voice,
): readonly string[] {
  const ids = tasks.filter((task) => task.quadrant === quadrant).map(({ id }) => id)
  if (ids.length === 0) return []
  return [voice.words.pipeline.tasks.quadrants[`q${quadrant}`]({ tasks: voice.list(ids) })]
}
