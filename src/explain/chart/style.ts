/**
 * The colours, of paper, letters and marks. In print the light ones hold, whatever the screen prefers. Each name starts with `sr-`: a style
 * inside a picture holds for all of the page that the picture is put into.
 */

/** Contrast on paper: letters 4.5 and more, marks 3 and more. */
export const LIGHT = {
  paper: '#ffffff',
  ink: '#1f2328',
  soft: '#57606a',
  grid: '#d8dee4',
  first: '#0072b2',
  second: '#c24e00',
}

export const DARK: typeof LIGHT = {
  paper: '#0d1117',
  ink: '#e6edf3',
  soft: '#9aa4af',
  grid: '#30363d',
  first: '#56b4e9',
  second: '#f0a030',
}

function coloursOf({ paper, ink, soft, grid, first, second }: typeof LIGHT): string {
  return [
    `.sr-paper{fill:${paper}}`,
    `.sr-ink{fill:${ink}}`,
    `.sr-soft{fill:${soft}}`,
    `.sr-halo{stroke:${paper}}`,
    `.sr-grid{stroke:${grid}}`,
    `.sr-axis{stroke:${soft}}`,
    `.sr-first{fill:${first};stroke:${first}}`,
    `.sr-second{fill:${second};stroke:${second}}`,
    `.sr-first-line{stroke:${first}}`,
    `.sr-second-line{stroke:${second}}`,
    `.sr-first-hollow{fill:${paper};stroke:${first}}`,
    `.sr-second-hollow{fill:${paper};stroke:${second}}`,
    `.sr-total{fill:${soft};stroke:${soft}}`,
    `.sr-place{fill:${ink};stroke:${paper}}`,
  ].join('')
}

const SHAPES = [
  '.sr-chart{max-width:100%;height:auto}',
  '.sr-figure .number{text-align:end}',
  '.sr-grid,.sr-axis{stroke-width:1;fill:none}',
  '.sr-first-line,.sr-second-line{fill:none;stroke-width:2.5;stroke-linejoin:round}',
  '.sr-second-line{stroke-dasharray:7 4}',
  '.sr-guide{stroke-dasharray:2 3}',
  '.sr-dots{stroke-width:7;stroke-linecap:round}',
  '.sr-first-hollow,.sr-second-hollow{stroke-width:2}',
  '.sr-halo{stroke-width:4;paint-order:stroke;stroke-linejoin:round}',
  '.sr-place{stroke-width:2}',
].join('')

const inDark = `@media screen and (prefers-color-scheme:dark){${coloursOf(DARK)}}`

export const STYLE = `${SHAPES}${coloursOf(LIGHT)}${inDark}`
