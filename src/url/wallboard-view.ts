import { LEAST_SCREEN_SECONDS, MOST_SCREEN_SECONDS, type DimHours } from '../domain/wallboard.ts'
import { listFrom, oneOf, slugsFrom, type UrlCodec } from './codec.ts'

export const screenKinds = ['organization', 'regions', 'teams'] as const
export type ScreenKind = (typeof screenKinds)[number]

export const wallThemes = ['system', 'light', 'dark'] as const
export const wallZones = ['viewer', 'UTC'] as const

/** All that a television has to be told: it has nobody who could click. */
export type WallboardView = Readonly<{
  /** In this order; never none. */
  kinds: readonly ScreenKind[]
  /** Empty means each of them. */
  team: readonly string[]
  deployment: readonly string[]
  seconds: number
  theme: (typeof wallThemes)[number]
  zone: (typeof wallZones)[number]
  dim: DimHours | null
}>

export const defaultWallboardView: WallboardView = {
  kinds: screenKinds,
  team: [],
  deployment: [],
  seconds: LEAST_SCREEN_SECONDS,
  theme: 'system',
  zone: 'viewer',
  dim: { from: 22, to: 6 },
}

const hours = /^(\d{1,2})-(\d{1,2})$/

function parseDim(text: string | undefined): DimHours | null {
  if (text === 'never') return null
  const [, from = '', to = ''] = hours.exec(text ?? '') ?? []
  const dim = { from: Number(from), to: Number(to) }
  return from === '' || dim.from > 23 || dim.to > 23 ? defaultWallboardView.dim : dim
}

function parseSeconds(text: string | undefined): number {
  const seconds = Number.parseInt(text ?? '', 10)
  if (Number.isNaN(seconds)) return defaultWallboardView.seconds
  return Math.min(MOST_SCREEN_SECONDS, Math.max(LEAST_SCREEN_SECONDS, seconds))
}

export const wallboardViewCodec: UrlCodec<WallboardView> = {
  parse: (params) => {
    const kinds = screenKinds.filter((kind) => listFrom(params['screens']).includes(kind))
    return {
      kinds: kinds.length === 0 ? screenKinds : kinds,
      team: slugsFrom(params['team']),
      deployment: slugsFrom(params['deployment']),
      seconds: parseSeconds(params['seconds']),
      theme: oneOf(wallThemes, params['theme'], defaultWallboardView.theme),
      zone: oneOf(wallZones, params['zone'], defaultWallboardView.zone),
      dim: parseDim(params['dim']),
    }
  },

  format: ({ kinds, team, deployment, seconds, theme, zone, dim }) => ({
    ...(kinds.length < screenKinds.length && { screens: kinds.join(',') }),
    ...(team.length > 0 && { team: team.join(',') }),
    ...(deployment.length > 0 && { deployment: deployment.join(',') }),
    ...(seconds !== defaultWallboardView.seconds && { seconds: String(seconds) }),
    ...(theme !== defaultWallboardView.theme && { theme }),
    ...(zone !== defaultWallboardView.zone && { zone }),
    ...(dim === null
      ? { dim: 'never' }
      : (dim.from !== defaultWallboardView.dim?.from || dim.to !== defaultWallboardView.dim.to) && {
          dim: `${dim.from}-${dim.to}`,
        }),
  }),
}
