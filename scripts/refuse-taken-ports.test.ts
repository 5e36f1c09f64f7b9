import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

import { expect, test } from 'vitest'

import { freePort } from '../server/testing/free-port.ts'
import { refuseTakenPorts } from './refuse-taken-ports.ts'

test('a server that was left over is told with its port and how to find it', async () => {
  const leftOver = createServer().listen(0, '127.0.0.1')
  await once(leftOver, 'listening')
  const { port } = leftOver.address() as AddressInfo
  const wanted = [
    { name: 'mock', port: await freePort() },
    { name: 'pglite', port },
  ]
  const refusal: unknown = await refuseTakenPorts(wanted).catch((error: unknown) => error)
  leftOver.close()
  await once(leftOver, 'close')
  expect(String(refusal)).toContain(`Port ${port}, which the server "pglite" of the journeys needs, is taken`)
  expect(String(refusal)).not.toContain('"mock"')
  expect(String(refusal)).toContain('E2E_PORT=')
  expect(String(refusal)).toContain(`lsof -ti tcp:${port}`)
  await expect(refuseTakenPorts(wanted)).resolves.toBeUndefined()
})
