/** Values of a policy, as they stand in pictures. */
import * as issue from '../../kernel/input/issue.js'
import { readFigure } from './figures.js'
import type { Page } from './page.js'

/** A number with its digits grouped; a text as it is; of anything else, what it is. */
export function valueText(value: unknown, { voice }: Page): string {
  const figure = typeof value === 'boolean' ? undefined : readFigure(value, [], [])
  if (figure !== undefined) return voice.number(figure)
  return typeof value === 'string' ? value : issue.show(value)
}
