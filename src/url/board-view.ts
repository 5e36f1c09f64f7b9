import { oneOf, slugsFrom, type UrlCodec } from './codec.ts'

export const boardPanels = ['none', 'phases', 'all-teams'] as const
export const boardShows = ['board', 'wall'] as const

/** What a link to the board opens. */
export type BoardView = Readonly<{
  /** The team whose card is open. */
  card: string | null
  panel: (typeof boardPanels)[number]
  /** On a wall: without anything to be set. */
  show: (typeof boardShows)[number]
}>

export const defaultBoardView: BoardView = { card: null, panel: 'none', show: 'board' }

export const boardViewCodec: UrlCodec<BoardView> = {
  parse: (params) => ({
    card: slugsFrom(params['card'])[0] ?? null,
    panel: oneOf(boardPanels, params['panel'], defaultBoardView.panel),
    show: oneOf(boardShows, params['show'], defaultBoardView.show),
  }),
  format: ({ card, panel, show }) => ({
    ...(card !== null && { card }),
    ...(panel !== defaultBoardView.panel && { panel }),
    ...(show !== defaultBoardView.show && { show }),
  }),
}
