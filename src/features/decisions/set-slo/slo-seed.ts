import type { DecisionSeed } from '../../../contract/decisions.ts'
import type { DependencyOnWire, SetSlo } from '../../../contract/set-slo.ts'
import { levelWords } from '../../../domain/describe-slo-setting.ts'
import { formatReliability } from '../../../domain/format-reliability.ts'
import { formatTarget } from '../../../domain/format.ts'
import { agreementPaths } from '../../../url/agreement-paths.ts'
import { hrefOf } from '../../../url/href.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import { paths } from '../../../url/paths.ts'
import type { SetSloView } from '../../../url/set-slo-view.ts'
import type { QuestionLink } from '../workflow/question.tsx'

const PERCENT = '\u202f%'
/** A record holds no more lines of one question. */
const MOST_FIGURES = 60

/** The four steps on the pages of their indicators, for every dependency that the catalog knows. */
export function promiseLinks({ dependencies, deployment, periods }: SetSlo): readonly QuestionLink[] {
  const service = dependencies.flatMap((one) => one.service?.slug ?? [])
  const [first] = periods
  const last = periods.at(-1)
  if (service.length === 0 || first === undefined || last === undefined) return []
  const view = { service, deployment: [deployment], range: { from: first.start, to: last.end } }
  return [
    { words: 'SLAs by service', to: indicatorPaths.slasByService(view) },
    { words: 'SLA adherence', to: indicatorPaths.slaAdherence(view) },
    { words: 'SLOs by service', to: paths.slosByService({ service, deployment: [deployment] }) },
    {
      words: 'SLO adherence',
      to: indicatorPaths.sloAdherence(view),
    },
  ]
}

/** What the record of the decision holds: the figures as they are seen now, and what was said of each dependency. */
export function sloSeed(
  answer: SetSlo,
  view: SetSloView,
  answers: Readonly<Record<number, string>>,
): DecisionSeed {
  const { service, deployment, dependencies, reach, wish, endpoints, outcome, dataUpTo } = answer
  const href = hrefOf(agreementPaths.setSlo({ ...view, at: view.at ?? dataUpTo }))
  const target = wish?.target ?? null
  return {
    category: 'reliability',
    workflow: 'set-slo',
    title: `SLO of ${service.slug} in ${deployment}`,
    subject: { team: service.team, service: service.slug, deployment, slo: null, sla: null },
    answers: [
      {
        question: 'Which SLAs and SLOs do the dependencies have, and were they kept over time?',
        answer: answers[1] ?? '',
        figures: dependencies
          .slice(0, MOST_FIGURES)
          .map((one) => ({ label: one.name, value: levelText(one) })),
        href,
      },
      {
        question: 'How does each of them hold the service up?',
        answer: answers[2] ?? '',
        figures: dependencies
          .slice(0, MOST_FIGURES)
          .map((one) => ({ label: one.name, value: roleText(one) })),
        href,
      },
      {
        question: 'What can be reached with them?',
        answer: answers[3] ?? '',
        figures: [
          { label: 'By what they promise', value: shareText(reach.promised) },
          { label: 'By what they kept', value: shareText(reach.kept) },
          ...(wish === null
            ? []
            : [
                {
                  label: `Needed of each part for ${formatTarget(wish.target)}${PERCENT}`,
                  value: shareText(wish.perPart),
                },
              ]),
        ],
        href,
      },
      {
        question: 'What has the service itself kept so far?',
        answer: answers[4] ?? '',
        figures: endpoints.slice(0, MOST_FIGURES).map(({ name, best, last }) => ({
          label: name,
          value: `last ${shareText(last)}, best ${shareText(best?.availability ?? null)}`,
        })),
        href,
      },
    ],
    outcome: { rule: outcome.rule, leansTo: outcome.initial === null ? null : outcome.leaning },
    evidenceAt: dataUpTo,
    ...(target !== null && {
      decision: `Begin with ${formatTarget(target)}${PERCENT} availability for the endpoints of ${service.slug} in ${deployment}, and look at it again.`,
      hypothesis: `Breaches of ${formatTarget(target)}${PERCENT} reflect what users notice: neither complaints without a breach nor breaches without one.`,
    }),
  }
}

function levelText({ level, slas, slos }: DependencyOnWire): string {
  return [`${levelWords[level]}.`, slos?.says, slas.says].filter(Boolean).join(' ')
}

const strengthWords = { strong: 'strong', between: 'in between', soft: 'soft' } as const
const failureWords = {
  apart: 'fails apart',
  together: 'fails together with others',
  'stand-in': 'has a stand-in',
} as const

function roleText({ answer: { strength, hasAdaptiveCapacity, failure } }: DependencyOnWire): string {
  const held = strength === null ? 'strength not answered, counted as strong' : strengthWords[strength]
  return `${held}, ${hasAdaptiveCapacity ? 'adaptive capacity in place' : 'no adaptive capacity'}, ${failureWords[failure]}`
}

function shareText(share: number | null): string {
  return share === null ? 'no figure' : `${formatReliability(share)}${PERCENT}`
}
