import type { Route } from '../context.ts'

export const listDeployments: Route<'listDeployments'> = async (_request, { index }) => ({
  items: [...index.catalog.deployments],
})
