import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { lockDataFolder } from './data-folder-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sre-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lockFile = () => join(folder, 'in-use.json')
const leave = (holder: object) => writeFileSync(lockFile(), JSON.stringify({ token: 'theirs', ...holder }))
const takeAndRelease = () => lockDataFolder(folder).release()
const untouchedForAMinute = () => {
  const then = new Date(Date.now() - 60_000)
  utimesSync(lockFile(), then, then)
}

test('one holds the folder, the next is told who, and may have it afterwards', () => {
  const lock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(`in use by process ${process.pid}`)
  lock.release()
  expect(takeAndRelease).not.toThrow()
  expect(readdirSync(folder)).toEqual([])
})

test('a folder that does not exist yet is made', () => {
  const inner = join(folder, 'a', 'b')
  lockDataFolder(inner).release()
  expect(existsSync(inner)).toBe(true)
})

test('a lock whose process was killed is taken over at once', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  leave({ pid: child.pid, host: hostname() })
  expect(takeAndRelease).not.toThrow()
})

test('a lock with the pid of this process, left by one before it, is taken over', () => {
  leave({ pid: process.pid, host: hostname() })
  expect(takeAndRelease).not.toThrow()
})

test('a lock of another running process holds, until nobody touches it any more', () => {
  leave({ pid: process.ppid, host: hostname() })
  expect(() => lockDataFolder(folder)).toThrow(`in use by process ${process.ppid}`)
  untouchedForAMinute()
  expect(takeAndRelease).not.toThrow()
})

test('a lock of another machine holds, until nobody touches it any more', () => {
  leave({ pid: 1, host: 'elsewhere' })
  expect(() => lockDataFolder(folder)).toThrow('in use by process 1 on elsewhere')
  untouchedForAMinute()
  expect(takeAndRelease).not.toThrow()
})

test('a lock that was only half written is no lock', () => {
  writeFileSync(lockFile(), '{"pid":')
  expect(takeAndRelease).not.toThrow()
})

test('what another has taken over is not released', () => {
  const lock = lockDataFolder(folder)
  leave({ pid: process.ppid, host: hostname() })
  lock.release()
  expect(existsSync(lockFile())).toBe(true)
})
