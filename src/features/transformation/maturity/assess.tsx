import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { maturityQueries } from '../../../api/maturity-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { MaturityView } from '../../../url/maturity-view.ts'
import { paths } from '../../../url/paths.ts'
import { AssessForm } from './assess-form.tsx'

type AssessProps = Readonly<{
  id: string
  view: MaturityView
  onView: (change: Partial<MaturityView>, options?: Readonly<{ replace?: boolean }>) => void
  /** Why the viewer may not; null where they may. */
  whyNot: string | null
}>

const SKELETON_LINES = 14

/** One assessment in hand: 28 aspects, one after the other. */
export function Assess({ id, view, onView, whyNot }: AssessProps) {
  const list = useQuery({ ...maturityQueries.assessments(), refetchOnMount: 'always' })
  const worded = useQuery(maturityQueries.compared({}))
  // The form begins from it once: what is remembered from before is without what was saved on leaving.
  const found = list.isFetchedAfterMount ? list.data?.items.find((one) => one.id === id) : undefined
  if (whyNot !== null) {
    return (
      <>
        <PageHeader title="Assessment of maturity" lede={id} />
        <Notice kind="forbidden" title="Assessments are made by coaches" action={<BackLink />}>
          {whyNot}.
        </Notice>
      </>
    )
  }
  if (list.data !== undefined && found === undefined && !list.isFetching) {
    return (
      <>
        <PageHeader title="Assessment of maturity" lede={id} />
        <Notice kind="missing" title="There is no such assessment" action={<BackLink />}>
          It may have been taken back, or was begun under another name.
        </Notice>
      </>
    )
  }
  return (
    <>
      {(found === undefined || worded.data === undefined) && (
        <PageHeader title="Assessment of maturity" lede={id} />
      )}
      <QueryPanel
        title="The assessment"
        query={worded}
        skeleton={<Skeleton name="the assessment" lines={SKELETON_LINES} />}
      >
        {({ aspects, texts }) =>
          found === undefined ? (
            <Skeleton name="the assessment" lines={SKELETON_LINES} />
          ) : (
            <AssessForm
              key={id}
              initial={found}
              earlier={list.data?.items ?? []}
              aspects={aspects}
              textsVersion={texts.version}
              view={view}
              onView={onView}
            />
          )
        }
      </QueryPanel>
    </>
  )
}

function BackLink() {
  return (
    <Link className="link" {...paths.maturity()}>
      All assessments, compared
    </Link>
  )
}
