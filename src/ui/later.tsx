import { useEffect, useState, type ComponentType, type ReactNode } from 'react'

import { Button } from './button.tsx'

/** `again`: it failed, and is tried once more while what says so stays, with the focus in it. */
type Shown = 'loading' | 'here' | 'failed' | 'again'

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
    const [shown, setShown] = useState<Shown>(part ? 'here' : 'loading')
    const load = () =>
      begin().then(
        () => setShown('here'),
        () => setShown('failed'),
      )
    useEffect(() => {
      void load()
    }, [])
    const Part = part
    if (Part) return <Part {...props} />
    if (shown === 'loading') return waiting
    return (
      <p role="alert">
        This part could not be loaded.{' '}
        <Button
          look="quiet"
          aria-disabled={shown === 'again'}
          onClick={() => {
            if (shown === 'again') return
            setShown('again')
            void load()
          }}
        >
          {shown === 'again' ? 'Trying' : 'Try again'}
        </Button>
      </p>
    )
  }

  LaterPart.preload = () => void begin().catch(() => undefined)
  return LaterPart
}
