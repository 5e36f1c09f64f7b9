import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { changeReport, checkReport } from '../server/sources/slo-as-code/catalog-report.ts'
import { compareCatalogs } from '../server/sources/slo-as-code/compare-catalogs.ts'
import { exportCatalog } from '../server/sources/slo-as-code/export-catalog.ts'
import { ownKindsJsonSchema } from '../server/sources/slo-as-code/own-kinds.ts'
import { applyPath, type ApplyOptions } from './apply-catalog.ts'
import { loadCatalog, startedIn, UnreadablePathError } from './load-catalog.ts'
import type { Terminal } from './terminal.ts'

const USAGE = `Usage: npm run catalog -- COMMAND

  check PATH            every mistake in the YAML of a folder or file, with its place
  export PATH           the same catalog as one OpenSLO bundle
  diff OLD NEW          what would change if NEW took the place of OLD
  apply PATH            shows what would change in the store (DATA_DIR, DATABASE_URL), asks, and changes it
  schema                the JSON Schema of our own kinds, for editors

  --out FILE            writes there instead of to the terminal (export, schema)
  --dry-run             shows and changes nothing (apply)
  --yes                 does not ask (apply)
  --author, --reason    who changes targets and why, kept with each new version (apply)`

/** Carries out what the words say, and gives back the exit code. */
export async function catalogCommand(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const command = commandOf(words)
  if (command === null) {
    terminal.complain(USAGE)
    return 2
  }
  try {
    return (await command(terminal)) ? 1 : 0
  } catch (error) {
    if (!(error instanceof UnreadablePathError)) throw error
    terminal.complain(error.message)
    return 2
  }
}

/** True where it failed. */
type Command = (terminal: Terminal) => Promise<boolean>

function commandOf(words: readonly string[]): Command | null {
  const { positionals, out, apply } = wordsOf(words)
  const [command, path, second, ...rest] = positionals
  if (command === 'diff' && path !== undefined && second !== undefined && rest.length === 0)
    return (terminal) => diff(path, second, terminal)
  if (second !== undefined) return null
  if (command === 'schema' && path === undefined) return (terminal) => schema(out, terminal)
  if (path === undefined) return null
  if (command === 'check') return (terminal) => check(path, terminal)
  if (command === 'export') return (terminal) => exportTo(path, out, terminal)
  return command === 'apply' ? (terminal) => applyPath(path, apply, terminal) : null
}

type Words = Readonly<{ positionals: readonly string[]; out: string | undefined; apply: ApplyOptions }>

function wordsOf(args: readonly string[]): Words {
  try {
    const options = {
      out: { type: 'string' },
      'dry-run': { type: 'boolean' },
      yes: { type: 'boolean' },
      author: { type: 'string' },
      reason: { type: 'string' },
    } as const
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const { author, reason } = values
    const apply = { isConfirmed: values.yes === true, isDryRun: values['dry-run'] === true, author, reason }
    return { positionals, out: values.out, apply }
  } catch {
    const apply = { isConfirmed: false, isDryRun: true, author: undefined, reason: undefined }
    return { positionals: [], out: undefined, apply }
  }
}

async function check(path: string, { say }: Terminal): Promise<boolean> {
  const { catalog, mistakes, fileCount, hasErrors } = await loadCatalog(path)
  say(checkReport(mistakes, catalog, fileCount))
  return hasErrors
}

/** What the mistakes keep out would be missing from the bundle, so that it is said and the exit code tells. */
async function exportTo(path: string, out: string | undefined, terminal: Terminal): Promise<boolean> {
  const { catalog, mistakes, fileCount, hasErrors } = await loadCatalog(path)
  await write(exportCatalog(catalog), out, terminal)
  if (mistakes.length > 0) terminal.complain(checkReport(mistakes, catalog, fileCount))
  return hasErrors
}

async function diff(oldPath: string, newPath: string, { say, complain }: Terminal): Promise<boolean> {
  const [before, after] = [await loadCatalog(oldPath), await loadCatalog(newPath)]
  if (after.hasErrors) {
    complain(checkReport(after.mistakes, after.catalog, after.fileCount))
    complain('What the errors keep out would look as if it were gone; mend them first.')
    return true
  }
  if (before.hasErrors) complain(`${oldPath} has errors; what they keep out is shown as new.`)
  say(changeReport(compareCatalogs(before.catalog, after.catalog)))
  return false
}

async function schema(out: string | undefined, terminal: Terminal): Promise<boolean> {
  await write(`${JSON.stringify(ownKindsJsonSchema(), null, 2)}\n`, out, terminal)
  return false
}

async function write(text: string, out: string | undefined, terminal: Terminal): Promise<void> {
  if (out === undefined) terminal.write(text)
  else await writeFile(resolve(startedIn, out), text)
}
