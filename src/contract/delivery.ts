import * as z from 'zod/mini'

import { bottleneckSides, decisionStates, evidenceKinds, outcomes } from '../domain/bottleneck.ts'
import { deliveryComponents, deliveryGroups } from '../domain/delivery.ts'
import { deliveryDirections } from '../domain/delivery-figures.ts'
import { periodSchema } from './catalog.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import {
  countSchema,
  instantSchema,
  pageQuery,
  ratioSchema,
  searchSchema,
  slugListSchema,
  slugSchema,
} from './common.ts'
import { facetsSchema } from './facets.ts'
import { linkSchema } from './record-fields.ts'
import { byPeriods, tableOf } from './tables.ts'

/** The four of Accelerate, and reliability beside them. */
const accelerateMeasures = [
  'deployment-frequency',
  'lead-time',
  'change-failure-rate',
  'time-to-restore',
  'reliability',
] as const
export type AccelerateMeasure = (typeof accelerateMeasures)[number]

/** Times in minutes, rates and reliability as shares, the frequency in deployments a week. */
const figureSchema = z.object({
  /** The median of times; null where nothing was observed. */
  value: z.nullable(z.number()),
  /** Of times the mean, which one bad night moves. */
  mean: z.nullable(z.number()),
  /** How many observations it rests on. */
  count: countSchema,
  /** Too few to be compared. */
  isFew: z.boolean(),
})
export type FigureOnWire = z.infer<typeof figureSchema>

const trendSchema = {
  figure: figureSchema,
  /** Of as many periods before; null where they are not held. */
  before: z.nullable(figureSchema),
  change: z.nullable(ratioSchema),
  direction: z.nullable(z.enum(deliveryDirections)),
  /** By the periods of `history`. */
  history: z.array(figureSchema),
}

const componentSchema = z.object({ component: z.enum(deliveryComponents), ...trendSchema })
export type ComponentOnWire = z.infer<typeof componentSchema>
const measureSchema = z.object({ measure: z.enum(accelerateMeasures), ...trendSchema })
export type MeasureOnWire = z.infer<typeof measureSchema>

const deliveryRowSchema = z.object({
  /** The slug of what the row stands for. */
  id: slugSchema,
  name: z.string(),
  /** In the order of the components; null where the row has none by its nature. */
  figures: z.array(z.nullable(z.extend(figureSchema, { direction: z.nullable(z.enum(deliveryDirections)) }))),
  /** Deployments a week of one service in one deployment, by those that did not fail. */
  frequency: figureSchema,
  lastDeployedAt: z.nullable(instantSchema),
  /** Services times closed periods with a verdict, and how many of them kept every budget. */
  kept: z.object({ kept: countSchema, counted: countSchema, share: z.nullable(ratioSchema) }),
})
export type DeliveryRow = z.infer<typeof deliveryRowSchema>

export const deliveryTableSchema = z.extend(tableOf(deliveryRowSchema), {
  /** The periods of the lines: those of the window and of up to a year that led there, oldest first. */
  history: z.array(periodSchema),
  /** The span that is compared with. */
  before: z.nullable(z.object({ from: instantSchema, to: instantSchema, periods: countSchema })),
  components: z.array(componentSchema),
  accelerate: z.array(measureSchema),
})
export type DeliveryTable = z.infer<typeof deliveryTableSchema>

const selection = {
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  search: searchSchema,
}

const deliverySortColumns = ['name', 'frequency', 'kept', ...deliveryComponents] as const
export type DeliverySortColumn = (typeof deliverySortColumns)[number]

export const deliveryQuery = z.strictObject({
  ...selection,
  ...byPeriods,
  group: z.optional(z.enum(deliveryGroups)),
  sort: sortParameter(deliverySortColumns),
  ...pageQuery,
})

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))
const MOST_EVIDENCE = 20

const evidenceSchema = z.strictObject({
  kind: z.enum(evidenceKinds),
  /** Looked for, and there; or looked for, and not. */
  isFound: z.boolean(),
  says: words,
  link: z.nullable(linkSchema),
})
export type EvidenceEntered = z.infer<typeof evidenceSchema>

