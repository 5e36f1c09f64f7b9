import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'

import { createAdaptorServer } from '@hono/node-server'

import type { Job } from './job.ts'
import type { Log } from './log.ts'

type Hosted = Readonly<{
  fetch: (request: Request) => Promise<Response>
  host: string
  port: number
  jobs: readonly Job[]
  /** Lets go of the store, last of all. */
  close: () => Promise<void>
  shutdownMs: number
  log: Log
}>

type Serving = Readonly<{
  address: string
  isStopping: () => boolean
  /** Whether all that ran was finished, once everything is closed. */
  ended: Promise<boolean>
}>

/**
 * A kept connection may carry a request that is on its way when the server is told to stop. For this long everyone is still
 * answered, and told with the answer that the connection ends.
 */
const LINGER_MS = 300

export async function serveUntilStopped(hosted: Hosted): Promise<Serving> {
  let isStopping = false
  const fetch = async (request: Request) => {
    const response = await hosted.fetch(request)
    if (isStopping) response.headers.set('connection', 'close')
    return response
  }
  const server = createAdaptorServer({ fetch }) as Server
  await listen(server, hosted)
  for (const job of hosted.jobs) job.start()
  const ended = signalled().then((signal) => {
    isStopping = true
    hosted.log.info('stopping', `${signal}: finishing what runs`)
    return stop(server, hosted)
  })
  return { address: addressOf(server), isStopping: () => isStopping, ended }
}

async function listen(server: Server, { host, port }: Hosted): Promise<void> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw startFailure(error, host, port)
  }
}

function startFailure(error: unknown, host: string, port: number): Error {
  const isInUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isInUse)
    return new Error(`Port ${port} of ${host} is in use. Choose another, as in: PORT=${port + 1} npm start`)
  const reason = error instanceof Error ? error.message : String(error)
  return new Error(`The server cannot listen on ${host}, port ${port}: ${reason}`)
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** The second signal finds no one who listens any more and ends the process at once, as someone in a hurry means it. */
function signalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM'] as const
    const stopOnce = (signal: NodeJS.Signals) => {
      for (const each of signals) process.off(each, stopOnce)
      resolve(signal)
    }
    for (const signal of signals) process.on(signal, stopOnce)
  })
}

async function stop(server: Server, { jobs, close, shutdownMs, log }: Hosted): Promise<boolean> {
  const late = new AbortController()
  const isFinished = Promise.all([drained(server), ...jobs.map((job) => stopJob(job, log))]).then((all) =>
    all.every(Boolean),
  )
  const isInTime = await Promise.race([
    isFinished,
    after(shutdownMs, null, { signal: late.signal }).catch(() => null),
  ])
  late.abort()
  if (isInTime === null) {
    log.warn('cut-off', `Not everything was finished within ${shutdownMs / 1000} s`)
    server.closeAllConnections()
  }
  await close()
  return isInTime ?? false
}

async function drained(server: Server): Promise<boolean> {
  await after(LINGER_MS)
  const closed = once(server, 'close')
  server.close()
  await closed
  return true
}

async function stopJob(job: Job, log: Log): Promise<boolean> {
  try {
    await job.stop()
    return true
  } catch (error) {
    log.error('job', `${job.name} did not stop in order`, { error })
    return false
  }
}
