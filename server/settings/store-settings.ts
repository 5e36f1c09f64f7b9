import * as z from 'zod/mini'

import { secretNameSchema, type Variable } from './variable.ts'

/** Where data are kept: PostgreSQL by its address, or an embedded database in a folder. */
export type StorePlace = Readonly<{ databaseUrl: string }> | Readonly<{ dataFolder: string }>

export const storeSettingsSchema = z
  .strictObject({
    dataFolder: z.optional(z.string().check(z.minLength(1), z.describe('a folder such as data'))),
    databaseUrlFromEnv: z.optional(secretNameSchema),
  })
  .check(
    z.refine(
      ({ dataFolder, databaseUrlFromEnv }) => dataFolder === undefined || databaseUrlFromEnv === undefined,
      {
        error: 'a folder and a database are both named; data can be kept in one place only',
        path: ['dataFolder'],
      },
    ),
  )

type StoreSettings = z.output<typeof storeSettingsSchema>

/** Where the environment names a place, the file's gives way. */
export const storeVariables: readonly Variable[] = [
  { name: 'DATA_DIR', field: ['store', 'dataFolder'], kind: 'text', outranks: ['databaseUrlFromEnv'] },
  { name: 'DATABASE_URL', field: ['store', 'databaseUrlFromEnv'], kind: 'secret', outranks: ['dataFolder'] },
]

/** Null where nothing is kept: the simulated organization is computed as it is asked for. */
export function storePlace(
  { dataFolder, databaseUrlFromEnv }: StoreSettings,
  secret: (name: string) => string,
): StorePlace | null {
  if (databaseUrlFromEnv !== undefined) return { databaseUrl: secret(databaseUrlFromEnv) }
  return dataFolder === undefined ? null : { dataFolder }
}

/** What is wrong with the address, without the address: it may hold a password. */
export function storePlaceMistake(name: string, address: string): string | null {
  return /^postgres(?:ql)?:\/\/\S+$/.test(address)
    ? null
    : `${name} must look like postgres://user:password@host:5432/name`
}
