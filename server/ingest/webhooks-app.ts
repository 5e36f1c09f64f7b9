import * as z from 'zod/mini'

import { recordIdSchema } from '../../src/contract/record-fields.ts'
import type { Incident } from '../../src/contract/records.ts'
import { catalogIndex } from '../catalog-index.ts'
import type { FrontApp } from '../http-app.ts'
import type { IngestStore, Sender } from '../ingest-store.ts'
import type { ApiDeps } from '../ports.ts'
import { RequestProblem } from '../problem.ts'
import type { WebhookSender, WebhooksSettings } from '../settings/webhooks-settings.ts'
import { signatureObjection } from '../sources/webhooks/signature.ts'
import { toldRecord, type ToldRecord } from '../sources/webhooks/told-record.ts'
import { answered, methodNotAllowed } from './answered.ts'
import type { Refusal } from './line-refusal.ts'
import { incidentKind, releaseKind, type World } from './record-kinds.ts'
import { requestBytes } from './request-bytes.ts'

const PREFIX = '/api/webhooks/'
const MAX_BODY_BYTES = 5_000_000
const HOUR_MS = 3_600_000

type WebhookParts = Readonly<{
  deps: Pick<ApiDeps, 'catalog' | 'now' | 'report'>
  store: Pick<IngestStore, 'as' | 'refusedFineBucket'>
  settings: WebhooksSettings
  secret: (name: string) => string
  /** Senders throw answers away, so what they should have sent otherwise goes to the operator. */
  warn: (message: string, facts: Readonly<Record<string, unknown>>) => void
}>

/** Releases and incidents from tools that sign what they send; the signature says who asks. */
export function createWebhooksApp({ deps, store, settings, secret, warn }: WebhookParts): FrontApp {
  const senders = new Map<string, WebhookSender>(
    Object.entries(settings.senders).map(([name, sender]) => [`${PREFIX}${name}`, sender]),
  )
  return {
    routes: [...senders.keys()],
    fetch(request) {
      const { pathname } = new URL(request.url)
      const sender = senders.get(pathname)
      if (sender === undefined) throw new Error(`${pathname} is none of the routes`)
      return answered(deps, pathname, () => take(request, pathname, sender))
    },
  }

  async function take(request: Request, pathname: string, sender: WebhookSender): Promise<Response> {
    if (request.method !== 'POST') return methodNotAllowed(request, pathname)
    const body = await wholeBody(request)
    const signed = { headers: request.headers, body }
    const objection = signatureObjection(sender.signature, signed, {
      secret: secret(sender.secretFromEnv),
      nowMs: deps.now(),
    })
    if (objection !== null) {
      warn(`What came to ${pathname} is not from whom it says`, { detail: objection })
      throw new RequestProblem('unauthenticated', {
        detail: objection,
        hint: 'Compare the secrets of both sides',
      })
    }
    const told = toldRecord(sender, { body: jsonOf(body), header: Object.fromEntries(request.headers) })
    if (told === null) return result({ kept: false, reason: 'No rule is about this' })
    try {
      const world = {
        index: catalogIndex(await deps.catalog()),
        nowHour: Math.floor(deps.now() / HOUR_MS),
        refusedFineBucket: store.refusedFineBucket,
      }
      const changed = await keep(told, world, store.as(senderOf(pathname)))
      return result({ kept: true, changed: changed > 0 })
    } catch (error) {
      if (error instanceof RequestProblem)
        warn(`What came to ${pathname} cannot be kept`, { detail: error.message, hint: error.details.hint })
      throw error
    }
  }
}

function senderOf(pathname: string): Sender {
  const name = pathname.slice(PREFIX.length)
  return { kind: 'webhook', id: name, name }
}

function keep(told: ToldRecord, world: World, store: IngestStore): Promise<number> {
  if (told.into === 'releases') {
    const checked = releaseKind.check(told.fields, world)
    if ('refused' in checked) throw problemOf(checked.refused)
    return store.writeReleases([checked.item])
  }
  const { id } = told.fields
  if (typeof id !== 'string' || !z.safeParse(recordIdSchema, id).success)
    throw problemOf({
      field: 'id',
      value: null,
      detail: '"id" is missing',
      hint: 'Its template leads to nothing',
    })
  return store.changeIncident(id, (held) => changedIncident(held, told, world))
}

/** An event tells a part of an incident; what it does not tell stays as it was. */
function changedIncident(held: Incident | null, { fields, clears }: ToldRecord, world: World): Incident {
  const cleared = Object.fromEntries(clears.map((field) => [field, null]))
  const checked = incidentKind.check({ ...held, ...cleared, ...fields }, world)
  if ('refused' in checked) throw problemOf(checked.refused)
  return checked.item
}

function problemOf({ field, value, detail, hint }: Refusal): RequestProblem {
  return new RequestProblem('invalid-body', {
    detail,
    hint,
    ...(field === null ? {} : { field }),
    ...(value === null ? {} : { value }),
  })
}

async function wholeBody(request: Request): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const limits = { mostBytes: MAX_BODY_BYTES, mediaTypes: ['application/json'] }
  for await (const part of requestBytes(request, limits)) parts.push(part)
  return Buffer.concat(parts)
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new RequestProblem('invalid-body', {
      detail: 'What was sent is not JSON in UTF-8',
      hint: 'Choose JSON as the kind of content in the settings of the sender',
    })
  }
}

function result(body: Readonly<Record<string, unknown>>): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } })
}
