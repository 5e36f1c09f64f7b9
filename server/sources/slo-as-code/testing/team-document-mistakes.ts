import type { Case } from './mistake-case.ts'
import { openSloText, ownText } from './texts.ts'

const team = ownText('Team', 'services: [shop]').replace('this-one', 'till')
const clause = (condition: string, rest = '') =>
  `    - name: low\n${rest}      condition: ${condition}\n      consequences: [{kind: postmortem}]`
const policy = (clauses: string, head = 'state: agreed') =>
  [
    openSloText({}),
    team,
    ownText(
      'ErrorBudgetPolicy',
      `team: till\n  purpose: To know when to stop.\n  ${head}\n  escalation: [manager]\n  clauses:\n${clauses}`,
    ),
  ].join('---\n')
const rotation = (shift: string, rest = 'primaryPeople: 1') =>
  [openSloText({}), team, ownText('Rotation', `team: till\n  shifts: [${shift}]\n  ${rest}`)].join('---\n')

/** Error budget policies and rotations. */
export const teamDocumentMistakes: readonly Case[] = [
  {
    what: 'a condition without its share',
    text: policy(clause('▸{kind: depleted}')),
    rule: 'missing-field',
    field: 'spec.clauses[0].condition.depletedPercent',
  },
  {
    what: 'a condition without its span',
    text: policy(clause('▸{kind: depleted-within, depletedPercent: 30}')),
    rule: 'missing-field',
    field: 'spec.clauses[0].condition.within',
  },
  {
    what: 'a span with a condition that has none',
    text: policy(clause('{kind: depleted, depletedPercent: 30, within: ▸24h}')),
    rule: 'contradiction',
    field: 'spec.clauses[0].condition.within',
  },
  {
    what: 'a condition that nothing can notice by itself',
    text: policy(clause('{kind: ▸other, description: A feeling}')),
    rule: 'contradiction',
    field: 'spec.clauses[0].condition.kind',
    hint: 'trigger: manual',
  },
  {
    what: 'a condition nobody knows',
    text: policy(clause('{kind: ▸by-dependency, depletedPercent: 30}')),
    rule: 'wrong-value',
    field: 'spec.clauses[0].condition.kind',
    hint: 'Did you mean depleted-by-dependency?',
  },
  {
    what: 'two clauses of one name',
    text: policy(
      `${clause('{kind: depleted, depletedPercent: 30}')}\n${clause('{kind: depleted, depletedPercent: 60}').replace('low', '▸low')}`,
    ),
    rule: 'duplicate-name',
    field: 'spec.clauses[1].name',
  },
  {
    what: 'an enacted policy without its day',
    text: policy(clause('{kind: depleted, depletedPercent: 30}'), 'state: enacted').replace(
      /  team: till\n {2}purpose/,
      '  ▸team: till\n  purpose',
    ),
    rule: 'missing-field',
    field: 'spec.enactedOn',
  },
  {
    what: 'a policy in review without the day since which it holds',
    text: policy(clause('{kind: depleted, depletedPercent: 30}'), 'state: in-review').replace(
      /  team: till\n {2}purpose/,
      '  ▸team: till\n  purpose',
    ),
    rule: 'missing-field',
    field: 'spec.enactedOn',
    says: 'a policy in the state in-review',
  },
  {
    what: 'a policy that was retired before it was enacted',
    text: policy(
      clause('{kind: depleted, depletedPercent: 30}'),
      'state: retired\n  enactedOn: 2026-03-01\n  retiredOn: ▸2026-02-28',
    ),
    rule: 'contradiction',
    field: 'spec.retiredOn',
    says: 'lies before enactedOn',
  },
  {
    what: 'a day of retirement of a policy that binds',
    text: policy(
      clause('{kind: depleted, depletedPercent: 30}'),
      'state: enacted\n  enactedOn: 2026-03-01\n  retiredOn: ▸2026-12-31',
    ),
    rule: 'contradiction',
    field: 'spec.retiredOn',
    says: 'has no meaning in the state enacted',
  },
  {
    what: 'a policy of a team that is not there',
    text: policy(clause('{kind: depleted, depletedPercent: 30}')).replace('team: till', 'team: ▸tilll'),
    rule: 'unresolved-reference',
    field: 'spec.team',
    hint: 'Did you mean till?',
  },
  {
    what: 'a shift of no length',
    text: rotation('{from: "08:00", to: ▸"08:00"}'),
    rule: 'contradiction',
    field: 'spec.shifts[0].to',
    hint: '24:00',
  },
  {
    what: 'a time of day that is none',
    text: rotation('{from: ▸"8:00", to: "16:00"}'),
    rule: 'wrong-value',
    field: 'spec.shifts[0].from',
    says: '08:00',
  },
  {
    what: 'a weekday that is none',
    text: rotation('{weekdays: [▸monday], from: "08:00", to: "16:00"}'),
    rule: 'wrong-value',
    field: 'spec.shifts[0].weekdays[0]',
    hint: 'Did you mean mon?',
  },
  {
    what: 'a rotation of nobody',
    text: rotation('{from: "08:00", to: "16:00"}', 'primaryPeople: ▸0'),
    rule: 'out-of-range',
    field: 'spec.primaryPeople',
  },
  {
    what: 'more shared people than there are',
    text: rotation('{from: "08:00", to: "16:00"}', 'primaryPeople: 1\n  sharedPeople: ▸2'),
    rule: 'out-of-range',
    field: 'spec.sharedPeople',
  },
  {
    what: 'a time zone that is none',
    text: rotation('{from: "08:00", to: "16:00"}', 'timeZone: ▸Berlin\n  primaryPeople: 1'),
    rule: 'wrong-value',
    field: 'spec.timeZone',
  },
  {
    what: 'a text that no database keeps',
    text: openSloText({}).replace('service: shop', 'service: shop\n  description: ▸"a\\0b"'),
    rule: 'wrong-value',
    field: '',
    says: 'U+0000',
  },
]
