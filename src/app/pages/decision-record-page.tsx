import { useParams } from '@tanstack/react-router'

import { DecisionRecord } from '../../features/decisions/records/record.tsx'

export function DecisionRecordPage() {
  const { decision } = useParams({ from: '/decisions/records/$decision' })
  return <DecisionRecord key={decision} id={decision} />
}
