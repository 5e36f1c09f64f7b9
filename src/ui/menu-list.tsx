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
  words: Readonly<Record<Choice, string>>
  onChoose: (choice: Choice) => void
  /** Afterwards: whatever it is in may close. */
  onChosen: () => void
}>

/** One of a few, as buttons inside a disclosure. */
export function ChoiceList<Choice extends string>(props: ChoiceListProps<Choice>) {
  const { name, choices, chosen, words, onChoose, onChosen } = props
  function choose(choice: Choice) {
    onChoose(choice)
    onChosen()
  }
  return (
    <MenuList name={name}>
      {choices.map((choice) => (
        <li key={choice}>
          <button type="button" aria-pressed={choice === chosen} onClick={() => choose(choice)}>
            {words[choice]}
          </button>
        </li>
      ))}
    </MenuList>
  )
}
