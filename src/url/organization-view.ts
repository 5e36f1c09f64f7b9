import { oneOf, slugsFrom, type UrlCodec } from './codec.ts'

/** Years hold enough periods to see a share rise or fall. */
export const yearWindows = ['current-year', 'previous-year'] as const
export type YearWindow = (typeof yearWindows)[number]

/** What a link to the organization's page shows. */
export type OrganizationView = Readonly<{
  window: YearWindow
  /** None means production. */
  deployment: readonly string[]
  show: 'chart' | 'table'
}>

const defaultOrganizationView: OrganizationView = {
  window: 'current-year',
  deployment: [],
  show: 'chart',
}

export const organizationViewCodec: UrlCodec<OrganizationView> = {
  parse: (params) => ({
    window: oneOf(yearWindows, params['window'], defaultOrganizationView.window),
    deployment: slugsFrom(params['deployment']),
    show: oneOf(['chart', 'table'], params['show'], defaultOrganizationView.show),
  }),

  format: ({ window, deployment, show }) => ({
    ...(window !== defaultOrganizationView.window && { window }),
    ...(deployment.length > 0 && { deployment: deployment.join(',') }),
    ...(show !== defaultOrganizationView.show && { show }),
  }),
}
