/** What is said of conditions in Simplified Chinese. */
import type { Words } from '../words.js'

export const checks: Words['checks'] = {
  title: '条件',
  nearest: '最近的路径',
  unmet: ({ id, actual, required }) => `“${id}”为 ${actual}，须${required}。`,
  gap: ({ id, actual, required, gap }) => `“${id}”为 ${actual}，须${required}，还差 ${gap}。`,
  unknown: ({ id, required }) => `“${id}”未知，须${required}。`,
  metOn: ({ id, date }) => `“${id}”到 ${date} 即自然满足。`,
  has: {
    'at-least': ({ required }) => `至少为 ${required}`,
    above: ({ required }) => `高于 ${required}`,
    'at-most': ({ required }) => `不超过 ${required}`,
    below: ({ required }) => `低于 ${required}`,
    equals: ({ required }) => `为“${required}”`,
    'one-of': ({ required }) => `属于 ${required}`,
  },
  counting: ({ each, required }) => `单期${each} 的期数${required}`,
}
