import type { Case } from './mistake-case.ts'
import { defaultSloText, openSloText, ownText, pyrraText, ratioSpec, slothText } from './texts.ts'

/** What shows only beside other objects, and in what the formats differ. */
export const referenceMistakes: readonly Case[] = [
  {
    what: 'a reference to an SLI that is not there',
    text: `${openSloText({ indicator: '  indicatorRef: ▸answers' })}---\napiVersion: openslo/v1\nkind: SLI\nmetadata: {name: answer}\nspec:\n${ratioSpec('  ')}`,
    rule: 'unresolved-reference',
    field: 'spec.indicatorRef',
    hint: 'Did you mean answer?',
  },
  {
    what: 'a reference to a service that is not there',
    text: `${openSloText({}).replace('service: shop', 'service: ▸shopp')}---\napiVersion: openslo/v1\nkind: Service\nmetadata: {name: shop}\nspec: {}\n`,
    rule: 'unresolved-reference',
    field: 'spec.service',
    hint: 'Did you mean shop?',
  },
  {
    what: 'a reference to a data source that is not there',
    text: openSloText({
      indicator:
        '  indicator: {spec: {ratioMetric: {good: {metricSource: {metricSourceRef: ▸prom, spec: {query: a}}}, total: {metricSource: {spec: {query: b}}}}}}',
    }),
    rule: 'unresolved-reference',
    field: 'spec.indicator.spec.ratioMetric.good.metricSource.metricSourceRef',
  },
  {
    what: 'a deployment that is not there',
    text: openSloText({ annotations: 'sre-indicators/deployments: ▸moon' }),
    rule: 'unresolved-reference',
    field: 'metadata.annotations["sre-indicators/deployments"]',
  },
  {
    what: 'a source that speaks another language',
    text: openSloText({
      indicator:
        '  indicator: {spec: {ratioMetric: {good: {metricSource: {type: ▸Graphite, spec: {query: a}}}, total: {metricSource: {spec: {query: b}}}}}}',
    }),
    rule: 'wrong-value',
    field: 'spec.indicator.spec.ratioMetric.good.metricSource.type',
    hint: 'Prometheus',
  },
  {
    what: 'an annotation of ours that is misspelt',
    text: openSloText({ annotations: '▸sre-indicators/endpont: GET /a' }),
    rule: 'unknown-field',
    field: 'metadata.annotations["sre-indicators/endpont"]',
    hint: 'Did you mean sre-indicators/endpoint?',
  },
  {
    what: 'a priority beyond the scale',
    text: openSloText({ annotations: 'sre-indicators/priority: ▸"9"' }),
    rule: 'wrong-value',
    field: 'metadata.annotations["sre-indicators/priority"]',
  },
  {
    what: 'two SLOs of one name',
    text: `${openSloText({})}---\n${openSloText({ name: '▸availability' })}`,
    rule: 'duplicate-name',
    field: 'metadata.name',
    says: 'stands already at slo.yaml:4',
  },
  {
    what: 'a name without a letter',
    text: openSloText({ name: '▸"!!!"', annotations: 'sre-indicators/sli: latency' }),
    rule: 'no-slug',
    field: 'metadata.name',
  },
  {
    what: 'a field that stands there twice',
    text: 'apiVersion: openslo/v1\nkind: Service\n▸kind: Service\nmetadata: {name: a}\nspec: {}\n',
    rule: 'syntax',
    field: '',
    says: 'a second time',
  },
  {
    what: 'a contract that begins on no day of the calendar',
    text: `${openSloText({})}---\n${ownText('Sla', 'slo: availability\n  target: 0.9')}---\n${ownText('ContractualSla', 'functionality: It works\n  sli: availability\n  target: 0.8\n  since: ▸2026-02-30\n  restsOn: [availability]')}`,
    rule: 'wrong-value',
    field: 'spec.since',
    says: 'it must be a day such as 2026-03-01',
  },
  {
    what: 'YAML that is none',
    text: 'apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a\n▸spec: {}\n',
    rule: 'syntax',
    field: '',
  },
  {
    what: 'a plugin of Sloth',
    text: slothText({ sli: '{plugin: ▸{id: some/plugin}}' }),
    rule: 'not-read',
    field: 'slos[0].sli.plugin',
  },
  {
    what: 'an expression where Pyrra takes a series',
    text: pyrraText({ errors: `▸'sum(rate(errors_total[5m]))'` }),
    rule: 'wrong-value',
    field: 'spec.indicator.ratio.errors.metric',
    says: 'a bare series',
  },
  {
    what: 'a contract that rests on what nobody has promised',
    text: `${openSloText({})}---\n${ownText('ContractualSla', 'functionality: It works\n  sli: availability\n  target: 0.9\n  restsOn: [▸availability]')}`,
    rule: 'unresolved-reference',
    field: 'spec.restsOn[0]',
    says: 'shop.availability.availability, which has no SLA',
  },
  {
    what: 'a contract measured by no SLO',
    text: `${openSloText({})}---\n${ownText('Sla', 'slo: availability\n  target: 0.9')}---\n${ownText('ContractualSla', 'functionality: It works\n  sli: availability\n  target: 0.8\n  measuredBy: ▸availabilty\n  restsOn: [availability]')}`,
    rule: 'unresolved-reference',
    field: 'spec.measuredBy',
    hint: 'availability',
  },
  {
    what: 'an SLA of no SLO',
    text: `${openSloText({})}---\n${ownText('Sla', 'slo: ▸availabilty\n  target: 0.9')}`,
    rule: 'unresolved-reference',
    field: 'spec.slo',
    hint: 'availability',
  },
  {
    what: 'a team of a service that is not there',
    text: `${openSloText({})}---\n${ownText('Team', 'services: [shop, ▸stop]')}`,
    rule: 'unresolved-reference',
    field: 'spec.services[1]',
    hint: 'Did you mean shop?',
  },
  {
    what: 'periods of days that start nowhere',
    text: ownText('Organization', 'periods: ▸{scheme: days, days: 14}'),
    rule: 'missing-field',
    field: 'spec.periods.from',
  },
  {
    what: 'days in a scheme that has its own',
    text: ownText('Organization', 'periods: {scheme: calendar-month, days: ▸14}'),
    rule: 'contradiction',
    field: 'spec.periods.days',
  },
  {
    what: 'an SLA of an SLO with several objectives',
    text: [
      openSloText({ objective: 'target: 0.99\n    - target: 0.9' }),
      ownText('Sla', 'slo: ▸availability\n  target: 0.8'),
    ].join('---\n'),
    rule: 'unresolved-reference',
    field: 'spec.slo',
    says: 'names 2 SLOs',
    hint: 'Write one of shop.availability.availability, shop.availability.availability-2.',
  },
  {
    what: 'a service of two teams',
    text: [
      openSloText({}),
      ownText('Team', 'services: [shop]').replace('this-one', 'first'),
      ownText('Team', 'services: [▸shop]').replace('this-one', 'second'),
    ].join('---\n'),
    rule: 'contradiction',
    field: 'spec.services[0]',
    says: 'a service of the team first already',
  },
  {
    what: 'two default SLOs of one service and SLI',
    text: [
      openSloText({ annotations: 'sre-indicators/endpoint: GET /a' }),
      defaultSloText(),
      defaultSloText().replace('this-one', '▸another'),
    ].join('---\n'),
    rule: 'duplicate-name',
    field: 'metadata.name',
    says: 'the default SLO of shop.latency stands already',
  },
]
