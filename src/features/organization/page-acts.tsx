import { useState, type RefObject } from 'react'

import { Button } from '../../ui/button.tsx'
import { downloadBlob } from '../../ui/download-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { useTimeZone } from '../../ui/zone.tsx'

type PageActsProps = Readonly<{
  page: RefObject<HTMLElement | null>
  title: string
  selection: string
  /** Null until the page has its figures. */
  dataUpTo: string | null
}>

/** The page for where it is talked about: on paper or as one slide. */
export function PageActs({ page, title, selection, dataUpTo }: PageActsProps) {
  const timeZone = useTimeZone()
  const [failure, setFailure] = useState<string | null>(null)

  async function save() {
    if (page.current === null || dataUpTo === null) return
    // Code that few ask for, and none before they do.
    const { slidePng } = await import('../../charts/slide-image.ts')
    const foot = `Data up to ${formatTime(Date.parse(dataUpTo), 'full', timeZone)}. SRE Indicators, ${location.host}`
    downloadBlob('organization.png', await slidePng(page.current, { title, selection, summary: '', foot }))
    setFailure(null)
  }

  return (
    <>
      {failure !== null && <span role="alert">No slide was made: {failure}</span>}
      <Button
        disabled={dataUpTo === null}
        onClick={() => {
          save().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)))
        }}
      >
        <Icon name="download" />
        Slide
      </Button>
      <Button onClick={() => window.print()}>Print</Button>
    </>
  )
}
