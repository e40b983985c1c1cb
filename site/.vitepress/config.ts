import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type DefaultTheme, defineConfig } from 'vitepress'
import { FIELD_PAGES } from '../fields.js'
import { anchorOf, withoutCode } from '../links.js'
import { sidebarOf } from '../navigation.js'
import { isSearched, RANKING, wordsOfText } from '../search.js'
import { CHINESE_SEARCH, chinese } from './chinese.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SRC = `${ROOT}src`

/** The entries of the package, each with a page of the reference. */
const ENTRIES = readdirSync(SRC, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ text: name, link: `/api/${name}` }))

const POLICIES = {
  text: 'Policies, field by field',
  link: '/policy/',
  collapsed: true,
  items: FIELD_PAGES,
}
const REFERENCE = { text: 'Reference', link: '/api/', collapsed: true, items: ENTRIES }
const CLAUSES = {
  text: 'Clauses',
  items: [{ text: 'What does each clause say?', link: '/clauses' }],
}

const QUESTIONS = sidebarOf(ROOT, 'docs')
const open = (group: DefaultTheme.SidebarItem) => ({ ...group, collapsed: false })

export default defineConfig({
  title: 'sales-rules',
  description:
    'The rules by which a company runs its sales force, as pure, typed, exact functions.',
  srcDir: 'content',
  outDir: 'dist',
  srcExclude: ['public/**'],
  // Where the site lies on its server: /sales-rules/ on GitHub Pages, / by default.
  base: process.env['SITE_BASE'] ?? '/',
  cleanUrls: true,
  lastUpdated: false,
  // Anchors as GitHub makes them, so that a link leads to the same place in both.
  markdown: {
    anchor: { slugify: anchorOf },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  vite: {
    // Pages that compute import the library by its name and get the sources.
    resolve: {
      alias: [
        { find: /^sales-rules$/, replacement: `${SRC}/index.ts` },
        { find: /^sales-rules\/(.+)$/, replacement: `${SRC}/$1/index.ts` },
      ],
    },
    server: { fs: { allow: [ROOT] } },
  },
  locales: {
    root: { label: 'English', lang: 'en' },
    'zh-CN': { label: '简体中文', lang: 'zh-CN', ...chinese(sidebarOf(ROOT, 'docs/zh-CN')) },
  },
  themeConfig: {
    // The other language starts at its front page: not every page is in both.
    i18nRouting: false,
    nav: [
      { text: 'Start', link: '/start/' },
      { text: 'Questions', link: '/questions' },
      { text: 'Playground', link: '/playground' },
      { text: 'Cookbook', link: '/cookbook/' },
      {
        text: 'Look up',
        items: [
          { text: 'Overview', link: '/overview' },
          { text: 'Policies, field by field', link: '/policy/' },
          { text: 'Reference', link: '/api/' },
          { text: 'Clauses of the handbook', link: '/clauses' },
          { text: 'Glossary', link: '/glossary' },
          { text: 'Changes', link: '/changelog' },
        ],
      },
    ],
    sidebar: {
      '/': [...QUESTIONS, CLAUSES, POLICIES, REFERENCE],
      '/policy/': [open(POLICIES), REFERENCE, CLAUSES, ...QUESTIONS],
      '/api/': [open(REFERENCE), POLICIES, CLAUSES, ...QUESTIONS],
    },
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        // Code is not searched: of what it shows, the fields and the reference have their own sections.
        _render: (text, env, md) =>
          isSearched(env.relativePath) ? md.render(withoutCode(text), env) : '',
        locales: { 'zh-CN': { translations: CHINESE_SEARCH } },
        miniSearch: {
          options: { tokenize: wordsOfText },
          searchOptions: RANKING,
        },
      },
    },
  },
})
