import * as z from 'zod/mini'

import { onCallGroups } from '../domain/on-call-order.ts'
import { budgetColumnsSchema } from './budget-history.ts'
import { budgetSummarySchema } from './budget.ts'
import { runbookSchema } from './catalog.ts'
import { choicesParameter } from './choices.ts'
import {
  budgetStateSchema,
  countSchema,
  instantSchema,
  pageQuery,
  pageSchema,
  ratioSchema,
  searchSchema,
  slugListSchema,
  slugSchema,
} from './common.ts'

const onCallGroupSchema = z.enum(onCallGroups)

/** A rotation in force now, named by its team and its id, which together are unique. */
const rotationChoiceSchema = z.object({
  key: z.string(),
  team: slugSchema,
  name: z.string(),
})

export const onCallListSchema = z.extend(
  pageSchema(z.object({ ...budgetSummarySchema.shape, group: onCallGroupSchema })),
  {
    /** How many there are in each group, whichever are listed; in the order of the list. */
    groups: z.array(z.object({ group: onCallGroupSchema, count: countSchema })),
    rotations: z.array(rotationChoiceSchema),
    /** The hour up to which all of them are counted. */
    dataUpTo: instantSchema,
  },
)

export type OnCallEntry = z.infer<typeof onCallListSchema>['items'][number]
export type OnCallList = z.infer<typeof onCallListSchema>

/** Production only: nobody is woken for anything else. */
export const onCallQuery = z.strictObject({
  team: z.optional(slugListSchema),
  /** A rotation's key, as this list names them. */
  rotation: z.optional(z.string().check(z.maxLength(400))),
  /** Words that must all occur in service, endpoint, SLI, team or deployment. */
  search: searchSchema,
  /** Rows of these groups only; all of them are counted. */
  shown: choicesParameter(onCallGroups),
  ...pageQuery,
})

const releaseOfCauseSchema = z.object({ service: slugSchema, version: z.string(), at: instantSchema })

/** What most likely made the budget burn; it says what came before, not what is to blame. */
const burnCauseSchema = z.union([
  z.object({ kind: z.literal('release'), release: releaseOfCauseSchema }),
  z.object({
    kind: z.literal('dependency'),
    service: slugSchema,
    since: instantSchema,
    release: z.nullable(releaseOfCauseSchema),
  }),
  z.object({ kind: z.literal('dependency-release'), release: releaseOfCauseSchema }),
  z.object({ kind: z.literal('none') }),
])

const dependencySchema = z.object({
  service: slugSchema,
  team: slugSchema,
  relation: z.enum(['calls', 'called-by']),
  /** The worst of its budgets in this deployment; null where it has none there. */
  state: z.nullable(budgetStateSchema),
  /** Its highest burning budget: the one to look at. */
  burning: z.nullable(
    z.object({
      sloId: slugSchema,
      rate: z.number(),
      longHours: z.number(),
      since: z.nullable(instantSchema),
    }),
  ),
  /** The budget that stands worst; null where it has none there. */
  worstSloId: z.nullable(slugSchema),
})

const changeSchema = z.object({
  service: slugSchema,
  deployment: slugSchema,
  version: z.string(),
  at: instantSchema,
  relation: z.enum(['own', 'calls']),
  /** The release that the cause names. */
  isSuspect: z.boolean(),
  /** The same version as the suspect, in another deployment, where this SLO has not burned since. */
  isQuiet: z.boolean(),
})

/** What somebody who was woken asks beside the figures: since when, after what, who else, and what to do. */
export const situationSchema = z.object({
  /** The burn that goes on where the data end; null where nothing burns. */
  burn: z.nullable(z.object({ since: instantSchema, badShare: ratioSchema, cause: burnCauseSchema })),
  /** How long before a burn a release is looked for. */
  lookbackHours: countSchema,
  /** Where the suspect's version runs without burning, and since when. */
  quietElsewhere: z.array(z.object({ deployment: slugSchema, since: instantSchema })),
  /** The last day of the budget in the finest slots held, some hours whole; null where nothing finer than hours is held. */
  lastDay: z.nullable(
    z.object({
      /** Where they end, inside the hour that is not over. */
      upTo: instantSchema,
      columns: budgetColumnsSchema,
    }),
  ),
  /** Of the last 24 hours, newest first. */
  changes: z.array(changeSchema),
  /** Nearest to trouble first; what it calls, then what calls it. */
  dependencies: z.array(dependencySchema),
  /** Open ones that concern the service here, newest first. */
  incidents: z.array(
    z.object({
      id: z.string(),
      title: z.nullable(z.string()),
      createdAt: instantSchema,
      priority: z.nullable(z.int()),
      url: z.nullable(z.string()),
    }),
  ),
  runbook: z.nullable(runbookSchema),
  /** Where to look further: what the server's settings name, with this budget filled in. */
  links: z.array(z.object({ name: z.string(), url: z.string() })),
  /** Since when nothing has come, and from where it should; null while measurements arrive. */
  silence: z.nullable(
    z.object({
      since: z.nullable(instantSchema),
      source: z.nullable(z.string()),
      reason: z.nullable(z.string()),
    }),
  ),
})
export type Situation = z.infer<typeof situationSchema>
