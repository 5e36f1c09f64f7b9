import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** To make WebAssembly fast takes a process longer than it saves where it lives for seconds. */
export const SHORT_WEBASSEMBLY = '--liftoff-only'

type LogLine = Readonly<Record<string, unknown>>

export type ServerProcess = Readonly<{
  url: string
  pid: number
  /** What it has logged so far. */
  lines: readonly LogLine[]
  /** Its exit code after the signal; null where it ended otherwise. */
  stop(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>
}>

/** The whole server in a process of its own, on a port of its own. It keeps nothing where no place is named. */
export async function startServerProcess(
  environment: Readonly<Record<string, string>> = {},
  words: readonly string[] = [],
): Promise<ServerProcess> {
  const isPlaced = 'DATA_DIR' in environment || 'DATABASE_URL' in environment
  const flags = 'DATA_DIR' in environment ? [SHORT_WEBASSEMBLY] : []
  const child = spawn(process.execPath, [...flags, 'server/testing/serve-api.ts', ...words], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      CONFIG: '/dev/null',
      PORT: '0',
      LOG_LEVEL: 'debug',
      ...(isPlaced ? {} : { STORE: 'memory' }),
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(child, 'exit')
  const lines: LogLine[] = []
  const url = await addressFrom(child, lines)
  return {
    url,
    pid: child.pid ?? 0,
    lines,
    async stop(signal) {
      child.kill(signal)
      await exited
      return child.exitCode
    },
  }
}

function addressFrom(child: ChildProcess, lines: LogLine[]): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stderr === null) throw new Error('The process says nothing')
    createInterface(child.stderr).on('line', (text) => {
      // What is no JSON makes the test fail, as it should: every line of the log is.
      const line: LogLine = JSON.parse(text)
      lines.push(line)
      if (line.event === 'listening') resolve(String(line.address))
    })
    child.once('exit', () => reject(new Error(`The server did not start: ${JSON.stringify(lines)}`)))
  })
}
