import { createI18n } from 'vue-i18n'
import en from './en.json'
import ko from './ko.json'

export const locales = ['en', 'ko'] as const
export type Locale = (typeof locales)[number]

export const localeNames: Record<Locale, string> = { en: 'English', ko: '한국어' }

type Messages = typeof en

export const catalogues: Record<Locale, Messages> = { en, ko }

export function createTranslations(locale: Locale) {
  return createI18n<[Messages], Locale, false>({
    legacy: false,
    locale,
    fallbackLocale: 'en',
    messages: catalogues,
  })
}

/** Korean where the browser prefers it to English, else English. */
export function preferredLocale(languages: readonly string[]): Locale {
  const known = languages.map((language) => language.slice(0, 2).toLowerCase())
  return known.find((language) => locales.some((locale) => locale === language)) === 'ko' ? 'ko' : 'en'
}
