import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { changeReport, checkReport } from '../server/sources/slo-as-code/catalog-report.ts'
import { compareCatalogs } from '../server/sources/slo-as-code/compare-catalogs.ts'
import { exportCatalog } from '../server/sources/slo-as-code/export-catalog.ts'
import { ownKindsJsonSchema } from '../server/sources/slo-as-code/own-kinds.ts'
import { applyPath, type ApplyOptions } from './apply-catalog.ts'
import { loadCatalog, startedIn } from './load-catalog.ts'

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

const isFailed = await run(process.argv.slice(2))
if (isFailed) process.exitCode = 1

async function run(words: readonly string[]): Promise<boolean> {
  const { positionals, out, apply } = wordsOf(words)
  const [command, path, second, ...rest] = positionals
  if (command === 'check' && path !== undefined && second === undefined) return check(path)
  if (command === 'export' && path !== undefined && second === undefined) return exportTo(path, out)
  if (command === 'diff' && path !== undefined && second !== undefined && rest.length === 0)
    return diff(path, second)
  if (command === 'apply' && path !== undefined && second === undefined) return applyPath(path, apply)
  if (command === 'schema' && path === undefined) {
    await write(`${JSON.stringify(ownKindsJsonSchema(), null, 2)}\n`, out)
    return false
  }
  console.error(USAGE)
  process.exitCode = 2
  return false
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

async function check(path: string): Promise<boolean> {
  const { catalog, mistakes, fileCount, hasErrors } = await loadCatalog(path)
  console.log(checkReport(mistakes, catalog, fileCount))
  return hasErrors
}

/** What the mistakes keep out would be missing from the bundle, so that it is said and the exit code tells. */
async function exportTo(path: string, out: string | undefined): Promise<boolean> {
  const { catalog, mistakes, fileCount, hasErrors } = await loadCatalog(path)
  await write(exportCatalog(catalog), out)
  if (mistakes.length > 0) console.error(checkReport(mistakes, catalog, fileCount))
  return hasErrors
}

async function diff(oldPath: string, newPath: string): Promise<boolean> {
  const [before, after] = [await loadCatalog(oldPath), await loadCatalog(newPath)]
  if (after.hasErrors) {
    console.error(checkReport(after.mistakes, after.catalog, after.fileCount))
    console.error('What the errors keep out would look as if it were gone; mend them first.')
    return true
  }
  if (before.hasErrors) console.error(`${oldPath} has errors; what they keep out is shown as new.`)
  console.log(changeReport(compareCatalogs(before.catalog, after.catalog)))
  return false
}

async function write(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) process.stdout.write(text)
  else await writeFile(resolve(startedIn, out), text)
}
