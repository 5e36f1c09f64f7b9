import { slugsFrom, type UrlCodec } from './codec.ts'
import { indicatorCodec, type IndicatorView } from './indicator-view.ts'

/** What was promised to customers: narrowed by contract, with what it rests on, and by whom it was promised to. */
export type SlaView = IndicatorView &
  Readonly<{
    /** Slugs of contractual SLAs. */
    contract: readonly string[]
    customer: readonly string[]
  }>

const names = ['contract', 'customer'] as const

function slaCodec(own: Parameters<typeof indicatorCodec>[0]): UrlCodec<SlaView> {
  const codec = indicatorCodec(own)
  return {
    parse: (params) => ({
      ...codec.parse(params),
      contract: slugsFrom(params['contract']),
      customer: slugsFrom(params['customer']),
    }),
    format: (view) => ({
      ...codec.format(view),
      ...Object.fromEntries(
        names.filter((name) => view[name].length > 0).map((name) => [name, view[name].join(',')]),
      ),
    }),
  }
}

export const slasCodec = slaCodec({ window: 'current-period', prematureOnly: false })
export const slaAdherenceCodec = slaCodec({ window: 'current-year', prematureOnly: false })
export const slaDepletionCodec = slaCodec({ window: 'current-year', prematureOnly: false })
