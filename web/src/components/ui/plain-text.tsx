import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

const ADDRESS = /https?:\/\/[^\s<>"'`]+/g;
const TRAILING = /[.,;:!?)\]}*_]+$/;

/** Untrusted words as they are: nothing in them becomes markup; an address becomes a link that shows where it leads. */
export function PlainText({ children }: { children: string }) {
  return (
    <span className="whitespace-pre-wrap wrap-anywhere">
      {parts(children).map((part, index) => (
        <Fragment key={index}>{part.url ? <Address url={part.url} /> : part.text}</Fragment>
      ))}
    </span>
  );
}

function Address({ url }: { url: URL }) {
  const { t } = useTranslation();
  const rest = decodable(url.pathname + url.search).replace(/^\/$/, '');
  return (
    <a
      href={url.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={t('link', { host: url.host })}
      className="text-primary underline underline-offset-2"
    >
      <strong className="font-semibold">{url.host}</strong>
      {rest.length > 40 ? `${rest.slice(0, 39)}…` : rest}
    </a>
  );
}

function parts(text: string): { text: string; url?: URL }[] {
  const found: { text: string; url?: URL }[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    const url = URL.parse(address);
    // A name before the host only serves to make it look like another one.
    if (!url || url.username || url.password) continue;
    found.push({ text: text.slice(end, match.index) }, { text: address, url });
    end = match.index + address.length;
  }
  return [...found, { text: text.slice(end) }];
}

function decodable(path: string) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
