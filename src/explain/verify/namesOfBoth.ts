/** The names of two maps, each where the first of them has it: the same order whichever of the two comes first. */
export function namesOfBoth(
  was: ReadonlyMap<string, unknown>,
  is: ReadonlyMap<string, unknown>,
): readonly string[] {
  const places = [placesIn(was), placesIn(is)]
  const placeOf = (name: string) =>
    Math.min(...places.map((known) => known.get(name) ?? Number.POSITIVE_INFINITY))
  return [...new Set([...was.keys(), ...is.keys()])].sort(
    (one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1),
  )
}

function placesIn(map: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  return new Map([...map.keys()].map((name, place) => [name, place]))
}
