import type { NewStatusUpdate, StatusQuery } from '../../src/contract/status.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import type { ApiDeps } from '../ports.ts'
import { RequestProblem } from '../problem.ts'
import { statusBoard } from '../status/status-board.ts'
import { statusFeed } from '../status/status-feed.ts'
import { updateKey } from '../status/status-updates.ts'

const HOUR_MS = 3_600_000
/** Longer nobody is left waiting for the next word. */
const MOST_HOURS_BETWEEN = 4

export const readStatus: Route<'readStatus'> = ({ query }, { deps, index }) => statusBoard(deps, index, query)

export const createStatusUpdate: Route<'createStatusUpdate'> = async ({ body }, { deps, index, caller }) => {
  const { incident, bracket, audience, text, nextAt, seenCount } = body
  const { incidents } = await statusBoard(deps, index, {
    deployment: index.catalog.deployments.map(({ slug }) => slug).join(','),
  })
  const found = incidents.find(({ id }) => id === incident)
  if (found === undefined)
    throw new RequestProblem('invalid-body', {
      detail: `There is no incident "${incident}" that is open or of the last days`,
      field: 'incident',
      value: incident,
      apiHint: 'GET /api/status lists them',
    })
  refuseWrongBracket(body, found.updates.length, deps.now())
  await writeEntry(deps, caller, {
    kind: 'status-update',
    key: updateKey(incident, seenCount + 1),
    body: { incident, bracket, audience, text, nextAt },
    seenVersion: 0,
  })
  return statusBoard(deps, index, {})
}

function refuseWrongBracket(
  { bracket, nextAt, seenCount }: NewStatusUpdate,
  count: number,
  nowMs: number,
): void {
  const refuse = (field: string, value: string, detail: string, hint: string) => {
    throw new RequestProblem('invalid-body', { field, value, detail, hint })
  }
  if (seenCount > count)
    refuse('seenCount', String(seenCount), `There are ${count} updates`, 'Give how many you have seen')
  if (bracket === 'first' && seenCount > 0)
    refuse('bracket', bracket, 'The first update has been written', 'Send progress, or last')
  if (bracket !== 'first' && seenCount === 0)
    refuse('bracket', bracket, 'Nothing has been said yet', 'Begin with first')
  if (bracket === 'last' && nextAt !== null)
    refuse('nextAt', nextAt, 'After the last update there is no next one', 'Leave out nextAt')
  if (bracket === 'last') return
  if (nextAt === null) {
    refuse('nextAt', '', 'Each update but the last says when the next one comes', 'Give nextAt')
    return
  }
  const aheadMs = Date.parse(nextAt) - nowMs
  if (aheadMs <= 0 || aheadMs > MOST_HOURS_BETWEEN * HOUR_MS)
    refuse(
      'nextAt',
      nextAt,
      'The next update comes within four hours',
      'Give an instant in the next four hours',
    )
}

export const changeServiceListing: Route<'changeServiceListing'> = async (
  { params, body },
  { deps, index, caller },
) => {
  const { audience, product, seenVersion } = body
  await writeEntry(deps, caller, {
    kind: 'service-listing',
    key: params.service,
    body: { audience, product },
    seenVersion,
  })
  return statusBoard(deps, index, {})
}

/** A document of its own beside the JSON of all other answers. */
export async function answerStatusFeed(
  query: StatusQuery,
  { deps, index, url }: Readonly<{ deps: ApiDeps; index: CatalogIndex; url: URL }>,
): Promise<Response> {
  const board = await statusBoard(deps, index, query)
  return new Response(statusFeed({ board, organization: index.catalog.organization, selfUrl: url }), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'private, no-cache' },
  })
}
