import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { maturityQueries } from '../../../api/maturity-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import type { Maturity as MaturityData } from '../../../contract/maturity.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { MaturityView } from '../../../url/maturity-view.ts'
import { AspectDetail } from './aspect-detail.tsx'
import { AssessmentTable } from './assessment-table.tsx'
import { BeadTable } from './bead-table.tsx'
import { Dumbbells } from './dumbbells.tsx'
import { LookNext } from './look-next.tsx'
import { MaturityExport } from './maturity-export.tsx'
import { MaturityFilters } from './maturity-filters.tsx'
import styles from './maturity.module.css'
import { TrendTable } from './trend-table.tsx'

type MaturityProps = Readonly<{
  view: MaturityView
  onView: (change: Partial<MaturityView>) => void
  tabs: ReactNode
  /** The way to a new assessment, or why there is none. */
  begin: ReactNode
  mayAssess: boolean
}>

const SKELETON_LINES = 18

/** Two assessments compared: what moved up, what stayed, what slipped, and where coaching may look next. */
export function Maturity({ view, onView, tabs, begin, mayAssess }: MaturityProps) {
  const { team, before, now } = view
  const query = useQuery(
    maturityQueries.compared({
      ...(team !== null && { team }),
      ...(before !== null && { before }),
      ...(now !== null && { now }),
    }),
  )
  const known = useQuery(maturityQueries.evidence(team)).data
  const evidence = { items: known?.items ?? [], days: known?.days ?? 0 }
  return (
    <>
      <PageHeader
        title="Maturity"
        lede={query.data === undefined ? 'Two assessments compared' : <Answer answer={query.data.answer} />}
        end={
          <div className={styles['acts']}>
            {tabs}
            {query.data && (
              <MaturityExport maturity={query.data} evidence={evidence.items} days={evidence.days} />
            )}
            {begin}
          </div>
        }
      />
      <QueryPanel
        title="The assessments"
        query={query}
        skeleton={<Skeleton name="the assessments" lines={SKELETON_LINES} />}
      >
        {(maturity) => (
          <>
            <MaturityFilters maturity={maturity} view={view} onView={onView} />
            {maturity.now === null ? (
              <Notice kind="missing" title={`Nobody has finished an assessment of ${maturity.scopeName} yet`}>
                An assessment goes through 28 aspects in about ten minutes. Coaches and admins make one twice
                a year.
              </Notice>
            ) : (
              <Compared maturity={maturity} evidence={evidence} changedOnly={view.changedOnly} />
            )}
            <AssessmentTable mayAssess={mayAssess} onAssess={(assess) => onView({ assess, aspect: null })} />
          </>
        )}
      </QueryPanel>
    </>
  )
}

const figureOrWords = /\d+|\D+/g
const BOLD_FIGURES = 2

/** The first two figures are the conclusion. */
function Answer({ answer }: Readonly<{ answer: string }>) {
  const parts = [...answer.matchAll(figureOrWords)].map(({ index, 0: text }) => ({ index, text }))
  const bold = new Set(parts.filter(({ text }) => isFigure(text)).slice(0, BOLD_FIGURES))
  return (
    <span>{parts.map((part) => (bold.has(part) ? <b key={part.index}>{part.text}</b> : part.text))}</span>
  )
}

const isFigure = (text: string) => /^\d/.test(text)

type Evidence = Readonly<{ items: Parameters<typeof AspectDetail>[0]['evidence']; days: number }>
type ComparedProps = Readonly<{ maturity: MaturityData; evidence: Evidence; changedOnly: boolean }>

const leftDimensions = ['organization', 'people', 'technology']

function Compared({ maturity, evidence, changedOnly }: ComparedProps) {
  const { dimensions, aspects } = maturity
  const shown = aspects.filter(({ change }) => !changedOnly || (change !== null && change !== 'stagnating'))
  const isLeft = (dimension: string) => leftDimensions.includes(dimension)
  const table = (name: string, left: boolean) => (
    <BeadTable
      name={name}
      dimensions={dimensions.filter(({ dimension }) => isLeft(dimension) === left)}
      aspects={shown.filter(({ dimension }) => isLeft(dimension) === left)}
      detailOf={(aspect) => (
        <AspectDetail
          aspect={aspect}
          days={evidence.days}
          evidence={evidence.items.filter((one) => one.aspects.includes(aspect.aspect))}
        />
      )}
    />
  )
  return (
    <>
      <Dumbbells dimensions={dimensions} />
      {shown.length === 0 ? (
        <Notice kind="filtered" title="No aspect changed between the two">
          All 28 are there without “Only changed”.
        </Notice>
      ) : (
        <div className={styles['tables']}>
          {table('Aspects of organization, people and technology', true)}
          {table('Aspects of culture and process', false)}
        </div>
      )}
      <LookNext maturity={maturity} />
      <TrendTable maturity={maturity} />
    </>
  )
}
