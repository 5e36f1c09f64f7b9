// Runs before the first paint, as a classic script because the content policy allows no inline one.
// The chosen theme lies where src/stores/preferences.ts keeps it.
try {
  const { state } = JSON.parse(localStorage.getItem('preferences') ?? '{}')
  if (state?.theme === 'light' || state?.theme === 'dark')
    document.documentElement.dataset.theme = state.theme
} catch {
  // Storage is closed or unreadable: the system's theme holds.
}
