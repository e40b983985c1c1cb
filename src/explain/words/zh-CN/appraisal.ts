/** What is said of appraisals in Simplified Chinese. */
import type { Words } from '../words.js'

export const appraisal: Words['appraisal'] = {
  title: '绩效考核表',

  scored: ({ score }) => `考核得分 ${score}，为各指标得分之和。`,
  nextLevel: ({ id, level, remaining }) => `“${id}”再完成目标的 ${remaining} 即达“${level}”。`,
  missing: ({ indicators }) => `缺少 ${indicators} 的结果。`,
  limited: ({ at }) => `得分以 ${at} 为限。`,
  gradeAtMost: ({ grade, because }) => `因“${because}”，等级最高为 ${grade}。`,

  blocks: {
    parts: '考核指标',
    components: '指标构成',
    added: '加分与扣分',
    cap: ({ id, grade, outcome }) => `未满足“${id}”则等级最高为 ${grade}：${outcome}`,
  },
}
