import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

import { acceptedEncoding, type Encoding } from './accepted-encoding.ts'
import { contentTypeOf } from './content-types.ts'
import { firstRequestLinks } from './first-requests.ts'

type StaticFile = Readonly<{
  type: string
  etag: string
  cacheControl: string
  body: Uint8Array<ArrayBuffer>
  /** Made at build time, best first. */
  variants: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>
}>

/** Named by their content: what stands at such an address never changes. */
const HASHED_FOLDER = '/assets/'
/** For the server only. */
const FIRST_REQUESTS = '/first-requests.json'
const suffixes: ReadonlyMap<string, Encoding> = new Map([
  ['.br', 'br'],
  ['.gz', 'gzip'],
])

/**
 * Answers from a list of the files that a build holds, read once. What is not in the list cannot be asked for,
 * whatever the address is made of; addresses that are no file get the app's page.
 */
export function staticFiles(folder: string): (request: Request) => Response {
  const files = new Map(readFiles(folder))
  const firstRequests = files.get(FIRST_REQUESTS)
  files.delete(FIRST_REQUESTS)
  const linksOf = firstRequests && firstRequestLinks(Buffer.from(firstRequests.body).toString())
  const page = files.get('/index.html')
  if (page === undefined)
    throw new Error(`${folder} holds no index.html: run npm run build, or npm start, which builds`)

  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed()
    const url = new URL(request.url)
    const file = files.get(decoded(url.pathname))
    if (file !== undefined) return fileResponse(file, request)
    if (isFileAddress(url.pathname)) return notFound()
    const response = fileResponse(page, request)
    if (linksOf) response.headers.set('link', linksOf(url))
    return response
  }
}

function readFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const present = new Set(paths)
  return new Map(
    paths.flatMap((path) => {
      const type = contentTypeOf(path)
      return type === undefined
        ? []
        : [[`/${path.split(sep).join('/')}`, readStaticFile(folder, path, type, present)]]
    }),
  )
}

function readStaticFile(
  folder: string,
  path: string,
  type: string,
  present: ReadonlySet<string>,
): StaticFile {
  const body = readFileSync(join(folder, path))
  const isHashed = `/${path.split(sep).join('/')}`.startsWith(HASHED_FOLDER)
  return {
    type,
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    cacheControl: isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    variants: new Map(
      [...suffixes].flatMap(([suffix, encoding]) =>
        present.has(path + suffix) ? [[encoding, readFileSync(join(folder, path + suffix))]] : [],
      ),
    ),
  }
}

function fileResponse({ type, etag, cacheControl, body, variants }: StaticFile, request: Request): Response {
  const encoding = acceptedEncoding(request.headers.get('accept-encoding'), [...variants.keys()])
  // Each encoding is a representation of its own and needs a tag of its own.
  const tag = encoding === undefined ? etag : `${etag.slice(0, -1)}-${encoding}"`
  const headers = new Headers({
    'content-type': type,
    'cache-control': cacheControl,
    etag: tag,
    vary: 'accept-encoding',
  })
  if (request.headers.get('if-none-match')?.includes(tag) === true)
    return new Response(null, { status: 304, headers })

  const chosen = encoding === undefined ? body : (variants.get(encoding) ?? body)
  if (encoding !== undefined) headers.set('content-encoding', encoding)
  headers.set('content-length', String(chosen.byteLength))
  return new Response(request.method === 'HEAD' ? null : chosen, { headers })
}

function isFileAddress(pathname: string): boolean {
  return pathname.startsWith(HASHED_FOLDER) || contentTypeOf(pathname) !== undefined
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname // a stray % names no file
  }
}

function notFound(): Response {
  return new Response('There is nothing at this address\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}

function methodNotAllowed(): Response {
  return new Response('This address takes GET\n', {
    status: 405,
    headers: { 'content-type': 'text/plain; charset=utf-8', allow: 'GET, HEAD' },
  })
}
