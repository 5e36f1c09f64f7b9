import type { DeliveryComponent } from './delivery.ts'
import type { DeliveryFigure, DeliveryDirection } from './delivery-figures.ts'
import { formatFailureRate } from './format-failure-rate.ts'
import { formatDuration } from './format.ts'
import { counted, sentences } from './indicator-words.ts'

type Described = Readonly<{
  component: DeliveryComponent
  figure: Pick<DeliveryFigure, 'value'>
  direction: DeliveryDirection | null
}>

/** How soon a change comes to users, how often that fails and what then follows, and what changed since the time before. */
export function describeDelivery(components: readonly Described[]): string {
  const valueOf = (component: DeliveryComponent) =>
    components.find((one) => one.component === component)?.figure.value ?? null
  const lead = valueOf('deployment-lead-time')
  const failing = valueOf('deployment-failure-rate')
  const recovery = valueOf('deployment-recovery')
  if (components.every(({ figure }) => figure.value === null))
    return 'Nobody told of a deployment or a build in this window.'
  const compared = components.filter(({ direction }) => direction !== null)
  const count = (direction: DeliveryDirection) => compared.filter((one) => one.direction === direction).length
  const [better, worse] = [count('better'), count('worse')]
  return sentences([
    lead === null ? null : `A change is in use ${formatDuration(lead / 60)} after its commit, by the median.`,
    failing === null
      ? null
      : `${formatFailureRate(failing)} of deployments fail${recovery === null ? '.' : `, and take ${formatDuration(recovery / 60)} to recover.`}`,
    compared.length === 0
      ? null
      : `Of ${counted(compared.length, 'component')}, ${better || 'none'} ${better > 1 ? 'are' : 'is'} better than in the window before and ${worse || 'none'} worse.`,
  ])
}
