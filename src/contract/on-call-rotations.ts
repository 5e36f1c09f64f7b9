import * as z from 'zod/mini'

import { sortParameter } from './choices.ts'
import { coverageHints, deploymentCadences } from '../domain/on-call-staffing.ts'
import {
  countSchema,
  instantSchema,
  pageQuery,
  searchSchema,
  slugListSchema,
  slugSchema,
  targetSchema,
} from './common.ts'
import { windowed, tableOf } from './tables.ts'

const rotationSortColumns = ['team', 'rotation', 'hours', 'people'] as const
export type RotationSortColumn = (typeof rotationSortColumns)[number]

/** Hours of the week in UTC: 0 is Monday 00:00; a gap over the week's end reaches beyond 168. */
const spansSchema = z.array(z.object({ from: z.number(), to: z.number() }))

const coverSchema = {
  covered: spansSchema,
  coveredHours: z.number(),
  /** "16x7": hours a day by days a week; null where days differ. */
  notation: z.nullable(z.string()),
}

const rotationRowSchema = z.object({
  team: slugSchema,
  teamName: z.string(),
  id: z.string(),
  name: z.nullable(z.string()),
  services: z.array(slugSchema),
  deployments: z.array(slugSchema),
  ...coverSchema,
  primaryPeople: countSchema,
  backupPeople: countSchema,
  /** When that person is ill or asleep, nobody comes. */
  isSinglePerson: z.boolean(),
  /** In force at the end of the window, which is now for one that is not over. */
  isInForce: z.boolean(),
  isOnDuty: z.boolean(),
  since: instantSchema,
  until: z.nullable(instantSchema),
  /** In the on-call tool. */
  url: z.nullable(z.string()),
})
export type RotationRow = z.infer<typeof rotationRowSchema>

/** A service in those of its deployments that the same rotations cover. */
const serviceCoverSchema = z.object({
  service: slugSchema,
  team: slugSchema,
  deployments: z.array(slugSchema),
  ...coverSchema,
  gaps: spansSchema,
  gapHours: z.number(),
  longestGapHours: z.number(),
  rotations: z.array(z.string()),
  isOnDuty: z.boolean(),
  /** What the references say of its cover, by its tightest availability target and how often it is deployed; null between their limits. */
  hint: z.nullable(z.enum(coverageHints)),
  /** How often it went out in its four weeks before now, and its tightest availability target, which the hint is drawn from. */
  cadence: z.enum(deploymentCadences),
  availabilityTarget: z.nullable(targetSchema),
})
export type ServiceCover = z.infer<typeof serviceCoverSchema>

const teamOnCallSchema = z.object({
  team: slugSchema,
  name: z.string(),
  rotationCount: countSchema,
  onDuty: z.array(z.string()),
  /** `sum` counts who serves in several rotations in each; the bounds count everybody once. */
  people: z.object({ sum: countSchema, atLeast: countSchema, atMost: countSchema }),
})
export type TeamOnCall = z.infer<typeof teamOnCallSchema>

export const rotationTableSchema = z.extend(tableOf(rotationRowSchema), {
  /** The hour whose week is looked at. */
  at: instantSchema,
  /** That hour of the week, from Monday 00:00 UTC. */
  hourOfWeek: z.number(),
  teams: z.array(teamOnCallSchema),
  /** Least cover first; of very many the first. */
  services: z.array(serviceCoverSchema),
  serviceCount: countSchema,
})
export type RotationTable = z.infer<typeof rotationTableSchema>

const { window, from, to, at } = windowed

export const onCallRotationsQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  search: searchSchema,
  window,
  from,
  to,
  at,
  sort: sortParameter(rotationSortColumns),
  ...pageQuery,
})
