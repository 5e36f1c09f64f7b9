import { oneOf, type UrlCodec } from './codec.ts'

export const reportKinds = ['period', 'minutes', 'availability'] as const
type ReportKind = (typeof reportKinds)[number]

/** What a link to the reports shows. */
export type ReportsView = Readonly<{
  report: ReportKind
  /** The id of a period; null means the last one that closed. */
  period: string | null
  form: 'preview' | 'markdown'
}>

export const defaultReportsView: ReportsView = { report: 'period', period: null, form: 'preview' }

const periodId = /^\d{4}(?:-[A-Z]?\d+)*$/

export const reportsViewCodec: UrlCodec<ReportsView> = {
  parse: ({ report, period, form }) => ({
    report: oneOf(reportKinds, report, defaultReportsView.report),
    period: period !== undefined && periodId.test(period) ? period : null,
    form: oneOf(['preview', 'markdown'], form, defaultReportsView.form),
  }),
  format: ({ report, period, form }) => ({
    ...(report !== defaultReportsView.report && { report }),
    ...(period !== null && { period }),
    ...(form !== defaultReportsView.form && { form }),
  }),
}
