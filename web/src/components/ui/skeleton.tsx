export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={`breathe rounded-control bg-line ${className}`} />;
}
