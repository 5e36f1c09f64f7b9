import { useRouter } from '@tanstack/react-router'
import type { ComponentProps, MouseEvent } from 'react'

import { hrefOf, type Address } from './href.ts'

type CellLinkProps = Omit<ComponentProps<'a'>, 'href'> & Address

/** As long as the router's own links wait, so that a pointer on its way to another place fetches nothing. */
const INTENT_MS = 50
/** There is one pointer and one focus: what was aimed at before is of no interest. */
let intent: ReturnType<typeof setTimeout> | undefined

/**
 * A link in a table's cell. The router's own Link watches the address for as long as it stands, and works its target out
 * anew whenever that changes; hundreds of them are half of what a scrolled table costs. This one asks the router only when
 * it is aimed at or followed, and is therefore never marked as the page that is shown.
 */
export function CellLink({ to, params, search, ...anchor }: CellLinkProps) {
  const href = hrefOf({ to, ...(params && { params }), ...(search && { search }) })
  return <AddressLink href={href} {...anchor} />
}

type AddressLinkProps = ComponentProps<'a'> & Readonly<{ href: string }>

/** Where a page of ours is known by its address only, with or without where the app is served. */
export function AddressLink({ href, children, ...anchor }: AddressLinkProps) {
  const router = useRouter()
  const { origin } = window.location
  const path = href.startsWith(`${origin}/`) ? href.slice(origin.length) : href

  function preload() {
    // What cannot be fetched beforehand says so when it is followed.
    router.preloadRoute({ to: path, href: path }).catch(() => undefined)
  }

  function aim() {
    clearTimeout(intent)
    intent = setTimeout(preload, INTENT_MS)
  }

  function follow(event: MouseEvent) {
    if (!isPlainClick(event)) return
    event.preventDefault()
    clearTimeout(intent)
    void router.navigate({ href: path })
  }

  return (
    <a
      href={href}
      onClick={follow}
      onMouseEnter={aim}
      onFocus={aim}
      onMouseLeave={forget}
      onBlur={forget}
      onTouchStart={preload}
      {...anchor}
    >
      {children}
    </a>
  )
}

function forget() {
  clearTimeout(intent)
}

/** With any key or another button the browser opens what is asked for: a tab, a window, a file. */
function isPlainClick({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !altKey && !ctrlKey && !shiftKey
}
