import { useRouter } from '@tanstack/react-router'
import {
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react'

import { Icon } from '../../ui/icon.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './command-palette.module.css'
import { HitList } from './hit-list.tsx'
import type { Hit } from './hit.ts'
import { parsePaletteQuery } from './palette-query.ts'
import { useActionHits } from './use-action-hits.ts'
import { usePlaceHits } from './use-place-hits.ts'
import { useSloHits } from './use-slo-hits.ts'

type CommandPaletteProps = Readonly<{ onClose: () => void; onKeys: () => void }>

/** One field for every SLO, every place and everything that can be done from anywhere. */
export function CommandPalette({ onClose, onKeys }: CommandPaletteProps) {
  const router = useRouter()
  const listId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [activeIndex, setActiveIndex] = useState(0)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  // Enter came before the hits of what was typed: they are waited for, or it would open one of the words before.
  const [entered, setEntered] = useState<Readonly<{ isBeside: boolean }> | null>(null)

  // Typing stays fluent: the search follows when there is time.
  const searched = useDeferredValue(text)
  const query = parsePaletteQuery(searched)
  const { hits: slos, areOfThese } = useSloHits(query)
  const places = usePlaceHits(query)
  const actions = useActionHits(query, { onCopy: copy, onKeys })
  const hits = [...slos, ...places, ...actions]
  const active = hits[Math.min(activeIndex, hits.length - 1)]

  const areOfText = areOfThese && searched === text

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const runEntered = useEffectEvent(() => {
    if (active && entered !== null) run(active, entered.isBeside)
  })
  useEffect(() => {
    if (areOfText && entered !== null) runEntered()
  }, [areOfText, entered])

  function copy(link: string) {
    navigator.clipboard.writeText(link).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    )
  }

  /** At once: the dialog's own event comes later, and would close what the next Ctrl K has opened in between. */
  function close() {
    dialog.current?.close()
    onClose()
  }

  function run(hit: Hit, isBeside: boolean) {
    if ('act' in hit && hit.staysOpen) {
      hit.act()
      return
    }
    // First, because what is done may open another dialog in this one's place.
    close()
    if ('act' in hit) hit.act()
    else if (isBeside) window.open(hit.href, '_blank', 'noopener')
    else void router.navigate({ href: hit.href })
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (active || !areOfText)) {
      event.preventDefault()
      const isBeside = event.ctrlKey || event.metaKey
      // Whoever has moved to a hit means that one.
      if (active && (areOfText || activeIndex > 0)) run(active, isBeside)
      else setEntered({ isBeside })
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || hits.length === 0) return
    event.preventDefault()
    setActiveIndex((Math.min(activeIndex, hits.length - 1) + step + hits.length) % hits.length)
  }

  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label="Search or jump"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClose={onClose}
    >
      <div className={styles['field']}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label="Search or jump"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="SLO, service, team, page or action"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActiveIndex(0)
            setEntered(null)
          }}
          onKeyDown={handleKey}
        />
        <kbd>Esc</kbd>
      </div>
      <HitList
        id={listId}
        hits={hits}
        words={query.words}
        active={active}
        onActivate={(hit) => setActiveIndex(hits.indexOf(hit))}
        onRun={run}
      />
      <div role="status">
        {entered !== null && !areOfText && <p className={styles['none']}>Looking for it</p>}
        {hits.length === 0 && areOfText && (
          <p className={styles['none']}>Nothing is named so. Try fewer words.</p>
        )}
        {copied === 'yes' && <p className={styles['none']}>The link is copied.</p>}
        {copied === 'no' && <p className={styles['none']}>The browser did not allow copying.</p>}
        <VisuallyHidden>{hits.length} hits</VisuallyHidden>
      </div>
      <p className={styles['foot']} aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> move
        </span>
        <span>
          <kbd>Enter</kbd> open
        </span>
        <span>
          <kbd>Ctrl Enter</kbd> open beside
        </span>
        <span>
          Type <kbd>team:</kbd> <kbd>sli:</kbd> <kbd>in:</kbd> to narrow
        </span>
      </p>
    </dialog>
  )
}
