import { expect, test } from 'vitest'

import { csvOperationIds } from '../../src/contract/operations.ts'
import { apiClient } from '../testing/api-client.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'
import { fileOf, written } from './testing/written-list.ts'

const tiny = apiClient(tinyOrganization())

test.each(csvOperationIds)('%s is a file of any store', async (id) => {
  const { text } = await fileOf(tiny, id)
  expect(text).toBe(await written(tiny, id))
})
