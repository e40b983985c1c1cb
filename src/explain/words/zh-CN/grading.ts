/** What is said of grades in Simplified Chinese. */
import type { Words } from '../words.js'

export const grading: Words['grading'] = {
  consequences: {
    title: '等级带来的结果',
    none: '等级未带来任何结果。',
    some: '等级带来以下结果：',
    once: ({ kind, period, clause }) => `${kind}：一次性，由 ${period} 获得（${clause}）。`,
    from: ({ kind, period, from, clause }) =>
      `${kind}：自 ${from} 起，由 ${period} 获得（${clause}）。`,
    fromTo: ({ kind, period, from, until, clause }) =>
      `${kind}：${from} 至 ${until}，由 ${period} 获得（${clause}）。`,
  },
}
