import { limitedText } from './limited-text.ts'
import { errorInAnswer, parseRangeAnswer, type RangeSeries } from './query-answer.ts'
import { retried, type RetryPolicy } from './retry.ts'
import { SourceError, type SourceErrorKind } from './source-error.ts'

export type PrometheusSource = Readonly<{
  name: string
  /** Up to where /api/v1 begins; user and password may stand in it. */
  url: string
  /** With the credentials and the tenant, if any. */
  headers: Readonly<Record<string, string>>
  timeoutMs: number
}>

export type RangeQuery = Readonly<{
  promql: string
  /** Seconds since 1970; both ends are answered. */
  fromSeconds: number
  toSeconds: number
  stepSeconds: number
}>

export type PrometheusClient = Readonly<{
  queryRange(query: RangeQuery, signal: AbortSignal): Promise<readonly RangeSeries[]>
}>

export type ClientOptions = Readonly<{
  retry: RetryPolicy
  fetch: typeof fetch
  /** What came of each attempt. */
  onAttempt?: (failure: SourceErrorKind | null) => void
}>

/** An hour of one SLO is a line; what is larger than this is a query that was never summed up. */
const MOST_BYTES = 32 * 1024 * 1024

/** Any engine with Prometheus' HTTP API: Prometheus, Thanos, Mimir, Cortex, VictoriaMetrics. */
export function createPrometheusClient(
  source: PrometheusSource,
  { retry, fetch: send, onAttempt }: ClientOptions,
): PrometheusClient {
  const { address, headers } = requestTarget(source)
  async function ask({ promql, fromSeconds, toSeconds, stepSeconds }: RangeQuery, signal: AbortSignal) {
    const body = new URLSearchParams({
      query: promql,
      start: String(fromSeconds),
      end: String(toSeconds),
      step: String(stepSeconds),
      // Thanos and VictoriaMetrics would rather give a part than nothing; a part is worse. Others pass over these.
      partial_response: 'false',
      deny_partial_response: '1',
      // VictoriaMetrics remembers what it found before late samples came.
      nocache: '1',
    })
    const timeout = AbortSignal.timeout(source.timeoutMs)
    const init: RequestInit = {
      method: 'POST',
      headers,
      body,
      // Fetch would ask the new place by GET, and without the query.
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    }
    try {
      const response = await send(address, init)
      const text = await limitedText(response, MOST_BYTES)
      if (!response.ok) throw refusal(response, text)
      const series = parseRangeAnswer(text)
      onAttempt?.(null)
      return series
    } catch (error) {
      if (signal.aborted) throw error
      const failure = sourceError(error, timeout.aborted)
      onAttempt?.(failure.kind)
      throw failure
    }
  }
  function sourceError(error: unknown, isLate: boolean): SourceError {
    if (error instanceof SourceError) return error
    return isLate
      ? new SourceError('timeout', `No answer within ${source.timeoutMs / 1000} s`, { cause: error })
      : new SourceError('unreachable', reasonOf(error), { cause: error })
  }
  return {
    queryRange: (query, signal) =>
      retried(
        () => ask(query, signal),
        (error) => (error instanceof SourceError ? error : { isPassing: false, retryAfterMs: null }),
        retry,
        signal,
      ),
  }
}

/** Fetch refuses an address with a password in it; the password becomes the header it stands for. */
function requestTarget({ url, headers }: PrometheusSource) {
  const base = new URL(url)
  const { username, password } = base
  base.username = ''
  base.password = ''
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/api/v1/query_range`
  const basic =
    username === ''
      ? {}
      : {
          authorization: `Basic ${base64(`${asTyped(username)}:${asTyped(password)}`)}`,
        }
  return { address: base.href, headers: { accept: 'application/json', ...basic, ...headers } }
}

/** A bare % is not encoded by everybody who writes an address, and must not stop what is asked of other engines. */
function asTyped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

function refusal(response: Response, text: string): SourceError {
  const { status } = response
  const kind = kindOf(status)
  const reason = errorInAnswer(text)
  const explanation = reason ?? explanations[kind] ?? 'without a reason'
  const location = response.headers.get('location')
  const further = status >= 300 && status < 400 && location !== null ? ` It points to ${location}.` : ''
  return new SourceError(kind, `HTTP ${status}: ${explanation}${further}`, {
    retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
  })
}

function kindOf(status: number): SourceErrorKind {
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 400 || status === 422) return 'query'
  if (status === 429) return 'busy'
  return status >= 500 ? 'failed' : 'not-found'
}

const explanations: Readonly<Partial<Record<SourceErrorKind, string>>> = {
  unauthorized: 'the credentials are missing or not accepted',
  'not-found': 'there is no Prometheus API at this address; is a part of its path missing?',
  busy: 'asked for less at a time',
}

/** Seconds; the form with a date is not used by any engine. */
function retryAfterMs(header: string | null): number | null {
  return header !== null && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : null
}

/** Fetch hides the reason behind "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof AggregateError) return error.cause.errors.map(reasonOf).join('; ')
  if (error.cause instanceof Error) return reasonOf(error.cause)
  return error.message || error.name
}
