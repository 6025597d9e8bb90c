import type { ReactNode } from 'react';

const places = { card: 'top-5', line: 'top-1.5', small: 'top-2 scale-75' };

type Props = { look?: string; place?: keyof typeof places; children: ReactNode };

/** Something that hangs on the thread. */
export function Knotted({ look = '', place = 'card', children }: Props) {
  return (
    <div className="rise relative pl-8">
      <span aria-hidden className={`knot left-0 ${places[place]} ${look}`} />
      {children}
    </div>
  );
}
