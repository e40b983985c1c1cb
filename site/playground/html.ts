/** What the library writes as a page of its own, or for one, as a part of this page. */

/** The body of a page that `explain` wrote, its headings some levels down. */
export function fragmentOf(page: string, levels: number): string {
  const main = /<main>\n([\s\S]*)<\/main>/.exec(page)?.[1] ?? page
  const foot = /<footer>\n([\s\S]*)<\/footer>/.exec(page)?.[1] ?? ''
  return (main + foot).replace(
    /<(\/?)h([12])>/g,
    (_, slash, level) => `<${slash}h${Number(level) + levels}>`,
  )
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
