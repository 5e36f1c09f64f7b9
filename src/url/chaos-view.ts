import { slugsFrom, type UrlCodec } from './codec.ts'
import { parseHour } from './view-range.ts'

/** What a link to a chaos hypothesis shows. */
export type ChaosView = Readonly<{
  /** Empty for all of them. */
  team: string
  service: string
  /** Empty for those of production. */
  deployment: string
  /** The SLO and the deployment that are looked at: login.availability.post-login@prod-eu; empty for the best defended one. */
  subject: string
  /** The hour from which a frozen link looks; null for the present. */
  at: string | null
}>

export const defaultChaosView: ChaosView = { team: '', service: '', deployment: '', subject: '', at: null }

export const chaosViewCodec: UrlCodec<ChaosView> = {
  parse: (params) => ({
    team: slugsFrom(params['team'])[0] ?? '',
    service: slugsFrom(params['service'])[0] ?? '',
    deployment: slugsFrom(params['deployment'])[0] ?? '',
    subject: subjectFrom(params['subject'] ?? ''),
    at: parseHour(params['at']),
  }),

  format: ({ team, service, deployment, subject, at }) => ({
    ...(team !== '' && { team }),
    ...(service !== '' && { service }),
    ...(deployment !== '' && { deployment }),
    ...(subject !== '' && { subject }),
    ...(at !== null && { at }),
  }),
}

function subjectFrom(text: string): string {
  const parts = text.split('@')
  const isWhole = parts.length === 2 && parts.every((part) => slugsFrom(part)[0] === part)
  return isWhole ? text : ''
}
