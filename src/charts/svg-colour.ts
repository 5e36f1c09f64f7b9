const canvas = () => document.createElement('canvas').getContext('2d', { willReadFrequently: true })

/** What the browser computed (oklch and the like) as the #rrggbb and the opacity that every program that reads SVG knows. */
export function colourReader(): (computed: string) => Readonly<{ colour: string; opacity: number }> | null {
  const context = canvas()
  const known = new Map<string, Readonly<{ colour: string; opacity: number }> | null>()
  return (computed) => {
    const found = known.get(computed)
    if (found !== undefined) return found
    const read = context === null || computed === 'none' ? null : readPixel(context, computed)
    known.set(computed, read)
    return read
  }
}

function readPixel(context: CanvasRenderingContext2D, computed: string) {
  context.clearRect(0, 0, 1, 1)
  context.fillStyle = computed
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  if (alpha === 0) return null
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')
  return { colour: `#${hex}`, opacity: Math.round((alpha / 255) * 100) / 100 }
}
