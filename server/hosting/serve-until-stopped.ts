import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { Server as NetServer, type AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'

import { getRequestListener, RequestError } from '@hono/node-server'

import { notePeer } from '../access/peer-address.ts'
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
  /** Aborted when a signal says to stop, before anything is closed. */
  stopping: AbortController
  log: Log
}>

type Serving = Readonly<{
  address: string
  /** Whether all that ran was finished, once everything is closed. */
  ended: Promise<boolean>
}>

/**
 * A kept connection may carry a request that is on its way when the server is told to stop. For this long everyone is still
 * answered, and told with the answer that the connection ends.
 */
const LINGER_MS = 300
const PAUSE_MS = 100

type Connection = Readonly<{
  incoming: Readonly<{ socket: Readonly<{ remoteAddress?: string | undefined }> }>
}>

export async function serveUntilStopped(hosted: Hosted): Promise<Serving> {
  const { stopping } = hosted
  const fetch = async (request: Request, { incoming }: Connection) => {
    notePeer(request, incoming.socket.remoteAddress)
    const response = await hosted.fetch(request)
    if (stopping.signal.aborted) response.headers.set('connection', 'close')
    return response
  }
  const answer = getRequestListener(fetch, { errorHandler: refusal })
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  await listen(server, hosted)
  for (const job of hosted.jobs) job.start()
  const ended = signalled().then((signal) => {
    stopping.abort()
    hosted.log.info('stopping', `${signal}: finishing what runs`)
    return stop(server, hosted)
  })
  return { address: addressOf(server), ended }
}

/** What is no request at all never reaches the app. */
function refusal(error: unknown): Response {
  if (!(error instanceof RequestError)) throw error
  return new Response('This is no valid request\n', {
    status: 400,
    headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  })
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

/**
 * In three steps, so that nobody who was let in goes without an answer: who comes now is still served and sent away with it;
 * then nobody new comes; then whoever asks nothing is let go, until nobody is left.
 */
async function drained(server: Server): Promise<boolean> {
  await after(LINGER_MS)
  let isOpen = true
  const closed = once(server, 'close').then(() => {
    isOpen = false
  })
  // An HTTP server's own close would at once cut connections whose first request is still on its way.
  NetServer.prototype.close.call(server)
  while (isOpen) {
    await Promise.race([closed, after(PAUSE_MS)])
    server.closeIdleConnections()
  }
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
