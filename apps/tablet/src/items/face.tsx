/** A face from the saddest (0) to the happiest (1): its mouth bends with it. The word stands beside it. */
export function Face({ mood }: { readonly mood: number }) {
  const corner = 16 - (mood - 0.5) * 2;
  const middle = corner + (mood - 0.5) * 8;
  return (
    <svg className="icon face" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" fill="none" />
      <path d="M8.5 9.5v.6M15.5 9.5v.6" fill="none" />
      <path d={`M7.5 ${corner} Q12 ${middle} 16.5 ${corner}`} fill="none" />
    </svg>
  );
}
