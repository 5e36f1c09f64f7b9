import * as z from 'zod/mini'

import { serviceLevels, serviceStages } from '../domain/service-catalog.ts'
import { slugSchema } from './common.ts'
import { linkSchema } from './record-fields.ts'

/** What is said of a service as code besides its SLOs. Null and null only is what nobody said. */
export const serviceProfileSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  team: slugSchema,
  description: z.string(),
  level: z.enum(serviceLevels),
  stage: z.enum(serviceStages),
  /** The day on which one that is planned goes to production. */
  liveFrom: z.nullable(z.iso.date()),
  product: z.nullable(z.string()),
  deployments: z.array(slugSchema),
  plannedDeployments: z.array(z.string()),
  hosting: z.nullable(z.string()),
  /** Of an aggregate: the services it is made of. */
  parts: z.array(slugSchema),
  dependencies: z.nullable(z.array(slugSchema)),
  consumes: z.nullable(z.array(z.string())),
  produces: z.nullable(z.array(z.string())),
  links: z.array(z.object({ title: z.string(), url: linkSchema })),
})
export type ServiceProfile = z.infer<typeof serviceProfileSchema>
