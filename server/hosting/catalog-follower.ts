import { createHash } from 'node:crypto'
import { watch, type FSWatcher } from 'node:fs'
import { basename, relative, resolve } from 'node:path'

import type { EditedFile } from '../ports.ts'
import type { CatalogSettings } from '../settings/catalog-settings.ts'
import { findCatalogFiles, type FoundFiles } from '../sources/slo-as-code/catalog-files.ts'
import { changeReport } from '../sources/slo-as-code/catalog-report.ts'
import { compareCatalogs } from '../sources/slo-as-code/compare-catalogs.ts'
import { readCatalog, type ReadCatalog } from '../sources/slo-as-code/read-catalog.ts'
import { safePart } from '../sources/slo-as-code/safe-part.ts'
import { rewriteTarget, writtenReasons } from '../sources/slo-as-code/written-target.ts'
import { applyCatalog, CatalogMovedError, refuseSimulated } from '../stores/sql/catalog-apply.ts'
import { planCatalog } from '../stores/sql/catalog-plan.ts'
import { changesOnWire, touchReading, writeReading, type FilesReading } from '../stores/sql/catalog-watch.ts'
import { readCodedCatalog } from '../stores/sql/coded-catalog-rows.ts'
import { readState } from '../stores/sql/snapshot.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { mistakeLine, type Mistake } from '../yaml/mistake.ts'
import type { Job } from './job.ts'
import type { Log } from './log.ts'

/** Editors and checkouts write several files, and each in several steps. */
const SETTLE_MS = 500
const MOST_MISTAKES = 100

type FollowerOptions = Readonly<{
  sql: Sql
  settings: CatalogSettings & Readonly<{ path: string }>
  log: Log
  now: () => number
}>

export type CatalogFollower = Job &
  Readonly<{
    /** Reads the files and applies what may be applied; resolves when that is done. */
    look(): Promise<void>
    editedTarget(sloId: string, target: number, reason: string): Promise<EditedFile | null>
  }>

type Read = Readonly<{ digest: string; files: FoundFiles['files']; mistakes: readonly Mistake[] }> &
  Pick<ReadCatalog, 'catalog' | 'origins' | 'targets'>

/**
 * Keeps the catalog as the files say it. Files are applied when they changed since this server last read them, and at its
 * start: of several servers that see different files for a while none undoes what another has just applied.
 */
export async function followCatalog({ sql, settings, log, now }: FollowerOptions): Promise<CatalogFollower> {
  await refuseSimulated(sql)
  const root = resolve(settings.path)
  const readFiles = rememberingReader(root)
  let seen: Readonly<{ digest: string; catalogRevision: number }> | null = null
  let applied: string | null = null
  let running: Promise<void> = Promise.resolve()
  let isLookDue = false
  let settling: NodeJS.Timeout | undefined
  let poll: NodeJS.Timeout | undefined
  let watcher: FSWatcher | undefined

  async function look(): Promise<void> {
    const read = await readFiles()
    const { catalogRevision } = await readState(sql)
    if (seen?.digest === read.digest && seen.catalogRevision === catalogRevision && applied === read.digest)
      return touchReading(sql, now())
    if (seen?.digest !== read.digest) tellMistakes(read, log)
    const failure = await tryToApply(read)
    const pending = compareCatalogs(await readCodedCatalog(sql), read.catalog)
    await writeReading(
      sql,
      { ...readingOf(read, settings.path), pending: changesOnWire(pending), failure },
      now(),
    )
    seen = { digest: read.digest, catalogRevision: (await readState(sql)).catalogRevision }
  }

  async function tryToApply(read: Read): Promise<string | null> {
    if (applied === read.digest) return null
    try {
      await apply(read).catch((error: unknown) => {
        // Another server was faster, most likely with the same files.
        if (error instanceof CatalogMovedError) return apply(read)
        throw error
      })
      applied = read.digest
      return null
    } catch (error) {
      log.error('catalog', `What stands in ${settings.path} could not be applied`, { error })
      return error instanceof Error ? error.message : String(error)
    }
  }

  async function apply({ mistakes, catalog, origins, targets }: Read): Promise<void> {
    const hasErrors = mistakes.some(({ severity }) => severity === 'error')
    const current = await readCodedCatalog(sql)
    const plan = planCatalog(current, hasErrors ? safePart(current, catalog) : catalog)
    const isChanged = await applyCatalog(sql, plan, {
      author: settings.author,
      reason: `As in ${settings.path}`,
      at: now(),
      source: settings.path,
      origins,
      reasons: writtenReasons(targets),
    })
    if (!isChanged) return
    log.info('catalog', `The catalog is now as in ${settings.path}\n${changeReport(plan.changes)}`)
  }

  /** One look at a time: two would each find the other's half-done work. One that has not begun yet sees all there is. */
  function lookNext(): void {
    if (isLookDue) return
    isLookDue = true
    running = running
      .then(() => {
        isLookDue = false
        return look()
      })
      .catch((error: unknown) => log.error('catalog', `${settings.path} could not be followed`, { error }))
  }

  return {
    name: 'catalog',
    look,
    start() {
      poll = setInterval(lookNext, settings.pollSeconds * 1000)
      watcher = watched(root, () => {
        clearTimeout(settling)
        settling = setTimeout(lookNext, SETTLE_MS)
      })
    },
    async stop() {
      watcher?.close()
      clearTimeout(settling)
      clearInterval(poll)
      await running
    },
    async editedTarget(sloId, target, reason) {
      const { files, targets } = await readFiles()
      const written = targets.get(sloId)
      const file = files.find(({ name }) => name === written?.file)
      if (written === undefined || file === undefined) return null
      return {
        fileName: file.name,
        before: file.text,
        after: rewriteTarget(file.text, written, target, reason),
      }
    },
  }
}

