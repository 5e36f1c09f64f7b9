import { collectCommand } from './collect-command.ts'
import { ownTerminal } from './terminal.ts'

process.exitCode = await collectCommand(process.argv.slice(2), ownTerminal)
