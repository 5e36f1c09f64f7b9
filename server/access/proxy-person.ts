import type { Person } from '../../src/domain/access/caller.ts'
import type { PeopleSettings, ProxySettings } from '../settings/access-settings.ts'
import { knownPerson } from './known-person.ts'
import { isSameSecret } from './same-secret.ts'

type Trusted = Readonly<{ proxy: ProxySettings; secret: string; people: PeopleSettings }>

/** `distrusted`: somebody says to be the proxy and is not. `nobody`: the proxy is silent on who it is. */
type Found =
  | Readonly<{ kind: 'person'; person: Person }>
  | Readonly<{ kind: 'nobody' | 'distrusted' | 'not-allowed' }>

/** Who the proxy says it is. Without its secret every header of it is ignored: anyone can send one. */
export function proxyPerson(request: Request, { proxy, secret, people }: Trusted): Found {
  const given = request.headers.get(proxy.secretHeader)
  if (given === null) return { kind: 'nobody' }
  if (!isSameSecret(given, secret)) return { kind: 'distrusted' }
  const id = request.headers.get(proxy.userHeader)?.trim() ?? ''
  if (id === '') return { kind: 'nobody' }
  const groups = (request.headers.get(proxy.groupsHeader) ?? '')
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '')
  const name = request.headers.get(proxy.nameHeader)?.trim() || id
  const person = knownPerson({ id, name, groups, signedInBy: 'proxy' }, people)
  return person === null ? { kind: 'not-allowed' } : { kind: 'person', person }
}
