type Pixel = Readonly<{ x: number; y: number }>

/** Less than the eye tells apart on any screen. */
const TOLERANCE_PX = 0.2

/**
 * Leaves out points that lie on the line between their neighbours (Ramer, Douglas and Peucker), to a fifth of a pixel: a
 * budget is level for days, and what a path costs it costs by the point, in every image of it as well.
 */
export function simplify(pixels: readonly Pixel[]): readonly Pixel[] {
  if (pixels.length <= 2) return pixels
  const isKept = new Uint8Array(pixels.length)
  isKept[0] = 1
  isKept[pixels.length - 1] = 1
  const spans: (readonly [number, number])[] = [[0, pixels.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span
    const farthest = farthestBetween(pixels, first, last)
    if (farthest === null) continue
    isKept[farthest] = 1
    spans.push([first, farthest], [farthest, last])
  }
  return pixels.filter((_, index) => isKept[index] === 1)
}

function farthestBetween(pixels: readonly Pixel[], first: number, last: number): number | null {
  const start = pixels[first]
  const end = pixels[last]
  if (!start || !end) return null
  const width = end.x - start.x
  const height = end.y - start.y
  const length = Math.hypot(width, height)
  let farthest: number | null = null
  let distance = TOLERANCE_PX
  for (let index = first + 1; index < last; index += 1) {
    const pixel = pixels[index]
    if (!pixel) continue
    const away =
      length === 0
        ? Math.hypot(pixel.x - start.x, pixel.y - start.y)
        : Math.abs(width * (start.y - pixel.y) - (start.x - pixel.x) * height) / length
    if (away > distance) {
      distance = away
      farthest = index
    }
  }
  return farthest
}
