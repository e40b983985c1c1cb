/** The looks of a page: large enough on a phone, dark where the reader asks for it, and on A4 without colours. */
export const STYLE = `:root { color-scheme: light dark; --text: #1b1b1f; --soft: #55555f; --line: #c9c9d1; --ground: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececf1; --soft: #b4b4bf; --line: #4a4a55; --ground: #17171b; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem; color: var(--text); background: var(--ground); font: 1rem/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
:lang(zh-TW) body, body:lang(zh-TW) { font-family: system-ui, "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.125rem; }
p { margin: 0.5rem 0; max-width: 42rem; }
.answer { margin: 1.25rem 0 0.5rem; padding-left: 0.875rem; border-left: 0.25rem solid currentColor; font-size: 1.25rem; font-weight: 600; overflow-wrap: anywhere; }
section dl { margin: 0.75rem 0; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.5rem 1.5rem; margin: 0; }
dl div { min-width: 0; }
dt { color: var(--soft); font-size: 0.875em; }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.table { overflow-x: auto; }
.table:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: 0.375rem 0.75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; }
th:first-child, td:first-child { padding-inline-start: 0; }
thead th { color: var(--soft); font-size: 0.875em; font-weight: 600; vertical-align: bottom; }
tfoot th, tfoot td { border-top: 2px solid var(--text); border-bottom: 0; font-weight: 600; }
.number { text-align: end; white-space: nowrap; }
thead .number { white-space: normal; }
@media (max-width: 40rem) {
  th, td { padding: 0.375rem 0.5rem; }
  td:not(.number) { min-width: 4.5em; }
  .number:last-child { position: sticky; inset-inline-end: 0; background: var(--ground); }
}
@page { size: A4; margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; --text: #000000; --soft: #333333; --line: #999999; --ground: #ffffff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h1 { font-size: 16pt; }
  h2 { margin-top: 14pt; font-size: 11.5pt; break-after: avoid; }
  .answer { font-size: 13pt; }
  section > p { break-after: avoid; }
  .table { overflow: visible; }
  .number:last-child { position: static; }
  table { font-size: 8.5pt; }
  th, td { padding: 3pt 4pt; }
  thead { display: table-header-group; }
  tr, dl div { break-inside: avoid; }
}
`
