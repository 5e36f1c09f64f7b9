import { writeFile } from 'node:fs/promises'
import { resolve, relative } from 'node:path'
import { parseArgs } from 'node:util'

import { findCatalogFiles } from '../server/sources/slo-as-code/catalog-files.ts'
import { changeReport, checkReport } from '../server/sources/slo-as-code/catalog-report.ts'
import { compareCatalogs } from '../server/sources/slo-as-code/compare-catalogs.ts'
import { exportCatalog } from '../server/sources/slo-as-code/export-catalog.ts'
import { ownKindsJsonSchema } from '../server/sources/slo-as-code/own-kinds.ts'
import { readCatalog } from '../server/sources/slo-as-code/read-catalog.ts'

const USAGE = `Usage: npm run catalog -- COMMAND

  check PATH            every mistake in the YAML of a folder or file, with its place
  export PATH           the same catalog as one OpenSLO bundle
  diff OLD NEW          what would change if NEW took the place of OLD
  schema                the JSON Schema of our own kinds, for editors

  --out FILE            writes there instead of to the terminal (export, schema)`

/** npm runs scripts in the package's own folder; paths are meant from where the person stands. */
const startedIn = process.env['INIT_CWD'] ?? process.cwd()

const isFailed = await run(process.argv.slice(2))
if (isFailed) process.exitCode = 1

async function run(words: readonly string[]): Promise<boolean> {
  const { positionals, out } = wordsOf(words)
  const [command, path, second, ...rest] = positionals
  if (command === 'check' && path !== undefined && second === undefined) return check(path)
  if (command === 'export' && path !== undefined && second === undefined) return exportTo(path, out)
  if (command === 'diff' && path !== undefined && second !== undefined && rest.length === 0)
    return diff(path, second)
  if (command === 'schema' && path === undefined) {
    await write(`${JSON.stringify(ownKindsJsonSchema(), null, 2)}\n`, out)
    return false
  }
  console.error(USAGE)
  process.exitCode = 2
  return false
}

function wordsOf(
  args: readonly string[],
): Readonly<{ positionals: readonly string[]; out: string | undefined }> {
  try {
    const options = { out: { type: 'string' } } as const
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    return { positionals, out: values.out }
  } catch {
    return { positionals: [], out: undefined }
  }
}

async function check(path: string): Promise<boolean> {
  const { catalog, mistakes, fileCount, hasErrors } = await load(path)
  console.log(checkReport(mistakes, catalog, fileCount))
  return hasErrors
}

/** What the mistakes keep out would be missing from the bundle, so that it is said and the exit code tells. */
async function exportTo(path: string, out: string | undefined): Promise<boolean> {
  const { catalog, mistakes, fileCount, hasErrors } = await load(path)
  await write(exportCatalog(catalog), out)
  if (mistakes.length > 0) console.error(checkReport(mistakes, catalog, fileCount))
  return hasErrors
}

async function diff(oldPath: string, newPath: string): Promise<boolean> {
  const [before, after] = [await load(oldPath), await load(newPath)]
  if (after.hasErrors) {
    console.error(checkReport(after.mistakes, after.catalog, after.fileCount))
    console.error('What the errors keep out would look as if it were gone; mend them first.')
    return true
  }
  if (before.hasErrors) console.error(`${oldPath} has errors; what they keep out is shown as new.`)
  console.log(changeReport(compareCatalogs(before.catalog, after.catalog)))
  return false
}

async function load(path: string) {
  const absolute = resolve(startedIn, path)
  const { files, mistakes } = await findCatalogFiles(absolute).catch((error: unknown) => {
    console.error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(2)
  })
  const shown = (file: string) => relative(startedIn, file) || file
  const read = readCatalog(files.map(({ name, text }) => ({ name: shown(name), text })))
  const all = [
    ...mistakes.map((mistake) => ({
      ...mistake,
      place: { ...mistake.place, file: shown(mistake.place.file) },
    })),
    ...read.mistakes,
  ]
  return {
    catalog: read.catalog,
    mistakes: all,
    fileCount: files.length,
    hasErrors: all.some(({ severity }) => severity === 'error'),
  }
}

async function write(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) process.stdout.write(text)
  else await writeFile(resolve(startedIn, out), text)
}
