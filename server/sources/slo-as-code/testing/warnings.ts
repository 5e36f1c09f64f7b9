import type { Case } from './mistake-case.ts'
import { defaultSloText, openSloText, ownText, pyrraText, slothText } from './texts.ts'

/** What loads all the same. */
export const warnings: readonly Case[] = [
  {
    what: 'a document of another tool',
    text: 'apiVersion: ▸apps/v1\nkind: Deployment\n',
    rule: 'unknown-version',
    field: 'apiVersion',
    says: 'passed over',
  },
  {
    what: 'a target of 100 %',
    text: openSloText({ objective: 'targetPercent: ▸100' }),
    rule: 'no-budget',
    field: 'spec.objectives[0].targetPercent',
  },
  {
    what: 'an SLA that is as tight as its SLO',
    text: `${openSloText({})}---\n${ownText('Sla', 'slo: availability\n  target: ▸0.99')}`,
    rule: 'sla-not-looser',
    field: 'spec.target',
    says: 'looser than the SLO shop.availability.availability, which is 99 %',
  },
  {
    what: 'a name that is no slug',
    text: openSloText({ name: '▸Shop Availability' }),
    rule: 'no-slug',
    field: 'metadata.name',
    says: 'is called shop-availability in addresses',
  },
  {
    what: 'an SLO that does not say of which SLI it is',
    text: openSloText({ name: '▸happiness' }),
    rule: 'taken-as',
    field: 'metadata.name',
    says: 'availability',
  },
  {
    what: 'groups that are not split',
    text: pyrraText({ grouping: '▸[route]' }),
    rule: 'not-split',
    field: 'spec.indicator.ratio.grouping',
  },
  {
    what: 'a query of Sloth without its window',
    text: slothText({
      sli: '{events: {error_query: ▸"errors_total", total_query: "sum(rate(a[{{.window}}]))"}}',
    }),
    rule: 'taken-as',
    field: 'slos[0].sli.events.error_query',
  },
  {
    what: 'an SLO of several deployments whose queries do not tell them apart',
    text: [
      openSloText({ name: '▸availability' }),
      ownText('Deployment', 'kind: production').replace('this-one', 'eu'),
      ownText('Deployment', 'kind: production').replace('this-one', 'us'),
    ].join('---\n'),
    rule: 'not-split',
    field: 'metadata.name',
    says: 'holds in 2 deployments',
    hint: '{{.deployment}}',
  },
  {
    what: 'a default SLO of no endpoint',
    text: `${openSloText({})}---\n${defaultSloText().replace('this-one', '▸this-one')}`,
    rule: 'taken-as',
    field: 'metadata.name',
    says: 'holds for nothing',
  },
]
