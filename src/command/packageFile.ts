import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file that the package brings along, wherever this code stands in it: in its sources, or bundled. */
export function packageFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, name)
    if (existsSync(file) || folder === dirname(folder)) return file
  }
}
