import { useState } from 'react'

import type { FindingOnWire, ShortlistListOnWire } from '../../../contract/features-or-reliability.ts'
import { formatCount, formatTarget } from '../../../domain/format.ts'
import { Button } from '../../../ui/button.tsx'
import { RowCheckbox } from '../../../ui/checkbox.tsx'
import { Latency } from '../../../ui/endpoint-figures.tsx'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { StateGlyph } from '../../../ui/state-glyph.tsx'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { ROW_MARK } from '../../../ui/use-row-keys.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { QuestionNumber } from '../question-number.tsx'
import { findingPath } from './finding-path.ts'
import { badness, FindingBar, FindingFigure, scaleOf } from './finding-figure.tsx'
import styles from './finding-list.module.css'
import { findingName, listWords } from './list-words.ts'

type FindingListProps = Readonly<{
  list: ShortlistListOnWire
  /** "P11", "P1–P11". */
  span: string
  picks: number
  periodHours: number
  indicator: Parameters<typeof CellLink>[0]
  isPicked: (row: FindingOnWire) => boolean
  onPick: (row: FindingOnWire, isPicked: boolean) => void
}>

/** Ties are all kept; so many more rows than were asked for are shown at first. */
const TIES_SHOWN = 3

/** One question: its first rows, what comes next, and the way to the page of its indicator. */
export function FindingList({
  list,
  span,
  picks,
  periodHours,
  indicator,
  isPicked,
  onPick,
}: FindingListProps) {
  const [isWhole, setIsWhole] = useState(false)
  const { question, figure, indicator: indicatorName } = listWords[list.list]
  const scale = scaleOf(list, periodHours)
  const shown = isWhole ? list.rows : list.rows.slice(0, picks + TIES_SHOWN)
  const row = (finding: FindingOnWire, isNext = false) => (
    <FindingRow
      key={finding.id}
      list={list}
      row={finding}
      rank={isNext ? list.rows.length + 1 : null}
      isPicked={isPicked(finding)}
      share={scale === 0 ? 0 : badness(list.list, finding, periodHours) / scale}
      onPick={onPick}
    />
  )
  return (
    <section className={styles['list']} data-question={list.question} aria-labelledby={`list-${list.list}`}>
      <div className={styles['head']}>
        <QuestionNumber>{list.question}</QuestionNumber>
        <h2 id={`list-${list.list}`} tabIndex={-1}>
          {question}
        </h2>
        <span className={styles['span']}>
          {span}
          {list.question > 3 && ', no SLO needed'}
        </span>
      </div>
      {list.empty === null ? (
        <table className={styles['table']}>
          <caption>
            <VisuallyHidden>{question}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <CellLink className={styles['more']} {...indicator}>
                  {list.rankedCount > list.rows.length
                    ? `All ${formatCount(list.rankedCount)} in ${indicatorName}`
                    : indicatorName}
                </CellLink>
              </th>
              <th scope="col">{figure}</th>
              {list.list === 'slowest' && <th scope="col">Longest</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((finding) => row(finding))}
            {shown.length === list.rows.length && list.next !== null && row(list.next, true)}
          </tbody>
        </table>
      ) : (
        <>
          <p className={styles['empty']}>
            {list.empty.isGood && <StateGlyph state="fulfilled" />}
            <span>{list.empty.says}</span>
          </p>
          {list.next !== null && <Closest row={list.next} />}
          <CellLink className={styles['more']} {...indicator}>
            {indicatorName}
          </CellLink>
        </>
      )}
      {shown.length < list.rows.length && (
        <Button onClick={() => setIsWhole(true)}>
          Show {formatCount(list.rows.length - shown.length)} more that tie
        </Button>
      )}
    </section>
  )
}

type FindingRowProps = Readonly<{
  list: ShortlistListOnWire
  row: FindingOnWire
  /** Of the one that comes next. */
  rank: number | null
  isPicked: boolean
  share: number
  onPick: FindingListProps['onPick']
}>

function FindingRow({ list, row, rank, isPicked, share, onPick }: FindingRowProps) {
  return (
    <tr {...ROW_MARK} data-finding={row.id} className={rank === null ? undefined : styles['next']}>
      <th scope="row">
        <span className={styles['pick']}>
          <RowCheckbox
            label={`${findingName(row)} on the shortlist`}
            isChecked={isPicked}
            onChange={(picked) => onPick(row, picked)}
          />
          <CellLink className={styles['name']} title={findingName(row)} {...findingPath(row)}>
            <span>
              {rank !== null && `${ordinal(rank)}: `}
              <b>{row.service}</b> <EndpointName verb={row.endpoint.verb} path={row.endpoint.path} />
            </span>{' '}
            <small>{details(row)}</small>
          </CellLink>
        </span>
      </th>
      <td>
        <FindingBar list={list.list} share={share} />
        <FindingFigure list={list.list} row={row} />
      </td>
      {list.list === 'slowest' && (
        <td>
          <Latency ms={row.longestMs} />
        </td>
      )}
    </tr>
  )
}

/** Of a list that is empty because all went well. */
function Closest({ row }: Readonly<{ row: FindingOnWire }>) {
  return (
    <p className={styles['closest']}>
      Closest: <CellLink {...findingPath(row)}>{findingName(row)}</CellLink>{' '}
      <FindingFigure list="deepest" row={row} /> left
    </p>
  )
}

/** What tells rows of an endpoint apart; of few requests one more or less moves the figure. */
function details({ slo, deployment, requests, isLowTraffic }: FindingOnWire): string {
  if (slo !== null) return `${slo.sliName} ${formatTarget(slo.target)}${NARROW_SPACE}%, ${deployment}`
  if (requests === null) return deployment
  return `${deployment}, ${isLowTraffic ? 'only ' : ''}${formatCount(requests)} requests`
}

function ordinal(rank: number): string {
  const isTeen = rank % 100 > 10 && rank % 100 < 14
  const ending = isTeen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[rank % 10]
  return `${rank}${ending ?? 'th'}`
}
