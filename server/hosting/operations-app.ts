import type { FrontApp } from '../http-app.ts'
import { METRICS_TYPE } from './metric-registry.ts'

type Operations = Readonly<{
  readiness: () => Promise<Readonly<{ isReady: boolean }>>
  metricsText: () => Promise<string>
  /** Why a request may not read the figures; null where it may. */
  metricsObjection: (request: Request) => string | null
}>

/** For those who run the server: is the process alive, may it get requests, how does it do. */
export function operationsApp({ readiness, metricsText, metricsObjection }: Operations): FrontApp {
  const answers: Readonly<Record<string, (request: Request) => Promise<Response>>> = {
    '/healthz': async () => textResponse(200, 'alive\n'),
    '/readyz': async () => {
      const found = await readiness()
      return Response.json(found, { status: found.isReady ? 200 : 503, headers: uncached })
    },
    '/metrics': async (request) => {
      const objection = metricsObjection(request)
      return objection === null
        ? textResponse(200, await metricsText(), { 'content-type': METRICS_TYPE })
        : textResponse(403, `${objection}\n`)
    },
  }
  return {
    routes: Object.keys(answers),
    async fetch(request) {
      const answer = answers[new URL(request.url).pathname]
      if (answer === undefined) return textResponse(404, 'There is nothing at this address\n')
      if (request.method === 'GET' || request.method === 'HEAD') return answer(request)
      return textResponse(405, 'This address takes GET\n', { allow: 'GET, HEAD' })
    },
  }
}

const uncached = { 'cache-control': 'no-store' }

function textResponse(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(text, {
    status,
    headers: { ...uncached, 'content-type': 'text/plain; charset=utf-8', ...headers },
  })
}
