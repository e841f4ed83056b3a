// Runs before the first paint, so that a remembered theme does not flash. The app writes the key (src/lib/theme.ts).
try {
  const theme = localStorage.getItem('rapport.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system's theme applies.
}
