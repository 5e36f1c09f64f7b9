import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { accessQueries } from '../../api/access-queries.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { paths } from '../../url/paths.ts'

/** Reached by somebody who is known already; all others see the shell's own words in its place. */
export function SignInPage() {
  const me = useQuery(accessQueries.me()).data
  return (
    <>
      <PageHeader title="You are signed in" lede={me && `As ${me.name}.`} />
      <p>
        <Link className="link" {...paths.onCall()}>
          Go to On call
        </Link>
      </p>
    </>
  )
}
