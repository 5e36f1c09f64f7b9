import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

import { acceptedEncoding } from './accepted-encoding.ts'
import { createLru } from './lru.ts'

type Handler = (request: Request) => Response | Promise<Response>

const compress = promisify(gzip)

/** Below, the headers weigh more than what is saved. */
const COMPRESSED_FROM_BYTES = 1024
const MOST_PACKED = 100

/** A year, as browsers' lists ask for. */
const HSTS = 'max-age=31536000'

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Nothing of a device is asked for; links are copied.
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), ' +
    'gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=()',
}

/** Answers certain addresses instead of the API and the built app. */
export type FrontApp = Readonly<{ routes: readonly string[]; fetch: (request: Request) => Promise<Response> }>

type Parts = Readonly<{
  api: Handler
  files: Handler
  fronts?: readonly FrontApp[]
  /** People come by https:// alone, here or at the proxy in front. */
  isHttps?: boolean
}>

/** The API under /api, the built app everywhere else, both behind the same headers and behind what stands in front. */
export function createHttpApp({
  api,
  files,
  fronts = [],
  isHttps = false,
}: Parts): (request: Request) => Promise<Response> {
  const pack = createPacker()
  const frontOf = new Map(fronts.flatMap((front) => front.routes.map((route) => [route, front])))
  return async (request) => {
    const { pathname } = new URL(request.url)
    const isApi = pathname === '/api' || pathname.startsWith('/api/')
    const front = frontOf.get(pathname)
    const response = front
      ? await front.fetch(request)
      : isApi
        ? await compressed(await api(request), request, pack)
        : await files(request)
    for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
    if (isHttps) response.headers.set('strict-transport-security', HSTS)
    return response
  }
}

async function compressed(
  response: Response,
  request: Request,
  pack: ReturnType<typeof createPacker>,
): Promise<Response> {
  const headers = new Headers(response.headers)
  headers.append('vary', 'accept-encoding')
  if (!isWhole(response, request)) return new Response(response.body, { status: response.status, headers })
  const isAccepted = acceptedEncoding(request.headers.get('accept-encoding'), ['gzip']) !== undefined
  const plain = new Uint8Array(await response.arrayBuffer())
  if (!isAccepted || plain.byteLength < COMPRESSED_FROM_BYTES)
    return new Response(plain.byteLength === 0 ? null : plain, { status: response.status, headers })
  headers.set('content-encoding', 'gzip')
  headers.delete('content-length')
  return new Response(await pack(plain), { status: response.status, headers })
}

/** A file and a stream of events are sent as they grow, and the answer to a change may hold a secret, whose size must not depend on what else it says. */
function isWhole(response: Response, request: Request): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  return isRead && !isStream && !response.headers.has('content-disposition')
}

/** Many people read the same answer, and polling reads it again: the same bytes are packed once. */
function createPacker() {
  const known = createLru<ReturnType<typeof compress>>(MOST_PACKED)
  return (plain: Uint8Array) => {
    const name = createHash('sha256').update(plain).digest('base64url')
    const packed = known.get(name) ?? compress(plain)
    known.set(name, packed)
    packed.catch(() => known.delete(name))
    return packed
  }
}
