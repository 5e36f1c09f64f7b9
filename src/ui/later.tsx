import { useEffect, useState, type ComponentType, type ReactNode } from 'react'

type Later<Props> = ComponentType<Props> & Readonly<{ preload: () => void }>

/**
 * A part that most visits never open, so that the first page does not carry it. Whoever may open it preloads it when pointer
 * or focus come near; then it is drawn at once. (React's own lazy would suspend once more, and a menu is placed by its size.)
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): Later<Props> {
  let part: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined

  async function ready(): Promise<void> {
    try {
      part = await load()
    } catch (error) {
      // The next attempt may find the network again.
      loading = undefined
      throw error
    }
  }

  function begin(): Promise<void> {
    loading ??= ready()
    return loading
  }

  function LaterPart(props: Props) {
    const [shown, setShown] = useState<'loading' | 'here' | 'failed'>(part ? 'here' : 'loading')
    useEffect(() => {
      begin().then(
        () => setShown('here'),
        () => setShown('failed'),
      )
    }, [])
    const Part = part
    if (shown === 'failed') return <p role="alert">This part could not be loaded. Reload the page.</p>
    return Part ? <Part {...props} /> : waiting
  }

  LaterPart.preload = () => void begin().catch(() => undefined)
  return LaterPart
}
