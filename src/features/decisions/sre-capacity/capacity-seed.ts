import type { DecisionSeed } from '../../../contract/decisions.ts'
import type { CapacityTeamOnWire, SreCapacity } from '../../../contract/sre-capacity.ts'
import type { SreCapacityView } from '../../../url/agreement-views.ts'
import { hrefOf } from '../../../url/href.ts'
import { frozenRange } from '../workflow/frozen-range.ts'
import { capacityLinks } from './capacity-links.ts'

export const capacityOptions = [
  'developer',
  'ownership',
  'operations-engineer',
  'dedicated-sre',
  'budget',
  'nothing',
] as const
export type CapacityOption = (typeof capacityOptions)[number]

/** What can be done for a team, as it is chosen and as it is recorded. */
export const optionWords: Readonly<
  Record<CapacityOption, Readonly<{ label: string; decision: (team: string) => string }>>
> = {
  developer: { label: 'Add a developer', decision: (team) => `${team} gets one more developer.` },
  ownership: {
    label: 'Move ownership of services',
    decision: (team) => `Some services of ${team} move to another team.`,
  },
  'operations-engineer': {
    label: 'Assign an operations engineer',
    decision: (team) => `An operations engineer is assigned to ${team}.`,
  },
  'dedicated-sre': { label: 'Assign a dedicated SRE', decision: (team) => `${team} gets a dedicated SRE.` },
  budget: {
    label: 'Raise the budget',
    decision: (team) => `The budget of ${team} for reliability is raised.`,
  },
  nothing: { label: 'Leave it as it is', decision: (team) => `${team} keeps the people it has.` },
}

/** What the record of the decision holds. Signs and no verdict: people and money are never given by figures. */
export function capacitySeed(
  answer: SreCapacity,
  team: CapacityTeamOnWire,
  option: CapacityOption,
  view: SreCapacityView,
  answers: Readonly<Record<number, string>>,
): DecisionSeed {
  const { rule, dataUpTo } = answer
  const frozen = { ...view, team: [team.slug], range: frozenRange(view.range, answer) }
  const links = capacityLinks(frozen)
  const step = (number: number, question: string, sign: keyof typeof links) => ({
    question,
    answer: answers[number] ?? '',
    figures: [{ label: team.name, value: `${seenWords(team[sign].isSeen)}: ${team[sign].says}` }],
    href: hrefOf(links[sign].to),
  })
  return {
    category: 'budget',
    workflow: 'sre-capacity',
    title: `SRE capacity for ${team.name}`,
    subject: { team: team.slug, service: null, deployment: null, slo: null, sla: null },
    decision: optionWords[option].decision(team.name),
    answers: [
      step(1, 'How well do the services keep their SLOs?', 'adherence'),
      step(2, 'Who is on call?', 'onCall'),
      step(3, 'Do customer tickets grow?', 'tickets'),
      step(4, 'Does recovery get slower?', 'recovery'),
    ],
    outcome: { rule: `${rule} ${team.name} shows ${team.seenCount} of 4.`, leansTo: null },
    evidenceAt: dataUpTo,
    hypothesis:
      team.seenCount === 0
        ? `${team.name} still shows none of the four signs.`
        : `${team.name} shows fewer than ${team.seenCount} of the four signs.`,
  }
}

function seenWords(isSeen: boolean | null): string {
  if (isSeen === null) return 'Cannot tell'
  return isSeen ? 'Sign' : 'No sign'
}
