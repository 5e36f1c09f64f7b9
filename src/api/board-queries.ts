import { boardOperations } from '../contract/board-operations.ts'
import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'

import type { BodyOf } from '../contract/operations.ts'
import { apiOf } from './http.ts'
import { liveInterval } from './query-client.ts'

const callApi = apiOf(boardOperations)

export const boardQueries = {
  board: () =>
    queryOptions({
      queryKey: ['board'],
      queryFn: ({ signal }) => callApi('readBoard', { params: {}, query: {}, signal }),
      refetchInterval: liveInterval,
    }),
}

type TeamChange<Body> = Readonly<{ team: string; body: Body }>

/** Everything on the board follows from it. */
async function onSuccess(
  _made: unknown,
  _sent: unknown,
  _before: unknown,
  { client }: Readonly<{ client: QueryClient }>,
) {
  await client.invalidateQueries({ queryKey: boardQueries.board().queryKey })
}

export const boardChanges = {
  move: () =>
    mutationOptions({
      mutationFn: ({ team, body }: TeamChange<BodyOf<'moveTeam'>>) =>
        callApi('moveTeam', { params: { team }, query: {}, body }),
      onSuccess,
    }),

  card: () =>
    mutationOptions({
      mutationFn: ({ team, body }: TeamChange<BodyOf<'changeCard'>>) =>
        callApi('changeCard', { params: { team }, query: {}, body }),
      onSuccess,
    }),

  phases: () =>
    mutationOptions({
      mutationFn: (body: BodyOf<'changePhases'>) => callApi('changePhases', { params: {}, query: {}, body }),
      onSuccess,
    }),

  prerequisites: () =>
    mutationOptions({
      mutationFn: (body: BodyOf<'changePrerequisites'>) =>
        callApi('changePrerequisites', { params: {}, query: {}, body }),
      onSuccess,
    }),
}
