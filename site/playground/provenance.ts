/** Which clause asks for which part: a ready policy says it by paths, which have to lead somewhere when parts go. */
import {
  isObject,
  type Json,
  type JsonObject,
  type Path,
  valueAt,
  withValueAt,
} from './document.js'

/** An entry of a list is gone, with what was said of it; what was said of those after it is said of where they are now. */
export function withoutEntry(document: JsonObject, entry: Path): JsonObject {
  const list = entry.slice(0, -1)
  const gone = Number(entry.at(-1))
  const moved = entriesOf(document).flatMap((one) => {
    const path = stepsOf(one['path'])
    const at = path[list.length]
    const isInside = list.every((step, index) => step === path[index]) && typeof at === 'number'
    if (!isInside || at < gone) return [one]
    const up = [...list, at - 1, ...path.slice(list.length + 1)]
    return at === gone ? [] : [{ ...one, path: written(up) }]
  })
  return withProvenance(withValueAt(document, entry, undefined), moved)
}

/** Nothing is said of what is not there. */
export function withFittingProvenance(document: JsonObject): JsonObject {
  const fitting = entriesOf(document).filter(
    ({ path }) => valueAt(document, stepsOf(path)) !== undefined,
  )
  return withProvenance(document, fitting)
}

function withProvenance(document: JsonObject, entries: readonly JsonObject[]): JsonObject {
  return 'provenance' in document ? { ...document, provenance: entries } : document
}

function entriesOf({ provenance }: JsonObject): readonly JsonObject[] {
  return Array.isArray(provenance) ? provenance.filter(isObject) : []
}

/** `criteria[0].weight` as steps. */
function stepsOf(path: Json | undefined): Path {
  const steps = String(path).match(/[^.[\]]+/g) ?? []
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

function written(path: Path): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('')
}
