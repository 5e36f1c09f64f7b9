import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'

import { startServerProcess, type ServerProcess } from '../testing/server-process.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'sre-shutdown-'))
const hurried = join(folder, 'hurried.yaml')
writeFileSync(hurried, 'server: {shutdownSeconds: 1}\n')
afterAll(() => rmSync(folder, { recursive: true }))

const CLIENTS = 12
const PATHS = ['/api/slos?limit=100', '/api/budgets?limit=50', '/api/organization', '/api/services']

type Answer = Readonly<{ status: number; isWhole: boolean; isLast: boolean }>

/** One request over the client's own kept connection. */
function ask(url: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const announced = Number(response.headers['content-length'])
        resolve({
          status: response.statusCode ?? 0,
          isWhole: Buffer.concat(chunks).byteLength === announced,
          isLast: response.headers.connection === 'close',
        })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Asks one thing after the other until the server says that the connection ends. */
async function keepAsking(server: ServerProcess, answers: Answer[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let count = 0; ; count += 1) {
    const answer = await ask(`${server.url}${PATHS[count % PATHS.length]}`, agent)
    answers.push(answer)
    if (answer.isLast) return agent.destroy()
  }
}

test('under load whoever was let in gets a whole answer, and the process ends well', async () => {
  const server = await startServerProcess()
  const answers: Answer[] = []
  const clients = Array.from({ length: CLIENTS }, () => keepAsking(server, answers))
  await expect.poll(() => answers.length, { timeout: 30_000 }).toBeGreaterThan(CLIENTS * 4)

  const code = server.stop('SIGTERM')
  await Promise.all(clients)
  expect(await code).toBe(0)
  expect(answers.filter(({ status, isWhole }) => status !== 200 || !isWhole)).toEqual([])
  expect(answers.filter(({ isLast }) => isLast)).toHaveLength(CLIENTS)
  expect(server.lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['listening', 'stopping']))
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})

describe('a request that never ends', () => {
  test('is cut off when the time is over, and the exit code says so', async () => {
    const server = await startServerProcess({ CONFIG: hurried })
    const open = await neverEnding(server)
    expect(await server.stop('SIGINT')).toBe(1)
    expect(server.lines.map(({ event }) => event)).toContain('cut-off')
    open.destroy()
  })

  test('is not waited for after a second signal', async () => {
    const server = await startServerProcess()
    const open = await neverEnding(server)
    const ended = server.stop('SIGTERM')
    await expect.poll(() => server.lines.at(-1)?.event, { timeout: 30_000 }).toBe('stopping')
    process.kill(server.pid, 'SIGTERM')
    expect(await ended).toBeNull()
    open.destroy()
  })
})

/** Half a request, which nobody may take for an idle connection. */
async function neverEnding({ url }: ServerProcess): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => socket.write('GET /api/slos HTTP/1.1\r\n', () => resolve()))
  // Answered after the half was read: connections are served in the order in which they speak.
  await fetch(`${url}/healthz`)
  return socket
}
