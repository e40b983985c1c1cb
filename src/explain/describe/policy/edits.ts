import { compareAmounts } from '../../../kernel/index.js'
import * as issue from '../../../kernel/input/issue.js'
import * as defined from '../../../kernel/policy/defined.js'
import type { Edit } from '../../../policy/index.js'
import type { Block, Cell, Document } from '../../document.js'
import { textCell } from '../../table.js'
import type { Voice } from '../../voice.js'
import type { Beside } from '../beside.js'
import { documentOf } from '../common.js'
import { type Change, changesOf, isPart, type Leaf, leavesOf } from './changes.js'
import { bothNumbers, isRatioAt, placeText, valueCell, valueText } from './places.js'

/** What edits change, in words; with the policy before, also what was there. */
export function describeEdits(
  edits: readonly Edit[],
  voice: Voice,
  { policy }: Beside = {},
): Document {
  if (policy !== undefined) issue.within(['options', 'policy'], () => defined.kindOf(policy))
  const words = voice.words.policy
  const changes = changesOf(edits, policy)
  const [answer, ...sentences] = sentencesOf(changes, voice)
  return documentOf(edits, voice, {
    title: words.title,
    answer: answer ?? (edits.length === 0 ? words.same : words.onlyOrigin),
    sentences,
    blocks: changesTable(voice.words.policy.blocks.changes, changes, voice),
  })
}

/** Of one change what it is; of several first where they are. A version that comes in is none, but where they come from. */
function sentencesOf(changes: readonly Change[], voice: Voice): readonly string[] {
  const versions = changes.filter(({ how }) => how === 'new-version')
  const values = changes.filter(({ how }) => how !== 'new-version')
  const told = (some: readonly Change[]) => some.map((change) => sentenceOf(change, voice))
  if (values.length < 2) return [...told(values), ...told(versions)]
  const places = [...new Set(values.map(({ steps }) => placeText(steps, voice)))]
  const { several } = voice.words.policy
  return [several({ places: voice.list(places) }), ...told(changes)]
}

function sentenceOf(change: Change, voice: Voice): string {
  const { steps, how, was, is, holds } = change
  const words = voice.words.policy
  const at = { place: placeText(steps, voice), when: whenText(change, voice) }
  const told = (value: unknown) => partText(steps, value, change, voice)
  return {
    added: () => words.added({ ...at, is: told(is) }),
    'new-version': () => words.newVersion({ version: String(is), from: holds.from ?? '' }),
    multiplied: () => words.multiplied({ ...at, by: voice.number(String(is)) }),
    raised: () => words.raised({ ...at, by: byText(change, voice) }),
    removed: () =>
      was === undefined || isPart(was)
        ? words.removed(at)
        : words.removedWas({ ...at, was: told(was) }),
    set: () => setText(change, at, voice),
  }[how]()
}

/** What a value is now, and what it was, where that is known. */
function setText(
  change: Change,
  at: { readonly place: string; readonly when: string },
  voice: Voice,
): string {
  const { steps, was, is } = change
  const words = voice.words.policy
  const told = (value: unknown) => partText(steps, value, change, voice)
  if (isPart(is)) return words.becomes({ ...at, is: told(is) })
  if (was === undefined) return words.isNow({ ...at, is: told(is) })
  const both = { ...at, was: told(was), is: told(is) }
  if (!bothNumbers(steps, was, is)) return words.changes(both)
  return compareAmounts(String(is), String(was)) < 0 ? words.falls(both) : words.rises(both)
}

/** What is added to a value; to a ratio, percentage points. */
function byText({ steps, is, thresholds }: Change, voice: Voice): string {
  const by = String(is)
  if (!isRatioAt(steps, thresholds)) return voice.number(by)
  return voice.words.policy.points({ points: voice.percent(by).replace('%', '') })
}

/** For whom, in which version, and from when until when. */
function whenText({ holds }: Change, { words }: Voice): string {
  const { from, to, group, version } = holds
  const { when } = words.policy
  const days = () => {
    if (from === undefined) return to === undefined ? '' : when.to({ to })
    return to === undefined ? when.from({ from }) : when.fromTo({ from, to })
  }
  return [
    group === undefined ? '' : when.group({ group }),
    version === undefined ? '' : when.version({ version }),
    days(),
  ].join('')
}

/** A value, or all values of a part, each with its name. */
function partText(
  steps: Change['steps'],
  value: unknown,
  { thresholds }: Change,
  voice: Voice,
): string {
  if (!isPart(value)) return valueText(steps, value, thresholds, voice)
  // Entries are named by the list that they are in.
  const around = Array.isArray(value) ? steps.length - 1 : steps.length
  return voice.list(
    leavesIn(value, steps).map((leaf) =>
      voice.words.policy.leaf({
        name: placeText(leaf.steps.slice(around), voice, leaf.steps.slice(0, around)),
        value: valueText(leaf.steps, leaf.value, thresholds, voice),
      }),
    ),
  )
}

/** The values of a part, without the id of an entry that is named by it. */
function leavesIn(value: unknown, steps: Change['steps']): readonly Leaf[] {
  return leavesOf(value, steps).filter(
    ({ steps: place, value: own }) => !(place.at(-1) === 'id' && place.at(-2) === own),
  )
}

/** Value by value: what was there, and what is. */
export function changesTable(
  title: string,
  changes: readonly Change[],
  voice: Voice,
): readonly Block[] {
  if (changes.length === 0) return []
  const { fields, policy } = voice.words
  const heads = [
    ['what', policy.heads.what],
    ['was', policy.heads.was],
    ['is', policy.heads.is],
    ['how', policy.heads.how],
    ['group', fields.group],
    ['version', fields.version],
    ['from', fields.effectiveFrom],
    ['until', policy.heads.until],
  ] as const
  const columns = heads.map(([id, head]) => ({ id, head, isNumber: false }))
  const rows = changes.flatMap((change) => rowsOf(change, voice))
  return [{ title, table: { columns, rows } }]
}

function rowsOf(change: Change, voice: Voice): readonly (readonly Cell[])[] {
  const { steps, how, was, is, holds, thresholds } = change
  const { hows } = voice.words.policy
  const rest = [hows[how], holds.group, holds.version, holds.from, holds.to].map((text) =>
    textCell(text ?? ''),
  )
  if (how === 'new-version') {
    const [first, ...others] = rest
    const { policy, policyEntries } = voice.words
    const place = textCell(policy.entry({ noun: policyEntries.versions, id: String(is) }))
    return [[place, NONE, textCell(String(is)), first ?? NONE, ...others]]
  }
  const cell = (leaf: Leaf | undefined) =>
    leaf ? valueCell(leaf.steps, leaf.value, thresholds, voice) : NONE
  const [before, after] = [was, is].map((value) =>
    value === undefined ? [] : leavesIn(value, steps),
  )
  const places = [...(before ?? []), ...(after ?? [])]
  const unique = [...new Map(places.map((leaf) => [JSON.stringify(leaf.steps), leaf])).keys()]
  const at = (leaves: readonly Leaf[] = [], place: string) =>
    leaves.find((leaf) => JSON.stringify(leaf.steps) === place)
  const keys = unique.length === 0 ? [JSON.stringify(steps)] : unique
  return keys.map((place) => [
    textCell(placeText(JSON.parse(place), voice)),
    cell(at(before, place)),
    cell(at(after, place)),
    ...rest,
  ])
}

const NONE = textCell('')
