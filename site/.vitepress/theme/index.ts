// Without the fonts that the theme brings: the reader's own are there at once, and have Chinese.
import Theme from 'vitepress/theme-without-fonts'
import './style.css'

export default Theme
