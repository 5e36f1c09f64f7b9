import type { MatrixRow } from '../../contract/hierarchy.ts'

/** Services of one team, as they stand under its name. */
export type WallBlock = Readonly<{ team: string; rows: readonly MatrixRow[] }>

/** What a heading takes, in rows. */
const HEADING = 0.6

/** Teams by name, their services by name: who looks up from work looks where it always stands. */
function blocksOf(rows: readonly MatrixRow[]): readonly WallBlock[] {
  const byTeam = Map.groupBy(rows, ({ teamName }) => teamName ?? '')
  return [...byTeam]
    .map(([team, own]) => ({
      team,
      rows: own.toSorted((a, b) => (a.service ?? '').localeCompare(b.service ?? '')),
    }))
    .toSorted((a, b) => a.team.localeCompare(b.team))
}

/** The blocks set in columns, each next one in the one that is shortest so far. */
export function wallColumns(rows: readonly MatrixRow[], count: number): readonly (readonly WallBlock[])[] {
  const columns = Array.from({ length: count }, (): { height: number; blocks: WallBlock[] } => ({
    height: 0,
    blocks: [],
  }))
  for (const block of blocksOf(rows)) {
    const shortest = columns.reduce((least, column) => (column.height < least.height ? column : least))
    shortest.blocks.push(block)
    shortest.height += block.rows.length + HEADING
  }
  return columns.map(({ blocks }) => blocks).filter((blocks) => blocks.length > 0)
}

/** In pixels of a screen of 1080: what lies between its head and its foot, what a heading takes, and what parts rows. */
const ROOM = 700
const HEADING_PX = 58
const GAP_PX = 6
const LEAST_PX = 44
const MOST_PX = 112

/** As tall as the fullest column leaves room for: a screen is never scrolled. */
export function rowHeight(columns: readonly (readonly WallBlock[])[]): number {
  const heights = columns.map((blocks) => {
    const rows = blocks.reduce((sum, block) => sum + block.rows.length, 0)
    return (ROOM - blocks.length * HEADING_PX) / Math.max(1, rows) - GAP_PX
  })
  return Math.floor(Math.max(LEAST_PX, Math.min(MOST_PX, ...heights)))
}
