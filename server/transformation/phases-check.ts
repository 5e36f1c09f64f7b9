import type { PhasesBody } from '../../src/contract/board.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { ApiDeps } from '../ports.ts'
import { RequestProblem } from '../problem.ts'
import { readCards, readPhases } from './board-store.ts'

/** A column with teams in it cannot go, and one that ever was is kept, so that the history of teams keeps its words. */
export async function checkPhases(
  sent: PhasesBody,
  { entries }: ApiDeps,
  { catalog }: CatalogIndex,
): Promise<void> {
  const all = [...sent.phases, ...sent.retired]
  refuseTwins(
    'phases',
    all.map(({ id }) => id),
  )
  refuseTwins(
    'measures',
    all.flatMap(({ measures }) => measures.map(({ id }) => id)),
  )
  const [{ body }, cardOf] = await Promise.all([readPhases(entries), readCards(entries)])
  const lost = [...body.phases, ...body.retired].find((known) => all.every(({ id }) => id !== known.id))
  if (lost !== undefined) {
    throw new RequestProblem('invalid-body', {
      detail: `The phase "${lost.name}" is missing`,
      field: 'retired',
      value: lost.id,
      hint: 'A phase is never dropped: send it among `retired`',
    })
  }
  for (const { id, name } of sent.retired) {
    const teams = catalog.teams.filter(({ slug }) => cardOf(slug).body.moves.at(-1)?.to === id)
    if (teams.length > 0) {
      throw new RequestProblem('conflict', {
        detail: `"${name}" cannot be retired while teams stand in it: ${teams.map((team) => team.name).join(', ')}`,
        field: 'retired',
        value: id,
        hint: 'Move them first',
      })
    }
  }
}

function refuseTwins(field: string, ids: readonly string[]): void {
  const twin = ids.find((id, position) => ids.indexOf(id) !== position)
  if (twin === undefined) return
  throw new RequestProblem('invalid-body', {
    detail: `The id "${twin}" occurs twice`,
    field,
    value: twin,
    hint: 'Ids are unique over all phases, retired ones too',
  })
}
