/** The browser in which the built pages are looked at: one for all of them. */
import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

/** Where packages of Linux and of macOS put one. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium that starts: the one that `CHROMIUM` names, or else the first that is found. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  return (named ? [named] : PLACES).find(starts)
}

function starts(place: string): boolean {
  try {
    execFileSync(place, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** What comes of each, in its order. A page keeps one core busy, and CI has two. */
export async function twoAtATime<Item, Result>(
  items: readonly Item[],
  look: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const left = items.entries()
  const lookOn = async () => {
    for (const [at, item] of left) results[at] = await look(item)
  }
  await Promise.all([lookOn(), lookOn()])
  return results
}
