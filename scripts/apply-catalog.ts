import { userInfo } from 'node:os'

import { readSettings } from '../server/settings/settings.ts'
import { changeReport, checkReport } from '../server/sources/slo-as-code/catalog-report.ts'
import { writtenReasons } from '../server/sources/slo-as-code/written-target.ts'
import { loadCatalog, type LoadedCatalog } from './load-catalog.ts'
import { messageOf, type Terminal } from './terminal.ts'

export type ApplyOptions = Readonly<{
  isConfirmed: boolean
  isDryRun: boolean
  author: string | undefined
  reason: string | undefined
}>

/** Shows what would change in the store and changes it when told to. True where it failed. */
export async function applyPath(path: string, options: ApplyOptions, terminal: Terminal): Promise<boolean> {
  const loaded = await loadCatalog(path)
  if (loaded.mistakes.length > 0)
    terminal.complain(checkReport(loaded.mistakes, loaded.catalog, loaded.fileCount))
  if (loaded.hasErrors) {
    terminal.complain('Nothing is applied: what the errors keep out would be archived. Mend them first.')
    return true
  }
  try {
    return await applyToStore(path, loaded, options, terminal)
  } catch (error) {
    terminal.complain(messageOf(error))
    return true
  }
}

async function applyToStore(
  path: string,
  loaded: LoadedCatalog,
  options: ApplyOptions,
  { environment, say, complain, ask }: Terminal,
): Promise<boolean> {
  const { storePlace: place } = readSettings(environment)
  if (place === null)
    throw new Error(
      'STORE=memory keeps nothing: name a folder with DATA_DIR, or PostgreSQL with DATABASE_URL',
    )
  // Checking and comparing files needs no database.
  const [{ openStore }, { applyCatalog }, { planCatalog }, { readCodedCatalog }] = await Promise.all([
    import('../server/stores/sql/open-store.ts'),
    import('../server/stores/sql/catalog-apply.ts'),
    import('../server/stores/sql/catalog-plan.ts'),
    import('../server/stores/sql/coded-catalog-rows.ts'),
  ])
  const host = await openStore(place, (error) => complain(messageOf(error))).catch((error: unknown) => {
    throw withHint(error)
  })
  try {
    const plan = planCatalog(await readCodedCatalog(host.forJobs), loaded.catalog)
    say(changeReport(plan.changes))
    if (plan.changes.size === 0 || options.isDryRun) return false
    if (!options.isConfirmed && !(await isAgreed(ask))) {
      say('Nothing was changed.')
      return false
    }
    await applyCatalog(host.forJobs, plan, {
      author: options.author ?? userInfo().username,
      reason: options.reason ?? `Applied from ${path}`,
      at: Date.now(),
      source: path,
      origins: loaded.origins,
      reasons: writtenReasons(loaded.targets),
    })
    say('Applied.')
    return false
  } finally {
    await host.close()
  }
}

/** A server that runs may follow the files by itself. */
function withHint(error: unknown): unknown {
  const isHeld = error instanceof Error && error.message.includes('is in use by')
  if (!isHeld) return error
  return new Error(
    `${error.message}\nOr let the server that holds it follow the files by itself: start it with CATALOG_DIR.`,
  )
}

async function isAgreed(ask: Terminal['ask']): Promise<boolean> {
  if (ask === null) throw new Error('Nobody is there to agree: add --yes to apply this.')
  const answer = await ask('Apply this? What is gone is archived with its history. (yes/no) ')
  return /^y(?:es)?$/i.test(answer.trim())
}
