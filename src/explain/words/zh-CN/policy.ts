/** What is said of policies and their changes in Simplified Chinese. */
import { spaced } from '../../words.js'
import type { Words } from '../words.js'

export const policy: Words['policy'] = {
  title: '制度变更',
  same: '没有变更。',
  onlyOrigin: '仅数值的出处有变更。',
  several: ({ places }) => `变更之处：${places}。`,

  raw: ({ text }) => `“${text}”`,
  entry: ({ noun, id }) => `${noun}“${id}”`,
  within: ({ inner, outer }) => `${outer}的${inner}`,
  leaf: ({ name, value }) => `${name} ${value}`,
  openEnd: '不设上限',
  none: '无',

  when: {
    from: ({ from }) => `自 ${from} 起，`,
    to: ({ to }) => `至 ${to} 止，`,
    fromTo: ({ from, to }) => `${from} 至 ${to}，`,
    group: ({ group }) => `分组“${group}”，`,
    version: ({ version }) => `版本“${version}”，`,
  },
  newVersion: ({ version, from }) => `版本“${version}”自 ${from} 起生效。`,
  rises: ({ place, was, is, when }) => `${when}${place}由 ${was} 升至 ${is}。`,
  falls: ({ place, was, is, when }) => `${when}${place}由 ${was} 降至 ${is}。`,
  changes: ({ place, was, is, when }) => `${when}${place}由${around(was)}改为${spaced(is)}。`,
  isNow: ({ place, is, when }) => `${when}${place}为${spaced(is)}。`,
  becomes: ({ place, is, when }) => `${when}${place}改为：${is}。`,
  points: ({ points }) => `${points} 个百分点`,
  added: ({ place, is, when }) => `${when}新增${place}：${is}。`,
  removed: ({ place, when }) => `${when}取消${place}。`,
  removedWas: ({ place, was, when }) => `${when}取消${place}，原为${spaced(was)}。`,
  multiplied: ({ place, by, when }) => `${when}${place}乘以 ${by}。`,
  raised: ({ place, by, when }) => `${when}${place}增减 ${by}。`,

  hows: {
    added: '新增',
    'new-version': '新版本',
    multiplied: '乘以',
    raised: '增减',
    removed: '取消',
    set: '变更',
  },
  heads: { what: '变更处', was: '变更前', is: '变更后', how: '方式', until: '生效止' },
  blocks: { changes: '逐项变更' },

  lint: {
    title: '制度检查',
    none: '未发现问题。',
    worst: {
      error: '制度存在错误。',
      warning: '制度没有错误，但有警告。',
      note: '制度没有错误和警告，但有提示。',
    },
    someNotChecked: '部分内容无法检查，清单写明原因。',
    severities: { error: '错误', warning: '警告', note: '提示' },
    heads: {
      severity: '级别',
      code: '代码',
      place: '位置',
      found: '发现',
      rule: '函数',
      given: '输入',
      figure: '输出项',
      gives: '输出',
      at: '所属部分',
    },
    blocks: { findings: '发现的问题', examples: '例证', notChecked: '无法检查的部分' },
  },

  examples: {
    title: '制度示例',
    none: '所有示例与结果相符。',
    some: '部分示例与结果不符。',
  },
}

/** A space stands on both sides of what is Latin. */
function around(text: string): string {
  const before = spaced(text)
  return before === text ? text : `${before} `
}
