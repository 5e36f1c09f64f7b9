import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ServedFolder = Readonly<{
  /** Known from the first start on, and the same after each. */
  url(): string
  /** Resolves when it answers. */
  start(): Promise<void>
  /** As a machine that loses its power. */
  kill(): Promise<void>
  /** Ends it and forgets what it kept. */
  remove(): Promise<void>
}>

/** The server as it is started, over what is agreed in the examples and no measurement yet, always at one address. */
export function serveFolder(): ServedFolder {
  const folder = mkdtempSync(join(tmpdir(), 'sre-live-'))
  let port = '0'
  let child: ReturnType<typeof spawn> | null = null

  async function kill() {
    if (child === null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
    child = null
  }

  return {
    url: () => `http://127.0.0.1:${port}`,
    async start() {
      const own = { PORT: port, DATA_DIR: folder, CATALOG_DIR: 'examples/slo-as-code' }
      const env = { PATH: process.env['PATH'], CONFIG: '/dev/null', LOG_FORMAT: 'json', ...own }
      const started = spawn(process.execPath, ['server/main.ts', '--empty'], {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      child = started
      let told = ''
      await new Promise<void>((resolve, reject) => {
        started.stderr.on('data', (chunk: Buffer) => {
          told += chunk.toString()
          const address = /"event":"listening".*?"address":"[^"]*:(\d+)/.exec(told)
          if (address === null) return
          port = address[1] ?? port
          resolve()
        })
        started.once('exit', () => reject(new Error(`The server did not start: ${told}`)))
      })
    },
    kill,
    async remove() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
