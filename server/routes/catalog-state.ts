import type { Route } from '../context.ts'

/** Where the catalog is made up nobody follows files and nobody changes it. */
export const readCatalogState: Route<'readCatalogState'> = async (_request, { deps }) =>
  (await deps.catalogState?.()) ?? { files: null, lastChange: null }
