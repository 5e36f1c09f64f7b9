import type { ApiDeps } from './ports.ts'
import { RequestProblem } from './problem.ts'

type Named = Readonly<{ slo?: string; deployment?: string | null }>

/** Of an SLO that is not there any more it is said since when, by whom and why: frozen lists still lead to it. */
export async function tellingArchived<Answer>(
  { archived }: Pick<ApiDeps, 'archived'>,
  { slo, deployment = null }: Named,
  answering: Promise<Answer>,
): Promise<Answer> {
  try {
    return await answering
  } catch (error) {
    if (!(error instanceof RequestProblem) || error.code !== 'not-found' || slo === undefined) throw error
    const gone = (await archived?.(slo, deployment)) ?? null
    if (gone === null) throw error
    const where = gone.isWhole || deployment === null ? '' : ` in "${deployment}"`
    throw new RequestProblem('not-found', {
      ...error.details,
      detail: `The SLO "${slo}"${where} was archived at ${gone.at} by ${gone.by}: ${gone.reason}`,
      archived: { at: gone.at, by: gone.by, reason: gone.reason },
    })
  }
}
