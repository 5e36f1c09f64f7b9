import type { RefObject } from 'react'

import { buttonClass } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Icon } from '../ui/icon.tsx'
import { later } from '../ui/later.tsx'
import { useAsSharedImage } from './shared-image.tsx'

/** What an image of a chart must say beside its title, and how its file is called. */
export type ImageOf = Readonly<{
  fileName: string
  /** What the figures are of, in words. */
  selection: string
  /** An instant: how far the data go. */
  dataUpTo: string
}>

/** A chart on the screen, and all that an image of it says. */
export type DrawnChart = Readonly<{
  /** The element that holds the drawing as it is shown. */
  drawing: RefObject<HTMLElement | null>
  title: string
  summary: string
  image: ImageOf
}>

export const ImageChoices = later(async () => (await import('./chart-image-choices.tsx')).ImageChoices)

/** The drawing as a file, for wherever figures are talked about. */
export function ChartImageMenu(props: DrawnChart) {
  useAsSharedImage(props)
  return (
    <Disclosure
      align="end"
      className={buttonClass('quiet')}
      onNear={ImageChoices.preload}
      name={`Image of ${props.title}`}
      label={
        <>
          <Icon name="download" />
          Image
        </>
      }
    >
      {() => <ImageChoices {...props} />}
    </Disclosure>
  )
}
