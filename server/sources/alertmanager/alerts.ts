import * as z from 'zod/mini'

const textsSchema = z.record(z.string(), z.string())

const alertSchema = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: textsSchema,
  annotations: z._default(textsSchema, {}),
  startsAt: z.string(),
  /** While an alert fires, when it would be taken for over; a year of 1 means never. */
  endsAt: z._default(z.string(), ''),
  generatorURL: z._default(z.string(), ''),
  /** The same for the same labels, wherever and how often they are told. */
  fingerprint: z.string().check(z.minLength(1), z.maxLength(200)),
})
export type Alert = z.output<typeof alertSchema>

/** What Alertmanager posts to a webhook, version 4; fields that are not needed are passed over. */
export const notificationSchema = z.object({
  version: z.literal('4'),
  alerts: z.array(alertSchema).check(z.maxLength(10_000)),
})
