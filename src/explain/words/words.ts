/** The words of a language; English is the source of what there is to be said. */
import type { english } from './en/index.js'

/** The same texts, of the same params, in another language: what one of them lacks does not compile. */
export type Words = Spoken<typeof english>

type Spoken<Texts> = {
  readonly [Name in keyof Texts]: Texts[Name] extends (...params: infer Params) => string
    ? (...params: Params) => string
    : Texts[Name] extends string
      ? string
      : Spoken<Texts[Name]>
}
