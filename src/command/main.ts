#!/usr/bin/env node
import { SALES_RULES } from './commands.js'
import { start } from './start.js'

await start(SALES_RULES)
