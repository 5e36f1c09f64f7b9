import { parseBottleneckId, type BottleneckSubject } from '../../src/domain/bottleneck.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { RequestProblem } from '../problem.ts'

/** With the team that decides on it. */
export type OwnedSubject = BottleneckSubject & Readonly<{ owner: string }>

/** Null where there is no such team, service or component. */
export function subjectNamed(id: string, index: CatalogIndex): OwnedSubject | null {
  const about = parseBottleneckId(id)
  if (about === null) return null
  if (about.side === 'efficiency') return index.teams.has(about.team) ? { ...about, owner: about.team } : null
  const owner = index.services.get(about.service)?.team
  return owner === undefined || !index.slis.has(about.sli) ? null : { ...about, owner }
}

export function ownerOfBottleneck(id: string, index: CatalogIndex): string {
  const subject = subjectNamed(id, index)
  if (subject !== null) return subject.owner
  throw new RequestProblem('not-found', {
    detail: `There is no bottleneck "${id}"`,
    field: 'bottleneck',
    value: id,
    hint: 'It is cd.COMPONENT.TEAM or sre.SLI.SERVICE',
    apiHint: 'GET /api/bottlenecks lists those that data show',
  })
}
