import type { TeamTighteningOnWire } from '../../../contract/set-sla.ts'
import { Absent } from '../../../ui/absent.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'

type StepAnswerProps = Readonly<{ answer: TeamTighteningOnWire['steps']['kept'] }>

export function StepAnswer({ answer }: StepAnswerProps) {
  switch (answer) {
    case null:
      return <Absent reason="Not asked: the step before was not positive" />
    case 'positive':
      return <StateBadge state="fulfilled">Positive</StateBadge>
    case 'negative':
      return <StateBadge state="broken">Negative</StateBadge>
    case 'unclear':
      return <StateBadge state="no-data">Unclear</StateBadge>
  }
}
