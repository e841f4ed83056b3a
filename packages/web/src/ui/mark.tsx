/** The product's sign: two people in one bubble. */
export const Mark = ({ className }: { className?: string }) => (
  <svg aria-hidden viewBox="0 0 32 32" className={className}>
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <path
      d="M9 9.5h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-6.2L12 24.5v-4H9a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2Z"
      className="fill-accent-ink"
    />
    <path d="M12 15h8" className="stroke-accent" strokeWidth="1.4" />
    <circle cx="12" cy="15" r="1.6" className="fill-accent" />
    <circle cx="20" cy="15" r="1.6" className="fill-accent" />
  </svg>
);
