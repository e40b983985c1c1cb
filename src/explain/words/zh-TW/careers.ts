/** What is said of careers in Traditional Chinese. */
import type { Words } from '../words.js'

export const careers: Words['careers'] = {
  promotion: {
    title: '晉升條件審核',
    eligible: ({ rung }) => `符合「${rung}」的全部條件。`,
    notEligible: ({ rung, missing }) => `尚不符合「${rung}」的條件，未符合：${missing}。`,
    unknown: ({ rung, missing }) => `是否符合「${rung}」的條件尚不明確，未知或未符合：${missing}。`,
    dimensionsMet: ({ score, passMark }) =>
      `能力、貢獻、潛力合計 ${score} 分，及格分數 ${passMark} 分。`,
    dimensionsShort: ({ score, passMark, remaining }) =>
      `能力、貢獻、潛力合計 ${score} 分，距及格分數 ${passMark} 分還差 ${remaining} 分。`,
    dimensionsUnknown: ({ missing }) => `能力、貢獻、潛力中未知：${missing}。`,
    move: '審核對象',
    standard: '任職標準',
    order: '晉升順序',
    dimensions: '能力、貢獻、潛力',
    parts: '各項得分',
  },
  next: {
    title: '可晉升方向',
    none: ({ from }) => `「${from}」沒有後續方向。`,
    open: ({ from, rung }) => `從「${from}」現在即可申請「${rung}」。`,
    nearest: ({ from, rung, remaining }) =>
      `離「${from}」最近的是「${rung}」，還差 ${remaining} 項條件。`,
    other: ({ rung, remaining }) => `「${rung}」還差 ${remaining} 項條件。`,
  },
  reviews: {
    title: '全方位評審彙總',
    score: ({ score }) => `評審得分 ${score}。`,
    passed: ({ score }) => `評審得分 ${score}，通過。`,
    failed: ({ score }) => `評審得分 ${score}，未通過。`,
    none: '評審尚無得分。',
    few: ({ id, minimum, reviews }) => `${id} 需評審 ${minimum} 份，現有 ${reviews} 份。`,
    withheld: {
      anonymity: ({ id }) => `${id} 的平均分不顯示：人數過少，會暴露評審人。`,
      'would-disclose': ({ id }) => `${id} 的平均分不顯示：會推算出另一組的分數。`,
    },
    result: '結果',
    groups: '評審組',
    missing: '評審不足的組',
  },
  application: {
    title: '晉升申請',
    status: {
      open: ({ applicant, rung }) => `${applicant} 申請「${rung}」，辦理中。`,
      promoted: ({ applicant, rung }) => `${applicant} 已晉升為「${rung}」。`,
      rejected: ({ applicant, rung }) => `${applicant} 申請「${rung}」，未獲核准。`,
      failed: ({ applicant, rung }) => `${applicant} 申請「${rung}」，評審或答辯未通過，已終止。`,
      withdrawn: ({ applicant, rung }) => `${applicant} 申請「${rung}」，已撤回。`,
    },
    step: ({ step, from }) => `下一步可為「${step}」，自 ${from} 起。`,
    stepUntil: ({ step, from, until }) => `下一步可為「${step}」，${from} 至 ${until}。`,
    unproven: ({ conditions }) => `尚無證明文件：${conditions}。`,
    objections: ({ ids }) => `尚未答覆的異議：${ids}。`,
    next: '可進行的下一步',
    history: '辦理經過',
    proofs: '證明文件',
    reviews: '評審',
    noProof: '尚無證明的條件',
    open: '未答覆的異議',
  },
  mentor: {
    title: '導師資格審核',
    eligible: '符合導師的全部條件。',
    notEligible: ({ missing }) => `尚不符合導師條件，未符合：${missing}。`,
    unknown: ({ missing }) => `是否符合導師條件尚不明確，未知或未符合：${missing}。`,
  },
  mentoring: {
    title: '輔導考核',
    outcome: {
      met: ({ mentor, mentee }) => `${mentor} 對 ${mentee} 的輔導，可評部分均已完成。`,
      unmet: ({ mentor, mentee }) => `${mentor} 對 ${mentee} 的輔導未全部完成。`,
      unknown: ({ mentor, mentee }) => `${mentor} 對 ${mentee} 的輔導尚不能評定。`,
    },
    notMutual: '雙方並未互選。',
    month: ({ month, required, sessions, remaining }) =>
      `${month} 應輔導 ${required} 次，已 ${sessions} 次，還差 ${remaining} 次。`,
    assessment: ({ period }) => `${period} 的考核未做。`,
    reward: ({ mentee, on, rung, mentor, kind }) =>
      `${mentee} 於 ${on} 晉升為「${rung}」，${mentor} 獲「${kind}」。`,
    summary: '結論',
    months: '每月輔導',
    assessments: '考核',
    rewards: '導師獎勵',
  },
  training: {
    title: '培訓完成情形',
    none: '沒有適用的培訓。',
    complete: ({ programmes }) => `已完成：${programmes}。`,
    incomplete: ({ programmes }) => `未完成：${programmes}。`,
    missing: ({ programme, missing }) => `「${programme}」尚缺：${missing}。`,
    unknown: ({ programme }) => `是否適用「${programme}」尚不明確。`,
    programmes: '培訓項目',
    for: '適用條件',
    checks: '完成條件',
  },
  retention: {
    title: '新人留任',
    rate: ({ rate, newcomers, retained }) =>
      `新人留任率 ${rate}：${newcomers} 人中留 ${retained} 人。`,
    none: '團隊沒有新人。',
    left: ({ people }) => `已離職：${people}。`,
    summary: '新人',
    leavers: '已離職的新人',
    others: '不計入的人員',
    facts: '供晉升審核的資料',
  },
}
