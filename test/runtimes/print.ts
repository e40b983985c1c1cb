import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Prints a table, and puts it into a page of the repository between `<!-- name -->` and `<!-- end -->`. */
export function printInto(page: string, name: string, table: string): void {
  process.stdout.write(`${table}\n`)
  const file = fileURLToPath(new URL(`../../${page}`, import.meta.url))
  const text = readFileSync(file, 'utf8')
  const between = new RegExp(`(?<=<!-- ${name} -->\\n).*?(?=<!-- end -->)`, 's')
  if (!between.test(text)) throw new Error(`${page} has no place for ${name}`)
  writeFileSync(
    file,
    text.replace(between, () => `${table}\n`),
  )
}
