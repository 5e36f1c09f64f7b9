import type { SetSlaView } from '../../../url/agreement-views.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import type { QuestionLink } from '../workflow/question.tsx'

type LinkName = 'recovery' | 'adherence' | 'depletion' | 'slas'

/** The pages of the indicators, with the filters of the workflow. Incidents know no contract. */
export function slaLinks({
  team,
  deployment,
  range,
  contract,
}: SetSlaView): Readonly<Record<LinkName, QuestionLink>> {
  const view = { team, deployment, range, contract }
  return {
    recovery: {
      words: 'Incident time to recovery trend',
      to: indicatorPaths.recoveryTrend({ team, deployment, range }),
    },
    adherence: { words: 'SLA adherence', to: indicatorPaths.slaAdherence(view) },
    depletion: { words: 'SLA error budget depletion', to: indicatorPaths.slaDepletion(view) },
    slas: { words: 'SLAs by service', to: indicatorPaths.slasByService({ team, deployment, contract }) },
  }
}
