import type { DeliveryComponent } from '../../../domain/delivery.ts'
import { Duration } from '../../../ui/duration.tsx'
import { Figure, NARROW_SPACE } from '../../../ui/figure.tsx'
import { deliveryText, isShare } from './delivery-words.ts'

/** In a table: the units step back. */
export function ComponentFigure({
  component,
  value,
}: Readonly<{ component: DeliveryComponent; value: number }>) {
  if (!isShare(component)) return <Duration hours={value / 60} />
  const [share = '', unit = ''] = deliveryText(component, value).split(NARROW_SPACE)
  return <Figure value={share} unit={unit} />
}
