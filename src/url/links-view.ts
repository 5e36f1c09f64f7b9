import { oneOf, slugsFrom, type UrlCodec } from './codec.ts'

export const linkKinds = ['live', 'frozen'] as const
export type LinkKind = (typeof linkKinds)[number]

/** What a link to a team's list of links shows. */
export type LinksView = Readonly<{
  /** Null is the first of the teams. */
  team: string | null
  links: LinkKind
}>

export const defaultLinksView: LinksView = { team: null, links: 'live' }

export const linksViewCodec: UrlCodec<LinksView> = {
  parse: (params) => ({
    team: slugsFrom(params['team'])[0] ?? null,
    links: oneOf(linkKinds, params['links'], defaultLinksView.links),
  }),
  format: ({ team, links }) => ({
    ...(team !== null && { team }),
    ...(links !== defaultLinksView.links && { links }),
  }),
}
