import { linkOptions } from '@tanstack/react-router'

import { catalogViewCodec, defaultCatalogView, type CatalogView } from './catalog-view.ts'
import {
  defaultServiceCatalogView,
  serviceCatalogViewCodec,
  type ServiceCatalogView,
} from './service-catalog-view.ts'

/** Addresses of the service catalog, with what can be set there. */
export const catalogPaths = {
  list: (view: Partial<ServiceCatalogView> = {}) =>
    linkOptions({
      to: '/catalog',
      search: serviceCatalogViewCodec.format({ ...defaultServiceCatalogView, ...view }),
    }),
  service: (service: string) => linkOptions({ to: '/catalog/$service', params: { service } }),
  code: (view: Partial<CatalogView> = {}) =>
    linkOptions({
      to: '/catalog/code',
      search: catalogViewCodec.format({ ...defaultCatalogView, ...view }),
    }),
} as const
