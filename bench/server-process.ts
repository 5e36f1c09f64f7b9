import { spawn } from 'node:child_process'
import { once } from 'node:events'

const POLL_MS = 10
const GIVE_UP_MS = 120_000

export type RunningServer = Readonly<{ url: string; startedInMs: number; stop: () => Promise<void> }>

/** `npm start` over the organization in memory, which has no scale that is too large, with the time until page and API both answer. */
export async function startServer(
  port: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const startedAt = performance.now()
  const npm = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, STORE: 'memory', LOG_LEVEL: 'warn', ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
    // A group of its own, so that stopping npm stops the server beneath it.
    detached: true,
  })
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(`${url}/`)
  await untilAnswers(`${url}/api/organization`)
  const startedInMs = performance.now() - startedAt
  const stop = async () => {
    if (npm.pid === undefined || npm.exitCode !== null || npm.signalCode !== null) return
    process.kill(-npm.pid, 'SIGTERM')
    await once(npm, 'exit')
    // npm may end before the server beneath it, which still holds the port and even answers.
    await untilGone(npm.pid)
  }
  return { url, startedInMs, stop }
}

async function untilGone(group: number): Promise<void> {
  while (isThere(group)) await new Promise((resolve) => setTimeout(resolve, POLL_MS))
}

function isThere(group: number): boolean {
  try {
    return process.kill(-group, 0)
  } catch {
    return false
  }
}

async function untilAnswers(url: string): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_MS
  while (performance.now() < giveUpAt) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  throw new Error(`${url} did not answer within ${GIVE_UP_MS / 1000} s`)
}
