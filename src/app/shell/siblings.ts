import { later } from '../../ui/later.tsx'

// Lists that a step of the breadcrumb opens: most visits open none.
const lists = () => import('./sibling-lists.tsx')

export const TeamList = later(async () => (await lists()).TeamList)
export const DeploymentList = later(async () => (await lists()).DeploymentList)
export const ServiceList = later(async () => (await lists()).ServiceList)
export const SliList = later(async () => (await lists()).SliList)
export const SloList = later(async () => (await lists()).SloList)
export const SameSloList = later(async () => (await lists()).SameSloList)

export function preloadSiblings() {
  for (const list of [TeamList, DeploymentList, ServiceList, SliList, SloList, SameSloList]) list.preload()
}
