import type { ServicePackage } from '../../../health/index.js'
import type { Document } from '../../document.js'
import { factOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf, namesOf } from '../common.js'

/** What a customer of a tier is served, and what of it was not received yet. */
export function describePackage(served: ServicePackage, voice: Voice): Document {
  const { tier, missing, beyond } = served
  const words = voice.words.health.package
  return documentOf(served, voice, {
    title: words.title,
    head: factOf(voice, 'customerTier', tier),
    answer:
      missing.length === 0
        ? words.complete({ tier })
        : words.missing({ tier, missing: voice.list(missing) }),
    sentences: beyond.length === 0 ? [] : [words.beyond({ beyond: voice.list(beyond) })],
    blocks: [
      ...namesOf(voice, words.services, served.services),
      ...namesOf(voice, words.toServe, missing),
      ...namesOf(voice, words.extra, beyond),
    ],
  })
}
