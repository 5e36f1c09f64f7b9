import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

import react from '@vitejs/plugin-react'
import { build } from 'vite'

import { securityHeaders } from '../server/http-app.ts'

const OUT = resolve('.cache/floor-dist')
const CURVE_POINTS = 28
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

/** Builds the floor and serves it, compressed beforehand, from loopback: what our own server is compared with. */
export async function startFloor(port: number): Promise<Server> {
  await build({
    configFile: false,
    root: resolve('bench/floor'),
    plugins: [react()],
    build: { outDir: OUT, emptyOutDir: true },
    logLevel: 'warn',
  })
  const answers = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://floor')
    const address = pathname === '/' ? '/index.html' : pathname
    const key = address + search
    const body = answers.get(key) ?? gzipSync(contentOf(address, Number(searchParams.get('rows') ?? 100)))
    answers.set(key, body)
    response.writeHead(200, {
      // Else it is ahead by a process that the browser starts for a page that shares none with its opener.
      ...securityHeaders,
      'content-type': contentTypes[extname(address)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
    })
    response.end(body)
  })
  return new Promise((started) => server.listen(port, '127.0.0.1', () => started(server)))
}

function contentOf(address: string, rowCount: number): Buffer {
  if (address === '/rows.json') return Buffer.from(JSON.stringify(Array.from({ length: rowCount }, row)))
  return readFileSync(join(OUT, address))
}

function row(_: unknown, index: number) {
  const curve = Array.from({ length: CURVE_POINTS }, (_, day) => 1 - (day * ((index % 17) + 1)) / 500)
  return {
    service: `service-${index}`,
    endpoint: `GET /thing/${index}`,
    target: 0.999,
    remaining: curve.at(-1),
    curve,
  }
}
