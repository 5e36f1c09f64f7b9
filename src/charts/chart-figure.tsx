import { useId, useRef, type ReactNode } from 'react'

import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useSingleKey } from '../ui/use-single-key.ts'
import { ChartImageMenu, type ImageOf } from './chart-image-menu.tsx'
import styles from './chart-figure.module.css'
import { NOT_IN_IMAGE } from './not-in-image.ts'

export type ChartShow = 'chart' | 'table'

type ChartFigureProps = Readonly<{
  /** States what is shown: "Budget left, hour by hour". */
  title: string
  /** The title as a link, where the chart leads somewhere. */
  heading?: ReactNode
  headingLevel?: 'h2' | 'h3'
  note?: ReactNode
  /** One sentence that says what the picture says. */
  summary: string
  show: ChartShow
  onShow: (show: ChartShow) => void
  onDownload: () => void
  /** What its image says besides. */
  image: ImageOf
  /** Where the window was narrowed to a part: the way back. */
  onZoomOut?: (() => void) | undefined
  /** Where two stand side by side: one button turns to the table, and the download stands with it. */
  isCompact?: boolean
  table: ReactNode
  /** Gets the ids of the title and of the sentence, for the element that takes the focus. */
  children: (ids: Readonly<{ titleId: string; summaryId: string }>) => ReactNode
}>

const options = [
  { value: 'chart', label: 'Chart', icon: 'chart' },
  { value: 'table', label: 'Table', icon: 'table' },
] as const

const FIGURE = 'data-chart-figure'

/** Every chart goes through here: none ships without a name, a sentence, a table of the same figures and downloads. */
export function ChartFigure({
  title,
  heading,
  headingLevel: Heading = 'h2',
  note,
  summary,
  show,
  onShow,
  onDownload,
  image,
  onZoomOut,
  isCompact = false,
  table,
  children,
}: ChartFigureProps) {
  const titleId = useId()
  const summaryId = useId()
  const figure = useRef<HTMLElement>(null)
  const drawing = useRef<HTMLDivElement>(null)

  useSingleKey('t', () => {
    // Of several charts the one with the focus is meant.
    const isOnly = document.querySelectorAll(`[${FIGURE}]`).length === 1
    if (isOnly || figure.current?.contains(document.activeElement))
      onShow(show === 'chart' ? 'table' : 'chart')
  })

  return (
    <figure ref={figure} className={styles['figure']} aria-labelledby={titleId} {...{ [FIGURE]: '' }}>
      <div className={styles['head']}>
        <Heading id={titleId} className={styles['title']}>
          {heading ?? title}
        </Heading>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        <div className={styles['acts']} {...{ [NOT_IN_IMAGE]: '' }}>
          {onZoomOut && (
            <Button look="quiet" onClick={onZoomOut}>
              Zoom out
            </Button>
          )}
          {show === 'chart' && !isCompact && (
            <ChartImageMenu drawing={drawing} title={title} summary={summary} image={image} />
          )}
          {(!isCompact || show === 'table') && (
            <Button look="quiet" aria-label={`CSV of ${title}`} onClick={onDownload}>
              <Icon name="download" />
              CSV
            </Button>
          )}
          {isCompact ? (
            <Turn title={title} show={show} onShow={onShow} />
          ) : (
            <Segmented label={`${title} as`} options={options} value={show} onChange={onShow} />
          )}
        </div>
      </div>
      <p id={summaryId} className={styles['summary']}>
        {summary}
      </p>
      {show === 'chart' ? <div ref={drawing}>{children({ titleId, summaryId })}</div> : table}
    </figure>
  )
}

function Turn({ title, show, onShow }: Pick<ChartFigureProps, 'title' | 'show' | 'onShow'>) {
  const [other] = options.filter(({ value }) => value !== show)
  if (other === undefined) return null
  return (
    <Button look="quiet" aria-label={`${title} as ${other.value}`} onClick={() => onShow(other.value)}>
      <Icon name={other.icon} />
      {other.label}
    </Button>
  )
}
