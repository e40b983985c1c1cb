/** Numbers of lines from the command line. */
export function readSizes(given: readonly string[]): number[] {
  return given.map((text) => {
    const lines = Number(text)
    if (Number.isSafeInteger(lines) && lines > 0) return lines
    throw new RangeError(`Expected a number of lines, such as 200000, but got ${text}`)
  })
}
