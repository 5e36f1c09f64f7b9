import { scales, type Scale } from '../domain/budget-series.ts'
import { windowNames } from '../domain/time-window.ts'
import { oneOf, type UrlCodec } from './codec.ts'
import { formatRange, parseRange, type ViewRange } from './view-range.ts'

/** What a link to one SLO shows. */
export type SloView = Readonly<{
  range: ViewRange
  scale: Scale
  show: 'chart' | 'table'
  /** The 28-day sliding view instead of the granted periods. */
  sliding: boolean
  /** Raw figures leave corrections out. */
  figures: 'corrected' | 'raw'
}>

const OWN_WINDOW = 'current-period'

export const defaultSloView: SloView = {
  range: { window: OWN_WINDOW },
  scale: 'hour',
  show: 'chart',
  sliding: false,
  figures: 'corrected',
}

export const sloViewCodec: UrlCodec<SloView> = {
  parse: (params) => ({
    range: parseRange(params, windowNames, OWN_WINDOW),
    scale: oneOf(scales, params['scale'], defaultSloView.scale),
    show: oneOf(['chart', 'table'], params['show'], defaultSloView.show),
    sliding: params['sliding'] === 'show',
    figures: oneOf(['corrected', 'raw'], params['figures'], defaultSloView.figures),
  }),

  format: ({ range, scale, show, sliding, figures }) => ({
    ...formatRange(range, OWN_WINDOW),
    ...(scale !== defaultSloView.scale && { scale }),
    ...(show !== defaultSloView.show && { show }),
    ...(sliding && { sliding: 'show' }),
    ...(figures !== defaultSloView.figures && { figures }),
  }),
}
