import { FILTER } from './filterCommands.js'
import { start } from './start.js'

void start(FILTER)
