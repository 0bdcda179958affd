/** The address if it is one that may become a link, else null: only http and https lead out of the page. */
export function safeUrl(address: string | null): string | null {
  const url = parse(address)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null
}

/** The host as a reader knows it, without `www.`. */
export function siteOf(address: string): string {
  return parse(address)?.hostname.replace(/^www\./, '') ?? ''
}

function parse(address: string | null): URL | null {
  return address !== null && URL.canParse(address) ? new URL(address) : null
}
