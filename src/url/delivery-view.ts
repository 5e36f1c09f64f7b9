import {
  bottleneckSides,
  decisionStates,
  type BottleneckSide,
  type DecisionState,
} from '../domain/bottleneck.ts'
import {
  deliveryComponents,
  deliveryGroups,
  type DeliveryComponent,
  type DeliveryGroup,
} from '../domain/delivery.ts'
import { listFrom, oneOf, slugsFrom, type UrlCodec } from './codec.ts'
import { indicatorCodec, type IndicatorView } from './indicator-view.ts'

const parts = ['indicators', 'bottlenecks'] as const
const eventKinds = ['deployments', 'builds'] as const
const eventResults = ['all', 'failed'] as const
const figureForms = ['chart', 'table'] as const

export type DeliveryView = IndicatorView &
  Readonly<{
    part: (typeof parts)[number]
    group: DeliveryGroup
    /** The component that is drawn. */
    component: DeliveryComponent
    figures: (typeof figureForms)[number]
    /** What is listed of what the figures are made of. */
    events: (typeof eventKinds)[number]
    result: (typeof eventResults)[number]
    side: readonly BottleneckSide[]
    decision: readonly DecisionState[]
    /** The bottleneck that is open; empty for none. */
    open: string
  }>

const table = indicatorCodec({ window: 'last-3-periods', prematureOnly: false })

export const deliveryCodec: UrlCodec<DeliveryView> = {
  parse: (params) => ({
    ...table.parse(params),
    part: oneOf(parts, params['part'], 'indicators'),
    group: oneOf(deliveryGroups, params['group'], 'team'),
    component: oneOf(deliveryComponents, params['component'], 'deployment-lead-time'),
    figures: oneOf(figureForms, params['figures'], 'chart'),
    events: oneOf(eventKinds, params['events'], 'deployments'),
    result: oneOf(eventResults, params['result'], 'all'),
    side: bottleneckSides.filter((one) => listFrom(params['side']).includes(one)),
    decision: decisionStates.filter((one) => listFrom(params['decision']).includes(one)),
    open: slugsFrom(params['open'])[0] ?? '',
  }),

  format: (view) => ({
    ...table.format(view),
    ...(view.part !== 'indicators' && { part: view.part }),
    ...(view.group !== 'team' && { group: view.group }),
    ...(view.component !== 'deployment-lead-time' && { component: view.component }),
    ...(view.figures !== 'chart' && { figures: view.figures }),
    ...(view.events !== 'deployments' && { events: view.events }),
    ...(view.result !== 'all' && { result: view.result }),
    ...(view.side.length > 0 && { side: view.side.join(',') }),
    ...(view.decision.length > 0 && { decision: view.decision.join(',') }),
    ...(view.open !== '' && { open: view.open }),
  }),
}
