import { Link } from '@tanstack/react-router'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import { Notice } from '../../ui/notice.tsx'
import { paths } from '../../url/paths.ts'
import type { SloView } from '../../url/slo-view.ts'

type WrongTeamProps = Readonly<{ team: string; history: BudgetHistory; view: SloView }>

/** Services move between teams; an old address still shows the SLO and says where it lives now. */
export function WrongTeam({ team, history, view }: WrongTeamProps) {
  if (team === history.team) return null
  return (
    <Notice
      kind="partial"
      title={`${history.service} belongs to ${history.teamName}, not to ${team}`}
      action={
        <Link className="link" {...paths.slo(history, view)}>
          Open it at its own address
        </Link>
      }
    />
  )
}
