import { invalid, refuse, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { A_UINT8ARRAY, SLICE_OUTSIDE, SLICES } from '../issues.js'
import { scaleBytes } from '../number/scaled.js'
import { addLine, addSlowly, type Building } from './building.js'
import { decodeUtf8 } from './decodeUtf8.js'

/** A line is four places in the bytes: where its payee starts and ends, and where its amount does. */
const PER_LINE = 4

/** All places are looked at before a line is added, as who mends them and gives them again would count lines twice. */
export function addBytes(building: Building, bytes: Uint8Array, slices: Int32Array): void {
  requireSlices(bytes, slices)
  for (let at = 0; at < slices.length; at += PER_LINE) addLineAt(building, bytes, slices, at)
}

function addLineAt(building: Building, bytes: Uint8Array, slices: Int32Array, at: number): void {
  const [payeeStart, payeeEnd] = [slices[at] ?? 0, slices[at + 1] ?? 0]
  const [amountStart, amountEnd] = [slices[at + 2] ?? 0, slices[at + 3] ?? 0]
  const { payees, decimals } = building
  const place = payees.ofBytes(bytes, payeeStart, payeeEnd)
  const scaled = scaleBytes(bytes, amountStart, amountEnd, decimals)
  if (place !== -1 && !Number.isNaN(scaled)) {
    addLine(building, place, scaled)
    return
  }
  // Bytes that are no UTF-8 are no text, and are refused as any value that is none.
  const payee = decodeUtf8(bytes, payeeStart, payeeEnd) ?? bytes
  addSlowly(building, payee, decodeUtf8(bytes, amountStart, amountEnd) ?? bytes)
  const added = payees.places.get(payee)
  if (place === -1 && added !== undefined) payees.remember(bytes, payeeStart, payeeEnd, added)
}

/** To ask for the prototype is the fastest; bytes of another realm have another one. */
function isBytes(value: unknown): boolean {
  if (!ArrayBuffer.isView(value)) return false
  return value instanceof Uint8Array || read.isTyped(value, '[object Uint8Array]')
}

function requireSlices(bytes: Uint8Array, slices: Int32Array): void {
  if (!isBytes(bytes)) refuseIfAny([invalid(bytes, ['bytes'], A_UINT8ARRAY)])
  if (!ArrayBuffer.isView(slices) || slices.length % PER_LINE !== 0)
    refuseIfAny([invalid(slices, ['slices'], SLICES)])
  for (let at = 0; at < slices.length; at += 2) {
    const start = slices[at] ?? Number.NaN
    const end = slices[at + 1] ?? Number.NaN
    if (Number.isInteger(start) && start >= 0 && start <= end && end <= bytes.length) continue
    refuse(SLICE_OUTSIDE, ['slices', at], { given: `${start} to ${end}` })
  }
}
