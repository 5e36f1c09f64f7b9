import { ApiError } from '../../api/http.ts'

/** What somebody else entered in the meantime, where that is why a change was refused. */
export function movedOn(error: Error | null) {
  return error instanceof ApiError ? (error.problem.current ?? null) : null
}
