import { copyFileSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync } from 'node:fs'
import type * as NodeFs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setFlagsFromString } from 'node:v8'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { SHORT_WEBASSEMBLY } from '../../testing/server-process.ts'
import { openPglite } from './pglite-sql.ts'

/**
 * A disk that keeps only what was forced to it: each file as it was when it was last synced, and no file that never was.
 * It asks Linux what file a descriptor is of.
 */
const disk = vi.hoisted(() => ({ onSync: (_file: number): void => undefined }))
vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof NodeFs>()
  const fsyncSync: typeof original.fsyncSync = (file) => {
    original.fsyncSync(file)
    disk.onSync(file)
  }
  const fsync = (file: number, done: (error: Error | null) => void) =>
    original.fsync(file, (error) => {
      disk.onSync(file)
      done(error)
    })
  return { ...original, fsyncSync, fsync }
})

// This process is short, and making WebAssembly fast takes it longer than it saves.
setFlagsFromString(SHORT_WEBASSEMBLY)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sre-power-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.runIf(process.platform === 'linux')(
  'a power cut loses no row that was acknowledged, with and without a checkpoint before it',
  async () => {
    const [live, kept] = [join(folder, 'live'), join(folder, 'kept')]
    mkdirSync(live)
    disk.onSync = (file) => {
      const path = readlinkSync(`/proc/self/fd/${file}`)
      const copy = join(kept, relative(live, path))
      if (statSync(path).isDirectory()) return void mkdirSync(copy, { recursive: true })
      mkdirSync(dirname(copy), { recursive: true })
      copyFileSync(path, copy)
    }
    const running = await openPglite(live)
    await running.script('create table hour (number int primary key)')
    for (let number = 0; number < 12; number += 1) {
      if (number === 6) await running.script('checkpoint')
      await running.query('insert into hour values ($1)', [number])
    }
    // Written and not forced: whatever happens to be on its way when the power goes.
    const cut = running.transaction(async (sql) => {
      await sql.query('insert into hour select generate_series(100, 50000)')
      disk.onSync = () => undefined
      throw new Error('The power is gone')
    })
    await expect(cut).rejects.toThrow('The power is gone')

    const after = await openPglite(kept)
    const rows = await after.query<{ number: number }>('select number from hour order by number')
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, number) => number))
    await after.close()
    await running.close()
  },
  120_000,
)
