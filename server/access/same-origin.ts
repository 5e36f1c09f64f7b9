import { RequestProblem } from '../problem.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

type Expected = Readonly<{
  /** The app's own origin where it is known; else the host that was asked. */
  publicOrigin: string | null
  /** A cookie is sent by browsers alone, and those say where a change comes from. */
  mustSayOrigin: boolean
}>

/**
 * Refuses a change that another site made the browser send with the person's own cookie or address. Browsers say where a
 * request comes from, and no script can make them lie; docs/decisions tells why no token is handed around besides.
 */
export function refuseCrossSite(request: Request, { publicOrigin, mustSayOrigin }: Expected): void {
  if (reading.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site !== null && site !== 'same-origin') throw crossSite(`sec-fetch-site: ${site}`)
  if (origin !== null && !isOwn(origin, request, publicOrigin))
    throw crossSite(`origin: ${origin.slice(0, 200)}`)
  if (site === null && origin === null && mustSayOrigin) throw crossSite('neither sec-fetch-site nor origin')
}

function isOwn(origin: string, request: Request, publicOrigin: string | null): boolean {
  if (publicOrigin !== null) return origin === publicOrigin
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host
}

function crossSite(said: string): RequestProblem {
  return new RequestProblem('cross-site', {
    detail: `The request does not come from this app's own pages (${said})`,
    apiHint: 'Programs send an API token instead of a cookie',
  })
}
