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
  grade: {
    title: '考核等第',
    graded: ({ grade, score }) => `等第 ${grade}，得分 ${score}。`,
    held: ({ grade, score, byScore, because }) =>
      `等第 ${grade}；按得分 ${score} 本為 ${byScore}，因「${because}」受限。`,
    next: ({ remaining, grade, from }) => `再得 ${remaining} 分即達 ${grade} 的門檻 ${from}。`,
    above: '高一等第',
  },
  rank: {
    title: '排名評等',
    none: '沒有人參加排名。',
    graded: ({ id, grade, base, rank, score }) =>
      `${id}：等第 ${grade}，${base} 人中第 ${rank} 名，得分 ${score}。`,
    noScore: ({ id }) => `${id} 無得分，不排名，不評等。`,
    held: ({ id, byRank, grade, because }) =>
      `${id} 按名次本為 ${byRank}，現評為 ${grade}：${because}。`,
    tie: ({ ids, by }) => `分界落在同分的 ${ids} 之間，裁定方式：${by}。`,
    next: ({ id, from, grade, remaining }) =>
      `${id} 須 ${from} 分才到 ${grade}，還差 ${remaining} 分。`,
    because: {
      'at-least': '得分未到該等第要求',
      lapsed: '高一等第名額作廢',
      'no-score': '無得分',
    },
  },
  runs: {
    title: '連續等第',
    none: '沒有按連續等第產生的結果。',
    some: ({ kinds }) => `已由連續等第達到：${kinds}。`,
    notYet: '尚無連續等第達到所需期數。',
    reached: ({ kind, periods, grades, clause }) =>
      `${kind}：${periods} 為 ${grades}，已達到（${clause}）。`,
    running: ({ kind, periods, grades, remaining, clause }) =>
      `${kind}：${periods} 為 ${grades}，還差連續 ${remaining} 期（${clause}）。`,
    idle: ({ kind, grades, remaining, clause }) =>
      `${kind}：目前不在 ${grades} 的連續期內，須連續 ${remaining} 期（${clause}）。`,
  },
  merit: {
    title: '調薪預算分配',
    given: ({ amount, budget }) => `調薪共 ${amount}，預算 ${budget}。`,
    factor: ({ factor, wanted }) =>
      `按應得額的 ${factor} 發給，以各人薪級上限為限；應得合計 ${wanted}。`,
    left: {
      'all-granted': ({ left }) => `剩餘 ${left}：人人已得全額。`,
      maximum: ({ left }) => `剩餘 ${left}：未得全額者已到薪級上限。`,
    },
    budget: '預算',
    people: '各人調薪',
  },
  distribution: {
    title: '等第分布檢查',
    fits: ({ headcount }) => `${headcount} 人的等第分布符合比例。`,
    differs: ({ headcount }) => `${headcount} 人的等第分布不符合比例。`,
    grade: ({ grade, proposed, places }) => `${grade} 等擬定 ${proposed} 人，應為 ${places} 人。`,
    grades: '各等第',
  },
  calibration: {
    title: '等第校準',
    moved: ({ count, up, down }) => `等第變動 ${count} 人：上調 ${up} 人，下調 ${down} 人。`,
    atMost: ({ atMost }) => `最多可變動 ${atMost} 人。`,
    person: ({ id, before, after }) => `${id} 由 ${before} 調為 ${after}。`,
    grade: ({ grade, after, places }) => `${grade} 等現有 ${after} 人，按比例應為 ${places} 人。`,
    people: '人員',
    decisions: '決定',
    grades: '各等第',
    summary: '變動',
  },
  mentors: {
    title: '導師與學員配對',
    none: '沒有配成的導師與學員。',
    paired: ({ pairs }) => `導師與學員配對：${pairs}。`,
    pair: ({ mentor, mentee }) => `${mentor} – ${mentee}`,
    noMentor: ({ id, because }) => `${id} 沒有導師：${because}。`,
    noMentee: ({ id, because }) => `${id} 沒有學員：${because}。`,
    pairs: '配對',
    mentors: '導師',
    mentees: '學員',
  },
  training: {
    title: '培訓建議',
    courses: ({ courses }) => `建議參加：${courses}。`,
    none: '沒有建議的課程。',
    weak: ({ indicator, points, weakBelow, remaining }) =>
      `「${indicator}」得 ${points} 分，距 ${weakBelow} 分還差 ${remaining} 分。`,
    missing: ({ indicators }) => `缺少 ${indicators} 的分數。`,
    unknown: ({ course }) => `是否適合參加「${course}」尚不明確。`,
    weaknesses: '弱項指標',
    forWeakness: '課程',
    chosen: '建議課程',
    withoutPoints: '缺少分數的指標',
  },
  moves: {
    title: '調職建議',
    some: ({ moves }) => `建議：${moves}。`,
    none: '沒有建議的調職。',
    to: ({ move, to, clause }) => `${move}：調往 ${to}（${clause}）。`,
    unknown: ({ move }) => `是否建議「${move}」尚不明確。`,
    moves: '調職',
  },
  leavers: {
    title: '離職人員等第分析',
    rate: ({ rate, of, left }) => `自願離職率 ${rate}：${of} 人中 ${left} 人。`,
    tooFew: ({ of, left }) => `${of} 人中 ${left} 人自願離職，人數太少，不計離職率。`,
    regretted: ({ id, leftOn, grade }) =>
      `${id} 於 ${leftOn} 離職，離職前等第 ${grade}，屬於遺憾離職。`,
    falling: ({ id, leftOn }) => `${id} 於 ${leftOn} 離職，此前等第走低。`,
    otherwise: ({ people }) => `因其他原因離職、不計入者：${people}。`,
    all: '全部',
    byLastGrade: '按最近等第',
    byTrend: '按等第走勢',
    people: '自願離職人員',
    grades: '其最近等第',
    others: '因其他原因離職者',
  },
}
