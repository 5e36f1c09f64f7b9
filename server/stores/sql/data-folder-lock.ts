import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

const LOCK_FILE = 'in-use.json'
/** The holder touches its lock this often, ... */
const BEAT_MS = 2_000
/** ... so that a lock nobody touched for this long is of a process that is gone, whatever its pid says. */
const STALE_MS = 20_000

const heldHere = new Set<string>()

type Holder = Readonly<{ pid: number; host: string; token: string }>

export type FolderLock = Readonly<{ release(): void }>

/** Two processes writing to one embedded database would destroy it: only one may hold the folder. */
export function lockDataFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, LOCK_FILE)
  const token = crypto.randomUUID()
  const mine: Holder = { pid: process.pid, host: hostname(), token }
  if (!take(path, mine)) {
    refuseWhileHeld(folder, path)
    removeStale(path, token)
    if (!take(path, mine)) throw inUse(folder, read(path))
  }

  heldHere.add(token)
  const beat = setInterval(() => {
    const now = new Date()
    utimesSync(path, now, now)
  }, BEAT_MS).unref()
  const release = () => {
    clearInterval(beat)
    process.off('exit', release)
    heldHere.delete(token)
    if (read(path)?.token === token) rmSync(path, { force: true })
  }
  process.on('exit', release)
  return { release }
}

/** A link appears with its whole content or not at all, and only where there was none. */
function take(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.token}`
  writeFileSync(draft, JSON.stringify(holder))
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function refuseWhileHeld(folder: string, path: string): void {
  const holder = read(path)
  if (holder === null) return
  if (holder.host === hostname()) {
    // A container that starts again has the pid of the one before it.
    const isHeld =
      holder.pid === process.pid ? heldHere.has(holder.token) : isRunning(holder.pid) && isFresh(path)
    if (isHeld) throw inUse(folder, holder)
  } else if (isFresh(path)) throw inUse(folder, holder)
}

/** Two processes may find the same stale lock: what one moves away must still be what it found. */
function removeStale(path: string, token: string): void {
  const found = read(path)?.token
  const moved = `${path}.${token}.stale`
  try {
    renameSync(path, moved)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  if (found !== undefined && read(moved)?.token !== found) linkSync(moved, path)
  rmSync(moved, { force: true })
}

function read(path: string): Holder | null {
  try {
    const holder: Holder = JSON.parse(readFileSync(path, 'utf8'))
    return holder
  } catch (error) {
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError) return null
    throw error
  }
}

function isFresh(path: string): boolean {
  const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return touched !== undefined && Date.now() - touched < STALE_MS
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It runs, but belongs to somebody else.
    return isCode(error, 'EPERM')
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function inUse(folder: string, holder: Holder | null): Error {
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`
  return new Error(
    `The data folder ${folder} is in use by ${who}. Stop it first, or choose another folder with DATA_DIR. Several servers on the same data need PostgreSQL (DATABASE_URL).`,
  )
}
