import type { ApiDeps } from '../ports.ts'
import { sqlHosts, type TestDatabases } from './sql-hosts.ts'
import { tinyOrganizationsIn } from './stored-organization.ts'
import { tinyOrganization } from './tiny-organization.ts'

type Told = Parameters<typeof tinyOrganization>[0]
type Open = (told: Told) => Promise<Readonly<{ deps: ApiDeps; stop: () => Promise<void> }>>

const inMemory: Open = async (told) => ({ deps: tinyOrganization(told), stop: async () => undefined })

const inDatabase =
  (start: () => Promise<TestDatabases>): Open =>
  async (told) => {
    const databases = await start()
    const deps = tinyOrganizationsIn(() => databases.migrated(), tinyOrganization)(told)
    return { deps, stop: () => databases.stop() }
  }

/** Every host that takes writes, over the tiny organization with what is told of it. */
export const writableHosts: readonly Readonly<{ host: string; open: Open }>[] = [
  { host: 'memory', open: inMemory },
  ...sqlHosts.map(({ host, start }) => ({ host, open: inDatabase(start) })),
]
