import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test, vi } from 'vitest'

import { readSettings } from '../settings/settings.ts'
import { apiClient } from '../testing/api-client.ts'
import { startServerProcess } from '../testing/server-process.ts'
import { makeDataFolder } from '../testing/told-databases.ts'
import { createLog } from './log.ts'
import { openSource } from './open-source.ts'

// A database on a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 })

const folder = mkdtempSync(join(tmpdir(), 'sre-kept-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = async (url: string, path: string) => (await fetch(`${url}${path}`)).json()

test('a folder that was never filled is filled with progress, labelled, and goes on as the same organization', async () => {
  const DATA_DIR = join(folder, 'data')
  // To make its database takes longer than all else here, and was done for the folder that is copied.
  await makeDataFolder(DATA_DIR)
  const first = await startServerProcess({ DATA_DIR, SEED: '5', SERVICES: '1' })
  const said = first.lines.map(({ message }) => message).join('\n')
  expect(said).toContain('two years of a simulated organization')
  expect(said).toContain('100 %')
  expect(said).toContain('simulated data kept in')
  const { items: periods } = await read(first.url, '/api/periods')
  const { id: period } = periods.find(({ isOpen }: { isOpen: boolean }) => !isOpen)
  const before = await read(first.url, `/api/budgets?period=${period}`)
  expect(await read(first.url, '/api/organization')).toMatchObject({ isSimulated: true })
  expect(before.items.length).toBeGreaterThan(5)
  expect(await first.stop('SIGTERM')).toBe(0)

  const lines: string[] = []
  const log = createLog({
    level: 'info',
    format: 'text',
    write: (line) => void lines.push(line),
    now: Date.now,
  })
  const open = (environment: Readonly<Record<string, string>>) =>
    openSource(readSettings({ CONFIG: '/dev/null', DATA_DIR, ...environment }), { log, now: Date.now })
  const again = await open({})
  expect(lines.join('\n')).not.toContain('two years')
  expect(await apiClient(again.deps).read('listBudgets', { period })).toEqual(before)
  await again.close()

  await expect(open({ SEED: '6' })).rejects.toThrow('made with SEED=5 and SERVICES=1')
  await expect(open({ SEED: '5', SERVICES: '2' })).rejects.toThrow('DATA_DIR')
  await expect(open({ SERVICES: '1000' })).rejects.toThrow('STORE=memory')
})
