import { catalogIndex } from '../catalog-index.ts'
import type { FrontApp } from '../http-app.ts'
import type { IngestStore } from '../ingest-store.ts'
import { parseBody } from '../parse-body.ts'
import type { ApiDeps } from '../ports.ts'
import type { AlertmanagerSettings } from '../settings/alertmanager-settings.ts'
import { notificationSchema } from '../sources/alertmanager/alerts.ts'
import { breachesOfAlerts } from '../sources/alertmanager/breaches-of-alerts.ts'
import { answered, methodNotAllowed } from './answered.ts'
import type { Authorize } from './ingest-app.ts'

/** Alertmanager sends a group at a time; a few thousand alerts fit. */
const MAX_BODY_BYTES = 5_000_000
const PATH = '/api/webhooks/alertmanager'

type AlertmanagerParts = Readonly<{
  deps: Pick<ApiDeps, 'catalog' | 'report'>
  store: Pick<IngestStore, 'as'>
  authorize: Authorize
  settings: AlertmanagerSettings
  /** Alertmanager throws answers away, so what it should have said otherwise goes to the operator. */
  warn: (message: string, facts: Readonly<Record<string, unknown>>) => void
}>

/** Alerts about SLOs become breaches; those about anything else are passed over. */
export function createAlertmanagerApp({
  deps,
  store,
  authorize,
  settings,
  warn,
}: AlertmanagerParts): FrontApp {
  return { routes: [PATH], fetch: (request) => answered(deps, PATH, () => take(request)) }

  async function take(request: Request): Promise<Response> {
    if (request.method !== 'POST') return methodNotAllowed(request, PATH)
    const sender = await authorize(request, 'ingest-records')
    if (sender instanceof Response) return sender
    const { alerts } = await parseBody(notificationSchema, request, MAX_BODY_BYTES)
    const read = breachesOfAlerts(alerts, { index: catalogIndex(await deps.catalog()), settings })
    const changed = await store.as(sender).writeBreaches(read.breaches)
    for (const { name, detail } of read.unmatched)
      warn(`The alert ${name} is no breach of a known SLO`, { detail })
    return Response.json(
      { accepted: read.breaches.length, changed, other: read.otherCount, unmatched: read.unmatched },
      { headers: { 'cache-control': 'no-store' } },
    )
  }
}
