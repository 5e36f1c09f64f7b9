import * as access from '../src/contract/access.ts'
import { CALENDAR_FEED_PATH, calendarFeedQuery } from '../src/contract/calendar.ts'
import { csvPath, ROW_COUNT_HEADER } from '../src/contract/csv.ts'
import { csvQuery } from '../src/contract/csv-query.ts'
import { EVENTS_PATH } from '../src/contract/live.ts'
import {
  csvOperationIds,
  operations,
  type CsvOperationId,
  type Operation,
} from '../src/contract/operations.ts'
import * as status from '../src/contract/status.ts'

type JsonObject = Readonly<Record<string, unknown>>

export type OtherAnswer = Readonly<{
  operationId: string
  summary: string
  description?: string
  /** Those of the operation's query where they are left out. */
  parameters?: readonly JsonObject[]
  answer: JsonObject
}>

type Describe = (operation: Operation, other: OtherAnswer) => JsonObject

const text = { schema: { type: 'string' } }

/** What is answered with something else than a document: files, a feed, and events. */
export function otherPaths(describe: Describe): JsonObject {
  return {
    ...Object.fromEntries(
      csvOperationIds.map((id) => [csvPath(operations[id]), { get: csvFile(id, describe) }]),
    ),
    [access.AUDIT_EXPORT_PATH]: { get: auditExport(describe) },
    [status.STATUS_FEED_PATH]: { get: statusFeed(describe) },
    [CALENDAR_FEED_PATH]: { get: calendarFeed(describe) },
    [EVENTS_PATH]: { get: events(describe) },
  }
}

/** A whole list, for spreadsheets and programs. */
function csvFile(id: CsvOperationId, describe: Describe): JsonObject {
  const listed: Operation = operations[id]
  const operation: Operation = { ...listed, path: csvPath(listed), query: csvQuery(id, listed.query) }
  return describe(operation, {
    operationId: `${id}AsCsv`,
    summary: `${listed.summary}, every row as a file`,
    description:
      `What GET ${listed.path} lists with the same filters, sort and \`at\`: all of it, sent as it is read. RFC 4180 in UTF-8 with a ` +
      'byte order mark; ratios as ratios, instants in UTC, absent figures empty; a text that a spreadsheet would run as a formula ' +
      'begins with an apostrophe. It breaks off where the store fails half way.',
    answer: {
      description: 'The file',
      headers: {
        [ROW_COUNT_HEADER]: {
          description: 'How many rows the file has besides its header',
          schema: { type: 'integer' },
        },
      },
      content: { 'text/csv': text },
    },
  })
}

/** What readStatus tells, for feed readers. */
function statusFeed(describe: Describe): JsonObject {
  return describe(
    { ...operations.readStatus, path: status.STATUS_FEED_PATH },
    {
      operationId: 'readStatusFeed',
      summary: 'What people were told about incidents, newest first, as an Atom feed',
      answer: { description: 'The feed', content: { 'application/atom+xml': text } },
    },
  )
}

/** What listReviews tells, for programs that keep calendars. */
function calendarFeed(describe: Describe): JsonObject {
  return describe(
    { ...operations.listReviews, path: CALENDAR_FEED_PATH, query: calendarFeedQuery },
    {
      operationId: 'readCalendarFeed',
      summary: 'The day each review is due, as an iCalendar feed',
      description:
        'RFC 5545: an all-day event for the next time of each review, whose UID stays the same. Allowed as every read is: ' +
        'with a session, or with a token in the Authorization header.',
      answer: { description: 'The feed', content: { 'text/calendar': text } },
    },
  )
}

/** Made of the same words as all other answers. */
function auditExport(describe: Describe): JsonObject {
  return describe(
    { ...operations.listAudit, path: access.AUDIT_EXPORT_PATH, query: access.auditExportQuery },
    {
      operationId: 'exportAudit',
      summary: 'Every entry of the audit log as a file, newest first',
      answer: { description: 'The entries', content: { 'text/csv': text, 'application/x-ndjson': text } },
    },
  )
}

/** The one answer that does not end. */
function events(describe: Describe): JsonObject {
  return describe(
    { ...operations.listSlis, path: EVENTS_PATH },
    {
      operationId: 'followEvents',
      summary: 'What changes while one looks, as server-sent events',
      description:
        'The first event is `standing`, later ones are `changed`; the data of each are a LiveChange. A client that names the last ' +
        '`id` it saw in `Last-Event-ID` is told with the first event what changed since. At least every 15 seconds something is ' +
        'sent, and every five minutes the stream ends and is to be opened again.',
      parameters: [
        {
          name: 'Last-Event-ID',
          in: 'header',
          required: false,
          description: 'The id of the last event seen',
          schema: { type: 'string' },
        },
      ],
      answer: { description: 'Events', content: { 'text/event-stream': text } },
    },
  )
}
