/** What is said of grades in Traditional Chinese. */
import type { Words } from '../words.js'

export const grading: Words['grading'] = {
  consequences: {
    title: '等第帶來的結果',
    none: '等第未帶來任何結果。',
    some: '等第帶來以下結果：',
    once: ({ kind, period, clause }) => `${kind}：一次性，由 ${period} 取得（${clause}）。`,
    from: ({ kind, period, from, clause }) =>
      `${kind}：自 ${from} 起，由 ${period} 取得（${clause}）。`,
    fromTo: ({ kind, period, from, until, clause }) =>
      `${kind}：${from} 至 ${until}，由 ${period} 取得（${clause}）。`,
  },
}
