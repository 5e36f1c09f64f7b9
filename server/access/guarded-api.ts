import type { Api } from '../api.ts'
import type { Gate } from './gate.ts'

/** The API behind the gate: what it answers, it answers to somebody. */
export function guardedApi(api: Api, gate: Gate): (request: Request) => Promise<Response> {
  return async (request) => {
    const admitted = await gate.admit(request)
    if (admitted instanceof Response) return admitted
    const { caller, session } = admitted
    let farewell: string | null = null
    const endSession =
      session &&
      (async () => {
        const { goTo, cookie } = await session.end()
        farewell = cookie
        return { goTo }
      })
    const response = await api.fetch(request, { caller, endSession })
    if (farewell !== null) response.headers.append('set-cookie', farewell)
    return response
  }
}
