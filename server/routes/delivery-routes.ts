import { listBuilds } from './builds.ts'
import { listReleases } from './releases.ts'

export const deliveryRoutes = { listReleases, listBuilds }
