import { linkOptions } from '@tanstack/react-router'

import { boardViewCodec, defaultBoardView, type BoardView } from './board-view.ts'
import { defaultExpectationsView, expectationsViewCodec, type ExpectationsView } from './expectations-view.ts'
import { maturityViewCodec, type MaturityView } from './maturity-view.ts'

export const transformationPaths = {
  board: (view: Partial<BoardView> = {}) =>
    linkOptions({
      to: '/transformation/board',
      search: boardViewCodec.format({ ...defaultBoardView, ...view }),
    }),

  maturity: (view: Partial<MaturityView>) =>
    linkOptions({
      to: '/transformation/maturity',
      search: maturityViewCodec.format({ ...maturityViewCodec.parse({}), ...view }),
    }),

  expectations: (view: Partial<ExpectationsView> = {}) =>
    linkOptions({
      to: '/transformation/hypotheses',
      search: expectationsViewCodec.format({ ...defaultExpectationsView, ...view }),
    }),
} as const
