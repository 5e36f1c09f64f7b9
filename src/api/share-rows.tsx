import { buttonClass } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Icon } from '../ui/icon.tsx'
import { later } from '../ui/later.tsx'
import type { SharePanel, ShareRowsProps } from './share-panel.tsx'

const LaterPanel = later(async () => (await import('./share-panel.tsx')).SharePanel)
// The assertion only keeps the type parameter that the type of what comes later forgets.
const Panel = LaterPanel as typeof SharePanel

/** A list to take along: as a link, as a file, as a table for a wiki. */
export function ShareRows<Row>(props: ShareRowsProps<Row>) {
  function preload() {
    LaterPanel.preload()
    props.links.preload()
  }

  return (
    <Disclosure
      align="end"
      className={buttonClass()}
      isKept
      onNear={preload}
      label={
        <>
          <Icon name="share" />
          Share
        </>
      }
    >
      {(_close, isOpen) => <Panel {...props} isOpen={isOpen} />}
    </Disclosure>
  )
}
