import type { UrlCodec } from './codec.ts'

/** What a link to who may ask shows. */
export type AccessView = Readonly<{ search: string }>

export const defaultAccessView: AccessView = { search: '' }

export const accessViewCodec: UrlCodec<AccessView> = {
  parse: (params) => ({ search: params['q'] ?? defaultAccessView.search }),
  format: ({ search }) => ({ ...(search !== '' && { q: search }) }),
}
