import * as z from 'zod/mini'

import {
  bucketLineSchema,
  buildLineSchema,
  endpointStatLineSchema,
  incidentLineSchema,
  releaseLineSchema,
  rotationLineSchema,
  ticketLineSchema,
  type BucketLine,
} from '../../src/contract/ingest-lines.ts'
import { checkBucketRow } from '../../src/domain/bucket-check.ts'
import { hourFromIso, type Hour } from '../../src/domain/hours.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { IngestStore } from '../ingest-store.ts'
import { unknownName, refusalOf, type Refusal } from './line-refusal.ts'

export type World = Readonly<{
  index: CatalogIndex
  nowHour: Hour
  refusedFineBucket: IngestStore['refusedFineBucket']
}>

/** A record that can be kept, or why it cannot. */
export type Checked<Item> = Readonly<{ item: Item } | { refused: Refusal }>

export type RecordKind<Item> = Readonly<{
  check(record: unknown, world: World): Checked<Item>
  /** What nobody counts is null. */
  write(store: IngestStore, items: readonly Item[]): Promise<number | null>
}>

/** The names in a record, and what the catalog must know them as. */
type Names = Readonly<{
  slo?: string
  services?: readonly string[]
  deployments?: readonly string[]
  team?: string
}>

export const bucketKind = kind({
  schema: bucketLineSchema,
  namesOf: ({ slo }) => ({ slo }),
  refuse: (line, world) =>
    refusedSeries(line.slo, line.deployment, world.index) ??
    (line.hour === undefined
      ? refusedFine(line, world)
      : refusedHour(line.hour, line.good, line.total, world.nowHour)),
  write: async (store, items) => {
    await store.writeBuckets(items)
    return null
  },
})

export const endpointStatKind = kind({
  schema: endpointStatLineSchema,
  namesOf: ({ service, deployment }) => ({ services: [service], deployments: [deployment] }),
  refuse: ({ hour, requests, failures }, { nowHour }) =>
    refusedHour(hour, requests - failures, requests, nowHour),
  write: (store, items) => store.writeEndpointStats(items),
})

export const releaseKind = kind({
  schema: releaseLineSchema,
  namesOf: ({ service, deployment }) => ({ services: [service], deployments: [deployment] }),
  write: (store, items) => store.writeReleases(items),
})

export const buildKind = kind({
  schema: buildLineSchema,
  namesOf: ({ service }) => ({ services: [service] }),
  write: (store, items) => store.writeBuilds(items),
})

export const incidentKind = kind({
  schema: incidentLineSchema,
  namesOf: ({ services, deployments }) => ({ services, deployments }),
  write: (store, items) => store.writeIncidents(items),
})

export const ticketKind = kind({
  schema: ticketLineSchema,
  namesOf: ({ service, deployment }) => ({
    ...(service === null ? {} : { services: [service] }),
    ...(deployment === null ? {} : { deployments: [deployment] }),
  }),
  write: (store, items) => store.writeTickets(items),
})

export const rotationKind = kind({
  schema: rotationLineSchema,
  namesOf: ({ team, services, deployments }) => ({ team, services, deployments }),
  write: (store, items) => store.writeRotations(items),
})

type KindParts<Schema extends z.core.$ZodObject> = Readonly<{
  schema: Schema
  namesOf: (item: z.output<Schema>) => Names
  refuse?: (item: z.output<Schema>, world: World) => Refusal | null
  write: RecordKind<z.output<Schema>>['write']
}>

function kind<Schema extends z.core.$ZodObject>({
  schema,
  namesOf,
  refuse,
  write,
}: KindParts<Schema>): RecordKind<z.output<Schema>> {
  const fields = Object.keys(schema._zod.def.shape)
  return {
    write,
    check(record, world) {
      const parsed = z.safeParse(schema, record)
      if (!parsed.success) {
        const [issue] = parsed.error.issues
        if (issue === undefined) throw new Error('A failed parse without an issue')
        return { refused: refusalOf(issue, record, fields) }
      }
      const refused = refusedNames(namesOf(parsed.data), world.index) ?? refuse?.(parsed.data, world) ?? null
      return refused === null ? { item: parsed.data } : { refused }
    },
  }
}

function refusedNames({ slo, services, deployments, team }: Names, index: CatalogIndex): Refusal | null {
  const isOne = (names: readonly string[] | undefined) => names?.length === 1
  return (
    firstUnknown('slo', 'SLO', slo === undefined ? [] : [slo], index.slos) ??
    firstUnknown(isOne(services) ? 'service' : 'services', 'service', services ?? [], index.services) ??
    firstUnknown(
      isOne(deployments) ? 'deployment' : 'deployments',
      'deployment',
      deployments ?? [],
      index.deployments,
    ) ??
    firstUnknown('team', 'team', team === undefined ? [] : [team], index.teams)
  )
}

const listOf: Readonly<Record<string, string>> = {
  SLO: 'GET /api/slos lists them',
  service: 'GET /api/services lists them',
  deployment: 'GET /api/deployments lists them',
  team: 'GET /api/teams lists them',
}

function firstUnknown(
  field: string,
  what: string,
  names: readonly string[],
  known: ReadonlyMap<string, unknown>,
): Refusal | null {
  const wrong = names.find((name) => !known.has(name))
  return wrong === undefined ? null : unknownName(field, wrong, what, known.keys(), listOf[what] ?? '')
}

function refusedSeries(slo: string, deployment: string, { slos }: CatalogIndex): Refusal | null {
  const deployments = slos.get(slo)?.deployments ?? []
  if (deployments.includes(deployment)) return null
  return unknownName(
    'deployment',
    deployment,
    `series of ${slo} in`,
    deployments,
    `It is measured in ${deployments.join(', ')}`,
  )
}

function refusedFine({ at, seconds, good, total }: BucketLine, { refusedFineBucket }: World): Refusal | null {
  if (at === undefined || seconds === undefined) return null
  const refusal = refusedFineBucket({ minute: Date.parse(at) / MINUTE_MS, seconds, good, total })
  return (
    refusal && {
      field: 'at',
      value: at,
      detail: `The bucket at ${at} cannot be kept: ${refusal.detail}`,
      hint: refusal.hint,
    }
  )
}

const MINUTE_MS = 60_000

function refusedHour(hour: string, good: number, total: number, nowHour: Hour): Refusal | null {
  const refusal = checkBucketRow({ hour: hourFromIso(hour) ?? Number.NaN, good, total }, nowHour)
  if (refusal === null) return null
  const { field, hint } = refusal
  if (field !== 'hour') return { field, value: String(refusal.value), detail: refusal.detail, hint }
  return { field, value: hour, detail: `The hour ${hour} cannot be kept: ${refusal.detail}`, hint }
}
