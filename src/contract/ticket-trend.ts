import * as z from 'zod/mini'

import { growthFilterPattern } from '../domain/growth-filter.ts'
import { sortParameter } from './choices.ts'
import { countSchema, pageQuery, searchSchema, slugListSchema, slugSchema } from './common.ts'
import { periodColumn, windowed, tableOf } from './tables.ts'

const ticketTrendSortColumns = ['service', 'team', 'growth', 'delta', 'tickets'] as const
export type TicketTrendSortColumn = (typeof ticketTrendSortColumns)[number]

const trendSchema = {
  /** Mean of the transitions between closed periods that have a rate: 0.28 is 28 %. Null where none has. */
  averageRate: z.nullable(z.number()),
  /** Tickets added per period on average; null with fewer than two closed periods. */
  averageDelta: z.nullable(z.number()),
  /** Of the line through the closed periods; null with fewer than three. */
  direction: z.nullable(z.enum(['upward', 'downward', 'flat'])),
}

const ticketTrendRowSchema = z.object({
  service: slugSchema,
  team: slugSchema,
  teamName: z.string(),
  /** In the order of the table's periods; the open one is still filling up. */
  counts: z.array(countSchema),
  ticketCount: countSchema,
  ...trendSchema,
})
export type TicketTrendRow = z.infer<typeof ticketTrendRowSchema>

/** All tickets of the selection, those that name no service among them where none is chosen. */
const ticketTotalsSchema = z.object({
  counts: z.array(countSchema),
  ...trendSchema,
  /** The closed period with the most tickets, of several the latest. */
  peakPeriodId: z.nullable(z.string()),
  /** Tickets in `counts` that stand in no row: the tool only knows the product, or the service is not in the catalog. */
  withoutRow: countSchema,
})
export type TicketTotals = z.infer<typeof ticketTotalsSchema>

export const ticketTrendTableSchema = z.extend(tableOf(ticketTrendRowSchema), {
  totals: ticketTotalsSchema,
  /** How often clauses of public policies were met in each period, in budgets of the services chosen. */
  enacted: z.array(countSchema),
  /** Of the closed periods with such a clause that another followed: after how many fewer tickets came. */
  afterEnacted: z.object({ fell: countSchema, of: countSchema }),
  /** Problems that several tickets are about, most first. */
  problems: z.array(
    z.object({ problem: z.string(), ticketCount: countSchema, periodIds: z.array(z.string()) }),
  ),
})
export type TicketTrendTable = z.infer<typeof ticketTrendTableSchema>

export const ticketTrendQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  /** Left out: every deployment, and tickets that name none. */
  deployment: z.optional(slugListSchema),
  search: searchSchema,
  ...windowed,
  /** Only tickets about reliability count unless all are asked for. */
  tickets: z.optional(z.enum(['reliability', 'all'])),
  /** Rows by their average growth rate, in percent: `above:30`. Narrows the rows alone, not the totals. */
  growth: z.optional(z.string().check(z.regex(growthFilterPattern))),
  sort: sortParameter(ticketTrendSortColumns, [periodColumn]),
  ...pageQuery,
})
