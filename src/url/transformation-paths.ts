import { linkOptions } from '@tanstack/react-router'

import { boardViewCodec, defaultBoardView, type BoardView } from './board-view.ts'
import { defaultExpectationsView, expectationsViewCodec, type ExpectationsView } from './expectations-view.ts'

export const transformationPaths = {
  board: (view: Partial<BoardView> = {}) =>
    linkOptions({
      to: '/transformation/board',
      search: boardViewCodec.format({ ...defaultBoardView, ...view }),
    }),

  expectations: (view: Partial<ExpectationsView> = {}) =>
    linkOptions({
      to: '/transformation/hypotheses',
      search: expectationsViewCodec.format({ ...defaultExpectationsView, ...view }),
    }),
} as const
