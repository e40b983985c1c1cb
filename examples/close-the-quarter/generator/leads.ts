import { companyNames } from './companies.js'
import type { Table } from './csv.js'
import { addDays } from './days.js'
import { between, chance, pick, type Random, seeded, size } from './random.js'

const regions = ['north', 'east', 'south'] as const
const authorities = ['decision-maker', 'influencer', 'influencer', 'user', 'user', 'unknown']
const urgencies = ['this-quarter', 'this-half', 'this-half', 'this-year', 'this-year', 'none']
const sources = ['exhibition', 'exhibition', 'website', 'website', 'referral', 'cold-call']

/** The open leads of the fourth quarter, with the days on which each looked at the website. */
export function drawLeads(): Table {
  const random = seeded(107)
  const company = companyNames(random)
  const rows = Array.from({ length: 300 }, (_, index) => [
    `L${String(index + 1).padStart(3, '0')}`,
    company(pick(random, regions)),
    String(Math.round(size(random) * 400) * 1000),
    pick(random, authorities),
    pick(random, urgencies),
    pick(random, sources),
    chance(random, 0.93) ? 'yes' : 'no',
    drawVisits(random).join(';'),
  ])
  return {
    file: 'leads.csv',
    header: ['lead', 'company', 'budget', 'authority', 'urgency', 'source', 'reachable', 'visits'],
    rows,
  }
}

function drawVisits(random: Random): string[] {
  const count = chance(random, 0.35) ? 0 : between(random, 1, 5)
  const days = Array.from({ length: count }, () => addDays('2026-09-01', between(random, 0, 121)))
  return days.sort()
}
