import { slugsFrom, type UrlCodec } from './codec.ts'

/** What a link to the service catalog shows. */
export type CatalogView = Readonly<{ team: readonly string[]; search: string; withoutSlo: boolean }>

export const defaultCatalogView: CatalogView = { team: [], search: '', withoutSlo: false }

export const catalogViewCodec: UrlCodec<CatalogView> = {
  parse: (params) => ({
    team: slugsFrom(params['team']),
    search: params['q'] ?? defaultCatalogView.search,
    withoutSlo: params['slo'] === 'none',
  }),

  format: ({ team, search, withoutSlo }) => ({
    ...(team.length > 0 && { team: team.join(',') }),
    ...(search !== '' && { q: search }),
    ...(withoutSlo && { slo: 'none' }),
  }),
}
