import { linkOptions } from '@tanstack/react-router'

import { defaultWallboardView, wallboardViewCodec, type WallboardView } from './wallboard-view.ts'

export const wallboardPaths = {
  /** What a wallboard shows, explained and set. */
  settings: (view: Partial<WallboardView> = {}) =>
    linkOptions({
      to: '/wallboard',
      search: wallboardViewCodec.format({ ...defaultWallboardView, ...view }),
    }),

  /** The wallboard itself: the address for a television. */
  screens: (view: Partial<WallboardView> = {}) =>
    linkOptions({
      to: '/wallboard/screens',
      search: wallboardViewCodec.format({ ...defaultWallboardView, ...view }),
    }),
} as const
