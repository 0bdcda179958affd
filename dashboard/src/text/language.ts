/** The value for a `lang` attribute: undefined, so that none is written, where the language is not known. */
export function langOf(language: string): string | undefined {
  return /^[a-z]{2,3}$/.test(language) && language !== 'und' ? language : undefined
}
