import * as z from 'zod/mini'

import { secretNameSchema, type Variable } from './variable.ts'

/** Where data are kept: PostgreSQL by its address, or an embedded database in a folder. */
export type StorePlace =
  | Readonly<{ databaseUrl: string; limits?: PostgresLimits }>
  | Readonly<{ dataFolder: string }>

/** How long a request waits for PostgreSQL before it is told that the store does not answer. */
export type PostgresLimits = Readonly<{ queryTimeoutSeconds: number; connectTimeoutSeconds: number }>

/** A page gives up after 20 s, and had better be told before. */
export const usualLimits: PostgresLimits = { queryTimeoutSeconds: 15, connectTimeoutSeconds: 5 }

const MOST_QUERY_SECONDS = 3600
const MOST_CONNECT_SECONDS = 60

/** Where data are kept when nothing is said, in the folder the server is started in. */
const DEFAULT_FOLDER = 'data'
const MOST_FINE_DAYS = 400

const secondsUpTo = (most: number) =>
  z.int().check(z.gte(1), z.lte(most), z.describe(`a whole number of seconds from 1 to ${most}`))

export const storeSettingsSchema = z
  .strictObject({
    /** `memory` keeps nothing: the simulated organization is computed as it is asked for. */
    mode: z._default(z.enum(['kept', 'memory']), 'kept'),
    dataFolder: z.optional(z.string().check(z.minLength(1), z.describe('a folder such as data'))),
    databaseUrlFromEnv: z.optional(secretNameSchema),
    /** What PostgreSQL has not answered after this long is cut off. Not so what jobs ask: filling, summing up, migrations. */
    queryTimeoutSeconds: z._default(secondsUpTo(MOST_QUERY_SECONDS), usualLimits.queryTimeoutSeconds),
    /** For a connection to PostgreSQL, and for one to become free where all are in use. */
    connectTimeoutSeconds: z._default(secondsUpTo(MOST_CONNECT_SECONDS), usualLimits.connectTimeoutSeconds),
    /** Buckets finer than an hour are kept for so many days; their hours stay. */
    fineBucketDays: z._default(
      z
        .int()
        .check(z.gte(1), z.lte(MOST_FINE_DAYS), z.describe(`a whole number from 1 to ${MOST_FINE_DAYS}`)),
      8,
    ),
  })
  .check(
    z.refine(
      ({ dataFolder, databaseUrlFromEnv }) => dataFolder === undefined || databaseUrlFromEnv === undefined,
      {
        error: 'a folder and a database are both named; data can be kept in one place only',
        path: ['dataFolder'],
      },
    ),
    z.refine(
      ({ mode, dataFolder, databaseUrlFromEnv }) =>
        mode === 'kept' || (dataFolder ?? databaseUrlFromEnv) === undefined,
      { error: 'nothing is kept in memory, so no place to keep it may be named', path: ['mode'] },
    ),
  )

type StoreSettings = z.output<typeof storeSettingsSchema>

/** Where the environment names a place, the file's gives way. */
export const storeVariables: readonly Variable[] = [
  { name: 'STORE', field: ['store', 'mode'], kind: 'text', outranks: ['dataFolder', 'databaseUrlFromEnv'] },
  {
    name: 'DATA_DIR',
    field: ['store', 'dataFolder'],
    kind: 'text',
    outranks: ['mode', 'databaseUrlFromEnv'],
  },
  {
    name: 'DATABASE_URL',
    field: ['store', 'databaseUrlFromEnv'],
    kind: 'secret',
    outranks: ['mode', 'dataFolder'],
  },
]

/** Null where nothing is kept. */
export function storePlace(
  { mode, dataFolder, databaseUrlFromEnv, queryTimeoutSeconds, connectTimeoutSeconds }: StoreSettings,
  secret: (name: string) => string,
): StorePlace | null {
  if (mode === 'memory') return null
  if (databaseUrlFromEnv !== undefined)
    return {
      databaseUrl: secret(databaseUrlFromEnv),
      limits: { queryTimeoutSeconds, connectTimeoutSeconds },
    }
  return { dataFolder: dataFolder ?? DEFAULT_FOLDER }
}

/** What is wrong with the address, without the address: it may hold a password. */
export function storePlaceMistake(name: string, address: string): string | null {
  return /^postgres(?:ql)?:\/\/\S+$/.test(address)
    ? null
    : `${name} must look like postgres://user:password@host:5432/name`
}