/** Some file systems tell nothing; there the poll is all there is. */
function watched(root: string, onChange: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(root, { recursive: true, persistent: false }, onChange)
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return undefined
  }
}

/** Reading thousands of SLOs takes seconds, so that files that are as they were are not read again. */
function rememberingReader(root: string): () => Promise<Read> {
  let last: Read | null = null
  return async () => {
    const { files, mistakes } = await findCatalogFiles(root).catch((error: unknown) => missing(root, error))
    const shown = (name: string) => relative(root, name) || basename(name)
    const named = files.map(({ name, text }) => ({ name: shown(name), text }))
    const unreadable = mistakes.map((mistake) => ({
      ...mistake,
      place: { ...mistake.place, file: shown(mistake.place.file) },
    }))
    const digest = createHash('sha256')
      .update(JSON.stringify([named, unreadable]))
      .digest('hex')
    if (last?.digest === digest) return last
    const read = readCatalog(named)
    last = { ...read, files: named, mistakes: [...unreadable, ...read.mistakes], digest }
    return last
  }
}

function missing(root: string, error: unknown): FoundFiles {
  const problem = `cannot be read: ${error instanceof Error ? error.message : String(error)}`
  const place = { file: root, line: 1, column: 1 }
  const rest = { field: '', value: undefined, hint: undefined }
  return { files: [], mistakes: [{ rule: 'unreadable', severity: 'error', place, problem, ...rest }] }
}

function tellMistakes({ mistakes }: Read, log: Log): void {
  for (const mistake of mistakes.slice(0, MOST_MISTAKES)) {
    if (mistake.severity === 'error') log.error('catalog', mistakeLine(mistake))
    else log.warn('catalog', mistakeLine(mistake))
  }
  if (mistakes.some(({ severity }) => severity === 'error'))
    log.warn(
      'catalog',
      'Until the errors are mended nothing is archived, and only SLOs that read well take effect',
    )
}

function readingOf({ files, mistakes }: Read, path: string): Omit<FilesReading, 'pending' | 'failure'> {
  const errorCount = mistakes.filter(({ severity }) => severity === 'error').length
  return {
    path,
    fileCount: files.length,
    errorCount,
    warningCount: mistakes.length - errorCount,
    mistakes: mistakes.slice(0, MOST_MISTAKES).map(({ severity, place, field, value, problem, hint }) => ({
      severity,
      ...place,
      message: [field, value === undefined ? '' : `is ${value};`, problem].filter(Boolean).join(' '),
      hint: hint ?? null,
    })),
  }
}
