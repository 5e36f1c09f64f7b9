import * as z from 'zod/mini'

import { MOST_SEARCH_CHARACTERS } from '../domain/search-words.ts'
import { closedStates, openStates } from '../domain/state.ts'

/** A name that stands in addresses: lower case, digits, and - or . between them. */
export const slugSchema = z.string().check(z.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/))

/** RFC 3339 in UTC. */
export const instantSchema = z.iso.datetime()

/** A share, 0 to 1 where nothing else is said; percent exists on screens only. */
export const ratioSchema = z.number()

export const countSchema = z.int().check(z.nonnegative())

export const targetSchema = z.number().check(z.gt(0), z.lte(1))

export const budgetStates = [...new Set([...openStates, ...closedStates])]
export const budgetStateSchema = z.enum(budgetStates)

/** Words that narrow a list. */
export const searchSchema = z.optional(z.string().check(z.maxLength(MOST_SEARCH_CHARACTERS)))

/** A page of a list: ask for the next with `cursor`, until there is none. */
export function pageSchema<Item extends z.core.$ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    /** How many there are in all, over every page. */
    totalCount: countSchema,
    nextCursor: z.nullable(z.string()),
  })
}

export const pageQuery = {
  cursor: z.optional(z.string()),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(500))),
}

/** A repeated choice travels comma-separated: team=payments,search */
export const slugListSchema = z
  .string()
  .check(z.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*(?:,[a-z0-9]+(?:[.-][a-z0-9]+)*)*$/))
