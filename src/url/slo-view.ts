import { scales, type Scale } from '../domain/budget-series.ts'
import { hourFromIso, isoFromHour } from '../domain/hours.ts'
import { windowNames, type WindowName } from '../domain/time-window.ts'
import { oneOf, type SearchParams, type UrlCodec } from './codec.ts'

/** What a link to one SLO shows. */
export type SloView = Readonly<{
  /** A live window by its name, or two fixed instants: a frozen link shows the same hours for good. */
  range: Readonly<{ window: WindowName }> | Readonly<{ from: string; to: string }>
  scale: Scale
  show: 'chart' | 'table'
  /** The 28-day sliding view instead of the granted periods. */
  sliding: boolean
  /** Raw figures leave corrections out. */
  figures: 'corrected' | 'raw'
}>

export const defaultSloView: SloView = {
  range: { window: 'current-period' },
  scale: 'hour',
  show: 'chart',
  sliding: false,
  figures: 'corrected',
}

function parseRange(params: SearchParams): SloView['range'] {
  const fromHour = hourFromIso(params['from'] ?? '')
  const toHour = hourFromIso(params['to'] ?? '')
  if (fromHour !== null && toHour !== null && fromHour < toHour) {
    return { from: isoFromHour(fromHour), to: isoFromHour(toHour) }
  }
  return { window: oneOf(windowNames, params['window'], 'current-period') }
}

export const sloViewCodec: UrlCodec<SloView> = {
  parse: (params) => ({
    range: parseRange(params),
    scale: oneOf(scales, params['scale'], defaultSloView.scale),
    show: oneOf(['chart', 'table'], params['show'], defaultSloView.show),
    sliding: params['sliding'] === 'show',
    figures: oneOf(['corrected', 'raw'], params['figures'], defaultSloView.figures),
  }),

  format: ({ range, scale, show, sliding, figures }) => ({
    ...('from' in range
      ? { from: range.from, to: range.to }
      : range.window !== 'current-period' && { window: range.window }),
    ...(scale !== defaultSloView.scale && { scale }),
    ...(show !== defaultSloView.show && { show }),
    ...(sliding && { sliding: 'show' }),
    ...(figures !== defaultSloView.figures && { figures }),
  }),
}
