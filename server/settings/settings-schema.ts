import * as z from 'zod/mini'

import { catalogSettingsSchema, catalogVariables } from './catalog-settings.ts'
import { alertmanagerSettingsSchema } from './alertmanager-settings.ts'
import { collectorSettingsSchema, collectorVariables } from './collector-settings.ts'
import { accessSettingsSchema } from './access-settings.ts'
import { linksSettingsSchema } from './links-settings.ts'
import { serverSettingsSchema, serverVariables } from './server-settings.ts'
import { simulationSettingsSchema, simulationVariables } from './simulation-settings.ts'
import { storeSettingsSchema, storeVariables } from './store-settings.ts'
import type { Variable } from './variable.ts'
import { webhooksSettingsSchema } from './webhooks-settings.ts'

/** The file as a whole: one section an area, each written down beside this file. */
export const settingsSchema = z.strictObject({
  server: z.prefault(serverSettingsSchema, {}),
  access: z.prefault(accessSettingsSchema, {}),
  store: z.prefault(storeSettingsSchema, {}),
  catalog: z.prefault(catalogSettingsSchema, {}),
  collector: z.prefault(collectorSettingsSchema, {}),
  alertmanager: z.prefault(alertmanagerSettingsSchema, {}),
  webhooks: z.prefault(webhooksSettingsSchema, {}),
  links: z.prefault(linksSettingsSchema, {}),
  simulation: z.prefault(simulationSettingsSchema, {}),
})

export type SettingsFile = z.output<typeof settingsSchema>

export const variables: readonly Variable[] = [
  ...serverVariables,
  ...storeVariables,
  ...catalogVariables,
  ...collectorVariables,
  ...simulationVariables,
]

/** For editors: checks and completes the file while it is written. */
export function settingsJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(settingsSchema, { io: 'input' })
  return { ...schema, title: 'Settings of an SRE Indicators server' }
}
