import { slugsFrom, type UrlCodec } from './codec.ts'

/** What a link to the maturity page shows. Null stands for what the page chooses by itself. */
export type MaturityView = Readonly<{
  /** Null is the organization. */
  team: string | null
  before: string | null
  now: string | null
  changedOnly: boolean
  /** An assessment that is being made, and the aspect in hand. */
  assess: string | null
  aspect: string | null
}>

const names = ['team', 'before', 'now', 'assess', 'aspect'] as const

export const maturityViewCodec: UrlCodec<MaturityView> = {
  parse: (params) => ({
    team: slugFrom(params['team']),
    before: slugFrom(params['before']),
    now: slugFrom(params['now']),
    changedOnly: params['changed'] === 'only',
    assess: slugFrom(params['assess']),
    aspect: slugFrom(params['aspect']),
  }),

  format: (view) => ({
    ...Object.fromEntries(names.flatMap((name) => (view[name] === null ? [] : [[name, view[name]]]))),
    ...(view.changedOnly && { changed: 'only' }),
  }),
}

function slugFrom(text: string | undefined): string | null {
  return slugsFrom(text)[0] ?? null
}
