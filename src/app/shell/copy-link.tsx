import { useLocation } from '@tanstack/react-router'

import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { later } from '../../ui/later.tsx'
import { hasOwnShare } from '../../url/own-share.ts'
import { preloadShareLinks } from '../../url/use-share-links.ts'

const CopyChoices = later(async () => (await import('./copy-choices.tsx')).CopyChoices)

function preload() {
  CopyChoices.preload()
  preloadShareLinks()
}

/** On every page that does not share what it lists by itself. */
export function CopyLink() {
  const isShared = useLocation({ select: ({ pathname }) => hasOwnShare(pathname) })
  if (isShared) return null
  return (
    <Disclosure
      align="end"
      className={buttonClass('quiet')}
      onNear={preload}
      label={
        <>
          <Icon name="link" />
          <span>Copy link</span>
        </>
      }
    >
      {() => <CopyChoices />}
    </Disclosure>
  )
}
