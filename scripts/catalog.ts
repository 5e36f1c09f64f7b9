import { catalogCommand } from './catalog-command.ts'
import { ownTerminal } from './terminal.ts'

process.exitCode = await catalogCommand(process.argv.slice(2), ownTerminal)
