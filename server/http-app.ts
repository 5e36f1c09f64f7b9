import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

import { acceptedEncoding } from './accepted-encoding.ts'

type Handler = (request: Request) => Response | Promise<Response>

const compress = promisify(gzip)

/** Below, the headers weigh more than what is saved. */
const COMPRESSED_FROM_BYTES = 1024

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
}

/** Answers certain addresses instead of the API and the built app. */
export type FrontApp = Readonly<{ routes: readonly string[]; fetch: (request: Request) => Promise<Response> }>

type Parts = Readonly<{ api: Handler; files: Handler; fronts?: readonly FrontApp[] }>

/** The API under /api, the built app everywhere else, both behind the same headers and behind what stands in front. */
export function createHttpApp({ api, files, fronts = [] }: Parts): (request: Request) => Promise<Response> {
  const frontOf = new Map(fronts.flatMap((front) => front.routes.map((route) => [route, front])))
  return async (request) => {
    const { pathname } = new URL(request.url)
    const isApi = pathname === '/api' || pathname.startsWith('/api/')
    const front = frontOf.get(pathname)
    const response = front
      ? await front.fetch(request)
      : isApi
        ? await compressed(await api(request), request)
        : await files(request)
    for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
    return response
  }
}

async function compressed(response: Response, request: Request): Promise<Response> {
  const headers = new Headers(response.headers)
  headers.append('vary', 'accept-encoding')
  const isAccepted = acceptedEncoding(request.headers.get('accept-encoding'), ['gzip']) !== undefined
  const plain = new Uint8Array(await response.arrayBuffer())
  if (!isAccepted || plain.byteLength < COMPRESSED_FROM_BYTES)
    return new Response(plain.byteLength === 0 ? null : plain, { status: response.status, headers })
  headers.set('content-encoding', 'gzip')
  headers.delete('content-length')
  return new Response(await compress(plain), { status: response.status, headers })
}
