/**
 * How the local search cuts texts into words. VitePress writes these functions into the page as their source text, so each says all it needs.
 * Chinese has no spaces: of a run of Chinese every two neighbours are a word, and the last sign is one, so that a single sign is found wherever it stands.
 * The parts of a name such as `calculateCommission` are words too.
 */
export function wordsOfText(text: string): string[] {
  return (text.match(/\p{Script=Han}+|[^\p{Script=Han}\s\p{P}\p{S}]+/gu) ?? []).flatMap((run) => {
    if (!/\p{Script=Han}/u.test(run)) {
      const parts = run.match(/\p{Lu}?[\p{Ll}\p{N}]+|\p{Lu}+(?!\p{Ll})/gu) ?? []
      return parts.length > 1 ? [run, ...parts] : [run]
    }
    const signs = [...run]
    return signs.map((sign, index) => sign + (signs[index + 1] ?? ''))
  })
}

/** A question is cut in the same way, but for the last sign, which its pair has already. */
export function wordsOfQuery(query: string): string[] {
  return (query.match(/\p{Script=Han}+|[^\p{Script=Han}\s\p{P}\p{S}]+/gu) ?? []).flatMap((run) => {
    const signs = [...run]
    if (!/\p{Script=Han}/u.test(run) || signs.length === 1) return [run]
    return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
  })
}

/** How much a place weighs: what explains comes before what lists, and what is in force before what was. Its address is all that is known of it. */
export function weightOfPlace(place: string): number {
  if (/\/(?:api|policy)\//.test(place)) return 0.1
  return /\/(?:changelog|interpretations|laws|how-mechanisms-meet)\b/.test(place) ? 0.5 : 1
}
