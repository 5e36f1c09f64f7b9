import { createOrganization } from '../../mocks/organization/organization.ts'
import { apiClient } from './api-client.ts'
import { NOW } from './tiny-organization.ts'

const { api, read, problem, refused } = apiClient(createOrganization({ now: () => NOW }))

/**
 * The simulated organization as every test reads it that changes nothing: what was worked out for one is there for the next,
 * in other files too. Whoever writes makes one of their own.
 */
export const harbourline = { api, read, problem, refused }
