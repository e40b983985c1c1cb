/** How values are shown in Simplified Chinese. */
import { spaced, wordFor } from '../words.js'

/** What is shown of a value that has no short text of its own. */
const SHOWN: Readonly<Record<string, string>> = {
  'a Date': 'Date 对象',
  'a function': '函数',
  'a promise': 'Promise',
  'an array': '数组',
  'an object': '对象',
}

/** What was given. */
export function got(given: string): string {
  return `收到${spaced(wordFor(given, SHOWN))}`
}

export function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : `您是不是想写 ${JSON.stringify(suggestion)}？`
}
