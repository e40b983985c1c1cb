/** A list that later ones share and go on with: to add to the latest costs the same however long it is. */
export interface Log<Entry> {
  readonly entries: Entry[]
  /** So many of the entries are its own. */
  readonly length: number
}

/** The list with more entries. */
export function append<Entry>({ entries, length }: Log<Entry>, added: Iterable<Entry>): Log<Entry> {
  const isLatest = entries.length === length
  const own = isLatest ? entries : entries.slice(0, length)
  // Copied first, as what is added may be the list itself.
  for (const entry of [...added]) own.push(entry)
  return { entries: own, length: own.length }
}

export function listOf<Entry>({ entries, length }: Log<Entry>): readonly Entry[] {
  return entries.length === length ? entries : entries.slice(0, length)
}

export function logOf<Entry>(entries: Entry[]): Log<Entry> {
  return { entries, length: entries.length }
}
