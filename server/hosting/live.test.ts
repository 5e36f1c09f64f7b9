import { request, type IncomingMessage } from 'node:http'

import { expect, test, vi } from 'vitest'

import { startServerProcess } from '../testing/server-process.ts'

vi.setConfig({ testTimeout: 60_000 })

function openStream(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/events`, { headers: { 'accept-encoding': 'gzip, br' } }, resolve)
    asked.on('error', reject)
    asked.end()
  })
}

async function metricOf(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
}

test('over Node events come at once, though the client takes gzip; who leaves is forgotten; a stop ends them in order', async () => {
  const server = await startServerProcess()
  const stream = await openStream(server.url)
  expect(stream.headers['content-type']).toContain('text/event-stream')
  expect(stream.headers['content-encoding']).toBeUndefined()
  let text = ''
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  await expect.poll(() => text, { timeout: 10_000 }).toContain('event: standing')

  const other = await openStream(server.url)
  await expect.poll(() => metricOf(server.url, 'sre_indicators_live_streams')).toBe(2)
  other.destroy()
  await expect.poll(() => metricOf(server.url, 'sre_indicators_live_streams'), { timeout: 10_000 }).toBe(1)

  const head = await fetch(`${server.url}/api/events`, { method: 'HEAD' })
  expect(head.status).toBe(405)

  const ended = new Promise((resolve) => stream.once('end', resolve))
  expect(await server.stop('SIGTERM')).toBe(0)
  await ended
  expect(server.lines.map(({ event }) => event)).not.toContain('cut-off')
})
