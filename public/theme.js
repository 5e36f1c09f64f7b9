// Applies the chosen theme before the first paint, so that a dark screen does not flash white at night.
// A file of its own and not a module: inline scripts are forbidden by the content security policy, modules run too late.
// The key and the shape are those of src/stores/preferences.ts.
try {
  const theme = JSON.parse(localStorage.getItem('preferences') ?? '{}').state?.theme
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage can be blocked or hold something else; the system's theme is a good answer then.
}
