/** What is said of policies and their changes in Traditional Chinese. */
import { spaced } from '../../words.js'
import type { Words } from '../words.js'

export const policy: Words['policy'] = {
  title: '制度異動',
  same: '沒有異動。',
  onlyOrigin: '僅數值的出處有異動。',
  several: ({ places }) => `異動之處：${places}。`,

  raw: ({ text }) => `「${text}」`,
  entry: ({ noun, id }) => `${noun}「${id}」`,
  within: ({ inner, outer }) => `${outer}的${inner}`,
  leaf: ({ name, value }) => `${name} ${value}`,
  openEnd: '不設上限',
  none: '無',

  when: {
    from: ({ from }) => `自 ${from} 起，`,
    to: ({ to }) => `至 ${to} 止，`,
    fromTo: ({ from, to }) => `${from} 至 ${to}，`,
    group: ({ group }) => `分組「${group}」，`,
    version: ({ version }) => `版本「${version}」，`,
  },
  newVersion: ({ version, from }) => `版本「${version}」自 ${from} 起生效。`,
  rises: ({ place, was, is, when }) => `${when}${place}由 ${was} 提高至 ${is}。`,
  falls: ({ place, was, is, when }) => `${when}${place}由 ${was} 降低至 ${is}。`,
  changes: ({ place, was, is, when }) => `${when}${place}由${around(was)}改為${spaced(is)}。`,
  isNow: ({ place, is, when }) => `${when}${place}為${spaced(is)}。`,
  becomes: ({ place, is, when }) => `${when}${place}改為：${is}。`,
  points: ({ points }) => `${points} 個百分點`,
  added: ({ place, is, when }) => `${when}新增${place}：${is}。`,
  removed: ({ place, when }) => `${when}取消${place}。`,
  removedWas: ({ place, was, when }) => `${when}取消${place}，原為${spaced(was)}。`,
  multiplied: ({ place, by, when }) => `${when}${place}乘以 ${by}。`,
  raised: ({ place, by, when }) => `${when}${place}增減 ${by}。`,

  hows: {
    added: '新增',
    'new-version': '新版本',
    multiplied: '乘以',
    raised: '增減',
    removed: '取消',
    set: '異動',
  },
  heads: { what: '異動處', was: '異動前', is: '異動後', how: '方式', until: '生效迄' },
  blocks: { changes: '逐項異動' },

  lint: {
    title: '制度檢查',
    none: '未發現問題。',
    worst: {
      error: '制度有錯誤。',
      warning: '制度沒有錯誤，但有警告。',
      note: '制度沒有錯誤與警告，但有提示。',
    },
    someNotChecked: '部分內容無法檢查，清單載明原因。',
    severities: { error: '錯誤', warning: '警告', note: '提示' },
    heads: {
      severity: '層級',
      code: '代碼',
      place: '位置',
      found: '發現',
      rule: '函式',
      given: '輸入',
      figure: '輸出項',
      gives: '輸出',
      at: '所屬部分',
    },
    blocks: { findings: '發現的問題', examples: '例證', notChecked: '無法檢查的部分' },
  },

  examples: {
    title: '制度範例',
    none: '所有範例與結果相符。',
    some: '部分範例與結果不符。',
  },
}

/** A space stands on both sides of what is Latin. */
function around(text: string): string {
  const before = spaced(text)
  return before === text ? text : `${before} `
}
