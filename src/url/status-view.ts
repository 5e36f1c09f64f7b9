import { audiences, type Audience } from '../domain/service-status.ts'
import { oneOf, slugsFrom, type UrlCodec } from './codec.ts'

const groupings = ['deployment', 'product'] as const

/** What a link to the status page shows. No deployment means those of production. */
export type StatusView = Readonly<{
  audience: Audience
  by: (typeof groupings)[number]
  deployment: readonly string[]
}>

const defaultStatusView: StatusView = { audience: 'organization', by: 'deployment', deployment: [] }

export const statusViewCodec: UrlCodec<StatusView> = {
  parse: (params) => ({
    audience: oneOf(audiences, params['audience'], defaultStatusView.audience),
    by: oneOf(groupings, params['by'], defaultStatusView.by),
    deployment: slugsFrom(params['deployment']),
  }),

  format: ({ audience, by, deployment }) => ({
    ...(audience !== defaultStatusView.audience && { audience }),
    ...(by !== defaultStatusView.by && { by }),
    ...(deployment.length > 0 && { deployment: deployment.join(',') }),
  }),
}
