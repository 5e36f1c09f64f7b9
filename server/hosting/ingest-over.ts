import type { Gate } from '../access/gate.ts'
import type { FrontApp } from '../http-app.ts'
import { createAlertmanagerApp } from '../ingest/alertmanager-app.ts'
import { createIngestApp } from '../ingest/ingest-app.ts'
import { createWebhooksApp } from '../ingest/webhooks-app.ts'
import type { Settings } from '../settings/settings.ts'
import { createIngestStore } from '../stores/sql/ingest-store.ts'
import type { Log } from './log.ts'
import type { Source } from './open-source.ts'

type Surroundings = Readonly<{ log: Log; now: () => number; authorize: Gate['authorize'] }>

/** All that takes what others send. Where nothing is kept, nothing is taken: the addresses are not there. */
export function ingestOver(
  { deps, sql, bulk }: Source,
  settings: Settings,
  { log, now, authorize }: Surroundings,
): readonly FrontApp[] {
  if (sql === null) return []
  const store = createIngestStore(sql, { now, fineBucketDays: settings.store.fineBucketDays })
  const warn = (message: string, facts: Readonly<Record<string, unknown>>) =>
    log.warn('webhook', message, facts)
  return [
    createIngestApp({ deps, store, authorize, bulk }),
    createAlertmanagerApp({ deps, store, authorize, settings: settings.alertmanager, warn }),
    createWebhooksApp({ deps, store, settings: settings.webhooks, secret: settings.secret, warn }),
  ]
}
