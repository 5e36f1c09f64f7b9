import { isSameSecret } from '../access/same-secret.ts'
import { isLoopback } from '../settings/loopback.ts'

type Guard = Readonly<{
  /** The address that the server was told to listen on. */
  host: string
  token: string | null
  isPublic: boolean
}>

/** Whoever sends one of them speaks for someone else, who may be anywhere. */
const forwardingHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Why this request may not read the figures, or null where it may. They tell much about an organization's traffic. */
export function metricsObjection({ host, token, isPublic }: Guard, request: Request): string | null {
  if (isPublic) return null
  if (token !== null)
    return isSameSecret(request.headers.get('authorization') ?? '', `Bearer ${token}`)
      ? null
      : 'These figures need the token that server.metrics.tokenFromEnv names, as in: Authorization: Bearer TOKEN'
  const isOwnMachine = isLoopback(host) && isLoopback(new URL(request.url).hostname)
  if (isOwnMachine && forwardingHeaders.every((name) => !request.headers.has(name))) return null
  return 'These figures are given to this machine only, until server.metrics names a token or says isPublic: true'
}
