import { slugsFrom, type UrlCodec } from './codec.ts'
import { parseHour } from './view-range.ts'

/** How many closed periods can be looked back on: the last ones, half a year, a year. */
export const lookBacks = [3, 6, 13] as const
type LookBack = (typeof lookBacks)[number]

/** Which SLO of a dependency is too loose, and what it is held against. */
export type TighterSloView = Readonly<{
  /** Whose use case it is; null for the organization's. */
  team: string | null
  /** Chosen before the SLO is. */
  service: string | null
  /** By id; null while none is chosen. */
  slo: string | null
  /** Null for its first one of production. */
  deployment: string | null
  /** The target that is needed; null where none was typed. */
  target: number | null
  periods: LookBack
  /** The hour from which a frozen link looks; null for the present. */
  at: string | null
}>

export const defaultTighterSloView: TighterSloView = {
  team: null,
  service: null,
  slo: null,
  deployment: null,
  target: null,
  periods: 13,
  at: null,
}

export const tighterSloViewCodec: UrlCodec<TighterSloView> = {
  parse: (params) => {
    const slo = slugsFrom(params['slo'])[0] ?? null
    return {
      team: slugsFrom(params['team'])[0] ?? null,
      service: slo === null ? (slugsFrom(params['service'])[0] ?? null) : null,
      slo,
      deployment: slugsFrom(params['deployment'])[0] ?? null,
      target: targetFrom(params['target']),
      periods:
        lookBacks.find((count) => String(count) === params['periods']) ?? defaultTighterSloView.periods,
      at: parseHour(params['at']),
    }
  },

  format: (view) => ({
    ...(view.team !== null && { team: view.team }),
    ...(view.service !== null && view.slo === null && { service: view.service }),
    ...(view.slo !== null && { slo: view.slo }),
    ...(view.deployment !== null && { deployment: view.deployment }),
    ...(view.target !== null && { target: String(view.target) }),
    ...(view.periods !== defaultTighterSloView.periods && { periods: String(view.periods) }),
    ...(view.at !== null && { at: view.at }),
  }),
}

/** A share in plain digits, as the API takes it. */
function targetFrom(text: string | undefined): number | null {
  const target = /^0\.\d{1,9}$/.test(text ?? '') ? Number(text) : 0
  return target > 0 ? target : null
}

/** "99.95" as the share it is; null for what is no target. */
export function targetFromPercent(text: string): number | null {
  const digits = /^\d{1,2}(?:\.\d{1,7})?$/.test(text.trim()) ? Number(text) : 0
  return digits > 0 ? Math.round(digits * 10_000_000) / 1_000_000_000 : null
}
