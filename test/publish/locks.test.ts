import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const FOLDERS = [
  '',
  'site',
  'test/bench',
  'test/runtimes',
  'test/scale/clickhouse',
  'test/scale/duckdb',
]

describe('a lock file', () => {
  it.each(FOLDERS)('names nothing outside of the repository, and no address: %s', (folder) => {
    const { packages } = JSON.parse(
      readFileSync(join(root, folder, 'package-lock.json'), 'utf8'),
    ) as {
      packages: Readonly<Record<string, { readonly resolved?: string }>>
    }
    const places = Object.entries(packages).flatMap(([path, { resolved }]) => [
      path,
      resolved ?? '',
    ])
    const isOutside = (place: string) =>
      place.includes('://') || join(folder, place).startsWith('..')
    expect(places.length).toBeGreaterThan(2)
    expect(places.filter(isOutside)).toEqual([])
  })

  it('is looked at in each folder that has one', () => {
    const found = ['', 'site', 'test/bench', 'test/runtimes', ...folders('test/scale')].filter(
      (folder) => readdirSync(join(root, folder)).includes('package-lock.json'),
    )
    expect(found.sort()).toEqual([...FOLDERS].sort())
  })
})

function folders(parent: string): string[] {
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent, name))
}
