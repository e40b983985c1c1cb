import type { Voice } from '../../voice.js'

/** A duration of ISO 8601 as people say it: `PT1H30M` is 1 h 30 min. */
export function durationOf(duration: string, { words }: Voice): string {
  const { duration: units } = words.service
  const parts = [...duration.matchAll(/([\d.]+)([DHMS])/g)]
  return parts.map(([, n = '', unit]) => units[unit as keyof typeof units]({ n })).join(' ')
}
