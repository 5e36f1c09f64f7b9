import * as z from 'zod/mini'

import { countSchema, slugSchema } from './common.ts'

export const facetSchema = z.array(
  z.object({
    slug: slugSchema,
    name: z.string(),
    count: countSchema,
    /** Whether its rows are shown while nothing is chosen: production deployments are, others not. */
    isOwn: z.boolean(),
  }),
)

/**
 * Rows by what could be chosen, each with the other choices as they are. Services without a row are left out, and SLIs
 * where rows have none.
 */
export const facetsSchema = z.object({
  team: facetSchema,
  service: facetSchema,
  sli: facetSchema,
  /** By id; of too many for a list only those that are chosen. */
  slo: facetSchema,
  /** How many SLOs there are to choose from with the other choices as they are. */
  sloCount: countSchema,
  deployment: facetSchema,
})
export type Facets = z.infer<typeof facetsSchema>
