import { linkOptions } from '@tanstack/react-router'

import { defaultReportsView, reportsViewCodec, type ReportsView } from './reports-view.ts'

export const organizationPaths = {
  reports: (view: Partial<ReportsView> = {}) =>
    linkOptions({
      to: '/organization/reports',
      search: reportsViewCodec.format({ ...defaultReportsView, ...view }),
    }),
} as const
