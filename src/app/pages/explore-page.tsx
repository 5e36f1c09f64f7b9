import { useParams } from '@tanstack/react-router'

import { Explore } from '../../features/budgets/explore.tsx'
import { ANY } from '../../url/paths.ts'

export function ExplorePage() {
  const params = useParams({ strict: false })
  const levels = (['team', 'deployment', 'service', 'sli', 'slo'] as const).flatMap((level) => {
    const value = params[level]
    return value === undefined || value === ANY ? [] : [[level, value]]
  })
  return <Explore scope={Object.fromEntries(levels)} />
}
