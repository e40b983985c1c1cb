/** What is said of careers in Simplified Chinese. */
import type { Words } from '../words.js'

export const careers: Words['careers'] = {
  promotion: {
    title: '晋升条件审核',
    eligible: ({ rung }) => `符合“${rung}”的全部条件。`,
    notEligible: ({ rung, missing }) => `尚不符合“${rung}”的条件，未满足：${missing}。`,
    unknown: ({ rung, missing }) => `是否符合“${rung}”的条件尚不明确，未知或未满足：${missing}。`,
    dimensionsMet: ({ score, passMark }) =>
      `能力、贡献、潜力合计 ${score} 分，合格线 ${passMark} 分。`,
    dimensionsShort: ({ score, passMark, remaining }) =>
      `能力、贡献、潜力合计 ${score} 分，距合格线 ${passMark} 分还差 ${remaining} 分。`,
    dimensionsUnknown: ({ missing }) => `能力、贡献、潜力中未知：${missing}。`,
    move: '审核对象',
    standard: '任职标准',
    order: '晋升顺序',
    dimensions: '能力、贡献、潜力',
    parts: '各项得分',
  },
  next: {
    title: '可晋升方向',
    none: ({ from }) => `“${from}”没有后续方向。`,
    open: ({ from, rung }) => `从“${from}”现在即可申请“${rung}”。`,
    nearest: ({ from, rung, remaining }) =>
      `离“${from}”最近的是“${rung}”，还差 ${remaining} 项条件。`,
    other: ({ rung, remaining }) => `“${rung}”还差 ${remaining} 项条件。`,
  },
  reviews: {
    title: '全方位评审汇总',
    score: ({ score }) => `评审得分 ${score}。`,
    passed: ({ score }) => `评审得分 ${score}，通过。`,
    failed: ({ score }) => `评审得分 ${score}，未通过。`,
    none: '评审尚无得分。',
    few: ({ id, minimum, reviews }) => `${id} 需评审 ${minimum} 份，现有 ${reviews} 份。`,
    withheld: {
      anonymity: ({ id }) => `${id} 的平均分不显示：人数过少，会暴露评审人。`,
      'would-disclose': ({ id }) => `${id} 的平均分不显示：会推算出另一组的分数。`,
    },
    result: '结果',
    groups: '评审组',
    missing: '评审不足的组',
  },
  application: {
    title: '晋升申请',
    status: {
      open: ({ applicant, rung }) => `${applicant} 申请“${rung}”，办理中。`,
      promoted: ({ applicant, rung }) => `${applicant} 已晋升为“${rung}”。`,
      rejected: ({ applicant, rung }) => `${applicant} 申请“${rung}”，未获批准。`,
      failed: ({ applicant, rung }) => `${applicant} 申请“${rung}”，评审或答辩未通过，已终止。`,
      withdrawn: ({ applicant, rung }) => `${applicant} 申请“${rung}”，已撤回。`,
    },
    step: ({ step, from }) => `下一步可为“${step}”，自 ${from} 起。`,
    stepUntil: ({ step, from, until }) => `下一步可为“${step}”，${from} 至 ${until}。`,
    unproven: ({ conditions }) => `尚无证明材料：${conditions}。`,
    objections: ({ ids }) => `尚未答复的异议：${ids}。`,
    next: '可进行的下一步',
    history: '办理经过',
    proofs: '证明材料',
    reviews: '评审',
    noProof: '尚无证明的条件',
    open: '未答复的异议',
  },
  mentor: {
    title: '导师资格审核',
    eligible: '符合导师的全部条件。',
    notEligible: ({ missing }) => `尚不符合导师条件，未满足：${missing}。`,
    unknown: ({ missing }) => `是否符合导师条件尚不明确，未知或未满足：${missing}。`,
  },
  mentoring: {
    title: '带教考核',
    outcome: {
      met: ({ mentor, mentee }) => `${mentor} 对 ${mentee} 的带教，可评部分均已完成。`,
      unmet: ({ mentor, mentee }) => `${mentor} 对 ${mentee} 的带教未全部完成。`,
      unknown: ({ mentor, mentee }) => `${mentor} 对 ${mentee} 的带教尚不能评定。`,
    },
    notMutual: '双方并未互选。',
    month: ({ month, required, sessions, remaining }) =>
      `${month} 应带教 ${required} 次，已 ${sessions} 次，还差 ${remaining} 次。`,
    assessment: ({ period }) => `${period} 的考核未做。`,
    reward: ({ mentee, on, rung, mentor, kind }) =>
      `${mentee} 于 ${on} 晋升为“${rung}”，${mentor} 获“${kind}”。`,
    summary: '结论',
    months: '每月带教',
    assessments: '考核',
    rewards: '导师奖励',
  },
  training: {
    title: '培训完成情况',
    none: '没有适用的培训。',
    complete: ({ programmes }) => `已完成：${programmes}。`,
    incomplete: ({ programmes }) => `未完成：${programmes}。`,
    missing: ({ programme, missing }) => `“${programme}”尚缺：${missing}。`,
    unknown: ({ programme }) => `是否适用“${programme}”尚不明确。`,
    programmes: '培训项目',
    for: '适用条件',
    checks: '完成条件',
  },
  retention: {
    title: '新人留存',
    rate: ({ rate, newcomers, retained }) =>
      `新人留存率 ${rate}：${newcomers} 人中留 ${retained} 人。`,
    none: '团队没有新人。',
    left: ({ people }) => `已离职：${people}。`,
    summary: '新人',
    leavers: '已离职的新人',
    others: '不计入的人员',
    facts: '供晋升审核的数据',
  },
}
