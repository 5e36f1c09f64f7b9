import { compareAbsentLast } from '../src/domain/compare-absent-last.ts'
import { invalidParameter } from './problem.ts'

/** Where a row stands in its list: its sort keys, and at the end what makes it unique. */
export type Position = readonly (string | number | null)[]

type Listing<Item> = Readonly<{
  /** In the order of `compare`. */
  items: readonly Item[]
  /** What was asked, without cursor and limit: a cursor is valid only for the list it came from. */
  identity: string
  positionOf(item: Item): Position
  compare(a: Position, b: Position): number
}>

type PageRequest = Readonly<{ cursor?: string | undefined; limit?: number | undefined }>
type Page<Item> = Readonly<{ items: Item[]; totalCount: number; nextCursor: string | null }>

const DEFAULT_LIMIT = 100

type StoredListing<Item, Keys extends Position> = Readonly<{
  identity: string
  positionOf(item: Item): Keys
  /** A cursor comes from outside, and what a store is asked for must be what it knows. */
  isPosition(position: Position): position is Keys
}>

/** For a list that its store pages itself: where the page begins, and how to make it of what the store found. */
export function keysetPage<Item, Keys extends Position>(
  { identity, positionOf, isPosition }: StoredListing<Item, Keys>,
  request: PageRequest,
) {
  const limit = request.limit ?? DEFAULT_LIMIT
  const after = request.cursor === undefined ? null : readCursor(request.cursor, identity)
  if (after !== null && !isPosition(after)) throw foreignCursor(request.cursor)
  return {
    // One more than a page holds tells whether there is another.
    span: { after, limit: limit + 1 },
    page: ({ items, totalCount }: Readonly<{ items: readonly Item[]; totalCount: number }>): Page<Item> => {
      const shown = items.slice(0, limit)
      const last = shown.at(-1)
      const hasMore = items.length > limit && last !== undefined
      return {
        items: shown,
        totalCount,
        nextCursor: hasMore ? writeCursor(positionOf(last), identity) : null,
      }
    },
  }
}

/**
 * A cursor names the last row by its position, not by its number: rows that come or go between two requests neither
 * repeat nor hide the others.
 */
export function pageOf<Item>(
  { items, identity, positionOf, compare }: Listing<Item>,
  request: PageRequest,
): Page<Item> {
  const start = request.cursor === undefined ? 0 : startAfter(readCursor(request.cursor, identity))
  const end = start + (request.limit ?? DEFAULT_LIMIT)
  const last = items[end - 1]
  const hasMore = end < items.length && last !== undefined
  return {
    items: items.slice(start, end),
    totalCount: items.length,
    nextCursor: hasMore ? writeCursor(positionOf(last), identity) : null,
  }

  function startAfter(position: Position): number {
    let low = 0
    let high = items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const item = items[middle]
      if (item !== undefined && compare(positionOf(item), position) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

export function compareAscending(a: Position, b: Position): number {
  for (let index = 0; index < a.length; index += 1) {
    const order = compareAbsentLast(a[index] ?? null, b[index] ?? null)
    if (order !== 0) return order
  }
  return 0
}

/** The query's words that make a list the one it is. */
export function listIdentity(operation: string, query: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(query)
    .filter(([name, value]) => name !== 'cursor' && name !== 'limit' && value !== undefined)
    .map(([name, value]) => `${name}=${String(value)}`)
  return [operation, ...words.toSorted()].join('&')
}

function writeCursor(position: Position, identity: string): string {
  const bytes = new TextEncoder().encode(JSON.stringify([checksum(identity), ...position]))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function readCursor(cursor: string, identity: string): Position {
  const [sum, ...position] = decoded(cursor) ?? []
  if (sum === checksum(identity) && position.length > 0) return position
  throw foreignCursor(cursor)
}

function foreignCursor(cursor: string | undefined): Error {
  return invalidParameter('cursor', cursor, {
    detail: 'This cursor does not belong to this list',
    hint: 'Take nextCursor from the page before, with the same filters and sort, or leave it out to start again',
  })
}

function decoded(cursor: string): Position | null {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    )
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return Array.isArray(values) && values.every(isKey) ? values : null
  } catch {
    return null // Neither base64 nor JSON: a cursor of somebody else's.
  }
}

function isKey(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number'
}

/** FNV-1a: tells lists apart, protects nothing. */
function checksum(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  return hash
}
