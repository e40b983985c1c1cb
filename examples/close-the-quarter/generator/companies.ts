import { chance, pick, type Random } from './random.js'
import type { Region } from './reps.js'

const cities: Readonly<Record<Region, readonly string[]>> = {
  north: ['北京', '天津', '石家庄', '济南', '青岛', '西安', '沈阳'],
  east: ['上海', '苏州', '杭州', '宁波', '南京', '合肥', '无锡'],
  south: ['广州', '深圳', '佛山', '东莞', '厦门', '长沙', '武汉'],
}
const first = [...'华恒鑫宏瑞天金东新联德永盛海嘉泰信博凯远']
const second = [...'达星源通和峰泽隆利科诚润业丰祥安创']
const trades = [
  '机电',
  '电子',
  '自动化',
  '食品',
  '纺织',
  '化工',
  '物流',
  '医疗器械',
  '包装',
  '建材',
]
const branches = ['一分厂', '研发中心', '采购部', '新区分公司']

/** A function that draws company names, none of them twice; some have a branch after a comma. */
export function companyNames(random: Random): (region: Region) => string {
  const taken = new Set<string>()
  return function draw(region) {
    const brand = pick(random, first) + pick(random, second)
    const company = `${pick(random, cities[region])}${brand}${pick(random, trades)}有限公司`
    if (taken.has(company)) return draw(region)
    taken.add(company)
    return chance(random, 0.05) ? `${company}, ${pick(random, branches)}` : company
  }
}
