import {
  densities,
  setDensity,
  setTheme,
  themes,
  useDensity,
  useTheme,
  type Density,
  type Theme,
} from '../../stores/preferences.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ChoiceList } from '../../ui/menu-list.tsx'

const words: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

const rows: Record<Density, string> = { dense: 'Dense', normal: 'Normal', roomy: 'Roomy' }

export function ThemeMenu() {
  const chosen = useTheme()
  const density = useDensity()
  return (
    <Disclosure
      align="end"
      name={`Theme: ${words[chosen].toLowerCase()}; rows of tables: ${rows[density].toLowerCase()}`}
      className={buttonClass('quiet')}
      label={<Icon name="theme" />}
    >
      {(close) => <ThemeChoices onChosen={close} />}
    </Disclosure>
  )
}

export function ThemeChoices({ onChosen }: Readonly<{ onChosen: () => void }>) {
  const chosen = useTheme()
  const density = useDensity()
  return (
    <>
      <ChoiceList
        name="Theme"
        choices={themes}
        chosen={chosen}
        words={words}
        onChoose={setTheme}
        onChosen={onChosen}
      />
      <ChoiceList
        name="Rows of tables"
        choices={densities}
        chosen={density}
        words={rows}
        onChoose={setDensity}
        onChosen={onChosen}
      />
    </>
  )
}
