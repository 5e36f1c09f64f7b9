import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An engine on loopback that has a hundred of everything at every step it is asked for. */
export async function startSteadyEngine(): Promise<Readonly<{ url: string; close: () => void }>> {
  const http = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const asked = new URLSearchParams(Buffer.concat(chunks).toString())
      const [start = 0, end = 0, step = 1] = ['start', 'end', 'step'].map((name) => Number(asked.get(name)))
      const values: [number, string][] = []
      for (let at = start; at <= end; at += step) values.push([at, '100'])
      const data = { resultType: 'matrix', result: [{ metric: {}, values }] }
      response.end(JSON.stringify({ status: 'success', data }))
    })
  })
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const { port } = http.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      http.closeAllConnections()
      http.close()
    },
  }
}
