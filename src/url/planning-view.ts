import { MOST_PICKS, PICKS } from '../domain/shortlist.ts'
import { listFrom, slugsFrom, type UrlCodec } from './codec.ts'
import { parseHour } from './view-range.ts'

/** What a link to features or reliability shows. */
export type PlanningView = Readonly<{
  team: readonly string[]
  /** None means those of production. */
  deployment: readonly string[]
  /** The last closed period of the evidence; null for the last there is. */
  period: string | null
  /** Rows of each list. */
  picks: number
  /** Deployments of an endpoint are one on the shortlist. */
  isMerged: boolean
  /** Rows left out of the shortlist by hand, by list and id. */
  leave: readonly string[]
  /** Rows added to it by hand. */
  add: readonly string[]
  /** The hour from which a frozen link looks; null for the present. */
  at: string | null
}>

const periodId = /^\d{4}(?:-[A-Z]?\d+)*$/
const place = /^[a-z-]+_[a-z0-9.-]+_[a-z0-9.-]+$/

export const planningViewCodec: UrlCodec<PlanningView> = {
  parse: (params) => ({
    team: slugsFrom(params['team']),
    deployment: slugsFrom(params['deployment']),
    period: periodId.test(params['period'] ?? '') ? (params['period'] ?? null) : null,
    picks: picksFrom(params['picks']),
    isMerged: params['merge'] !== 'no',
    leave: placesFrom(params['leave']),
    add: placesFrom(params['add']),
    at: parseHour(params['at']),
  }),

  format: (view) => ({
    ...(view.team.length > 0 && { team: view.team.join(',') }),
    ...(view.deployment.length > 0 && { deployment: view.deployment.join(',') }),
    ...(view.period !== null && { period: view.period }),
    ...(view.picks !== PICKS && { picks: String(view.picks) }),
    ...(!view.isMerged && { merge: 'no' }),
    ...(view.leave.length > 0 && { leave: view.leave.join(',') }),
    ...(view.add.length > 0 && { add: view.add.join(',') }),
    ...(view.at !== null && { at: view.at }),
  }),
}

function picksFrom(text: string | undefined): number {
  const picks = Number(text)
  return Number.isInteger(picks) && picks >= 1 && picks <= MOST_PICKS ? picks : PICKS
}

function placesFrom(text: string | undefined): readonly string[] {
  return [...new Set(listFrom(text))].filter((part) => place.test(part))
}
