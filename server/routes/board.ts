import type { CardBody } from '../../src/contract/board.ts'
import type { ApiContext, Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import { instantOf } from '../instant.ts'
import { RequestProblem } from '../problem.ts'
import { boardAnswer } from '../transformation/board-answer.ts'
import { BOARD_KEY, readCard, readPhases } from '../transformation/board-store.ts'
import { checkPhases } from '../transformation/phases-check.ts'

const readBoard: Route<'readBoard'> = async (_request, { deps, index }) => boardAnswer(deps, index)

/** The position of a team is its last move, so a mistake is the move that is not among them any more. */
const moveTeam: Route<'moveTeam'> = async ({ params: { team }, body }, context) => {
  const { deps, caller } = context
  const { to, seenVersion } = body
  const [{ body: card }, { body: columns }] = await Promise.all([
    readCard(deps.entries, team),
    readPhases(deps.entries),
  ])
  const current = card.moves.at(-1)?.to ?? null
  if (to === null) {
    if (current === null) throw wrongPlace('null', 'There is no move to take back', [])
    return writeCard(context, team, seenVersion, { ...card, moves: card.moves.slice(0, -1) })
  }
  const allowed = columns.phases.map(({ id }) => id)
  if (!allowed.includes(to)) throw wrongPlace(to, `There is no phase "${to}" on the board`, allowed)
  const move = { to, at: instantOf(deps.now()), by: caller.name }
  return writeCard(context, team, seenVersion, { ...card, moves: [...card.moves, move] })
}

const changeCard: Route<'changeCard'> = async ({ params: { team }, body }, context) => {
  const { deps, caller } = context
  const { seenVersion, reached, ...said } = body
  const [{ body: card }, { body: columns }] = await Promise.all([
    readCard(deps.entries, team),
    readPhases(deps.entries),
  ])
  const known = [...columns.phases, ...columns.retired].flatMap(({ measures }) =>
    measures.map(({ id }) => id),
  )
  const kept = card.reached.filter(({ measure }) => reached.includes(measure))
  const added = new Set(reached.filter((measure) => kept.every((other) => other.measure !== measure)))
  for (const measure of added) {
    if (known.includes(measure)) continue
    throw new RequestProblem('invalid-body', {
      detail: `There is no exit measure "${measure}"`,
      field: 'reached',
      value: measure,
      apiHint: 'GET /api/board names the exit measures of each phase',
    })
  }
  const now = { at: instantOf(deps.now()), by: caller.name }
  return writeCard(context, team, seenVersion, {
    moves: card.moves,
    reached: [...kept, ...[...added].map((measure) => ({ measure, ...now }))],
    ...said,
  })
}

const changePhases: Route<'changePhases'> = async ({ body }, { deps, caller, index }) => {
  const { seenVersion, ...phases } = body
  await checkPhases(phases, deps, index)
  const key = BOARD_KEY
  const { version } = await writeEntry(deps, caller, { kind: 'board-phases', key, seenVersion, body: phases })
  return { version }
}

const changePrerequisites: Route<'changePrerequisites'> = async ({ body }, { deps, caller }) => {
  const { seenVersion, held } = body
  const key = BOARD_KEY
  const draft = { kind: 'board-prerequisites', key, seenVersion, body: { held } } as const
  const { version } = await writeEntry(deps, caller, draft)
  return { version }
}

export const boardRoutes = { readBoard, moveTeam, changeCard, changePhases, changePrerequisites }

async function writeCard({ deps, caller }: ApiContext, team: string, seenVersion: number, body: CardBody) {
  const { version } = await writeEntry(deps, caller, { kind: 'team-card', key: team, seenVersion, body })
  return { version }
}

function wrongPlace(value: string, detail: string, allowed: readonly string[]): RequestProblem {
  return new RequestProblem('invalid-body', {
    detail,
    field: 'to',
    value,
    allowed: [...allowed],
    apiHint: 'GET /api/board names the phases, and where each team stands',
  })
}
