import * as z from 'zod/mini'

import * as board from './board.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

export const boardOperations = {
  readBoard: {
    path: '/api/board',
    query: none,
    response: board.boardSchema,
    summary: 'Where each team stands on its way to SRE, how it came there, and where many stand',
  },
  moveTeam: {
    method: 'PUT',
    path: '/api/board/{team}/place',
    query: none,
    body: board.moveBodySchema,
    response: board.enteredAnswerSchema,
    permission: { action: 'change-board', subject: 'team' },
    summary: 'Sets a team into a phase, or takes its last move back',
  },
  changeCard: {
    method: 'PUT',
    path: '/api/board/{team}/card',
    query: none,
    body: board.cardChangeSchema,
    response: board.enteredAnswerSchema,
    permission: { action: 'change-board', subject: 'team' },
    summary: 'What a team has reached in its phase, what comes next, and whether it is ready for SLOs',
  },
  changePhases: {
    method: 'PUT',
    path: '/api/board-phases',
    query: none,
    body: board.phasesChangeSchema,
    response: board.enteredAnswerSchema,
    permission: { action: 'change-board' },
    summary: 'The columns of the board: their names, order and exit measures',
  },
  changePrerequisites: {
    method: 'PUT',
    path: '/api/board-prerequisites',
    query: none,
    body: board.prerequisitesChangeSchema,
    response: board.enteredAnswerSchema,
    permission: { action: 'change-board' },
    summary: 'What must hold before all teams begin in parallel',
  },
} as const satisfies Readonly<Record<string, Operation>>
