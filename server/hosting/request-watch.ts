import { AsyncLocalStorage } from 'node:async_hooks'

import { problemResponse } from '../problem.ts'
import type { Log } from './log.ts'
import type { MetricRegistry } from './metric-registry.ts'
import type { RouteName } from './route-names.ts'

type Handler = (request: Request) => Promise<Response>

/** `caller` is learned on the way, and says only what kind of caller it is. */
type RequestFacts = { readonly requestId: string; caller?: 'person' | 'token' }

/** What every line of the log tells that is written while a request is answered. */
const current = new AsyncLocalStorage<RequestFacts>()
export const requestFacts = (): Readonly<Partial<RequestFacts>> => current.getStore() ?? {}

export function noteCaller(kind: 'person' | 'token'): void {
  const facts = current.getStore()
  if (facts !== undefined) facts.caller = kind
}

type Watch = Readonly<{
  log: Log
  metrics: MetricRegistry
  routeName: RouteName
  /** Milliseconds that only ever grow. */
  elapsed: () => number
  newRequestId: () => string
}>

/** In seconds. A page feels at once below 0.1 and is given up beyond 10. */
const LATENCY_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const REQUEST_ID = 'x-request-id'
/** A proxy's own name for the request is kept, so that its log and ours can be laid side by side. */
const idPattern = /^[\w.:-]{1,64}$/

/** The outermost layer: names, counts, times and logs each request, and answers what everything inside failed to. */
export function watched(
  handler: Handler,
  { log, metrics, routeName, elapsed, newRequestId }: Watch,
): Handler {
  const requests = metrics.counter(
    'sre_indicators_http_requests_total',
    'Requests answered, by route, method and status.',
  )
  const durations = metrics.histogram(
    'sre_indicators_http_request_duration_seconds',
    'Time to the answer of a request, by route and method.',
    LATENCY_BOUNDS,
  )
  let running = 0
  metrics.reading('sre_indicators_http_requests_in_flight', 'gauge', 'Requests being answered.', () => [
    { value: running },
  ])

  return async (request) => {
    const startedAt = elapsed()
    const given = request.headers.get(REQUEST_ID) ?? ''
    const requestId = idPattern.test(given) ? given : newRequestId()
    const name = routeName(request.method, new URL(request.url).pathname)
    running += 1
    const facts: RequestFacts = { requestId }
    const response = await current.run(facts, () => answered(handler, request, log))
    running -= 1
    const seconds = (elapsed() - startedAt) / 1000
    const { status } = response
    requests.add({ ...name, status: String(status) })
    durations.observe(seconds, name)
    response.headers.set(REQUEST_ID, requestId)
    const durationMs = Math.round(seconds * 10_000) / 10
    log[levelOf(name.route, status)]('request', `${name.method} ${name.route} ${status} ${durationMs} ms`, {
      ...facts,
      ...name,
      status,
      durationMs,
    })
    return response
  }
}

async function answered(handler: Handler, request: Request, log: Log): Promise<Response> {
  try {
    return await handler(request)
  } catch (error) {
    log.error('failure', 'A request could not be answered', { error })
    return problemResponse('internal', { detail: 'The request could not be answered' })
  }
}

/** What browsers fetch beside the API, and what probes ask every few seconds, would bury the rest. */
function levelOf(route: string, status: number): 'debug' | 'info' | 'warn' | 'error' {
  if (!route.startsWith('/api')) return status === 500 ? 'error' : 'debug'
  if (status === 503) return 'warn'
  return status >= 500 ? 'error' : 'info'
}
