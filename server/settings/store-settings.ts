import * as z from 'zod/mini'

import { secretNameSchema, type Variable } from './variable.ts'

/** Where data are kept: PostgreSQL by its address, or an embedded database in a folder. */
export type StorePlace = Readonly<{ databaseUrl: string }> | Readonly<{ dataFolder: string }>

/** Where data are kept when nothing is said, in the folder the server is started in. */
const DEFAULT_FOLDER = 'data'
const MOST_FINE_DAYS = 400

export const storeSettingsSchema = z
  .strictObject({
    /** `memory` keeps nothing: the simulated organization is computed as it is asked for. */
    mode: z._default(z.enum(['kept', 'memory']), 'kept'),
    dataFolder: z.optional(z.string().check(z.minLength(1), z.describe('a folder such as data'))),
    databaseUrlFromEnv: z.optional(secretNameSchema),
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
  { mode, dataFolder, databaseUrlFromEnv }: StoreSettings,
  secret: (name: string) => string,
): StorePlace | null {
  if (mode === 'memory') return null
  if (databaseUrlFromEnv !== undefined) return { databaseUrl: secret(databaseUrlFromEnv) }
  return { dataFolder: dataFolder ?? DEFAULT_FOLDER }
}

/** What is wrong with the address, without the address: it may hold a password. */
export function storePlaceMistake(name: string, address: string): string | null {
  return /^postgres(?:ql)?:\/\/\S+$/.test(address)
    ? null
    : `${name} must look like postgres://user:password@host:5432/name`
}
