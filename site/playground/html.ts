/** What the library writes as a page of its own, or for one, as a part of this page. */

/** The body of a page that `explain` wrote, its headings some levels down. */
export function fragmentOf(page: string, levels: number): string {
  const main = /<main>\n([\s\S]*)<\/main>/.exec(page)?.[1] ?? page
  const foot = /<footer>\n([\s\S]*)<\/footer>/.exec(page)?.[1] ?? ''
  return withShortTables(main + foot).replace(
    /<(\/?)h([12])>/g,
    (_, slash, level) => `<${slash}h${Number(level) + levels}>`,
  )
}

/** A browser stands still for a second over a table of ten thousand rows, and nobody reads it. */
const MOST_ROWS = 100

/** The first rows of each table, and how many more there are. */
function withShortTables(html: string): string {
  return html.replace(/<tbody>\n([\s\S]*?)<\/tbody>/g, (table, written: string) => {
    const rows = written.split(/(?<=<\/tr>\n)/)
    const more = rows.length - MOST_ROWS
    if (more <= 0) return table
    const last = `<tr><td colspan="20">… (+${more})</td></tr>\n`
    return `<tbody>\n${rows.slice(0, MOST_ROWS).join('')}${last}</tbody>`
  })
}

/** Pictures follow what the screen prefers; on this page that is a switch, and the page has a class for it. */
export function followingSwitch(picture: string): string {
  return picture.replace('@media screen and (prefers-color-scheme:dark){', '.dark{')
}

/** The table beside a picture opens on demand: whoever sees the picture does not need it. */
export function withTableFolded(figure: string, summary: string): string {
  return figure
    .replace('<div class="table"', `<details><summary>${summary}</summary>\n<div class="table"`)
    .replace('</figure>', '</details>\n</figure>')
}
