import * as z from 'zod'
import type { Defined, Issue } from '../kernel/index.js'
import * as attempt from '../kernel/input/attempt.js'
import { at } from '../kernel/input/issue.js'
import {
  calendarDate,
  checked,
  checkPolicy,
  name,
  onceEach,
  report,
  strict,
} from '../kernel/schema.js'
import {
  VERSION_ENDS_BEFORE_START,
  VERSION_OUT_OF_ORDER,
  VERSION_STILL_IN_FORCE,
} from './issues.js'
import { defineAs } from './kinds.js'
import { SECTION_NAMES, SECTIONS, type SectionName } from './sections.js'
import type { PolicyVersion, SalesPolicy } from './types.js'

const MOST_VERSIONS = 1000

/** A section that its define function has checked; who it belongs to is known once the document is read. */
export interface ReadSection {
  readonly policy: Defined<object>
  /** It has an id of its own. */
  readonly isNamed: boolean
}

const sectionsShape = Object.fromEntries(
  SECTION_NAMES.map((key) => [key, section(key).exactOptional()]),
)

function section(key: SectionName) {
  return z.unknown().transform((given, context): ReadSection => {
    const outcome = attempt.attempt(() => defineAs(SECTIONS[key], given))
    if (outcome.ok) return { policy: outcome.value, isNamed: Object.hasOwn(given as object, 'id') }
    report(context, outcome.issues)
    return z.NEVER
  })
}

const example = strict({
  id: name(),
  rule: name(),
  group: name().exactOptional(),
  input: z.unknown(),
  expect: z.unknown(),
})

const version = strict({
  version: name(),
  effectiveFrom: calendarDate(),
  until: calendarDate().exactOptional(),
  ...sectionsShape,
  groups: z.record(name(), strict(sectionsShape)).exactOptional(),
  examples: z.array(example).max(1000).exactOptional(),
})

export const documentSchema = strict({
  $schema: z.string().exactOptional(),
  format: z.literal(1).default(1),
  id: name().default('sales-policy'),
  name: name().exactOptional(),
  versions: z.array(version).min(1).max(MOST_VERSIONS),
}).superRefine(
  checked(({ versions }) => [
    ...onceEach(
      versions.map((one) => one.version),
      ['versions'],
      'version',
    ),
    ...versions.flatMap((one, index) => timeIssues(one, versions[index + 1], index)),
    ...versions.flatMap(({ examples = [] }, index) =>
      onceEach(
        examples.map(({ id }) => id),
        ['versions', index, 'examples'],
        'id',
      ),
    ),
  ]),
)

interface Dated {
  readonly effectiveFrom: string
  readonly until?: string
}

/** Versions follow each other, and one that ends does so after it began and before the next begins. */
function timeIssues(
  { effectiveFrom, until }: Dated,
  next: Dated | undefined,
  index: number,
): Issue[] {
  const issues: Issue[] = []
  if (until !== undefined && until <= effectiveFrom)
    issues.push(
      at(VERSION_ENDS_BEFORE_START, ['versions', index, 'until'], {
        from: effectiveFrom,
        to: until,
      }),
    )
  if (next === undefined) return issues
  const { effectiveFrom: second } = next
  const place = ['versions', index + 1, 'effectiveFrom']
  if (second <= effectiveFrom)
    issues.push(at(VERSION_OUT_OF_ORDER, place, { from: effectiveFrom, to: second }))
  else if (until !== undefined && until > second)
    issues.push(at(VERSION_STILL_IN_FORCE, place, { first: effectiveFrom, second, lastDay: until }))
  return issues
}

export type ReadSections = { readonly [Name in SectionName]?: ReadSection }

export type ReadVersion = ReadSections &
  Omit<PolicyVersion, SectionName | 'groups'> & {
    readonly groups?: Readonly<Record<string, ReadSections>>
  }

/** Reads a document, and each of its sections as the define function of its kind does; or all that is wrong is thrown. */
export function readDocument(
  policy: unknown,
): Omit<SalesPolicy, 'versions'> & { readonly versions: readonly ReadVersion[] } {
  return checkPolicy(documentSchema, policy) as never
}
