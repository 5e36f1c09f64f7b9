import type { ReactNode } from 'react'

import styles from './menu-list.module.css'

type MenuListProps = Readonly<{ name: string; children: ReactNode }>

/** A list of links or buttons inside a disclosure. Each child is an <li>. */
export function MenuList({ name, children }: MenuListProps) {
  return (
    <>
      <p className={styles['title']} aria-hidden="true">
        {name}
      </p>
      <ul className={styles['list']} aria-label={name}>
        {children}
      </ul>
    </>
  )
}

type ChoiceListProps<Choice extends string> = Readonly<{
  name: string
  choices: readonly Choice[]
  chosen: Choice
  wordsOf: (choice: Choice) => string
  onChoose: (choice: Choice) => void
}>

/** One of a few, as buttons inside a disclosure. */
export function ChoiceList<Choice extends string>(props: ChoiceListProps<Choice>) {
  const { name, choices, chosen, wordsOf, onChoose } = props
  return (
    <MenuList name={name}>
      {choices.map((choice) => (
        <li key={choice}>
          <button type="button" aria-pressed={choice === chosen} onClick={() => onChoose(choice)}>
            {wordsOf(choice)}
          </button>
        </li>
      ))}
    </MenuList>
  )
}
