import type { DecisionSeed } from '../../../contract/decisions.ts'
import type { SetSla, TeamTighteningOnWire } from '../../../contract/set-sla.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatMoney } from '../../../domain/format-money.ts'
import { formatTarget } from '../../../domain/format.ts'
import { type SetSlaView } from '../../../url/agreement-views.ts'
import { hrefOf } from '../../../url/href.ts'
import { frozenRange } from '../workflow/frozen-range.ts'
import { slaLinks } from './sla-links.ts'

/** A record holds no more lines of one question. */
const MOST_FIGURES = 60

/** What the record of the decision holds: each step of each team as it is seen now. */
export function slaSeed(
  answer: SetSla,
  view: SetSlaView,
  answers: Readonly<Record<number, string>>,
): DecisionSeed {
  const { teams, costs, outcome, choices, dataUpTo } = answer
  const frozen = { ...view, range: frozenRange(view.range, answer) }
  const links = slaLinks(frozen)
  const hrefTo = (name: keyof typeof links) => hrefOf(links[name].to)
  const [team, ...otherTeams] = view.team
  const [contract, ...otherContracts] = view.contract
  const [deployment, ...otherDeployments] = view.deployment
  const named = choices.contracts.find(({ slug }) => slug === contract)
  const one = contract !== undefined && otherContracts.length === 0 ? contract : null
  const step = (number: number, question: string, value: (team: TeamTighteningOnWire) => string) => ({
    question,
    answer: answers[number] ?? '',
    figures: teams.slice(0, MOST_FIGURES).map((each) => ({ label: each.name, value: value(each) })),
  })
  return {
    category: 'legal',
    workflow: 'set-sla',
    title: one === null ? 'Contractual SLAs' : `SLA: ${named?.name ?? one}`,
    subject: {
      team: team !== undefined && otherTeams.length === 0 ? team : null,
      service: null,
      deployment: deployment !== undefined && otherDeployments.length === 0 ? deployment : null,
      slo: null,
      sla: one,
    },
    answers: [
      { ...step(1, 'Does recovery get faster?', ({ says }) => says.recovery), href: hrefTo('recovery') },
      { ...step(2, 'Were the SLAs defended?', ({ says }) => says.kept), href: hrefTo('adherence') },
      {
        ...step(3, 'How much was left at the end of the periods?', ({ says }) => says.left),
        href: hrefTo('depletion'),
      },
      {
        question: 'How much lies between the SLOs and the SLAs?',
        answer: answers[4] ?? '',
        figures: teams
          .flatMap(({ slas }) => slas)
          .slice(0, MOST_FIGURES)
          .map(({ service, name, deployment: place, target, sloTarget }) => ({
            label: `${service} ${name} in ${place}`,
            value: `SLO ${formatTarget(sloTarget)}\u202f%, SLA ${formatTarget(target)}\u202f%`,
          })),
        href: hrefTo('slas'),
      },
      {
        question: 'What would the outages have cost?',
        answer: answers[5] ?? '',
        figures: costs.slice(0, MOST_FIGURES).map(({ contract: of, since, cost, currency }) => ({
          label: since === null ? of.name : `${of.name}, from ${formatDay(since)} on`,
          value: formatMoney(cost, currency),
        })),
        href: hrefTo('depletion'),
      },
    ],
    outcome: { rule: outcome.rule, leansTo: `${outcome.leaning} ${outcome.penaltyWords}` },
    evidenceAt: dataUpTo,
    ...(outcome.leansTo === 'supports' && {
      hypothesis: 'Every SLA was kept in every period, with more than 25\u202f% of what may fail left.',
    }),
  }
}
