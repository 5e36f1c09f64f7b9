import type { Terminal } from '../terminal.ts'

/** A terminal that nobody sits at, and what was said on it. */
export function heardTerminal(environment: Terminal['environment']) {
  const heard = { stdout: '', stderr: '' }
  const terminal: Terminal = {
    environment,
    write: (text) => void (heard.stdout += text),
    say: (text) => void (heard.stdout += `${text}\n`),
    complain: (text) => void (heard.stderr += `${text}\n`),
    ask: null,
  }
  return { terminal, heard }
}
