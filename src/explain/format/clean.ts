/** Characters that steer a display instead of being shown: controls, line separators, and those that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const STEERING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g

/** The text as one line that only says what it says. */
export function clean(text: string): string {
  return text.replace(STEERING, ' ')
}
