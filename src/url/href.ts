import { stringifySearch, type SearchParams } from './codec.ts'

/** Where a link leads, as the paths say it. */
export type Address = Readonly<{
  to: string
  params?: Readonly<Record<string, string>>
  search?: SearchParams
}>

/** The same text as the router makes of it, without asking what page is shown now. */
export function hrefOf({ to, params = {}, search }: Address): string {
  const path = to.replaceAll(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return search === undefined ? path : path + stringifySearch(search)
}
