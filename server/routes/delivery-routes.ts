import { decideBottleneck, listBottlenecks, readBottleneck } from './bottlenecks.ts'
import { listBuilds } from './builds.ts'
import { listDelivery } from './delivery.ts'
import { listReleases } from './releases.ts'

export const deliveryRoutes = {
  listReleases,
  listBuilds,
  listDelivery,
  listBottlenecks,
  readBottleneck,
  decideBottleneck,
}
