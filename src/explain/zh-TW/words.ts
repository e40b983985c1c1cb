/** How values are shown in Traditional Chinese. */
import { spaced, wordFor } from '../words.js'

/** What is shown of a value that has no short text of its own. */
const SHOWN: Readonly<Record<string, string>> = {
  'a Date': 'Date 物件',
  'a function': '函式',
  'a promise': 'Promise',
  'an array': '陣列',
  'an object': '物件',
}

/** What was given. */
export function got(given: string): string {
  return `收到${spaced(wordFor(given, SHOWN))}`
}

export function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : `您是不是想寫 ${JSON.stringify(suggestion)}？`
}
