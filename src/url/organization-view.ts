import { oneOf, slugsFrom, type UrlCodec } from './codec.ts'

/** Years hold enough periods to see a share rise or fall. */
export const yearWindows = ['current-year', 'previous-year', 'two-years'] as const
export type YearWindow = (typeof yearWindows)[number]

/** What a link to the organization's page shows. */
export type OrganizationView = Readonly<{
  window: YearWindow
  /** The id of the closed period that is reported on; null means the last one that closed. */
  asOf: string | null
  /** The id of the period it is held against; null means the first one shown. */
  compare: string | null
  /** Outages per period before SRE that nobody inside saw first, as somebody who knows typed it in. */
  before: number | null
  /** None means production. */
  deployment: readonly string[]
  show: 'chart' | 'table'
  /** How the smaller graphs beside it are read. */
  figures: 'chart' | 'table'
}>

export const defaultOrganizationView: OrganizationView = {
  window: 'current-year',
  asOf: null,
  compare: null,
  before: null,
  deployment: [],
  show: 'chart',
  figures: 'chart',
}

const periodId = /^\d{4}(?:-[A-Z]?\d+)*$/
const MOST_BEFORE = 9999

export const organizationViewCodec: UrlCodec<OrganizationView> = {
  parse: (params) => ({
    window: oneOf(yearWindows, params['window'], defaultOrganizationView.window),
    asOf: periodFrom(params['as-of']),
    compare: periodFrom(params['compare']),
    before: beforeFrom(params['before-sre']),
    deployment: slugsFrom(params['deployment']),
    show: oneOf(['chart', 'table'], params['show'], defaultOrganizationView.show),
    figures: oneOf(['chart', 'table'], params['figures'], defaultOrganizationView.figures),
  }),

  format: ({ window, asOf, compare, before, deployment, show, figures }) => ({
    ...(window !== defaultOrganizationView.window && { window }),
    ...(asOf !== null && { 'as-of': asOf }),
    ...(compare !== null && { compare }),
    ...(before !== null && { 'before-sre': String(before) }),
    ...(deployment.length > 0 && { deployment: deployment.join(',') }),
    ...(show !== defaultOrganizationView.show && { show }),
    ...(figures !== defaultOrganizationView.figures && { figures }),
  }),
}

function periodFrom(text: string | undefined): string | null {
  return text !== undefined && periodId.test(text) ? text : null
}

/** A count, or a mean with one decimal; anything else is no figure. */
export function beforeFrom(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,4}(?:\.\d)?$/.test(text)) return null
  const value = Number(text)
  return value > 0 && value <= MOST_BEFORE ? value : null
}
