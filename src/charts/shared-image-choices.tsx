import styles from './chart-image-menu.module.css'
import { ImageChoices } from './chart-image-menu.tsx'
import { useSharedImage } from './shared-image.tsx'

/** The graph of the page as an image, for a menu that shares it all. */
export function SharedImageChoices() {
  const chart = useSharedImage()
  if (chart === null) return null
  return (
    <section className={styles['shared']} aria-label="Image of the graph">
      <b>Image of the graph</b>
      <ImageChoices {...chart} />
    </section>
  )
}
