import type { UrlCodec } from '../../url/codec.ts'
import type { IndicatorView } from '../../url/indicator-view.ts'

/** Back from chosen dates to the window the indicator has by itself; undefined where nothing is narrowed. */
export function zoomOut<View extends IndicatorView>(
  { range }: View,
  codec: UrlCodec<View>,
  onChange: (change: Readonly<{ range: IndicatorView['range'] }>) => void,
): (() => void) | undefined {
  if (!('from' in range)) return undefined
  return () => onChange({ range: codec.parse({}).range })
}
