/** What is said of conditions in Traditional Chinese. */
import type { Words } from '../words.js'

export const checks: Words['checks'] = {
  title: '條件',
  nearest: '最近的路徑',
  unmet: ({ id, actual, required }) => `「${id}」為 ${actual}，須${required}。`,
  gap: ({ id, actual, required, gap }) => `「${id}」為 ${actual}，須${required}，還差 ${gap}。`,
  unknown: ({ id, required }) => `「${id}」未知，須${required}。`,
  metOn: ({ id, date }) => `「${id}」到 ${date} 即自然符合。`,
  has: {
    'at-least': ({ required }) => `至少為 ${required}`,
    above: ({ required }) => `高於 ${required}`,
    'at-most': ({ required }) => `不超過 ${required}`,
    below: ({ required }) => `低於 ${required}`,
    equals: ({ required }) => `為「${required}」`,
    'one-of': ({ required }) => `屬於 ${required}`,
  },
  counting: ({ each, required }) => `單期${each} 的期數${required}`,
}
