import { useLocation } from '@tanstack/react-router'

import { usePresent } from '../../api/present.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ShareChoices } from '../../ui/share-choices.tsx'
import { hasOwnShare } from '../../url/frozen-search.ts'
import { useShareLinks } from '../../url/use-share-links.ts'

/** On every page that does not share what it lists by itself. */
export function CopyLink() {
  const isShared = useLocation({ select: ({ pathname }) => hasOwnShare(pathname) })
  if (isShared) return null
  return (
    <Disclosure
      align="end"
      className={buttonClass('quiet')}
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

function CopyChoices() {
  return <ShareChoices {...useShareLinks(usePresent())} />
}
