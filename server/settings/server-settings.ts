import * as z from 'zod/mini'

import { secretNameSchema, type Variable } from './variable.ts'

const MOST_PORT = 65_535
const MOST_SHUTDOWN_SECONDS = 300

/** From the one that says most to the one that says least. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** Where the server listens and what it tells those who run it. */
export const serverSettingsSchema = z.strictObject({
  host: z._default(z.string().check(z.minLength(1), z.describe('an address such as 127.0.0.1')), '127.0.0.1'),
  port: z._default(
    z.int().check(z.gte(0), z.lte(MOST_PORT), z.describe(`a whole number from 0 to ${MOST_PORT}`)),
    4180,
  ),
  log: z.prefault(
    z.strictObject({
      level: z._default(z.enum(logLevels).check(z.describe('debug, info, warn or error')), 'info'),
      /** `auto` is text on a terminal and JSON everywhere else. */
      format: z._default(z.enum(['auto', 'json', 'text']).check(z.describe('auto, json or text')), 'auto'),
    }),
    {},
  ),
  /** Served to the own machine only, unless one of the two says otherwise. */
  metrics: z.prefault(
    z
      .strictObject({
        tokenFromEnv: z.optional(secretNameSchema),
        isPublic: z._default(z.boolean().check(z.describe('true or false')), false),
      })
      .check(
        z.refine(({ tokenFromEnv, isPublic }) => tokenFromEnv === undefined || !isPublic, {
          error: 'cannot hold beside tokenFromEnv: figures for everyone need no token',
          path: ['isPublic'],
        }),
      ),
    {},
  ),
  /** What still runs when the server is asked to stop has this long. */
  shutdownSeconds: z._default(
    z.int().check(z.gte(1), z.lte(MOST_SHUTDOWN_SECONDS), z.describe('a whole number of seconds')),
    8,
  ),
})

export const serverVariables: readonly Variable[] = [
  { name: 'HOST', field: ['server', 'host'], kind: 'text' },
  { name: 'PORT', field: ['server', 'port'], kind: 'number' },
  { name: 'LOG_LEVEL', field: ['server', 'log', 'level'], kind: 'text' },
  { name: 'LOG_FORMAT', field: ['server', 'log', 'format'], kind: 'text' },
]
