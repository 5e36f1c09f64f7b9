import { useRef } from 'react'

import type { FeaturesOrReliability, FindingOnWire } from '../../../contract/features-or-reliability.ts'
import type { ShortlistList } from '../../../domain/shortlist.ts'
import { useRowKeys } from '../../../ui/use-row-keys.ts'
import { useSingleKey } from '../../../ui/use-single-key.ts'
import type { PlanningView } from '../../../url/planning-view.ts'
import styles from './features-or-reliability.module.css'
import { FindingList } from './finding-list.tsx'
import { indicatorLink, spanName } from './list-words.ts'

const HOUR_MS = 3_600_000

type QuestionSheetProps = Readonly<{
  answer: FeaturesOrReliability
  view: PlanningView
  /** Whether it is picked is in the address; what follows of it, in the answer to come. */
  isPicked: (list: ShortlistList, row: FindingOnWire, isNext: boolean) => boolean
  onPick: (list: ShortlistList, row: FindingOnWire, isPicked: boolean, isNext: boolean) => void
  onQuestion: (question: number) => void
}>

export function QuestionSheet({ answer, view, isPicked, onPick, onQuestion }: QuestionSheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const { lists, period, periods } = answer
  const periodHours = period === null ? 1 : (Date.parse(period.end) - Date.parse(period.start)) / HOUR_MS
  useRowKeys(sheet)
  useSingleKey('x', () => {
    // The row that has the focus, by whichever of its controls.
    const row = document.activeElement?.closest('[data-finding]')
    if (row && sheet.current?.contains(row))
      row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
  })

  return (
    <>
      <div
        ref={sheet}
        className={styles['sheet']}
        onFocus={(event) => {
          const question = event.target.closest<HTMLElement>('[data-question]')?.dataset['question']
          if (question !== undefined) onQuestion(Number(question))
        }}
      >
        {lists.map((list) => (
          <FindingList
            key={list.list}
            list={list}
            span={list.list === 'most-broken' ? spanName(periods) : (period?.name ?? '')}
            picks={answer.picks}
            periodHours={periodHours}
            indicator={indicatorLink(list.list, answer, view)}
            isPicked={(row) => isPicked(list.list, row, row.id === list.next?.id)}
            onPick={(row, picked) => onPick(list.list, row, picked, row.id === list.next?.id)}
          />
        ))}
      </div>
      <p className={styles['note']}>
        A large loss in one hour that still leaves budget at the end shows up only in question 3. Questions 4
        and 5 catch endpoints whose SLO is missing or too loose.
      </p>
    </>
  )
}
