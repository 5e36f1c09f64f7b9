import { Link } from '@tanstack/react-router'

import { ApiError } from '../../api/http.ts'
import { Notice } from '../../ui/notice.tsx'
import { paths } from '../../url/paths.ts'

/** The answer was that no service has this name, not that its measurements could not be read. */
export function isUnknownService(error: Error | null): error is ApiError {
  return error instanceof ApiError && error.problem.field === 'service'
}

export function UnknownService({ service, error }: Readonly<{ service: string; error: ApiError }>) {
  return (
    <Notice
      kind="missing"
      title={`There is no service named ${service}`}
      action={
        <Link className="link" {...paths.explore()}>
          All budgets
        </Link>
      }
    >
      {error.problem.hint}
    </Notice>
  )
}
