import { relative, resolve } from 'node:path'

import { findCatalogFiles } from '../server/sources/slo-as-code/catalog-files.ts'
import { readCatalog, type ReadCatalog } from '../server/sources/slo-as-code/read-catalog.ts'
import { messageOf } from './terminal.ts'

/** npm runs scripts in the package's own folder; paths are meant from where the person stands. */
export const startedIn = process.env['INIT_CWD'] ?? process.cwd()

export class UnreadablePathError extends Error {
  override name = 'UnreadablePathError'
}

export type LoadedCatalog = Pick<ReadCatalog, 'catalog' | 'mistakes' | 'origins' | 'targets'> &
  Readonly<{ fileCount: number; hasErrors: boolean }>

/** What a folder or file says, with the names of files as the person would write them. */
export async function loadCatalog(path: string): Promise<LoadedCatalog> {
  const absolute = resolve(startedIn, path)
  const { files, mistakes } = await findCatalogFiles(absolute).catch((error: unknown) => {
    throw new UnreadablePathError(`${path} cannot be read: ${messageOf(error)}`, { cause: error })
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
    origins: read.origins,
    targets: read.targets,
    mistakes: all,
    fileCount: files.length,
    hasErrors: all.some(({ severity }) => severity === 'error'),
  }
}
