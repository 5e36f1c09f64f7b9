import { linkOptions } from '@tanstack/react-router'

import { deliveryCodec, type DeliveryView } from './delivery-view.ts'

const own = deliveryCodec.parse({})

export const deliveryPaths = {
  /** A drill-down sets what it is about; everything else is as the page shows it by itself. */
  delivery: (view: Partial<DeliveryView>) =>
    linkOptions({ to: '/transformation/delivery', search: deliveryCodec.format({ ...own, ...view }) }),
} as const
