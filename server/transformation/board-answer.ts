import type { Board, BoardCard } from '../../src/contract/board.ts'
import {
  adoptionShares,
  concentratedColumns,
  hasPractice,
  lastStepAt,
  phaseAt,
  weeksStuck,
  wholeWeeks,
} from '../../src/domain/board.ts'
import { GHOST_WEEKS } from '../../src/domain/board-phases.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { instantOf } from '../instant.ts'
import type { ApiDeps } from '../ports.ts'
import { readEvidence } from './board-evidence.ts'
import { readCards, readPhases, readPrerequisites } from './board-store.ts'

const GHOST_MS = GHOST_WEEKS * 7 * 24 * 3_600_000

export async function boardAnswer(deps: ApiDeps, index: CatalogIndex): Promise<Board> {
  const nowMs = deps.now()
  const [columns, cardOf, prerequisites, evidenceOf] = await Promise.all([
    readPhases(deps.entries),
    readCards(deps.entries),
    readPrerequisites(deps.entries),
    readEvidence(deps, index),
  ])
  const { phases, retired, stuckAfterWeeks } = columns.body

  const cards = index.catalog.teams.map(({ slug, name }): BoardCard => {
    const { body, version, changed } = cardOf(slug)
    const moves = body.moves.map(({ to, at }) => ({ to, at: Date.parse(at) }))
    const since = body.moves.at(-1)?.at ?? null
    const reachedAt = body.reached.map(({ at }) => Date.parse(at))
    return {
      team: slug,
      teamName: name,
      phase: phaseAt(moves, nowMs),
      since,
      weeksInPhase: since === null ? null : wholeWeeks(Date.parse(since), nowMs),
      phaseThen: phaseAt(moves, nowMs - GHOST_MS),
      weeksStuck: weeksStuck(lastStepAt(moves, reachedAt), nowMs, stuckAfterWeeks),
      ...body,
      evidence: evidenceOf(slug),
      version,
      changed,
    }
  })

  const teamsIn = phases.map(({ id }) =>
    cards
      .filter(({ phase }) => phase === id)
      .toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))
      .map(({ team }) => team),
  )
  const counts = teamsIn.map(({ length }) => length)
  const concentrated = concentratedColumns(counts)
  const practices = phases.flatMap(({ id, practice }, position) => {
    if (practice === null) return []
    const uses = ({ phase, reached }: BoardCard) =>
      hasPractice(phases, position, { phase, reached: reached.map(({ measure }) => measure) })
    return [{ phase: id, name: practice, teams: cards.filter(uses).map(({ team }) => team) }]
  })
  const shares = adoptionShares(
    practices.map(({ teams }) => teams.length),
    cards.length,
  )

  return {
    now: instantOf(nowMs),
    columns: phases.map((phase, column) => ({
      ...phase,
      measures: [...phase.measures],
      number: column + 1,
      teams: teamsIn[column] ?? [],
      countThen: cards.filter(({ phaseThen }) => phaseThen === phase.id).length,
      isConcentrated: concentrated.includes(column),
    })),
    retired: retired.map((phase) => ({ ...phase, measures: [...phase.measures] })),
    meanTeams: counts.reduce((sum, count) => sum + count, 0) / counts.length,
    stuckAfterWeeks,
    phases: { version: columns.version, changed: columns.changed },
    cards,
    practices: practices.map((practice, row) => ({ ...practice, share: shares[row] ?? null })),
    prerequisites: {
      ...prerequisites.body,
      version: prerequisites.version,
      changed: prerequisites.changed,
    },
  }
}
