import * as z from 'zod/mini'

import { instantSchema } from './common.ts'

/** Answers with a stream of server-sent events that lasts; every other address answers once. */
export const EVENTS_PATH = '/api/events'

/**
 * What may change while a page is open. `hours`: another hour is measured. `past`: hours already past, targets or
 * corrections. `records`: what other tools told, releases among it, and what people noted. `catalog`: what is agreed.
 */
export const liveTopics = ['hours', 'past', 'records', 'catalog'] as const
export type LiveTopic = (typeof liveTopics)[number]

/**
 * The data of an event. The first of a stream is `standing`, with what changed since the id that the client named last;
 * every later one is `changed`.
 */
export const liveChangeSchema = z.object({
  topics: z.array(z.enum(liveTopics)),
  dataUpTo: instantSchema,
  now: instantSchema,
})
export type LiveChange = z.infer<typeof liveChangeSchema>

/** A stream says something at least this often, so that silence means a lost connection. */
export const BEAT_MS = 15_000
