/**
 * Measures one function at a time, minified and compressed, in four bundlers, from the root and from its entry. The table is printed and written into
 * the README. Ends with 1 where the root costs over 5% more.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { EXPLAINING, labelOf, programOf, SIZED, type Sized } from '../runtime/sized.js'
import { BUNDLERS, type Bundler } from './bundlers.js'
import { printInto } from './print.js'
import { install } from './project.js'

const project = install()
try {
  const rows: string[] = []
  for (const sized of [...SIZED, EXPLAINING]) rows.push(await rowOf(sized))
  const names = Object.keys(BUNDLERS)
  const table = [
    `| kB, minified and gzip | ${names.join(' | ')} |`,
    `|---|${names.map(() => '---|').join('')}`,
    ...rows,
  ].join('\n')
  printInto('README.md', 'sizes', table)
} finally {
  rmSync(project, { recursive: true, force: true })
}

async function rowOf(sized: Sized): Promise<string> {
  const cells: string[] = []
  for (const [name, bundler] of Object.entries(BUNDLERS)) {
    const apart = await sizeOf(bundler, programOf(sized, sized.entry))
    const root = sized === EXPLAINING ? apart : await sizeOf(bundler, programOf(sized))
    if (root > 1.05 * apart) {
      process.stderr.write(
        `${sized.name} in ${name}: ${root} bytes from the root, ${apart} from its entry\n`,
      )
      process.exitCode = 1
    }
    cells.push((root / 1000).toFixed(1))
  }
  return `| ${[labelOf(sized), ...cells].join(' | ')} |`
}

async function sizeOf(bundler: Bundler, program: string): Promise<number> {
  writeFileSync(join(project, 'one.js'), program)
  return gzipSync(await bundler(project, 'one.js')).length
}
