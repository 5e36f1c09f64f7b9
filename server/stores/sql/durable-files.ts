import { closeSync, existsSync, fsync, fsyncSync, openSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

import { mapConcurrently } from '../../map-concurrently.ts'

type Options = Parameters<NodeFS['init']>[1]

/** What an open file of Emscripten's NODEFS is known by to Node. */
type OpenFile = Readonly<{ nfd: number }>

/**
 * Files that reach the disk when PostgreSQL asks for it. Emscripten answers fsync of a file in a folder with success and
 * does nothing; its file system takes the missing operation when it is given one.
 */
export class DurableFiles extends NodeFS {
  override async init(db: PGlite, options: Options): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(db, options)
    const preRun = [emscriptenOpts.preRun ?? []].flat()
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, giveFsync] } }
  }
}

/** PostgreSQL's fdatasync has no way out of WebAssembly at all, fsync has this one. */
export const durableParams = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync']

function giveFsync(module: object): void {
  const operations = operationsOf(module)
  if (operations === null)
    throw new Error('This version of PGlite keeps its files in a way that cannot be forced to disk')
  operations['fsync'] = ({ nfd }: OpenFile) => {
    fsyncSync(nfd)
    return 0
  }
}

function operationsOf(module: object): Record<string, unknown> | null {
  if (!('NODEFS' in module) || typeof module.NODEFS !== 'object' || module.NODEFS === null) return null
  const { NODEFS } = module
  if (!('stream_ops' in NODEFS) || typeof NODEFS.stream_ops !== 'object') return null
  return NODEFS.stream_ops as Record<string, unknown> | null
}

const forced = promisify(fsync)
/** The disk takes several at once almost as fast as one. */
const SYNCS_AT_ONCE = 16

/** A database is made without forcing anything to disk; this is done once, when all of its files are there. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder and has no need to.
  if (process.platform === 'win32') return
  const inside = await readdir(folder, { withFileTypes: true, recursive: true })
  const paths = inside
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
  await mapConcurrently([folder, ...paths], SYNCS_AT_ONCE, async (path) => {
    const file = openSync(path, 'r')
    try {
      await forced(file)
    } finally {
      closeSync(file)
    }
  })
}

export function isNewDatabase(folder: string): boolean {
  return !existsSync(join(folder, 'PG_VERSION'))
}
