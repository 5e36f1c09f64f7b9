import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { createHttpApp } from './http-app.ts'
import { staticFiles } from './static-files.ts'

const SCRIPT = 'export const answer = 42\n'.repeat(100)
let folder = ''
let app: (request: Request) => Promise<Response>

beforeAll(() => {
  const outside = mkdtempSync(join(tmpdir(), 'hosting-'))
  folder = join(outside, 'dist')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(outside, 'secret.json'), '"outside"')
  writeFileSync(join(folder, 'index.html'), '<p>The app</p>')
  writeFileSync(join(folder, '.build-stamp'), 'stamp')
  writeFileSync(join(folder, 'assets/index-a1.js'), SCRIPT)
  writeFileSync(join(folder, 'assets/index-a1.js.br'), brotliCompressSync(SCRIPT))
  writeFileSync(join(folder, 'assets/index-a1.js.gz'), gzipSync(SCRIPT))
  const api = (request: Request) =>
    Response.json({
      path: new URL(request.url).pathname,
      filler: 'x'.repeat(request.url.includes('long') ? 5000 : 1),
    })
  app = createHttpApp({ api, files: staticFiles(folder) })
})

afterAll(() => rmSync(join(folder, '..'), { recursive: true }))

function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return app(new Request(`http://127.0.0.1${address}`, { headers, method }))
}

test('what is named by its content is kept for good, the page is asked for anew', async () => {
  expect((await ask('/assets/index-a1.js')).headers.get('cache-control')).toBe(
    'public, max-age=31536000, immutable',
  )
  expect((await ask('/')).headers.get('cache-control')).toBe('no-cache')
})

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['identity', null],
  ['', null],
])('accept-encoding "%s" gets %s', async (accepted, encoding) => {
  const response = await ask('/assets/index-a1.js', { 'accept-encoding': accepted })
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(response.headers.get('content-type')).toContain('text/javascript')
  expect(response.headers.get('vary')).toContain('accept-encoding')
  const body = Buffer.from(await response.arrayBuffer())
  expect(Number(response.headers.get('content-length'))).toBe(body.length)
  const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
  expect(plain.toString()).toBe(SCRIPT)
})

test('a page that has not changed is not sent again', async () => {
  const tag = (await ask('/')).headers.get('etag') ?? ''
  const again = await ask('/', { 'if-none-match': tag })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test.each([
  '/',
  '/on-call',
  '/slo/payments/prod/gateway/availability/gateway.availability.post-v1.2',
  '/b/a/b/c',
  '/%E0%A4%A',
])('the address %s belongs to the app', async (address) => {
  const response = await ask(address)
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('<p>The app</p>')
})

test.each([
  '/assets/index-b2.js',
  '/assets/',
  '/favicon.svg',
  '/secret.json',
  '/../secret.json',
  '/..%2fsecret.json',
  '/%2e%2e/secret.json',
  '/assets/..%2f..%2fsecret.json',
])('the address %s is a file that is not there', async (address) => {
  expect((await ask(address)).status).toBe(404)
})

test('what the build keeps for itself is not served', async () => {
  expect(await (await ask('/.build-stamp')).text()).not.toContain('stamp')
})

test('a file takes GET and HEAD and nothing else', async () => {
  expect((await ask('/', {}, 'POST')).status).toBe(405)
  const head = await ask('/assets/index-a1.js', {}, 'HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
})

describe('the API beside it', () => {
  test('has its addresses to itself', async () => {
    expect(await (await ask('/api/anything')).json()).toMatchObject({ path: '/api/anything' })
    expect(await (await ask('/apiary')).text()).toBe('<p>The app</p>')
  })

  test('is compressed where it is long and that is welcome', async () => {
    const long = await ask('/api/long', { 'accept-encoding': 'gzip, br' })
    expect(long.headers.get('content-encoding')).toBe('gzip')
    expect(JSON.parse(gunzipSync(Buffer.from(await long.arrayBuffer())).toString())).toMatchObject({
      path: '/api/long',
    })
    expect(
      (await ask('/api/short', { 'accept-encoding': 'gzip' })).headers.get('content-encoding'),
    ).toBeNull()
    expect((await ask('/api/long')).headers.get('content-encoding')).toBeNull()
  })
})

test.each(['/', '/assets/index-a1.js', '/nothing.js', '/api/x'])(
  '%s comes with the headers that keep others out',
  async (address) => {
    const { headers } = await ask(address)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  },
)

test('a build without a page is a start that fails with advice', () => {
  expect(() => staticFiles(join(folder, 'assets'))).toThrow('npm run build')
})
