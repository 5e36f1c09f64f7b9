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
import { MenuList } from '../../ui/menu-list.tsx'

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
      <MenuList name="Theme">
        {themes.map((theme) => (
          <li key={theme}>
            <button
              type="button"
              aria-pressed={theme === chosen}
              onClick={() => {
                setTheme(theme)
                onChosen()
              }}
            >
              {words[theme]}
            </button>
          </li>
        ))}
      </MenuList>
      <MenuList name="Rows of tables">
        {densities.map((one) => (
          <li key={one}>
            <button
              type="button"
              aria-pressed={one === density}
              onClick={() => {
                setDensity(one)
                onChosen()
              }}
            >
              {rows[one]}
            </button>
          </li>
        ))}
      </MenuList>
    </>
  )
}
