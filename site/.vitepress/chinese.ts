/** What the theme says around a page, in Chinese. */
import type { DefaultTheme, LocaleSpecificConfig } from 'vitepress'

export function chinese(
  sidebar: DefaultTheme.SidebarItem[],
): LocaleSpecificConfig<DefaultTheme.Config> {
  return {
    description: '公司管理销售队伍的规则，写成精确的纯函数。',
    themeConfig: {
      nav: [
        { text: '上手', link: '/zh-CN/start' },
        { text: '手册条款', link: '/zh-CN/handbook' },
        { text: '术语表', link: '/zh-CN/glossary' },
        { text: '从哪里看起', link: '/zh-CN/questions' },
      ],
      sidebar,
      outline: { level: [2, 3], label: '本页内容' },
      docFooter: { prev: '上一页', next: '下一页' },
      darkModeSwitchLabel: '外观',
      lightModeSwitchTitle: '切换到浅色模式',
      darkModeSwitchTitle: '切换到深色模式',
      sidebarMenuLabel: '目录',
      returnToTopLabel: '回到顶部',
      langMenuLabel: '切换语言',
      skipToContentLabel: '跳到正文',
      notFound: {
        title: '没有这个页面',
        quote: '链接可能已失效。请搜索，或从首页找起。',
        linkLabel: '回到首页',
        linkText: '回到首页',
      },
    },
  }
}

export const CHINESE_SEARCH = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清除',
    backButtonTitle: '关闭',
    noResultsText: '没有找到：',
    footer: {
      selectText: '打开',
      selectKeyAriaLabel: '回车键',
      navigateText: '上下选择',
      navigateUpKeyAriaLabel: '上箭头键',
      navigateDownKeyAriaLabel: '下箭头键',
      closeText: '关闭',
      closeKeyAriaLabel: 'Esc 键',
    },
  },
}
