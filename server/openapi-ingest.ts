import {
  bucketLineSchema,
  buildLineSchema,
  endpointStatLineSchema,
  incidentLineSchema,
  releaseLineSchema,
  rotationLineSchema,
  ticketLineSchema,
} from '../src/contract/ingest-lines.ts'
import { ingestReportSchema } from '../src/contract/ingest-report.ts'
import { problemCodes, type ProblemCode } from '../src/contract/problem.ts'

type JsonObject = Readonly<Record<string, unknown>>

type Words = Readonly<{
  reference: (name: string) => JsonObject
  problemAnswer: (status: number) => JsonObject
}>

export const ingestResources = {
  BucketLine: bucketLineSchema,
  EndpointStatLine: endpointStatLineSchema,
  ReleaseLine: releaseLineSchema,
  BuildLine: buildLineSchema,
  IncidentLine: incidentLineSchema,
  TicketLine: ticketLineSchema,
  RotationLine: rotationLineSchema,
  IngestReport: ingestReportSchema,
}

const addresses = {
  buckets: { line: 'BucketLine', scope: 'ingest:buckets', summary: 'Hours of series' },
  'endpoint-stats': { line: 'EndpointStatLine', scope: 'ingest:buckets', summary: 'Hours of endpoints' },
  releases: { line: 'ReleaseLine', scope: 'ingest:records', summary: 'Releases' },
  builds: { line: 'BuildLine', scope: 'ingest:records', summary: 'Builds of mainlines' },
  incidents: { line: 'IncidentLine', scope: 'ingest:records', summary: 'Incidents' },
  tickets: { line: 'TicketLine', scope: 'ingest:records', summary: 'Tickets of customers' },
  rotations: { line: 'RotationLine', scope: 'ingest:records', summary: 'On-call rotations' },
} as const

const codes: readonly ProblemCode[] = [
  'invalid-body',
  'unauthenticated',
  'forbidden',
  'body-too-large',
  'unsupported-media-type',
  'too-many-requests',
  'internal',
  'unavailable',
]

/** These stand beside the contract's operations: they take lines and streams, which no browser of ours sends. */
export function ingestPaths({ reference, problemAnswer }: Words): JsonObject {
  const statuses = [...new Set(codes.map((code) => problemCodes[code].status))]
  return Object.fromEntries(
    Object.entries(addresses).map(([name, { line, scope, summary }]) => [
      `/api/ingest/${name}`,
      {
        post: {
          operationId: `ingest-${name}`,
          summary: `${summary}, one JSON object a line`,
          description:
            'The schema is that of one line. The same natural key again replaces what was held. Good lines are kept, the others ' +
            'are told one by one. Only where data are kept. At most 100 MB; `Content-Encoding: gzip` is unpacked. ' +
            'Roles: admin.',
          parameters: [],
          requestBody: {
            required: true,
            content: { 'application/x-ndjson': { schema: reference(line) } },
          },
          security: [{ session: [] }, { token: [scope] }],
          responses: {
            200: {
              description: 'Read to its end',
              content: { 'application/json': { schema: reference('IngestReport') } },
            },
            ...Object.fromEntries(statuses.map((status) => [status, problemAnswer(status)])),
          },
        },
      },
    ]),
  )
}
