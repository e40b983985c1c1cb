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
  grade: {
    title: '考核等级',
    graded: ({ grade, score }) => `等级 ${grade}，得分 ${score}。`,
    held: ({ grade, score, byScore, because }) =>
      `等级 ${grade}；按得分 ${score} 本为 ${byScore}，因“${because}”受限。`,
    next: ({ remaining, grade, from }) => `再得 ${remaining} 分即达 ${grade} 的分数线 ${from}。`,
    above: '高一等级',
  },
  rank: {
    title: '排名定级',
    none: '没有人参加排名。',
    graded: ({ id, grade, base, rank, score }) =>
      `${id}：等级 ${grade}，${base} 人中第 ${rank} 名，得分 ${score}。`,
    noScore: ({ id }) => `${id} 无得分，不排名，不定级。`,
    held: ({ id, byRank, grade, because }) =>
      `${id} 按名次本为 ${byRank}，现定为 ${grade}：${because}。`,
    tie: ({ ids, by }) => `分界落在同分的 ${ids} 之间，裁定方式：${by}。`,
    next: ({ id, from, grade, remaining }) =>
      `${id} 须 ${from} 分才到 ${grade}，还差 ${remaining} 分。`,
    because: {
      'at-least': '得分未到该等级要求',
      lapsed: '高一等级名额作废',
      'no-score': '无得分',
    },
  },
  runs: {
    title: '连续等级',
    none: '没有按连续等级产生的结果。',
    some: ({ kinds }) => `已由连续等级达到：${kinds}。`,
    notYet: '尚无连续等级达到所需期数。',
    reached: ({ kind, periods, grades, clause }) =>
      `${kind}：${periods} 为 ${grades}，已达到（${clause}）。`,
    running: ({ kind, periods, grades, remaining, clause }) =>
      `${kind}：${periods} 为 ${grades}，还差连续 ${remaining} 期（${clause}）。`,
    idle: ({ kind, grades, remaining, clause }) =>
      `${kind}：当前不在 ${grades} 的连续期内，须连续 ${remaining} 期（${clause}）。`,
  },
  merit: {
    title: '调薪预算分配',
    given: ({ amount, budget }) => `调薪共 ${amount}，预算 ${budget}。`,
    factor: ({ factor, wanted }) =>
      `按应得额的 ${factor} 发给，以各人薪级上限为限；应得合计 ${wanted}。`,
    left: {
      'all-granted': ({ left }) => `剩余 ${left}：人人已得全额。`,
      maximum: ({ left }) => `剩余 ${left}：未得全额者已到薪级上限。`,
    },
    budget: '预算',
    people: '各人调薪',
  },
  distribution: {
    title: '等级分布检查',
    fits: ({ headcount }) => `${headcount} 人的等级分布符合比例。`,
    differs: ({ headcount }) => `${headcount} 人的等级分布不符合比例。`,
    grade: ({ grade, proposed, places }) => `${grade} 级拟定 ${proposed} 人，应为 ${places} 人。`,
    grades: '各等级',
  },
  calibration: {
    title: '等级校准',
    moved: ({ count, up, down }) => `等级变动 ${count} 人：上调 ${up} 人，下调 ${down} 人。`,
    atMost: ({ atMost }) => `最多可变动 ${atMost} 人。`,
    person: ({ id, before, after }) => `${id} 由 ${before} 调为 ${after}。`,
    grade: ({ grade, after, places }) => `${grade} 级现有 ${after} 人，按比例应为 ${places} 人。`,
    people: '人员',
    decisions: '决定',
    grades: '各等级',
    summary: '变动',
  },
  mentors: {
    title: '师徒结对',
    none: '没有结成的师徒。',
    paired: ({ pairs }) => `师徒结对：${pairs}。`,
    pair: ({ mentor, mentee }) => `${mentor} – ${mentee}`,
    noMentor: ({ id, because }) => `${id} 没有导师：${because}。`,
    noMentee: ({ id, because }) => `${id} 没有徒弟：${because}。`,
    pairs: '结对',
    mentors: '导师',
    mentees: '徒弟',
  },
  training: {
    title: '培训建议',
    courses: ({ courses }) => `建议参加：${courses}。`,
    none: '没有建议的课程。',
    weak: ({ indicator, points, weakBelow, remaining }) =>
      `“${indicator}”得 ${points} 分，距 ${weakBelow} 分还差 ${remaining} 分。`,
    missing: ({ indicators }) => `缺少 ${indicators} 的分数。`,
    unknown: ({ course }) => `是否适合参加“${course}”尚不明确。`,
    weaknesses: '薄弱指标',
    forWeakness: '课程',
    chosen: '建议课程',
    withoutPoints: '缺少分数的指标',
  },
  moves: {
    title: '调岗建议',
    some: ({ moves }) => `建议：${moves}。`,
    none: '没有建议的调岗。',
    to: ({ move, to, clause }) => `${move}：调往 ${to}（${clause}）。`,
    unknown: ({ move }) => `是否建议“${move}”尚不明确。`,
    moves: '调岗',
  },
  leavers: {
    title: '离职人员等级分析',
    rate: ({ rate, of, left }) => `主动离职率 ${rate}：${of} 人中 ${left} 人。`,
    tooFew: ({ of, left }) => `${of} 人中 ${left} 人主动离职，人数太少，不计离职率。`,
    regretted: ({ id, leftOn, grade }) =>
      `${id} 于 ${leftOn} 离职，离职前等级 ${grade}，属于遗憾离职。`,
    falling: ({ id, leftOn }) => `${id} 于 ${leftOn} 离职，此前等级走低。`,
    otherwise: ({ people }) => `因其他原因离职、不计入者：${people}。`,
    all: '全部',
    byLastGrade: '按最近等级',
    byTrend: '按等级走势',
    people: '主动离职人员',
    grades: '其最近等级',
    others: '因其他原因离职者',
  },
}
