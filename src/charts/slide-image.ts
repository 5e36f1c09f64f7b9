import { chartImage, type ImageWords } from './chart-image.ts'

/** What programs for slides show without scaling. */
const SLIDE = { width: 1920, height: 1080 }
const MARGIN = 40

/** A part of a page as one slide: as large as it fits, on white. */
export async function slidePng(drawing: HTMLElement, words: ImageWords): Promise<Blob> {
  const { svg, width, height } = chartImage(drawing, words, 'white')
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = SLIDE.width
  canvas.height = SLIDE.height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The browser gives no canvas to draw on')
  const scale = Math.min((SLIDE.width - 2 * MARGIN) / width, (SLIDE.height - 2 * MARGIN) / height)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, SLIDE.width, SLIDE.height)
  context.drawImage(image, (SLIDE.width - width * scale) / 2, MARGIN, width * scale, height * scale)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser made no image of the page'))
      else resolve(blob)
    }, 'image/png')
  })
}
