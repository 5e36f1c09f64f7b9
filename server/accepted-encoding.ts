export type Encoding = 'br' | 'gzip'

/** The first of the offered encodings that the client takes; "gzip;q=0" is a refusal. */
export function acceptedEncoding(
  acceptEncoding: string | null,
  offered: readonly Encoding[],
): Encoding | undefined {
  const taken = new Map(
    (acceptEncoding ?? '').split(',').map((part) => {
      const [name = '', ...settings] = part.split(';').map((word) => word.trim().toLowerCase())
      const quality = settings.find((setting) => setting.startsWith('q='))
      return [name, quality === undefined || Number(quality.slice(2)) > 0]
    }),
  )
  return offered.find((encoding) => taken.get(encoding) ?? taken.get('*') ?? false)
}
