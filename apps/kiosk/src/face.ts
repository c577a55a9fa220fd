const svg = 'http://www.w3.org/2000/svg';

/** A face from the saddest (0) to the happiest (1): its mouth bends with it. Words stand beside it. */
export function face(mood: number): SVGSVGElement {
  const corner = 16 - (mood - 0.5) * 2;
  const drawn = document.createElementNS(svg, 'svg');
  drawn.setAttribute('viewBox', '0 0 24 24');
  drawn.setAttribute('aria-hidden', 'true');
  drawn.setAttribute('class', `face mood${Math.round(mood * 4)}`);
  const circle = document.createElementNS(svg, 'circle');
  for (const [name, value] of [['cx', 12], ['cy', 12], ['r', 10.5]] as const) circle.setAttribute(name, String(value)); // prettier-ignore
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', `M8.5 9v1M15.5 9v1M7.5 ${corner}Q12 ${corner + (mood - 0.5) * 8} 16.5 ${corner}`);
  drawn.append(circle, path);
  return drawn;
}
