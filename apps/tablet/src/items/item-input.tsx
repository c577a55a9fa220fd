import type { AnswerValue } from '#instruments';
import type { Spot } from '../filling/asked.js';
import { ChoiceInput } from './choice-input.js';
import { ChoicesInput } from './choices-input.js';
import { FileInput } from './file-input.js';
import { LocationInput } from './location-input.js';
import { MatrixInput } from './matrix-input.js';
import { DateInput, TimeInput } from './moment-inputs.js';
import { NumberInput } from './number-input.js';
import { RankingInput } from './ranking-input.js';
import { ScaleInput } from './scale-input.js';
import { SignatureInput } from './signature-input.js';
import { TextInput } from './text-input.js';
import { TimePairInput } from './time-pair-input.js';
import { YesNoInput } from './yes-no-input.js';

/** The input of an item, by its type. */
export function ItemInput({ spot, ...rest }: ItemInputProps) {
  const props = { spot, ...rest };
  const { item } = spot;
  switch (item.type) {
    case 'yesNo':
      return <YesNoInput item={item} {...props} />;
    case 'scale':
      return <ScaleInput item={item} {...props} />;
    case 'choice':
      return <ChoiceInput item={item} {...props} />;
    case 'choices':
      return <ChoicesInput item={item} {...props} />;
    case 'number':
    case 'money':
      return <NumberInput item={item} {...props} />;
    case 'text':
      return <TextInput item={item} {...props} />;
    case 'date':
      return <DateInput item={item} {...props} />;
    case 'time':
      return <TimeInput item={item} {...props} />;
    case 'timePair':
      return <TimePairInput item={item} {...props} />;
    case 'file':
      return <FileInput item={item} {...props} />;
    case 'location':
      return <LocationInput item={item} {...props} />;
    case 'signature':
      return <SignatureInput item={item} {...props} />;
    case 'matrix':
      return <MatrixInput item={item} {...props} />;
    case 'ranking':
      return <RankingInput item={item} {...props} />;
    case 'note':
      return null;
  }
}

export interface ItemInputProps {
  readonly spot: Spot;
  readonly value: AnswerValue | undefined;
  readonly onValue: (value: AnswerValue | undefined) => void;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
}
