import {
  closeSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pid } from 'node:process'
import { type Io, notWritten, put } from '../io.js'

/** Where data goes. What is not finished is not there. */
export interface Output {
  readonly write: (text: string) => void
  readonly finish: () => Promise<void>
}

const BLOCK = 1 << 16

/** Standard output, or a file that is written beside its place and gets its name when it is whole. */
export function openOutput(file: string | undefined, io: Io): Output {
  return file === undefined || file === '-' ? toStandardOutput(io) : toFile(file, io)
}

/** All at once: whoever reads it gets everything, or nothing. */
function toStandardOutput(io: Io): Output {
  const parts: string[] = []
  return {
    write: (text) => {
      parts.push(text)
    },
    finish: async () => {
      try {
        for (let at = 0; at < parts.length; at += BLOCK)
          await put(io.stdout, parts.slice(at, at + BLOCK).join(''))
      } catch (error) {
        throw notWritten(error, 'standard output')
      }
    },
  }
}

function toFile(file: string, io: Io): Output {
  const { path, beside } = placesOf(resolve(io.folder, file))
  const orFail = <Value>(step: () => Value): Value => {
    try {
      return step()
    } catch (error) {
      if (path !== beside) rmSync(beside, { force: true })
      throw notWritten(error, file)
    }
  }
  const descriptor = orFail(() => openSync(beside, path === beside ? 'w' : 'wx'))
  if (path !== beside) io.unfinished.add(beside)
  let waiting: string[] = []
  let size = 0
  const flush = () => {
    writeAll(descriptor, Buffer.from(waiting.join('')))
    waiting = []
    size = 0
  }
  return {
    write: (text) => {
      waiting.push(text)
      size += text.length
      if (size >= BLOCK) orFail(flush)
    },
    finish: async () =>
      orFail(() => {
        flush()
        closeSync(descriptor)
        if (path !== beside) renameSync(beside, path)
        io.unfinished.delete(beside)
      }),
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}

/** Where it will be, and where it is written. What is there and is no file (a device, a pipe) is written to as it is. */
function placesOf(given: string): { path: string; beside: string } {
  const there = statOf(given)
  if (there !== undefined && !there.isFile()) return { path: given, beside: given }
  const path = there === undefined ? given : realpathSync(given)
  return { path, beside: join(dirname(path), `.${basename(path)}.${pid}.unfinished`) }
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

/** Removes what was begun: the run has failed, or somebody has stopped it. */
export function removeUnfinished(io: Io): void {
  for (const file of io.unfinished) rmSync(file, { force: true })
  io.unfinished.clear()
}
