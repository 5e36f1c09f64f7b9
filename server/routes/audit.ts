import * as z from 'zod/mini'

import type { auditExportQuery, auditFormats, AuditEntry } from '../../src/contract/access.ts'
import { csvField } from '../../src/domain/csv-field.ts'
import type { AuditFilter, AuditLog } from '../access-ports.ts'
import type { Route } from '../context.ts'
import { keysetPage, listIdentity } from '../page.ts'
import type { ApiDeps } from '../ports.ts'
import { requestedInstants } from '../requested-instants.ts'

const byId = z.tuple([z.int()])
/** Few enough to be held at once, many enough not to ask the store all the time. */
const ENTRIES_AT_ONCE = 1_000

type AuditWords = Readonly<{
  search?: string | undefined
  from?: string | undefined
  to?: string | undefined
}>

export const listAudit: Route<'listAudit'> = async ({ query }, { deps }) => {
  const { span, page } = keysetPage(
    {
      identity: listIdentity('audit', query),
      positionOf: ({ id }: AuditEntry) => [id] as const,
      isPosition: (position): position is readonly [number] => z.safeParse(byId, position).success,
    },
    query,
  )
  const [after] = span.after ?? [null]
  return page(await deps.access.audit.list(filterOf(query), { ...span, after }))
}

/** All entries, sent as they are read: neither the server nor the reader holds them all. */
export function exportAudit(
  { format, ...words }: z.output<typeof auditExportQuery>,
  { access, report }: Pick<ApiDeps, 'access' | 'report'>,
): Response {
  const { type, head, line } = formats[format]
  const pages = entriesOf(access.audit, filterOf(words))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    async pull(controller) {
      try {
        const { done, value } = await pages.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value.map(line).join('')))
      } catch (error) {
        // Broken off, so that nobody takes half of it for all.
        report(error)
        controller.error(error)
      }
    },
    cancel: async () => void (await pages.return(undefined)),
  })
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="audit.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

async function* entriesOf(
  audit: AuditLog,
  filter: AuditFilter,
): AsyncGenerator<readonly AuditEntry[], undefined> {
  let after: number | null = null
  for (;;) {
    const page: Awaited<ReturnType<AuditLog['list']>> = await audit.list(filter, {
      after,
      limit: ENTRIES_AT_ONCE,
    })
    const last = page.items.at(-1)
    if (last === undefined) return undefined
    yield page.items
    after = last.id
  }
}

function filterOf({ search, from, to }: AuditWords): AuditFilter {
  return { ...(search === undefined ? {} : { search }), ...requestedInstants({ from, to }) }
}

const columns = [
  'id',
  'at',
  'callerKind',
  'callerId',
  'callerName',
  'action',
  'subject',
  'before',
  'after',
] as const satisfies readonly (keyof AuditEntry)[]

type Format = Readonly<{ type: string; head: string; line: (entry: AuditEntry) => string }>

const formats: Readonly<Record<(typeof auditFormats)[number], Format>> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    head: `${columns.join(',')}\r\n`,
    line: (entry) => `${columns.map((column) => csvCell(entry[column])).join(',')}\r\n`,
  },
  ndjson: {
    type: 'application/x-ndjson; charset=utf-8',
    head: '',
    line: (entry) => `${JSON.stringify(entry)}\n`,
  },
}

function csvCell(value: AuditEntry[(typeof columns)[number]]): string {
  return csvField(value !== null && typeof value === 'object' ? JSON.stringify(value) : value)
}
