import type { ReactNode } from 'react'

import type { SloBreachDetail } from '../../contract/slo-breaches.ts'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { BreachFacts } from './breach-facts.tsx'
import { BreachNeighbours } from './breach-neighbours.tsx'
import { BreachReports } from './breach-reports.tsx'
import { BreachSentence } from './breach-sentence.tsx'
import { PreviousBreaches } from './previous-breaches.tsx'
import { ReviewHistory, ReviewSection } from './reviews-section.tsx'

type BreachBodyProps = Readonly<{
  detail: SloBreachDetail
  /** The budget around it. */
  chart: ReactNode
  whyNot: ReactNode
  changeTarget: ReactNode
}>

/** The evidence left, what people make of it right. */
export function BreachBody({ detail, chart, whyNot, changeTarget }: BreachBodyProps) {
  return (
    <>
      <BreachSentence detail={detail} />
      <TwoColumns
        main={
          <>
            <BreachFacts detail={detail} />
            {chart}
            <BreachNeighbours detail={detail} />
            <PreviousBreaches detail={detail} />
            <BreachReports detail={detail} />
          </>
        }
        beside={
          <>
            <ReviewSection detail={detail} whyNot={whyNot} changeTarget={changeTarget} />
            <ReviewHistory detail={detail} />
          </>
        }
      />
    </>
  )
}
