import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Responses, type SurveyPlace } from '#surveys';
import type { Entrance } from './entrance.js';
import { begun } from './hidden.js';
import { beginPage } from './start-page.js';
import { wordsIn } from './words.js';

/**
 * A start page before and after the stamp that every reader gets anew: the bytes of its text, one to a character, since a text
 * that is to be encoded for each reader costs more than all else about it.
 */
export type Halves = readonly [string, string];

/** Stands where the stamp will; in no text, since nobody knows it. */
const gap = randomUUID();

/** First pages. They are the same for everybody but for the stamp, so each is made once for as long as its place is believed. */
@Injectable()
export class StartPages {
  private readonly made = new WeakMap<SurveyPlace, Map<string, Halves>>();

  constructor(private readonly responses: Responses) {}

  /** The page as text. */
  async page(entrance: Entrance, language: string): Promise<string> {
    const [before, after] = this.halves(entrance, language);
    return Buffer.from(`${before}${await this.responses.newForm(entrance.code)}${after}`, 'latin1').toString();
  }

  halves(entrance: Entrance, language: string): Halves {
    if (entrance.token !== null) return halvesOf(entrance, language);
    const known = this.made.get(entrance.place) ?? new Map<string, Halves>();
    this.made.set(entrance.place, known);
    const name = `${entrance.code} ${language}`;
    const halves = known.get(name) ?? halvesOf(entrance, language);
    known.set(name, halves);
    return halves;
  }
}

function halvesOf(entrance: Entrance, language: string): Halves {
  const { campaign } = entrance.place;
  const { token, action } = entrance;
  const here = token === null ? action : `/a/${token}`;
  const page = beginPage({
    entrance,
    words: wordsIn(language, campaign),
    carried: begun(language, gap, campaign.consent.version),
    address: (tag) => `${here}?language=${tag}`,
  });
  const [before = '', after = ''] = page.split(gap);
  return [bytesOf(before), bytesOf(after)];
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}
