/** What is said of appraisals in Traditional Chinese. */
import type { Words } from '../words.js'

export const appraisal: Words['appraisal'] = {
  title: '績效考核表',

  scored: ({ score }) => `考核得分 ${score}，為各指標得分之和。`,
  nextLevel: ({ id, level, remaining }) => `「${id}」再完成目標的 ${remaining} 即達「${level}」。`,
  missing: ({ indicators }) => `缺少 ${indicators} 的結果。`,
  limited: ({ at }) => `得分以 ${at} 為限。`,
  gradeAtMost: ({ grade, because }) => `因「${because}」，等第最高為 ${grade}。`,

  blocks: {
    parts: '考核指標',
    components: '指標構成',
    added: '加分與扣分',
    cap: ({ id, grade, outcome }) => `未符合「${id}」則等第最高為 ${grade}：${outcome}`,
  },
}
