import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const NEAR = 64;
const MARGIN = 24;

/** Follows the end only while the person is there, and never past the top of the last turn. */
export function useStayAtEnd(log: RefObject<HTMLElement | null>, first: string | undefined) {
  const following = useRef(true);
  const before = useRef({ first, height: 0 });
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    following.current = true;
    setAway(false);
    const list = log.current;
    const last = list?.lastElementChild;
    const end = document.documentElement.scrollHeight - window.innerHeight;
    const top = last ? last.getBoundingClientRect().top + window.scrollY - MARGIN : end;
    window.scrollTo({ top: Math.min(end, top) });
  }, [log]);

  useEffect(() => {
    const onScroll = () => {
      const left = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
      following.current = left < NEAR;
      setAway(left > window.innerHeight / 2);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, []);

  useLayoutEffect(() => {
    const height = document.documentElement.scrollHeight;
    const grewAbove = before.current.first !== undefined && before.current.first !== first;
    if (grewAbove && !following.current) window.scrollBy({ top: height - before.current.height });
    else if (following.current) toEnd();
    before.current = { first, height };
  });

  return { away, toEnd };
}
