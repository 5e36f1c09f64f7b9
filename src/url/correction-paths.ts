import { linkOptions } from '@tanstack/react-router'

import { correctionsViewCodec, defaultCorrectionsView, type CorrectionsView } from './corrections-view.ts'

export const correctionPaths = {
  list: (view: Partial<CorrectionsView> = {}) =>
    linkOptions({
      to: '/corrections',
      search: correctionsViewCodec.format({ ...defaultCorrectionsView, ...view }),
    }),
} as const
