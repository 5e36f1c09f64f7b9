import { slugsFrom, type UrlCodec } from './codec.ts'
import { parseHour } from './view-range.ts'

/** What is planned: where, when, how long, and how much of what is asked fails meanwhile. */
export type DowntimeView = Readonly<{
  /** Null where nothing is chosen yet. */
  service: string | null
  deployment: string | null
  minutes: number
  failingPercent: number
  /** The hour it begins in; null for the next one. */
  from: string | null
}>

const DAY_MINUTES = 1_440
export const defaultDowntimeView: DowntimeView = {
  service: null,
  deployment: null,
  minutes: 30,
  failingPercent: 100,
  from: null,
}

export const downtimeViewCodec: UrlCodec<DowntimeView> = {
  parse: (params) => ({
    service: slugsFrom(params['service'])[0] ?? null,
    deployment: slugsFrom(params['deployment'])[0] ?? null,
    minutes: wholeFrom(params['minutes'], DAY_MINUTES) ?? defaultDowntimeView.minutes,
    failingPercent: wholeFrom(params['failing'], 100) ?? defaultDowntimeView.failingPercent,
    from: parseHour(params['from']),
  }),
  format: (view) => ({
    ...(view.service !== null && { service: view.service }),
    ...(view.deployment !== null && { deployment: view.deployment }),
    ...(view.minutes !== defaultDowntimeView.minutes && { minutes: String(view.minutes) }),
    ...(view.failingPercent !== defaultDowntimeView.failingPercent && {
      failing: String(view.failingPercent),
    }),
    ...(view.from !== null && { from: view.from }),
  }),
}

/** From 1 to the most there may be. */
export function wholeFrom(text: string | undefined, most: number): number | null {
  const value = /^\d{1,6}$/.test(text ?? '') ? Number(text) : 0
  return value >= 1 && value <= most ? value : null
}
