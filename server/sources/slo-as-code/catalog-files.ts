import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { Mistake } from '../../yaml/mistake.ts'
import type { CatalogFile } from './read-catalog.ts'

/** Beyond what the reader takes from one file, so that a wrong path does not fill the memory. */
const MOST_BYTES = 16_000_000
const MOST_FILES = 20_000

export type FoundFiles = Readonly<{ files: readonly CatalogFile[]; mistakes: readonly Mistake[] }>

/** One YAML file, or all of a folder and the folders in it, by path. What cannot be read is a mistake like any other. */
export async function findCatalogFiles(path: string): Promise<FoundFiles> {
  const entry = await stat(path)
  const paths = entry.isDirectory() ? await yamlFilesIn(path) : [path]
  if (paths.length > MOST_FILES) {
    const problem = `holds ${paths.length} YAML files; ${MOST_FILES} are read at most`
    return { files: [], mistakes: [unreadable(path, problem)] }
  }
  // A check of nothing would pass for good where a folder was renamed.
  if (paths.length === 0) {
    return { files: [], mistakes: [unreadable(path, 'holds no file that ends in .yaml or .yml')] }
  }
  const files: CatalogFile[] = []
  const mistakes: Mistake[] = []
  for (const name of paths) {
    const text = await readText(name)
    if (typeof text === 'string') files.push({ name, text })
    else mistakes.push(unreadable(name, text.problem))
  }
  return { files, mistakes }
}

async function yamlFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => /\.ya?ml$/i.test(entry.name) && !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.slice(folder.length).split(/[\\/]/).some(isHidden))
    .toSorted()
}

/** Kubernetes keeps older versions of a mounted folder in hidden ones. */
const isHidden = (name: string) => name.startsWith('.') || name === 'node_modules'

async function readText(path: string): Promise<string | Readonly<{ problem: string }>> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) return { problem: `is ${size} bytes large; ${MOST_BYTES} are read at most` }
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'is no text in UTF-8' }
    const isLink = await lstat(path).then(
      (entry) => entry.isSymbolicLink(),
      () => false,
    )
    return { problem: isLink ? 'is a link to what cannot be read' : `cannot be read: ${reasonOf(error)}` }
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function unreadable(file: string, problem: string): Mistake {
  return {
    rule: 'unreadable',
    severity: 'error',
    place: { file, line: 1, column: 1 },
    field: '',
    value: undefined,
    problem,
    hint: undefined,
  }
}
