import { useState } from 'react'

import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MenuList } from '../../ui/menu-list.tsx'
import styles from './copy-link.module.css'
import { useShareLinks } from './use-share-links.ts'

export function CopyLink() {
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
  const { live, frozen } = useShareLinks()
  const [result, setResult] = useState<Readonly<{ link: string; isCopied: boolean }> | null>(null)

  function copy(link: string) {
    navigator.clipboard.writeText(link).then(
      () => setResult({ link, isCopied: true }),
      () => setResult({ link, isCopied: false }),
    )
  }

  return (
    <>
      <MenuList name="Copy a link to this view">
        <li>
          <button type="button" onClick={() => copy(live)}>
            Live: the present, whenever it is opened
          </button>
        </li>
        {frozen !== null && (
          <li>
            <button type="button" onClick={() => copy(frozen)}>
              Frozen: these dates, for good
            </button>
          </li>
        )}
      </MenuList>
      <div role="status" className={styles['note']}>
        {result?.isCopied && 'Copied'}
        {result?.isCopied === false && (
          <label>
            The browser did not allow it. Copy it here:
            <input readOnly value={result.link} onFocus={(event) => event.target.select()} />
          </label>
        )}
      </div>
    </>
  )
}
