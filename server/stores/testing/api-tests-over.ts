import { afterAll } from 'vitest'

import { databasesOf, type sqlHosts } from '../../testing/sql-hosts.ts'
import { tinyOrganizationsIn } from '../../testing/stored-organization.ts'
import { makeTinyOrganizations, tinyOrganizationInMemory } from '../../testing/tiny-organization.ts'

type Host = (typeof sqlHosts)[number]

/** Tests of the API once more, with every organization copied into a database. */
export async function testAgainOver({ host, start }: Host, files: readonly string[]): Promise<void> {
  const databases = databasesOf(start)
  const inMemoryAgain = makeTinyOrganizations(
    tinyOrganizationsIn(() => databases.migrated(), tinyOrganizationInMemory),
  )
  afterAll(inMemoryAgain)
  try {
    // Under another name each is loaded anew, and makes its organizations where they are made now.
    for (const file of files) await import(/* @vite-ignore */ `../../${file}?over-${host}`)
  } catch (error) {
    // What cannot be loaded has no tests after which it would be taken back for the files that follow.
    inMemoryAgain()
    throw error
  }
}
