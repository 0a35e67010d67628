/** "?a=1&b=2" of what is set; empty where nothing is. */
export const query = (values: Record<string, string | number | boolean | null | undefined>) => {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') words.set(name, String(value))
  }
  const text = words.toString()
  return text === '' ? '' : `?${text}`
}
