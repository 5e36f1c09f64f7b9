import { indicatorNames } from '../../../url/indicator-names.ts'
import type { SreCapacityView } from '../../../url/agreement-views.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import type { QuestionLink } from '../workflow/question.tsx'

type LinkName = 'adherence' | 'onCall' | 'tickets' | 'recovery'

/** The pages of the indicators, with the filters of the workflow. */
export function capacityLinks(view: SreCapacityView): Readonly<Record<LinkName, QuestionLink>> {
  const { team, deployment, range } = view
  const filters = { team, deployment, range }
  return {
    adherence: { words: 'SLO adherence', to: indicatorPaths.sloAdherence(filters) },
    onCall: {
      words: indicatorNames['on-call-rotations'],
      to: indicatorPaths.onCallRotations({ team, deployment }),
    },
    tickets: { words: indicatorNames['support-tickets'], to: indicatorPaths.supportTickets(filters) },
    recovery: { words: 'Incident time to recovery trend', to: indicatorPaths.recoveryTrend(filters) },
  }
}
