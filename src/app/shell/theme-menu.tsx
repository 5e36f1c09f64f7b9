import { setTheme, themes, useTheme, type Theme } from '../../stores/preferences.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MenuList } from '../../ui/menu-list.tsx'

const words: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

export function ThemeMenu() {
  const chosen = useTheme()
  return (
    <Disclosure
      align="end"
      name={`Theme: ${words[chosen].toLowerCase()}`}
      className={buttonClass('quiet')}
      label={<Icon name="theme" />}
    >
      {(close) => (
        <MenuList name="Theme">
          {themes.map((theme) => (
            <li key={theme}>
              <button
                type="button"
                aria-pressed={theme === chosen}
                onClick={() => {
                  setTheme(theme)
                  close()
                }}
              >
                {words[theme]}
              </button>
            </li>
          ))}
        </MenuList>
      )}
    </Disclosure>
  )
}
