import { isWatched, type WatchedCustomer } from '../close/health.js'
import { healthModel } from '../policy.js'
import { columns, title, wrapped } from './layout.js'

const SHOWN = 15

/** The customers to look after first, and how many there are. */
export function healthSection(customers: readonly WatchedCustomer[]): string[] {
  const watched = customers.filter(isWatched)
  const rows = watched
    .slice(0, SHOWN)
    .map(({ customer, health, warning }) => [
      customer.customer,
      customer.name,
      customer.owner,
      health.score.toFixed(2) + (health.missing.length > 0 ? '*' : ' '),
      health.band,
      ...health.parts.map(({ points }) => (points === null ? '-' : points.toFixed(0))),
      warning === null ? '' : `${warning.followUps} since ${warning.since}`,
    ])
  const heading = [
    'id',
    'customer',
    'rep',
    'score ',
    'band',
    'calls',
    'survey',
    'buys',
    'unanswered',
  ]
  return [
    ...title(`6. Customers to watch: the first ${rows.length} of ${watched.length}`),
    ...columns([heading, ...rows], 'lllrlrrrl'),
    ...wrapped(
      'Calls, survey and buys are points from 0 to 100. First come those with a warning, then the lowest scores; unanswered: follow-ups and since when.',
    ),
    ...counts(customers),
    ...wrapped('* Not asked how satisfied they are: scored on the other two, scaled up to 100%.'),
  ]
}

function counts(customers: readonly WatchedCustomer[]): string[] {
  const bands = healthModel.bands.map(({ id }) => {
    const own = customers.filter(({ health }) => health.band === id)
    return `${own.length} ${id} (${own.filter(({ warning }) => warning !== null).length} with a warning)`
  })
  return wrapped(`Of ${customers.length}: ${bands.join(', ')}. A warning calls for a plan (HEA-3).`)
}
