interface Formatters {
  readonly clock: Intl.DateTimeFormat
  readonly date: Intl.DateTimeFormat
  readonly moment: Intl.DateTimeFormat
  readonly percent: Intl.NumberFormat
  readonly number: Intl.NumberFormat
  readonly dollars: Intl.NumberFormat
  readonly rate: Intl.NumberFormat
  readonly language: Intl.DisplayNames
}

const made = new Map<string, Formatters>()

/** The formatters of a locale. They are dear to make, and every row of a fast feed wants them: made once. */
export function formattersOf(locale: string): Formatters {
  const known = made.get(locale)
  if (known !== undefined) return known
  const formatters = make(locale === 'en' ? 'en-GB' : locale)
  made.set(locale, formatters)
  return formatters
}

function make(locale: string): Formatters {
  return {
    clock: new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
    date: new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }),
    percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
    dollars: new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: 6 }),
    rate: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    language: new Intl.DisplayNames(locale, { type: 'language' }),
  }
}
