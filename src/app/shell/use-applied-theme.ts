import { useEffect } from 'react'

import { useTheme } from '../../stores/preferences.ts'

/** public/theme.js does the same before the first paint; this follows the choice afterwards. */
export function useAppliedTheme() {
  const theme = useTheme()
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
}
