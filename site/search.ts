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

/** A question is cut in the same way, but for the last sign, which its pair has already, and for the little words of English, unless it has no others. */
export function wordsOfQuery(query: string): string[] {
  const little =
    /^(?:an?|and|are|as|at|be|can|do|does|for|from|how|i|in|is|it|its|me|my|of|on|or|our|own|that|the|their|to|was|we|what|when|which|who|why|will|with|your?)$/i
  const words = (query.match(/\p{Script=Han}+|[^\p{Script=Han}\s\p{P}\p{S}]+/gu) ?? []).flatMap(
    (run) => {
      const signs = [...run]
      if (!/\p{Script=Han}/u.test(run) || signs.length === 1) return [run]
      return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
    },
  )
  const telling = words.filter((word) => !little.test(word))
  return telling.length > 0 ? telling : words
}

/** What is left out of the search: the changelog, which names everything and explains nothing. */
export const isSearched = (place: string): boolean => place !== 'changelog.md'

/**
 * What is found first. A question in everyday words has some that no page has, so one of them is enough; a page with more of them, or with them in its title,
 * comes before. Pages that answer come before those that list: whoever types a name of the reference finds it there all the same.
 */
export const RANKING = {
  tokenize: wordsOfQuery,
  combineWith: 'OR' as const,
  // What is as short as "tax" begins and resembles too much, but a Chinese word is no longer.
  prefix: (term: string) => term.length > 3 || /\p{Script=Han}/u.test(term),
  fuzzy: (term: string) => (term.length > 5 && !/\p{Script=Han}/u.test(term) ? 0.2 : false),
  boost: { title: 4, text: 2, titles: 2 },
  boostDocument: (place: string, term: string) => {
    if (place.split('#')[1]?.toLowerCase() === term) return 0.25
    if (/\/(?:api|policy)\//.test(place)) return 0.1
    const lists =
      /\/(?:laws|differences|interpretations|how-mechanisms-meet|performance|clauses|overview|questions)(?:#|$)/
    return lists.test(place) ? 0.4 : 1
  },
}
