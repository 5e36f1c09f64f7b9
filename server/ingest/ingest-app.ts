import type { IngestReport } from '../../src/contract/ingest-report.ts'
import type { Action } from '../../src/domain/access/permissions.ts'
import { catalogIndex } from '../catalog-index.ts'
import type { BulkWrites } from '../bulk-writes.ts'
import type { FrontApp } from '../http-app.ts'
import type { IngestStore, Sender } from '../ingest-store.ts'
import { StoreUnavailableError, type ApiDeps } from '../ports.ts'
import { problemResponse, RequestProblem } from '../problem.ts'
import { IngestInterruptedError, ingestLines, keptInWords, withKept } from './ingest-request.ts'
import { methodNotAllowed } from './answered.ts'
import {
  bucketKind,
  buildKind,
  endpointStatKind,
  incidentKind,
  releaseKind,
  rotationKind,
  ticketKind,
  type RecordKind,
  type World,
} from './record-kinds.ts'
import { BrokenConnectionError, requestBytes } from './request-bytes.ts'

/** Who sends, or the refusal of whoever may not. */
export type Authorize = (request: Request, action: Action) => Promise<Response | Sender>

type IngestParts = Readonly<{
  deps: Pick<ApiDeps, 'catalog' | 'now' | 'report'>
  store: IngestStore
  authorize: Authorize
  /** Left out where nobody else is answered. */
  bulk?: Pick<BulkWrites, 'during'>
}>

/** Of the body as it is sent, and of what comes out where it is compressed. */
const MAX_BODY_BYTES = 100_000_000
const NDJSON = ['application/x-ndjson', 'application/ndjson', 'application/jsonl']
const HOUR_MS = 3_600_000

type Take = (bytes: AsyncIterable<Uint8Array>, store: IngestStore, world: World) => Promise<IngestReport>

type Address = Readonly<{ action: Action; take: Take; isOfHours?: true }>

/** Not in the browser: it reads streams and unpacks them. */
const addresses: Readonly<Record<string, Address>> = {
  '/api/ingest/buckets': { action: 'ingest-buckets', take: linesOf(bucketKind), isOfHours: true },
  '/api/ingest/endpoint-stats': { action: 'ingest-buckets', take: linesOf(endpointStatKind) },
  '/api/ingest/releases': { action: 'ingest-records', take: linesOf(releaseKind) },
  '/api/ingest/builds': { action: 'ingest-records', take: linesOf(buildKind) },
  '/api/ingest/incidents': { action: 'ingest-records', take: linesOf(incidentKind) },
  '/api/ingest/tickets': { action: 'ingest-records', take: linesOf(ticketKind) },
  '/api/ingest/rotations': { action: 'ingest-records', take: linesOf(rotationKind) },
}

function linesOf<Item>(kind: RecordKind<Item>): Take {
  return (bytes, store, world) => ingestLines(bytes, kind, store, world)
}

/** What takes NDJSON, at an address for each kind of record. */
export function createIngestApp({ deps, store, authorize, bulk }: IngestParts): FrontApp {
  return {
    routes: Object.keys(addresses),
    async fetch(request) {
      const { pathname } = new URL(request.url)
      try {
        return await answer(request, pathname)
      } catch (error) {
        return failure(error, pathname, deps)
      }
    },
  }

  async function answer(request: Request, pathname: string): Promise<Response> {
    const address = addresses[pathname]
    if (address === undefined) throw new Error(`${pathname} is none of the routes`)
    if (request.method !== 'POST') return methodNotAllowed(request, pathname)
    const sender = await authorize(request, address.action)
    if (sender instanceof Response) return sender
    const bytes = requestBytes(request, { mostBytes: MAX_BODY_BYTES, mediaTypes: NDJSON })
    const world = {
      index: catalogIndex(await deps.catalog()),
      nowHour: Math.floor(deps.now() / HOUR_MS),
      refusedFineBucket: store.refusedFineBucket,
    }
    const take = () => address.take(bytes, store.as(sender), world)
    return reported(await (address.isOfHours && bulk !== undefined ? bulk.during(take, isLarge) : take()))
  }
}

/** What rests on few hours is made in no time. */
const LARGE_LINES = 20_000

function isLarge({ accepted }: IngestReport): boolean {
  return accepted > LARGE_LINES
}

/** Not one good line is a mistake of the whole request, which a script that looks only at the status must see. */
function reported(report: IngestReport): Response {
  if (report.accepted > 0 || report.refused === 0)
    return Response.json(report, { headers: { 'cache-control': 'no-store' } })
  return problemResponse('invalid-body', {
    detail: `Not one of the ${report.refused} lines could be kept`,
    hint: 'refusals says why, line by line',
    ...report,
  })
}

/** What went wrong inside is told to the operator; the sender is told what was kept before it. */
function failure(error: unknown, instance: string, { report }: Pick<ApiDeps, 'report'>): Response {
  const interrupted = error instanceof IngestInterruptedError ? error : null
  const cause = interrupted?.cause ?? error
  const kept = interrupted?.kept ?? { accepted: 0, lines: 0 }
  if (cause instanceof RequestProblem) {
    const problem = interrupted === null ? cause : withKept(cause, kept)
    return problemResponse(problem.code, { ...problem.details, instance })
  }
  const details = { instance, hint: 'Send it again: what was kept already does not change' }
  if (cause instanceof BrokenConnectionError)
    return problemResponse('invalid-body', { ...details, detail: `${cause.message}. ${keptInWords(kept)}` })
  report(cause)
  return problemResponse(cause instanceof StoreUnavailableError ? 'unavailable' : 'internal', {
    ...details,
    detail: `The store does not answer. ${keptInWords(kept)}`,
  })
}
