import { ApiError } from '../../api/http.ts'
import { Notice } from '../../ui/notice.tsx'

type RefusedChangeProps = Readonly<{ title: string; error: Error | null }>

/** Why a change was not made, where it was asked for; what was filled in stays. */
export function RefusedChange({ title, error }: RefusedChangeProps) {
  if (error === null) return null
  return (
    <Notice kind="error" title={title}>
      {error.message}. {error instanceof ApiError ? error.problem.hint : 'Nothing was changed; try again.'}
    </Notice>
  )
}
