import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Whether a program that npm does not bring is on this machine. */
export function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}
