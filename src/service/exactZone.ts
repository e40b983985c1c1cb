import { tzOffset } from '@date-fns/tz/tzOffset'
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as time from '../kernel/time/time.js'
import { ZONE_UNKNOWN, ZONE_WITHOUT_DATA } from './issues.js'

const MINUTE = 60_000

/**
 * Names of the database of time zones. Those of fixed offsets such as `Etc/GMT+8`, which is eight hours behind UTC and is taken for eight
 * hours ahead, are left to offsets.
 */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_]*(?:[/-][A-Za-z][A-Za-z0-9_]*)*$/

/**
 * Three letters are mostly an abbreviation, which stands for several zones: runtimes take `CST` for Chicago, and in China it is China Standard
 * Time. These alone are in the database.
 */
const ABBREVIATION = /^[A-Za-z]{3}$/
const IN_DATABASE = /^(?:CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)$/i

/** What is known of wherever zones are: where these are not, none are. */
const WELL_KNOWN = ['Asia/Shanghai', 'Europe/London', 'America/New_York']

const offsetIn = (zone: string, instant: number) => tzOffset(zone, new Date(instant)) * MINUTE
const isKnown = (zone: string) => !Number.isNaN(offsetIn(zone, 0))

/** What is wrong with a time zone. */
export function zoneIssues(zone: string, path: Path): Issue[] {
  if (time.parseOffset(zone) !== undefined) return []
  const given = issue.show(zone)
  const isAbbreviated = ABBREVIATION.test(zone) && !IN_DATABASE.test(zone)
  if (zone.length > 100 || !ZONE_NAME.test(zone) || isAbbreviated)
    return [issue.at(ZONE_UNKNOWN, path, { given })]
  if (isKnown(zone)) return []
  const kind = WELL_KNOWN.some(isKnown) ? ZONE_UNKNOWN : ZONE_WITHOUT_DATA
  return [issue.at(kind, path, { given })]
}

/** The offset of a zone at each instant. */
export function exactZone(zone: string): time.OffsetAt {
  const fixed = time.parseOffset(zone)
  if (fixed !== undefined) return () => fixed
  issue.refuseIfAny(zoneIssues(zone, ['hours', 'timeZone']))
  return (instant) => offsetIn(zone, instant)
}
