import { createRoot } from 'react-dom/client';
import { transitions } from '#fieldwork';
import { textsIn } from '#contract';
import { compileInstrument } from '#instruments';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <p>
      {transitions.length} {typeof compileInstrument} {textsIn('ar')('problem.visit.unknown')}
    </p>,
  );
