import { ApiError } from './http.ts'
import { Notice } from '../ui/notice.tsx'

type RefusedChangeProps = Readonly<{ title: string; error: Error | null }>

/** Why a change was not made, where it was asked for; what was filled in stays. */
export function RefusedChange({ title, error }: RefusedChangeProps) {
  if (error === null) return null
  return (
    <Notice kind="error" title={title}>
      {error.message}. {error instanceof ApiError ? error.problem.hint : 'Nothing was changed; try again.'}
      {error instanceof ApiError && <Allowed values={error.problem.allowed ?? []} />}
    </Notice>
  )
}

/** Few enough to be read; more of them are a list for machines. */
const MOST_SHOWN = 12

function Allowed({ values }: Readonly<{ values: readonly string[] }>) {
  if (values.length === 0 || values.length > MOST_SHOWN) return null
  return <> Right would be: {values.join('; ')}.</>
}