const decisionSchema = z.strictObject({
  outcome: z.enum(outcomes),
  reason: words,
  /** A role, as in "product owner". */
  owner: words,
  /** When it is done, or looked at again. */
  date: z.iso.date(),
})

/** What people enter about a bottleneck: first what they found, then what they decided. */
const enteredSchema = z.strictObject({
  evidence: z.array(evidenceSchema).check(z.maxLength(MOST_EVIDENCE)),
  decision: z.nullable(decisionSchema),
})
export type BottleneckEntered = z.infer<typeof enteredSchema>

/** What was kept, where it can still be read. */
export function bottleneckEnteredOf(body: unknown): BottleneckEntered | null {
  const parsed = z.safeParse(enteredSchema, body)
  return parsed.success ? parsed.data : null
}

const stamp = { version: countSchema, by: z.string(), at: instantSchema, isWithdrawn: z.boolean() }

/** Tickets or incidents in the window, and in the one before where that is held. */
const countedSchema = z.object({ count: countSchema, before: z.nullable(countSchema) })

const bottleneckSchema = z.object({
  /** cd.COMPONENT.TEAM or sre.SLI.SERVICE */
  id: slugSchema,
  side: z.enum(bottleneckSides),
  team: slugSchema,
  teamName: z.string(),
  /** False where people decided on it once and data no longer show it. */
  isDetected: z.boolean(),
  component: z.nullable(z.enum(deliveryComponents)),
  sli: z.nullable(slugSchema),
  /** Whose figures show it, worst first. */
  services: z.array(slugSchema),
  /** Of delivery all services of the team, of reliability the one. */
  concerned: z.array(slugSchema),
  /** Of a component: the worst service, and the one in the middle of all that were compared. */
  worst: z.nullable(
    z.object({ value: z.number(), middle: z.number(), times: z.nullable(z.number()), count: countSchema }),
  ),
  /** Of budgets: how many closed periods in a row up to the latest, and the series, longest first. */
  broken: z.nullable(
    z.object({
      periods: z.array(z.string()).check(z.minLength(1)),
      series: z.array(
        z.object({
          slo: slugSchema,
          sloSlug: slugSchema,
          deployment: slugSchema,
          periods: countSchema,
          /** At the end of the latest closed period. */
          remaining: z.nullable(ratioSchema),
        }),
      ),
    }),
  ),
  /** What the product knows of the concerned services in the same window. */
  tickets: countedSchema,
  incidents: countedSchema,
  entered: z.nullable(z.extend(enteredSchema, stamp)),
  /** What the evidence leans to; people decide. */
  lean: z.nullable(z.enum(outcomes)),
})
export type Bottleneck = z.infer<typeof bottleneckSchema>

export const bottleneckListSchema = z.object({
  /** By side, within it the worst first. */
  items: z.array(bottleneckSchema),
  totalCount: countSchema,
  nextCursor: z.nullable(z.string()),
  answer: z.string(),
  periods: z.array(periodSchema),
  dataUpTo: instantSchema,
  facets: facetsSchema,
  /** How many services of the whole organization have enough observations to be compared. */
  compared: z.array(z.object({ component: z.enum(deliveryComponents), services: countSchema })),
})
export type BottleneckList = z.infer<typeof bottleneckListSchema>

export const bottlenecksQuery = z.strictObject({
  ...selection,
  ...byPeriods,
  side: choicesParameter(bottleneckSides),
  decision: choicesParameter(decisionStates),
  ...pageQuery,
})

export const bottleneckVersionsSchema = z.object({
  /** Newest first. */
  items: z.array(z.object({ ...stamp, entered: z.nullable(enteredSchema) })),
})

export const bottleneckChange = z.strictObject({
  /** The version that is changed; 0 where there is none. */
  seenVersion: countSchema,
  /** Null takes back what was entered. */
  entered: z.nullable(enteredSchema),
})

export const bottleneckAnswer = z.object({ id: slugSchema, version: countSchema })
