import type { StorePlace } from '../settings/store-settings.ts'
import { openStore } from '../stores/sql/open-store.ts'
import { storeOrganization } from './stored-organization.ts'
import { tinyCatalog, tinyOrganization } from './tiny-organization.ts'

/** What a server finds that is started over it: an organization that was measured, and none that is made up. */
export async function storeTinyIn(place: StorePlace): Promise<void> {
  const sql = await openStore(place, () => undefined)
  const organization = { ...tinyCatalog.organization, isSimulated: false }
  await storeOrganization(sql, {
    ...tinyOrganization(),
    catalog: async () => ({ ...tinyCatalog, organization }),
  })
  await sql.close()
}
