import { useState } from 'react'

import { Button } from '../ui/button.tsx'
import { downloadBlob, downloadText } from '../ui/download-text.ts'
import { Segmented } from '../ui/segmented.tsx'
import { formatTime } from '../ui/time-format.ts'
import { useTimeZone } from '../ui/zone.tsx'
import type { DrawnChart } from './chart-image-menu.tsx'
import styles from './chart-image-menu.module.css'
import type { ImageGround } from './chart-image.ts'

const grounds = [
  { value: 'white', label: 'White' },
  { value: 'screen', label: 'As on screen' },
] as const

export function ImageChoices({ drawing, title, summary, image }: DrawnChart) {
  const timeZone = useTimeZone()
  const [ground, setGround] = useState<ImageGround>('white')
  const [failure, setFailure] = useState<string | null>(null)

  async function save(kind: 'png' | 'svg') {
    if (drawing.current === null) return
    // Code that few ask for, and none before they do.
    const { chartImage, pngOf } = await import('./chart-image.ts')
    const upTo = formatTime(Date.parse(image.dataUpTo), 'full', timeZone)
    const foot = `Data up to ${upTo}. SRE Indicators, ${location.host}`
    const made = chartImage(drawing.current, { title, summary, selection: image.selection, foot }, ground)
    const name = `${image.fileName}.${kind}`
    if (kind === 'svg') downloadText(name, 'image/svg+xml', made.svg)
    else downloadBlob(name, await pngOf(made))
    setFailure(null)
  }

  const tried = (kind: 'png' | 'svg') => () => {
    save(kind).catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)))
  }

  return (
    <div className={styles['choices']}>
      <span className="muted">Background</span>
      <Segmented label="Background of the image" options={grounds} value={ground} onChange={setGround} />
      <span className="muted">Save as</span>
      <span className={styles['kinds']}>
        <Button onClick={tried('png')}>PNG</Button>
        <Button onClick={tried('svg')}>SVG</Button>
      </span>
      {failure !== null && (
        <p role="alert" className={styles['failure']}>
          No image was made: {failure}
        </p>
      )}
    </div>
  )
}
